# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window is blank at once, whatever it showed, and comes back as it was."""

import subprocess
import tempfile

from content import plain
from harness import App, Failure, in_languages, run, wait_for
from test_practice import SCENARIO, SETTINGS, choose, open_intro, start, two_ways


def title(app):
    return subprocess.run(
        ["xdotool", "getwindowname", app.window_id], capture_output=True, text=True, check=True
    ).stdout.strip()


def expect_hidden(app):
    """Nothing is there but an empty page, whoever asks."""
    wait_for("the name of a blank window", lambda: title(app) == app.ui("Document"))
    app.find("button", app.ui("Back"))
    said = [name for name in app.texts() if name != app.root.get_name()]
    allowed = {
        plain(text)
        for text in (
            app.ui("Back"),
            app.ui("Document"),
            *(app.ui(text, domain="gtk40") for text in ("Minimize", "Maximize", "Close", "Restore")),
        )
    }
    wrong = [name for name in said if name not in allowed]
    if wrong:
        raise Failure(f"what is hidden is there: {wrong}")
    frame = app.find("frame", None)
    if plain(frame.get_name()) != plain(app.ui("Document")) or title(app) != app.ui("Document"):
        raise Failure(f"the window is called “{frame.get_name()}” and “{title(app)}”")


def test_quick_hide(language):
    """The window is blank at once, and comes back as it was: words, focus and place."""
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        walk = start(app, scenario)
        called = title(app)
        choose(app, walk, two_ways(scenario)[0][0])
        notice = app.ui("What do you notice?")
        app.tab_to(notice)
        app.type("a glance")
        app.key("Left")
        before = app.extents(app.find("entry", notice)).y

        app.key("F9")
        expect_hidden(app)
        # No other key brings anything to light.
        for keys in ("ctrl+comma", "ctrl+shift+question", "ctrl+f", "alt+1", "F10", "F8", "Escape", "alt+Left"):
            app.key(keys)
        expect_hidden(app)
        app.key("F9")
        app.wait_focus(notice)
        wait_for("its place", lambda: app.extents(app.find("entry", notice)).y == before)
        if title(app) != called:
            raise Failure(f"the window is called “{title(app)}” and not “{called}”")
        # Neither is anything selected nor the cursor elsewhere.
        app.key("x")
        expect_typed(app, notice, "a glancxe")

        # By its button, and by the button of the blank page.
        app.press("button", app.ui("Hide the Window"))
        expect_hidden(app)
        app.press("button", app.ui("Back"))
        expect_typed(app, notice, "a glancxe")

        # The keys work as before.
        app.key("ctrl+comma")
        app.find("dialog", app.ui("Preferences"))
        app.key("Escape")
        app.gone("dialog", app.ui("Preferences"))


def expect_typed(app, name, text):
    wait_for(f"“{text}”", lambda: app.content_of(app.find("entry", name)) == text)


def test_quick_hide_a_dialog_and_a_menu(language):
    """What floats above the window goes with it; a dialog comes back."""
    with App(language, settings=SETTINGS) as app:
        app.key("ctrl+comma")
        app.find("dialog", app.ui("Preferences"))
        app.wait_focus(app.ui("Language of the Content"))
        app.key("F9")
        expect_hidden(app)
        app.press("button", app.ui("Back"))
        app.find("dialog", app.ui("Preferences"))
        app.wait_focus(app.ui("Language of the Content"))
        app.key("Escape")
        app.gone("dialog", app.ui("Preferences"))

        app.key("F10")
        app.find("menu", app.ui("Main Menu"))
        wait_for("the focus in the menu", lambda: (item := app.focused()) and item.get_role_name() == "menu item")
        app.key("F9")
        expect_hidden(app)
        app.key("F9")
        app.find("toggle", app.ui("Guide"))
        app.gone("menu", app.ui("Main Menu"))


def test_quick_hide_is_everywhere(language):
    """Each place and page has the button, in a wide window and in a narrow one."""
    with App(language, settings=SETTINGS) as app:
        one = lambda: len(list(app.matching("button", app.ui("Hide the Window")))) == 1
        for width in (1000, 360):
            app.resize(width, 640)
            for place in ("Guide", "Practice", "Phrases"):
                app.go(place)
                wait_for(f"one button to hide the window in {place}", one)
        # The sidebar, where it is alone.
        app.key("alt+Left")
        app.find("toggle", app.ui("Guide"))
        wait_for("one button to hide the window beside the places", one)
        app.press("toggle", app.ui("Practice"))
        open_intro(app, app.content.scenarios[SCENARIO])
        wait_for("one button to hide the window", one)
        app.press("button", app.ui("Start"))
        app.find("button", app.ui("Step Away"))
        wait_for("one button to hide the window in a scene", one)


def test_close_while_hidden(language):
    """The next start is at the usual place, even with a dialog below the blank page."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home, settings=SETTINGS) as app:
            app.go("Phrases")
            app.key("ctrl+comma")
            app.find("dialog", app.ui("Preferences"))
            app.key("F9")
            expect_hidden(app)
            app.key("ctrl+w")
            wait_for("the end", lambda: app.process.poll() is not None)
        with App(language, home=home) as app:
            app.find("list", app.ui("Phrases"))
            wait_for("its own name", lambda: title(app) != app.ui("Document"))


if __name__ == "__main__":
    run(
        *in_languages(
            test_quick_hide,
            test_quick_hide_a_dialog_and_a_menu,
            test_quick_hide_is_everywhere,
            test_close_while_hidden,
        )
    )
