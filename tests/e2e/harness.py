# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the built application as a person does: over the accessibility tree and by real keys.

Nothing here sleeps for a fixed time to let something happen: wait_for() asks until a condition
holds, and fails with what was there instead.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from content import Content, Interface, interface_of, plain  # noqa: E402

APP = os.environ.get("UPSTANDER_BINARY", "upstander")
# Generous, because a loaded machine is slow; a passing test never waits this long.
PATIENCE = float(os.environ.get("UPSTANDER_PATIENCE", "30"))

ROLE_NAMES = {
    "button": ("push button", "button"),
    "toggle": ("toggle button",),
    "entry": ("text", "entry", "text box", "search box"),
    "anything pressable": ("push button", "button", "toggle button"),
}

SCHEMAS = os.environ.get("GSETTINGS_SCHEMA_DIR", "")


def read_application_id():
    """The id of the build at hand, and where its settings stand: a development build has its own."""
    for name in os.listdir(SCHEMAS):
        if name.endswith(".gschema.xml"):
            with open(f"{SCHEMAS}/{name}") as file:
                text = file.read()
            return re.search(r'<schema id="([^"]+)"', text)[1], re.search(r' path="/([^"]+)/"', text)[1]
    raise RuntimeError(f"no settings schema in “{SCHEMAS}”: GSETTINGS_SCHEMA_DIR must name the build’s")


APP_ID, SETTINGS_GROUP = read_application_id()


# The items of the main menu, in order.
MAIN_MENU = ("which way", "support", "print", "preferences", "shortcuts", "about")


class Failure(AssertionError):
    pass


