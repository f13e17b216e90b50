# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: what it remembers, its dialogs, and what it says when something is wrong."""

import os
import re
import subprocess
import tempfile

from content import Content, plain
from harness import APP, APP_ID, App, Failure, MAIN_MENU, in_languages, run, wait_for


def test_remembers_size_and_place(language):
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home) as app:
            app.resize(900, 640)
            app.go("Phrases")
            app.find("list", app.ui("Phrases"))
        with App(language, home=home) as app:
            wait_for("the size it had", lambda: app.geometry() == (900, 640))
            app.find("list", app.ui("Phrases"))
            if not app.is_pressed(app.find("toggle", app.ui("Phrases"))):
                raise Failure("the sidebar does not say where one is")


def test_narrow(language):
    """At phone size the sidebar gives way, and Back leads to it."""
    with App(language) as app:
        app.resize(360, 640)
        app.gone("toggle", app.ui("Practice"))
        app.back()
        app.press("toggle", app.ui("Practice"))
        app.find("list", app.ui("Scenarios"))
        app.gone("toggle", app.ui("Practice"))


def test_direction(language):
    """The sidebar is where reading starts."""
    with App(language) as app:
        sidebar = app.extents(app.find("toggle", app.ui("Guide")))
        middle = app.geometry()[0] / 2
        if (sidebar.x > middle) != (language == "ar"):
            raise Failure(f"the sidebar is at {sidebar.x}, the middle of the window at {middle}")


def test_preferences(language):
    """The language of the content and the size of the text change at once."""
    with App(language) as app:
        other = "en" if language == "ar" else "ar"
        told, now = app.content.guide[0], Content(other).guide[0]
        app.find("button", told["title"])
        app.choose_from_menu("preferences")
        app.find("dialog", app.ui("Preferences"))
        app.find("label", app.ui("Reduced Pauses"))
        # A row of libadwaita’s has nothing that assistive technology could press; it has the focus.
        app.wait_focus(app.ui("Language of the Content"))
        app.key("Return")
        wanted = {"en": "English", "ar": "العربية"}[other]
        for _ in range(10):
            focused = wait_for("a language in focus", app.focused)
            if wanted in app.texts(focused):
                break
            app.key("Down")
            wait_for("the next language", lambda: app.focused() != focused)
        app.key("Return")
        app.find("button", now["title"])
        app.key("Escape")
        app.gone("dialog", app.ui("Preferences"))
        app.gone("button", told["title"])


def test_text_size(language):
    """Larger text makes the same words take more room."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home) as app:

            def height():
                label = app.find("label", app.content.guide[0]["summary"])
                return app.extents(label).height

            before = height()
            app.key("ctrl+plus")
            app.key("ctrl+plus")
            wait_for("higher text", lambda: height() > before)
            app.key("ctrl+0")
            wait_for("text as high as before", lambda: height() == before)
            app.key("ctrl+plus")
            wait_for("higher text", lambda: height() > before)
        with App(language, home=home) as app:
            wait_for("higher text after a restart", lambda: height() > before)


def test_shortcuts(language):
    """The dialog lists each command with its keys."""
    with App(language) as app:
        app.choose_from_menu("shortcuts")
        dialog = app.find("dialog", app.ui("Keyboard Shortcuts"))
        app.says(app.ui("General"), app.ui("Main Menu"), "F10", app.ui("Places"), app.ui("Practice"), node=dialog)
        app.key("Escape")
        app.gone("dialog", app.ui("Keyboard Shortcuts"))


def test_about(language):
    with App(language) as app:
        app.choose_from_menu("about")
        app.find("dialog", app.ui("About", domain="libadwaita"))
        app.find(None, "Upstander")
        app.key("Escape")


def test_help_is_not_offered_where_there_is_none(language):
    """The help is found once it is installed beside the application, which the build at hand is not."""
    with App(language) as app:
        app.press("toggle", app.ui("Main Menu"))
        menu = app.find("menu", app.ui("Main Menu"))
        wait_for("its items and no other", lambda: len(list(app.matching("menu item", node=menu))) == len(MAIN_MENU))
        app.key("Escape")


def banner(app):
    """What the banner says, above whose button it stands."""
    button = app.find("button", app.ui("Try Again"))
    return app.texts(button.get_parent())[0]


def test_journal_that_cannot_be_kept(language):
    """Something that is no folder is in its place: it says so, works on, and goes on when mended."""
    with tempfile.TemporaryDirectory() as home:
        os.makedirs(f"{home}/data")
        in_the_way = f"{home}/data/{APP_ID}"
        open(in_the_way, "w").close()
        with App(language, home=home) as app:
            if plain(in_the_way) not in banner(app):
                raise Failure(f"it does not say what is in the way: {banner(app)}")
            app.go("Practice")
            app.press("button", next(iter(app.content.scenarios.values()))["title"])
            app.find("button", app.ui("Start"))
            os.remove(in_the_way)
            app.press("button", app.ui("Try Again"))
            app.gone("button", app.ui("Try Again"))
            wait_for("the journal’s folder", lambda: os.path.isdir(in_the_way))


def test_journal_open_elsewhere(language):
    """Another copy has the journal: it says so, and takes over once that copy is closed."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home) as app:
            environment = app.environment
        # Without a bus, the other copy cannot know of this one.
        holder = subprocess.Popen(
            [APP],
            env={**environment, "DBUS_SESSION_BUS_ADDRESS": "disabled:", "GTK_A11Y": "none"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for("the window of the other copy", lambda: subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--pid", str(holder.pid)], capture_output=True
            ).stdout)
            with App(language, home=home) as app:
                said = banner(app)
                if home in said or "Upstander" not in said:
                    raise Failure(f"it does not say that Upstander is open twice: {said}")
                holder.kill()
                holder.wait()
                app.press("button", app.ui("Try Again"))
                app.gone("button", app.ui("Try Again"))
        finally:
            if holder.poll() is None:
                holder.kill()
                holder.wait()


def test_second_start(language):
    """A second start ends at once and leaves the one window."""
    with App(language) as app:
        second = subprocess.run([APP], env=app.environment, capture_output=True, timeout=30)
        if second.returncode != 0:
            raise Failure(f"the second start ended with {second.returncode}: {second.stderr}")
        frames = list(app.matching("frame", showing=False))
        if len(frames) != 1:
            raise Failure(f"there are {len(frames)} windows")


def test_quits_from_everywhere(language):
    """It ends well from each place and page."""
    for steps in (
        (),
        (("guide", 0),),
        (("go", "Practice"),),
        (("go", "Practice"), ("scenario", 0)),
        (("go", "Phrases"),),
        (("go", "Phrases"), ("phrase", 0)),
    ):
        with App(language) as app:
            for kind, what in steps:
                if kind == "go":
                    app.go(what)
                elif kind == "guide":
                    app.press("button", app.content.guide[what]["title"])
                    app.heading(app.content.guide[what]["title"], level=1)
                elif kind == "scenario":
                    title = list(app.content.scenarios.values())[what]["title"]
                    app.press("button", title)
                    app.heading(title, level=1)
                else:
                    app.press_item(
                        next(app.matching("button", node=app.find("list", app.ui("Phrases"))))
                    )
                    app.heading(re.compile("."), level=1)


run(
    *in_languages(
        test_remembers_size_and_place,
        test_narrow,
        test_direction,
        test_preferences,
        test_text_size,
        test_shortcuts,
        test_about,
        test_help_is_not_offered_where_there_is_none,
        test_journal_that_cannot_be_kept,
        test_journal_open_elsewhere,
        test_second_start,
        test_quits_from_everywhere,
    )
)
