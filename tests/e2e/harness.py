# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the built application as a person does: over the accessibility tree and by real keys.

Nothing here sleeps for a fixed time to let something happen: wait_for() asks until a condition
holds, and fails with what was there instead.
"""

import json
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

APP = os.environ.get("UPSTANDER_BINARY", "upstander")
# Generous, because a loaded machine is slow; a passing test never waits this long.
PATIENCE = float(os.environ.get("UPSTANDER_PATIENCE", "30"))

ROLE_NAMES = {
    "button": ("push button", "button"),
    "toggle": ("toggle button",),
    "entry": ("text", "entry", "text box", "search box"),
}


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
        time.sleep(0.02)


class App:
    """One run of the application, with folders of its own."""

    def __init__(self, language="en", home=None, settings=None, env=None, arguments=()):
        self.home = home or tempfile.mkdtemp(prefix="upstander-e2e-")
        self.owns_home = home is None
        self.language = language
        locale = {"en": "en_US.UTF-8", "ar": "ar_EG.UTF-8", "es": "es_ES.UTF-8"}[language]
        self.environment = {
            **os.environ,
            "LC_ALL": locale,
            "LANGUAGE": language,
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
            if self.environment.get("UPSTANDER_E2E_ANIMATIONS") != "1":
                file.write("gtk-enable-animations=false\n")
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
        group = "[io/github/upstander_app/Upstander]"
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
                    actual = item.get_name() or ""
                    if isinstance(name, re.Pattern):
                        if not name.search(actual):
                            continue
                    elif actual != name:
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
        return [item.get_name() for item in self.walk(node) if item.get_name()]

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

    def press_item(self, item):
        action = item.get_action_iface()
        if action is None or action.get_n_actions() == 0:
            raise Failure(f"{item.get_role_name()} “{item.get_name()}” cannot be pressed by assistive technology")
        action.do_action(0)

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, env=self.environment)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True, env=self.environment)

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
            current = self.focused_name() or ""
            if name.search(current) if isinstance(name, re.Pattern) else current == name:
                return self.focused()
            seen.append(current)
            self.key(key)
            wait_for_change = current

            try:
                wait_for("the focus to move", lambda: (self.focused_name() or "") != wait_for_change, 1.0)
            except Failure:
                pass
        raise Failure(f"{key} never reached “{getattr(name, 'pattern', name)}”: {seen}\n{self.describe()}")

    def clipboard(self):
        """What was copied, asked for by a program of its own as any other would."""
        return subprocess.run(
            ["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True, env=self.environment, timeout=10
        ).stdout

    def screenshot(self, path):
        subprocess.run(["import", "-window", self.window_id, path], check=True, env=self.environment)

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

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        alive = self.process.poll() is None
        if alive and kind is None:
            self.quit()
        self.kill()
        if self.owns_home and kind is None:
            shutil.rmtree(self.home, ignore_errors=True)


def run(*cases):
    """Runs test cases (functions) and reports them as TAP, those named in the arguments or all."""
    wanted = sys.argv[1:]
    cases = [case for case in cases if not wanted or case.__name__ in wanted]
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


def read_json(path):
    with open(path) as file:
        return json.load(file)