def settle():
    """Lets pending accessibility events arrive."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def wait_for(what, condition, patience=None):
    """Asks `condition` until it gives something true, and gives that back."""
    deadline = time.monotonic() + (patience or PATIENCE)
    pause = 0.01
    while True:
        settle()
        try:
            found = condition()
        except GLib.Error:
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise Failure(f"waited in vain for {what}")
        # Asking costs the application time as well: less and less often.
        time.sleep(pause)
        pause = min(2 * pause, 0.2)


class App:
    """One run of the application, with folders of its own."""

    def __init__(
        self, language="en", home=None, settings=None, env=None, arguments=(), gtk_settings="", keys_only=False
    ):
        self.home = home or tempfile.mkdtemp(prefix="upstander-e2e-")
        self.owns_home = home is None
        self.language = language
        # Whether the accessibility tree is only read, and everything done by real keys.
        self.keys_only = keys_only
        self.content = Content(language)
        self.ui = Interface(language)
        # Not every language has a locale on every machine; what is said follows LANGUAGE.
        locale = {"ar": "ar_EG.UTF-8", "es": "es_ES.UTF-8"}.get(language, "en_US.UTF-8")
        self.environment = {
            **os.environ,
            "LC_ALL": locale,
            "LANGUAGE": interface_of(language),
            "GSK_RENDERER": "cairo",
            "GDK_DISABLE": "gl,vulkan",
            "GTK_A11Y": "atspi",
            "G_DEBUG": "fatal-criticals",
            "GSETTINGS_BACKEND": "keyfile",
            "XDG_DATA_HOME": f"{self.home}/data",
            "XDG_CONFIG_HOME": f"{self.home}/config",
            "XDG_CACHE_HOME": f"{self.home}/cache",
            "XDG_STATE_HOME": f"{self.home}/state",
            **(env or {}),
        }
        os.makedirs(f"{self.home}/config/gtk-4.0", exist_ok=True)
        with open(f"{self.home}/config/gtk-4.0/settings.ini", "w") as file:
            file.write("[Settings]\ngtk-font-name=Cantarell 11\n")
            file.write(gtk_settings)
            if self.environment.get("UPSTANDER_E2E_ANIMATIONS") != "1":
                file.write("gtk-enable-animations=false\n")
        # Where nothing composes the screen, GTK draws a frame that windows do not have on a desktop.
        with open(f"{self.home}/config/gtk-4.0/gtk.css", "w") as file:
            file.write("window.solid-csd { border: none; margin: 0; padding: 0; box-shadow: none; }\n")
        if settings:
            self.write_settings(settings)
        self.log = open(f"{self.home}/log", "a+")
        self.process = subprocess.Popen(
            [APP, *arguments], env=self.environment, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL
        )
        self.root = None
        try:
            self.root = wait_for("the application’s accessibility tree", self._find_root)
            self.window_id = wait_for("its window on the screen", self._find_window)
        except Failure as failure:
            self.kill()
            raise Failure(f"{failure}\n{self.read_log()}")

    # What is on disk

    def write_settings(self, settings):
        folder = f"{self.home}/config/glib-2.0/settings"
        os.makedirs(folder, exist_ok=True)
        path = f"{folder}/keyfile"
        text = open(path).read() if os.path.exists(path) else ""
        group = f"[{SETTINGS_GROUP}]"
        lines = [f"{key}={value}" for key, value in settings.items()]
        with open(path, "w") as file:
            file.write(f"{text}\n{group}\n" + "\n".join(lines) + "\n")

    def read_log(self):
        self.log.flush()
        return open(f"{self.home}/log").read()

    # The tree

    def _find_root(self):
        if self.process.poll() is not None:
            raise Failure(f"it ended with {self.process.returncode}\n{self.read_log()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    def _find_window(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True, text=True
        ).stdout.split()
        if not found:
            return None
        subprocess.run(["xdotool", "windowfocus", found[-1]], capture_output=True)
        return found[-1]

    def walk(self, node=None, visible=True):
        """Every accessible below `node`, in the order of reading."""
        node = node or self.root
        stack = [node]
        while stack:
            current = stack.pop()
            try:
                if current is None:
                    continue
                states = current.get_state_set()
                if states.contains(Atspi.StateType.DEFUNCT):
                    continue
                if visible and current is not self.root and not states.contains(Atspi.StateType.VISIBLE):
                    continue
                children = [current.get_child_at_index(i) for i in range(current.get_child_count())]
            except GLib.Error:
                continue
            yield current
            stack.extend(reversed(children))

    def matching(self, role=None, name=None, node=None, showing=True):
        roles = ROLE_NAMES.get(role, (role,)) if role else None
        for item in self.walk(node):
            try:
                if roles and item.get_role_name() not in roles:
                    continue
                if name is not None:
                    actual = plain(item.get_name())
                    if not (name.search(actual) if isinstance(name, re.Pattern) else actual == plain(name)):
                        continue
                if showing and not item.get_state_set().contains(Atspi.StateType.SHOWING):
                    continue
            except GLib.Error:
                continue
            yield item

    def find(self, role=None, name=None, node=None, showing=True):
        wanted = f"{role or 'anything'} “{getattr(name, 'pattern', name)}”"
        try:
            return wait_for(wanted, lambda: next(self.matching(role, name, node, showing), None))
        except Failure as failure:
            raise Failure(f"{failure}\n{self.describe()}")

    def gone(self, role=None, name=None):
        wait_for(f"{role} “{name}” to go", lambda: next(self.matching(role, name), None) is None)

    def texts(self, node=None):
        return [plain(item.get_name()) for item in self.walk(node) if item.get_name()]

    def says(self, *texts, node=None):
        """Waits until all of these texts are there, in this order."""

        def in_order():
            rest = iter(self.texts(node))
            return all(any(text in said for said in rest) for text in wanted)

        wanted = [plain(text) for text in texts]
        try:
            wait_for(f"these texts in order: {wanted}", in_order)
        except Failure as failure:
            raise Failure(f"{failure}\n{self.describe()}")

    def describe(self, node=None):
        lines = []
        for item in self.walk(node):
            name = item.get_name()
            if name:
                lines.append(f"  {item.get_role_name()}: {name[:100]}")
        return "What is there:\n" + "\n".join(lines[:150]) + "\n" + self.read_log()[-2000:]

    # What a person does

    def press(self, role, name, node=None):
        item = self.find(role, name, node)
        self.press_item(item)
        return item

    def choose_from_menu(self, name):
        """Presses an item of the main menu, by its place in it: GTK 4.18 gives them no name at all."""
        button = next(self.matching("toggle", self.ui("Main Menu")), None)
        if button is not None:
            self.press_item(button)
        else:
            self.key("F10")
        menu = self.find("menu", self.ui("Main Menu"))

        def shown():
            items = list(self.matching("menu item", node=menu))
            return items if len(items) == len(MAIN_MENU) else None

        self.press_item(wait_for("all of the menu’s items", shown)[MAIN_MENU.index(name)])

    def press_item(self, item):
        action = item.get_action_iface()
        if action is None or action.get_n_actions() == 0:
            raise Failure(f"{item.get_role_name()} “{item.get_name()}” cannot be pressed by assistive technology")
        action.do_action(0)

    def content_of(self, item):
        """What stands in an entry."""
        return Atspi.Text.get_text(item, 0, Atspi.Text.get_character_count(item))

    def fill(self, role, name, text):
        """Puts text into an entry as assistive technology does."""
        item = self.find(role, name)
        item.get_editable_text_iface().set_text_contents(text)
        return item

    def is_pressed(self, item):
        states = item.get_state_set()
        return states.contains(Atspi.StateType.PRESSED) or states.contains(Atspi.StateType.CHECKED)

    def extents(self, item):
        """Where it is and how large, within its window."""
        return item.get_component_iface().get_extents(Atspi.CoordType.WINDOW)

    def level(self, item):
        return int((item.get_attributes() or {}).get("level", 0))

    def heading(self, name, level=None):
        """The heading called `name`, which must be one for assistive technology too."""

        def find():
            found = self.matching("heading", name)
            return next((item for item in found if level is None or self.level(item) == level), None)

        wanted = f"a heading {'of level ' + str(level) if level else ''} “{getattr(name, 'pattern', name)}”"
        try:
            return wait_for(wanted, find)
        except Failure as failure:
            raise Failure(f"{failure}\n{self.describe()}")

    def go(self, place):
        """Goes to a place by its button in the sidebar, or by its keys where there is no room for one."""
        button = next(self.matching("toggle", self.ui(place)), None)
        if button is not None:
            self.press_item(button)
        else:
            keys = {"Guide": "alt+1", "Practice": "alt+2", "Phrases": "alt+3", "Journal": "alt+4"}
            self.key(keys[place])
        self.find("grouping", self.ui(place))

    def back(self):
        self.key("alt+Left")

    def wait_focus(self, name):
        wanted = getattr(name, "pattern", name)

        def there():
            now = plain(self.focused_name())
            return name.search(now) if isinstance(name, re.Pattern) else now == plain(name)

        try:
            wait_for(f"the focus on “{wanted}”", there)
        except Failure as failure:
            raise Failure(f"{failure}: it is on “{self.focused_name()}”\n{self.describe()}")

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, env=self.environment)

    def type(self, text):
        """Types into the empty entry that has the focus.

        Letters that the keyboard lacks are put on a spare key one after the other, and one is lost when
        the application learns of the new key too late: then all is typed again, with more time.
        """
        entry = wait_for("an entry in focus", self.focused)
        for delay in ("15", "60", "150", "300"):
            if not text.isascii() and delay == "15":
                continue
            subprocess.run(["xdotool", "type", "--delay", delay, text], check=True, env=self.environment)
            try:
                wait_for("what was typed", lambda: self.content_of(entry) == text, 3)
                return
            except Failure:
                self.key("ctrl+a", "BackSpace")
                wait_for("an empty entry", lambda: self.content_of(entry) == "")
        raise Failure(f"“{text}” cannot be typed")

    def focused(self):
        for item in self.walk():
            try:
                if item.get_state_set().contains(Atspi.StateType.FOCUSED) and item.get_role_name() not in (
                    "frame",
                    "window",
                    "application",
                ):
                    return item
            except GLib.Error:
                continue
        return None

    def focused_name(self):
        item = self.focused()
        return item.get_name() if item else None

    def tab_to(self, name, key="Tab", most=80):
        """Presses `key` until the thing called `name` has the focus."""
        seen = []
        for _ in range(most):
            current = plain(self.focused_name())
            if name.search(current) if isinstance(name, re.Pattern) else current == plain(name):
                return self.focused()
            seen.append(current)
            self.key(key)
            wait_for_change = current

            try:
                wait_for("the focus to move", lambda: plain(self.focused_name()) != wait_for_change, 1.0)
            except Failure:
                pass
        raise Failure(f"{key} never reached “{getattr(name, 'pattern', name)}”: {seen}\n{self.describe()}")

    def clipboard(self):
        """What was copied, asked for by a program of its own as any other would."""
        return subprocess.run(
            [sys.executable, "-B", os.path.join(os.path.dirname(__file__), "clipboard.py")],
            stdout=subprocess.PIPE,
            text=True,
            env={**self.environment, "G_DEBUG": "", "GTK_A11Y": "none"},
            timeout=PATIENCE,
        ).stdout

    def screenshot(self, path):
        """The window and what floats above it."""
        values = self._geometry()
        area = "{WIDTH}x{HEIGHT}+{X}+{Y}".format(**values)
        # Without the time in them, so that pictures of the same are the same.
        timeless = ["-strip", "-define", "png:exclude-chunks=date,time"]
        subprocess.run(
            ["import", "-window", "root", "-crop", area, "+repage", *timeless, path],
            check=True,
            env=self.environment,
        )

    # The end

    def quit(self):
        """Closes the window as a person does, and checks that the program ends well."""
        self.key("ctrl+q")
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failure("it did not quit\n" + self.read_log())
        self.log.flush()
        if status != 0:
            raise Failure(f"it ended with {status}\n{self.read_log()}")
        bad = [line for line in self.read_log().splitlines() if "-CRITICAL **" in line or "-WARNING **" in line]
        bad = [line for line in bad if "Upstander-" in line or "CRITICAL" in line or "Gtk-WARNING" in line]
        if bad:
            raise Failure("it said:\n" + "\n".join(bad))

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def _geometry(self):
        found = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", self.window_id], capture_output=True, text=True, check=True
        ).stdout
        return dict(line.split("=") for line in found.split() if "=" in line)

    def geometry(self):
        values = self._geometry()
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def resize(self, width, height):
        subprocess.run(["xdotool", "windowsize", self.window_id, str(width), str(height)], check=True)
        wait_for(f"a window of {width} × {height}", lambda: self.geometry() == (width, height))

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        alive = self.process.poll() is None
        if alive and kind is None:
            self.quit()
        self.kill()
        if self.owns_home and kind is None:
            shutil.rmtree(self.home, ignore_errors=True)


def in_languages(*cases, languages=("en", "ar")):
    """Each case once in each language, called by the language."""

    def bind(case, language):
        def bound():
            case(language)

        bound.__name__ = f"{case.__name__}_{language}"
        return bound

    return [bind(case, language) for case in cases for language in languages]


def run(*cases):
    """Runs test cases (functions) and reports them as TAP, those named in the arguments or all.

    UPSTANDER_SHARE, such as “2/3”, leaves every third case of them, from the second on: so that one
    script can run as several tests side by side.
    """
    wanted = sys.argv[1:]
    cases = [case for case in cases if not wanted or case.__name__ in wanted]
    number, of = map(int, os.environ.get("UPSTANDER_SHARE", "1/1").split("/"))
    cases = cases[number - 1 :: of]
    print(f"1..{len(cases)}", flush=True)
    failed = 0
    for number, case in enumerate(cases, 1):
        name = case.__name__.removeprefix("test_").replace("_", " ")
        try:
            case()
            print(f"ok {number} - {name}", flush=True)
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} - {name}", flush=True)
    sys.exit(1 if failed else 0)
