#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is chosen in the desktop’s search opens in the application."""

import os
import subprocess

from content import blanks_shown
from gi.repository import Gio, GLib
from harness import APP_ID, App, in_languages, run, wait_for

NAME = f"{APP_ID}.SearchProvider"


class Provider:
    """The search provider on the session’s bus."""

    def __init__(self, app):
        self.process = subprocess.Popen([os.environ["UPSTANDER_SEARCH_PROVIDER"]], env=app.environment)
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        wait_for("the search provider on the bus", lambda: self.call("GetInitialResultSet", "(as)", ["a"]) is not None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def call(self, method, signature, *arguments):
        return self.bus.call_sync(
            NAME, "/" + NAME.replace(".", "/"), "org.gnome.Shell.SearchProvider2", method,
            GLib.Variant(signature, arguments), None, Gio.DBusCallFlags.NO_AUTO_START, 20000, None,
        )  # fmt: skip


def test_phrase(language):
    with App(language) as app, Provider(app) as provider:
        phrase = next(one for one in app.content.phrases() if "blanks" not in one)
        provider.call("ActivateResult", "(sasu)", f"phrase/{phrase['id']}", ["x"], 0)
        app.find(None, blanks_shown(phrase))
        app.heading(app.ui("Serves"))


def test_guide(language):
    """Also a second time, when the window is there and elsewhere."""
    with App(language) as app, Provider(app) as provider:
        for chapter in app.content.guide[1:3]:
            provider.call("ActivateResult", "(sasu)", f"chapter/{chapter['id']}", ["x"], 0)
            app.heading(chapter["title"], level=1)


def test_scenario(language):
    with App(language) as app, Provider(app) as provider:
        scenario = app.content.scenarios["night-bus"]
        provider.call("ActivateResult", "(sasu)", "scenario/night-bus", ["x"], 0)
        app.heading(scenario["title"], level=1)


def test_search(language):
    """The whole search goes on in the phrase library."""
    with App(language) as app, Provider(app) as provider:
        words = app.content.phrases()[0]["text"].split()[:2]
        provider.call("LaunchSearch", "(asu)", words, 0)
        entry = app.find("entry", app.ui("Search phrases"))
        wait_for("the words in the search", lambda: app.content_of(entry) == " ".join(words))


if __name__ == "__main__":
    run(*in_languages(test_phrase, test_guide, test_scenario, test_search))
