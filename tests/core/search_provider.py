#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the search provider as the desktop does, over a session bus that starts it: search_provider.py PROGRAM"""

import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

PROGRAM = sys.argv[1]
SOURCE = pathlib.Path(os.environ["UPSTANDER_SOURCE"])
SCHEMA = next(pathlib.Path(os.environ["GSETTINGS_SCHEMA_DIR"]).glob("*.gschema.xml")).read_text(encoding="utf-8")
APP_ID = re.search(r'<schema id="([^"]+)"', SCHEMA)[1]
NAME = f"{APP_ID}.SearchProvider"
PATH = "/" + NAME.replace(".", "/")
PATIENCE = 60


def content(name):
    return json.loads((SOURCE / "data/content" / name).read_text(encoding="utf-8"))


def check(condition, words):
    if not condition:
        raise AssertionError(words)


class Session:
    """A session bus that can start the provider, with settings of its own."""

    def __init__(self, language="en", **settings):
        self.language = language
        self.settings = settings

    def __enter__(self):
        self.stack = contextlib.ExitStack()
        folder = pathlib.Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        services = folder / "services"
        services.mkdir()
        (services / f"{NAME}.service").write_text(f"[D-BUS Service]\nName={NAME}\nExec={PROGRAM}\n", encoding="utf-8")
        keyfile = folder / "glib-2.0/settings/keyfile"
        keyfile.parent.mkdir(parents=True)
        values = "".join(f"{key.replace('_', '-')}={value}\n" for key, value in self.settings.items())
        keyfile.write_text(f"[{APP_ID.replace('.', '/')}]\n{values}", encoding="utf-8")
        # The bus gives its environment to what it starts.
        os.environ |= {
            "GSETTINGS_BACKEND": "keyfile",
            "XDG_CONFIG_HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": self.language,
        }
        self.bus = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        self.bus.add_service_dir(str(services))
        self.bus.up()
        self.stack.callback(self.bus.down)
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self.bus.get_bus_address(),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None,
            None,
        )
        self.stack.callback(self.connection.close_sync)
        return self

    def __exit__(self, *_):
        self.stack.close()

    def call(self, method, signature, *arguments):
        return self.connection.call_sync(
            NAME, PATH, "org.gnome.Shell.SearchProvider2", method, GLib.Variant(signature, arguments), None,
            Gio.DBusCallFlags.NONE, PATIENCE * 1000, None,
        ).unpack()  # fmt: skip

    def search(self, *terms):
        return self.call("GetInitialResultSet", "(as)", terms)[0]

    def describe(self, *ids):
        return self.call("GetResultMetas", "(as)", ids)[0]

    def is_running(self):
        return self.connection.call_sync(
            "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", GLib.Variant("(s)", (NAME,)), None,
            Gio.DBusCallFlags.NONE, -1, None,
        ).unpack()[0]  # fmt: skip


def phrase(language, number=0):
    return next(one for one in content(f"phrases/{language}.json")["phrases"][number:] if not one.get("blanks"))


def words_of(text, count=4):
    return re.findall(r"\w+", text)[:count]


def test_phrases():
    """Is started by being asked, and gives a phrase with its words to copy."""
    with Session() as session:
        check(not session.is_running(), "runs before it is asked")
        wanted = phrase("en")
        found = session.search(*words_of(wanted["text"]))
        check(found and found[0] == f"phrase/{wanted['id']}", f"found {found}")
        meta = session.describe(found[0])[0]
        check(meta["name"] == wanted["text"] and meta["clipboardText"] == wanted["text"], meta)
        check(meta["description"] == wanted["serves"] and meta["id"] == found[0], meta)
        check(session.is_running(), "does not run after it was asked")


def test_guide():
    """Finds chapters and points of the guide."""
    with Session() as session:
        chapter = content("guide.json")["chapters"][0]
        found = session.search(*re.findall(r"\w+", chapter["title"]))
        check(f"chapter/{chapter['id']}" in found, f"found {found}")
        points = [one for one in session.search("apology") + session.search("intent") if one.startswith("point/")]
        check(points, "no point of the guide")
        check(all(meta["name"] and "clipboardText" not in meta for meta in session.describe(*points)), "a point’s meta")


def test_narrowing():
    """More words find no more, and no words find nothing."""
    with Session() as session:
        first = session.search("person")
        narrower = session.call("GetSubsearchResultSet", "(asas)", first, ["person", "hurt"])[0]
        check(first and narrower and set(narrower) < set(first), f"{narrower} of {first}")
        check(len(set(first)) == len(first), "the same twice")
        check(session.search() == [] and session.search("", " ") == [], "found something without a word")
        check(session.search("zzyzx") == [], "found something for nonsense")
        check(session.describe("phrase/no-such", "nonsense") == [], "described what is not there")


