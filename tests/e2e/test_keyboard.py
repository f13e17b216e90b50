# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything once more with real keys alone: the accessibility tree is read here and never acted on."""

import re
import tempfile

from content import Walk, as_typed, plain
from harness import App, Failure, in_languages, run, wait_for
from test_phrases import choose_phrase, says_number, wait_listed
from test_practice import SCENARIO, SETTINGS, expect_asking, expect_ending, expect_feedback, expect_happening, two_ways


def ending_in(text):
    return re.compile(re.escape(plain(text)) + "$")


def test_guide(language):
    """Reads a chapter and the next, and comes back to where one was."""
    with App(language) as app:
        first, second = app.content.guide[0], app.content.guide[1]
        app.key("alt+1")
        app.tab_to(first["title"])
        app.key("Return")
        app.heading(first["title"], level=1)
        app.wait_focus(first["title"])
        app.tab_to(second["title"])
        app.key("Return")
        app.heading(second["title"], level=1)
        app.wait_focus(second["title"])
        app.key("alt+Left")
        app.heading(first["title"], level=1)
        app.key("alt+Left")
        app.find("list", app.ui("Chapters"))
        app.wait_focus(first["title"])


def test_guide_search(language):
    with App(language) as app:
        chapter = app.content.guide[3]
        block = next(block for block in chapter["blocks"] if block.get("title"))
        app.key("ctrl+f")
        app.wait_focus(app.ui("Search the guide"))
        app.type(as_typed(block["title"], language))
        app.find("button", block["title"], node=app.find("list", app.ui("Search Results")))
        app.tab_to(block["title"])
        app.key("Return")
        app.heading(chapter["title"], level=1)
        app.wait_focus(block["title"])