def test_languages():
    """Speaks the language of the desktop, or the one that was chosen for content and phrases."""
    for language in [one["id"] for one in content("languages.json")["languages"]]:
        wanted = phrase(language, 8)
        locale = language.replace("-BR", "_BR").replace("zh-Hans", "zh_CN")
        with Session(language=locale) as session:
            found = session.search(wanted["text"])
            check(f"phrase/{wanted['id']}" in found, f"{language}: {found}")
        with Session(content_language=f"'{language}'") as session:
            check(f"phrase/{wanted['id']}" in session.search(wanted["text"]), f"{language}, chosen")
    wanted = phrase("es", 3)
    with Session(content_language="'ar'", phrase_language="'es'") as session:
        check(f"phrase/{wanted['id']}" in session.search(wanted["text"]), "Spanish phrases beside an Arabic guide")


def test_scenarios():
    """Shows scenarios to those only who asked for it."""
    name, card = next((path.stem, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(SOURCE.glob("data/content/scenarios/*.json")))
    for asked in (False, True):
        with Session(**({"search_scenarios": "true"} if asked else {})) as session:
            found = session.search(card["title"])
            check((f"scenario/{name}" in found) == asked, f"{asked}: {found}")


class Application:
    """Stands in for the application on the bus, and keeps what it is asked to do."""

    XML = """<node><interface name="org.freedesktop.Application"><method name="ActivateAction">
      <arg type="s" direction="in"/><arg type="av" direction="in"/><arg type="a{sv}" direction="in"/>
      </method></interface></node>"""

    def __init__(self, session):
        self.asked = []
        node = Gio.DBusNodeInfo.new_for_xml(self.XML)
        session.connection.register_object("/" + APP_ID.replace(".", "/"), node.interfaces[0], self.on_call, None, None)
        session.connection.call_sync(
            "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName", GLib.Variant("(su)", (APP_ID, 4)), None,
            Gio.DBusCallFlags.NONE, -1, None,
        )  # fmt: skip

    def on_call(self, connection, sender, path, interface, method, parameters, invocation):
        action, values, platform_data = parameters.unpack()
        self.asked.append((action, values, platform_data.get("desktop-startup-id")))
        invocation.return_value(None)


def wait_until(condition):
    """Lets the bus work until something is so; says whether it came to be."""
    context = GLib.MainContext.default()
    deadline = time.monotonic() + PATIENCE
    # Wakes the context now and then, so that the deadline is seen.
    tick = GLib.timeout_add(100, lambda: True)
    while not condition() and time.monotonic() < deadline:
        context.iteration(True)
    GLib.source_remove(tick)
    return condition()


def test_opening():
    """Opens what is chosen, and the whole search, in the application."""
    with Session() as session:
        application = Application(session)
        done = []
        for method, signature, arguments in (
            ("ActivateResult", "(sasu)", ("phrase/step-back", ["step"], 77)),
            ("LaunchSearch", "(asu)", (["two", "words"], 78)),
        ):
            session.connection.call(
                NAME, PATH, "org.gnome.Shell.SearchProvider2", method, GLib.Variant(signature, arguments), None,
                Gio.DBusCallFlags.NONE, PATIENCE * 1000, None, lambda source, result: done.append(source.call_finish(result)),
            )  # fmt: skip
        check(wait_until(lambda: len(done) == 2), "no answer")
        wanted = [
            ("show-found", ["phrase/step-back"], "_TIME77"),
            ("search-phrases", ["two words"], "_TIME78"),
        ]
        check(application.asked == wanted, application.asked)


def test_trouble():
    """Says so where the application cannot be opened."""
    with Session() as session:
        try:
            session.call("ActivateResult", "(sasu)", "phrase/step-back", ["step"], 0)
        except GLib.Error as error:
            check("ServiceUnknown" in error.message or "not provided" in error.message, error.message)
        else:
            raise AssertionError("no error without an application")
        check(session.is_running(), "ended with the error")


def test_idle():
    """Ends by itself when nobody asks any more."""
    with Session() as session:
        session.search("person")
        check(session.is_running(), "does not run")
        check(wait_until(lambda: not session.is_running()), "still runs")
        check(session.search("person"), "does not start again")


def test_small():
    """Needs neither GTK nor a display."""
    libraries = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
    check("libgtk" not in libraries and "libadwaita" not in libraries, libraries)


TESTS = {
    "phrases": test_phrases,
    "guide": test_guide,
    "narrowing": test_narrowing,
    "languages": test_languages,
    "scenarios": test_scenarios,
    "opening": test_opening,
    "trouble": test_trouble,
    "idle": test_idle,
    "small": test_small,
}


def main():
    os.environ.pop("DISPLAY", None)
    failed = False
    print(f"1..{len(TESTS)}", flush=True)
    for number, (name, test) in enumerate(TESTS.items(), 1):
        try:
            test()
            print(f"ok {number} - {name}", flush=True)
        except Exception as error:  # one broken case must not hide the others
            failed = True
            print(f"not ok {number} - {name}\n# {type(error).__name__}: {str(error)[:2000]}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