def test_practice(language):
    """A scenario from its card to its ending, a step back, and out and in again."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home, settings=SETTINGS, keys_only=True) as app:
            scenario = app.content.scenarios[SCENARIO]
            way = two_ways(scenario)[0]
            walk = Walk(scenario)
            app.key("alt+2")
            app.find("list", app.ui("Scenarios"))
            app.tab_to(scenario["title"])
            app.key("Return")
            app.heading(scenario["title"], level=1)
            app.tab_to(app.ui("Start"))
            app.key("Return")
            expect_asking(app, walk)
            choice = choose(app, walk, way[0])

            app.key("ctrl+z")
            walk.start()
            expect_asking(app, walk)
            choice = choose(app, walk, way[0])

            app.tab_to(app.ui("What do you notice?"))
            app.type("a quick glance")
            app.key("Return")
            expect_feedback(app, choice)
            app.says("a quick glance")

        with App(language, home=home, keys_only=True) as app:
            expect_feedback(app, choice)
            app.tab_to(app.ui("Continue"))
            app.key("Return")
            expect_asking(app, walk)
            for wanted in way[1:]:
                choice = choose(app, walk, wanted)
                app.key("ctrl+Return")
                expect_feedback(app, choice)
                app.key("ctrl+Return")
                if not walk.ended:
                    expect_asking(app, walk)
            expect_ending(app, walk)
            app.tab_to(app.ui("Back to Practice"))
            app.key("Return")
            app.find("list", app.ui("Scenarios"))


def choose(app, walk, wanted):
    choice = next(choice for choice in walk.choices if choice["id"] == wanted)
    app.tab_to(ending_in(app.content.said_or_done(choice)))
    app.key("Return")
    walk.choose(choice)
    expect_happening(app, walk, choice)
    app.wait_focus(app.ui("What happens"))
    return choice


def test_leave_a_scene(language):
    with App(language, settings=SETTINGS, keys_only=True) as app:
        scenario = app.content.scenarios[SCENARIO]
        app.key("alt+2")
        app.tab_to(scenario["title"])
        app.key("Return")
        app.tab_to(app.ui("Start"))
        app.key("Return")
        expect_asking(app, Walk(scenario))
        app.key("ctrl+Escape")
        app.find("list", app.ui("Scenarios"))
        app.wait_focus(scenario["title"])


def test_phrases(language):
    """Searches for a phrase, opens it, copies it, marks it and finds it among the favourites."""
    with App(language) as app:
        phrase = choose_phrase(app)
        app.key("alt+3")
        app.find("list", app.ui("Phrases"))
        app.key("ctrl+f")
        app.wait_focus(app.ui("Search phrases"))
        app.type(as_typed(phrase["text"], language))
        wait_listed(app, [phrase])
        app.tab_to(re.compile("^" + re.escape(plain(phrase["text"]))))
        # The row itself or the button in it: either opens the phrase.
        app.key("Return")
        app.heading(phrase["text"], level=1)
        app.wait_focus(phrase["text"])
        app.key("ctrl+shift+c")
        wait_for("the copied phrase", lambda: app.clipboard() == phrase["text"])
        app.key("ctrl+d")
        app.tab_to(app.ui("Favourite"))
        wait_for("the mark", lambda: app.is_pressed(app.focused()))
        app.key("alt+Left")
        wait_listed(app, [phrase])
        app.key("ctrl+shift+f")
        app.tab_to(app.ui("Favourites"))
        app.key("space")
        wait_listed(app, [phrase])


def test_filter_by_move(language):
    """Chooses a move from the list of moves, and only its phrases are left."""
    with App(language) as app:
        phrases = app.content.phrases()
        # One of the first, because where its list has to scroll, GTK 4.18 takes some presses for that alone.
        move = next(move for move in app.content.moves[1:] if any(it["move"] == move["id"] for it in phrases))
        app.key("alt+3")
        app.find("list", app.ui("Phrases"))
        app.key("ctrl+shift+f")
        app.tab_to(app.ui("All moves"))
        app.key("Return")
        titles = {plain(text) for text in (app.ui("All moves"), *(each["title"] for each in app.content.moves))}

        def in_focus():
            """Which item of the list has the focus, by the text in it."""
            focused = app.focused()
            if focused is None or focused.get_role_name() != "list item":
                return None
            return next((text for text in app.texts(focused) if text in titles), None)

        while (now := wait_for("a move in focus", in_focus)) != plain(move["title"]):

            def pressed_on():
                """Presses again only where the list did not take the key."""
                app.key("Down")
                try:
                    return wait_for("the next move", lambda: in_focus() not in (None, now), 2)
                except Failure:
                    return None

            wait_for("the next move", pressed_on)
        app.key("Return")
        passing = [phrase for phrase in phrases if phrase["move"] == move["id"]]
        says_number(app, len(passing))
        wait_listed(app, passing)


def test_dialogs(language):
    """Each opens by its keys, and Escape gives the focus back to where it was."""
    with App(language) as app:
        app.tab_to(app.content.guide[1]["title"])
        for keys, name in (("ctrl+comma", "Preferences"), ("ctrl+shift+question", "Keyboard Shortcuts")):
            app.key(keys)
            app.find("dialog", app.ui(name))
            app.key("Escape")
            app.gone("dialog", app.ui(name))
            app.wait_focus(app.content.guide[1]["title"])
        app.key("F10")
        app.find("menu", app.ui("Main Menu"))
        app.key("Escape")
        app.gone("menu", app.ui("Main Menu"))


def test_tab_goes_round(language):
    """Forward and backward, the Tab key comes past the same things and always shows where it is."""
    with App(language) as app:

        def round_trip(key):
            names = []
            first = None
            for _ in range(60):
                app.key(key)
                item = wait_for("something in focus", app.focused)
                place = (item.get_role_name(), item.get_name())
                if place == first:
                    return names
                first = first or place
                names.append(place)
            raise Failure(f"{key} does not come round: {names}")

        forward = round_trip("Tab")
        backward = round_trip("shift+Tab")
        if set(forward) != set(backward):
            raise Failure(f"forward {forward}\nand backward {backward}")


if __name__ == "__main__":
    run(
        *in_languages(
            test_guide,
            test_guide_search,
            test_practice,
            test_leave_a_scene,
            test_phrases,
            test_filter_by_move,
        test_dialogs,
            test_tab_goes_round,
        )
    )
