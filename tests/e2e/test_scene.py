# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a scene: skipping, stepping away, hiding, one's own words before the options, and one's own pace."""

import json
import os
import re
import tempfile

from content import Walk, plain, shortest_ways
from harness import App, Failure, in_languages, run, settle, wait_for
from test_hide import expect_hidden
from test_practice import (
    SCENARIO,
    SETTINGS,
    choice_buttons,
    choose,
    expect_ending,
    expect_feedback,
    expect_happening,
    go_on,
    open_intro,
    pick,
    start,
    take_step,
    two_ways,
)

OWN_WORDS = "Before the Options: In One’s Own Words"
WORDS = {"en": "Please stop doing the voice.", "ar": "من فضلك كفى تقليدًا."}
# What Arabic is typed on is a keyboard of its own; these keys are on any.
TYPED = "Please stop."


def first_pivotal(app):
    """A scenario whose first decision is the pivotal one."""
    scenario = app.content.scenarios["stand-up-accent"]
    assert pivotal_scene(scenario)["id"] == scenario["start"]
    return scenario


def pivotal_scene(scenario):
    return next(scene for scene in scenario["scenes"] if scene.get("pivotal"))


def shortest_way(scenario):
    return min(shortest_ways(scenario).values(), key=len)


def focus_is(app, item):
    wait_for("the focus to be back", lambda: app.focused() == item)


def area(app):
    return app.find("entry", app.ui(OWN_WORDS))


def expect_rehearsal(app, walk, words=""):
    """One's own words are asked for, and no option is shown yet."""
    app.heading(walk.scene["ask"])
    app.heading(app.ui(OWN_WORDS))
    wait_for(f"“{words}” in the entry", lambda: app.content_of(area(app)) == words)
    if next(app.matching("list", walk.scene["ask"]), None) is not None:
        raise Failure("the options are shown before one’s own words")


def show_options(app, walk):
    app.press("button", app.ui("Show the Options"))
    walk.rehearsed = True
    return choice_buttons(app, walk)


def test_content_note_first(language):
    """Before anything of the story there is the note on its content."""
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        open_intro(app, scenario)
        app.says(scenario["title"], app.ui("Before starting"), scenario["contentNote"], scenario["summary"])
        app.wait_focus(scenario["title"])


def test_skip_a_scene(language):
    """A neutral summary stands for its lines, and one decides as ever; it is remembered and can be undone."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home, settings=SETTINGS) as app:
            scenario = app.content.scenarios[SCENARIO]
            way = two_ways(scenario)[0]
            walk = start(app, scenario)
            lines = [plain(line["text"]) for line in walk.lines()]
            app.says(*lines)
            app.press("button", app.ui("Skip This Scene"))
            expect_skipped(app, walk, lines)
            app.press("button", app.ui("Show the Scene"))
            app.says(*lines)
            app.press("button", app.ui("Skip This Scene"))
            expect_skipped(app, walk, lines)

        with App(language, home=home) as app:
            expect_skipped(app, walk, lines)

            # What happens after a choice can be skipped too.
            choice = pick(walk, way[0])
            app.press_item(choice_buttons(app, walk)[walk.choices.index(choice)])
            walk.choose(choice)
            happens = [plain(line["text"]) for line in walk.happens]
            app.says(*happens)
            app.press("button", app.ui("Skip What Happens"))
            app.find("label", app.ui("Skipped"))
            if any(line in app.texts() for line in happens):
                raise Failure("what happens is still there")
            go_on(app)
            expect_feedback(app, choice)

        with App(language, home=home) as app:
            expect_feedback(app, choice)
            app.find("label", app.ui("Skipped"))
            app.press("button", app.ui("Show What Happens"))
            app.says(*happens)


def expect_skipped(app, walk, lines):
    app.says(*(scene["summary"] for scene in walk.passage), walk.scene["ask"])
    app.find("button", app.ui("Show the Scene"))
    if any(line in app.texts() for line in lines):
        raise Failure("lines of the skipped scene are still there")
    choice_buttons(app, walk)


def test_own_words(language):
    """Half-typed they survive quitting; they stand beside the options and after the ending, and are kept if asked."""
    words = WORDS[language]
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home, settings=SETTINGS) as app:
            scenario = first_pivotal(app)
            walk = start(app, scenario)
            expect_rehearsal(app, walk)
            app.fill("entry", app.ui(OWN_WORDS), words[:6])
            wait_for("the words", lambda: app.content_of(area(app)) == words[:6])

        with App(language, home=home) as app:
            expect_rehearsal(app, walk, words[:6])
            app.fill("entry", app.ui(OWN_WORDS), words)
            show_options(app, walk)
            app.says(walk.scene["ask"], app.ui("Own Words"), words)

        with App(language, home=home) as app:
            # It is asked once in a run, and the words are still there.
            app.says(app.ui("Own Words"), words)
            for wanted in shortest_way(scenario):
                take_step(app, walk, wanted)
            expect_ending(app, walk)
            expect_listen_for(app, scenario, app.ui("In what was written before the options"), words)
            app.press("button", app.ui("Keep These Words in the Journal"))
            app.find("button", app.ui("Take These Words out of the Journal"))
            app.press("button", app.ui("Back to Practice"))
            app.find("list", app.ui("Scenarios"))

        with App(language, home=home) as app:
            open_intro(app, scenario)
            app.press("button", app.ui("Back to the Ending"))
            expect_listen_for(app, scenario, app.ui("In what was written before the options"), words)
            # Now they are not to be kept any more, and go with the ending.
            app.press("button", app.ui("Take These Words out of the Journal"))
            app.find("button", app.ui("Keep These Words in the Journal"))
            app.press("button", app.ui("Back to Practice"))
            app.find("list", app.ui("Scenarios"))
            open_intro(app, scenario)
            app.press("button", app.ui("Back to the Ending"))
            app.find("label", app.ui("What was written before the options has not been kept."))
            if plain(words) in app.texts():
                raise Failure("words that were not kept are still there")
        if any(words in content for content in files(home)):
            raise Failure("words that were not kept are in a file")


def files(home):
    for folder, _, names in os.walk(f"{home}/data"):
        for name in names:
            with open(os.path.join(folder, name), errors="replace") as file:
                yield file.read()


def expect_listen_for(app, scenario, about, *words):
    app.heading(app.ui("Three Things to Listen For"))
    app.says(app.ui("Three Things to Listen For"), about, *words, *pivotal_scene(scenario)["listenFor"])


def test_said_aloud_and_passed_over(language):
    """Said aloud, there is what to listen for and nothing to keep; passed over, there is nothing."""
    for aloud in (True, False):
        with App(language, settings=SETTINGS) as app:
            scenario = first_pivotal(app)
            walk = start(app, scenario)
            expect_rehearsal(app, walk)
            app.press("button", app.ui("Said Aloud" if aloud else "Show the Options"))
            walk.rehearsed = True
            for wanted in shortest_way(scenario):
                take_step(app, walk, wanted)
            expect_ending(app, walk)
            if aloud:
                expect_listen_for(app, scenario, app.ui("In what was said aloud before the options"))
                app.gone("button", app.ui("Keep These Words in the Journal"))
            else:
                app.gone("heading", app.ui("Three Things to Listen For"))


def step_away(app):
    app.press("button", app.ui("Step Away"))
    app.heading(app.ui("Paused"), level=1)
    app.wait_focus(app.ui("Paused"))
    app.heading(app.ui("Whom to Turn To"))


def there_and_back(app, focused):
    """Steps away and goes on, and finds the focus where it was."""
    wait_for("the focus", app.focused)
    step_away(app)
    app.press("button", app.ui("Go On"))
    app.gone("heading", app.ui("Paused"))
    app.wait_focus(focused)


def test_step_away(language):
    """In every phase one can step away, and is back where one was with everything half-typed."""
    with App(language, settings=SETTINGS) as app:
        scenario = first_pivotal(app)
        walk = start(app, scenario)
        expect_rehearsal(app, walk)
        app.tab_to(app.ui(OWN_WORDS))
        app.type(TYPED)
        there_and_back(app, app.ui(OWN_WORDS))
        app.key("x")
        expect_rehearsal(app, walk, TYPED + "x")

        show_options(app, walk)
        app.wait_focus(walk.scene["ask"])
        there_and_back(app, walk.scene["ask"])
        choice_buttons(app, walk)

        way = shortest_way(scenario)
        choice = choose(app, walk, way[0])
        notice = app.ui("What do you notice?")
        app.tab_to(notice)
        app.type("a glance")
        there_and_back(app, notice)
        expect_happening(app, walk, choice)
        # Nothing is selected that the next key would replace.
        app.key("s")
        wait_for("what was typed", lambda: app.content_of(app.find("entry", notice)) == "a glances")

        go_on(app)
        expect_feedback(app, choice)
        there_and_back(app, app.ui("What this does"))
        expect_feedback(app, choice)
        go_on(app)
        for wanted in way[1:]:
            take_step(app, walk, wanted)
        expect_ending(app, walk)
        there_and_back(app, re.compile("."))
        expect_ending(app, walk)

        step_away(app)
        app.press("button", app.ui("Leave for Today"))
        app.find("list", app.ui("Scenarios"))


def test_quit_while_away(language):
    """Who quits while away from a scene finds the scene again."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home, settings=SETTINGS) as app:
            scenario = app.content.scenarios[SCENARIO]
            walk = start(app, scenario)
            choice = choose(app, walk, two_ways(scenario)[0][0])
            step_away(app)
        with App(language, home=home) as app:
            expect_happening(app, walk, choice)


def test_support_without_a_run(language):
    """Looking after oneself is in the menu; contacts are kept as they are written."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home) as app:
            app.choose_from_menu("support")
            app.heading(app.ui("Whom to Turn To"))
            app.gone("heading", app.ui("Paused"))
            contact = contacts(app)[0]
            contact.get_editable_text_iface().set_text_contents("Amal, 555 0100")
            app.press("button", app.ui("Back to the Guide"))
            app.find("list", app.ui("Chapters"))
        with App(language, home=home) as app:
            # It is in the header of Practice too.
            app.go("Practice")
            app.press("button", app.ui("Looking After Oneself"))
            app.heading(app.ui("Whom to Turn To"))
            wait_for("the contact", lambda: app.content_of(contacts(app)[0]) == "Amal, 555 0100")


def contacts(app):
    return wait_for("places for contacts", lambda: list(app.matching("entry", showing=False)))


def test_links_come_back(language):
    """From the feedback to a move and to the guide, and back to the link that led there."""
    with App(language, settings=SETTINGS) as app:
        scenario = first_pivotal(app)
        choice = next(
            choice
            for choice in pivotal_scene(scenario)["choices"]
            if choice["practises"].get("moves") and choice["practises"].get("guide") and not choice.get("if")
        )
        walk = start(app, scenario)
        choose(app, walk, choice["id"])
        go_on(app)
        expect_feedback(app, choice)
        move = next(move for move in app.content.moves if move["id"] == choice["practises"]["moves"][0])
        point = choice["practises"]["guide"][0]
        chapter = next(chapter for chapter in app.content.guide if f'"{point}"' in json.dumps(chapter))
        for name in (move["title"], chapter["title"]):
            link = re.compile("^" + re.escape(plain(name)))
            app.tab_to(link)
            where = app.extents(app.focused()).y
            app.key("Return")
            app.heading(name, level=1)
            app.key("alt+Left")
            expect_feedback(app, choice)
            app.wait_focus(link)
            wait_for("the link where it was", lambda: app.extents(app.focused()).y == where)


def in_sight(app, height):
    """Whether what has the focus is where one sees it."""
    item = app.focused()
    place = app.extents(item) if item is not None else None
    return place is not None and place.height > 0 and 0 <= place.y < height


def test_narrower_keeps_the_turn_in_sight(language):
    """However the window or the text changes, the current turn stays where one sees it."""
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        walk = start(app, scenario)
        for wanted in two_ways(scenario)[0][:2]:
            take_step(app, walk, wanted)
        choice_buttons(app, walk)
        choose(app, walk, two_ways(scenario)[0][2])
        app.wait_focus(app.ui("What happens"))
        frame = app.find("frame", None)
        for size in ((800, 640), (700, 640), (360, 640), (360, 480), (1000, 700)):
            app.resize(*size)
            wait_for("the layout", lambda: app.extents(frame).width == size[0])
            wait_for(f"the turn to be in sight at {size}", lambda: in_sight(app, size[1] - 40))
            app.wait_focus(app.ui("What happens"))
        app.resize(360, 640)
        before = wait_for("the focus", lambda: (item := app.focused()) and app.extents(item).height)
        for _ in range(3):
            app.key("ctrl+plus")
        wait_for("large text", lambda: (item := app.focused()) and app.extents(item).height > before)
        wait_for("the turn to be in sight with large text", lambda: in_sight(app, 600))
        app.wait_focus(app.ui("What happens"))


def test_line_by_line(language):
    """The next line comes at the press of a key or a button, and the choices last."""
    with App(language, settings={"line-by-line": "true"}) as app:
        scenario = first_pivotal(app)
        walk = start(app, scenario)
        app.find("button", app.ui("Next Line"))
        app.key("space")
        app.press("button", app.ui("Next Line"))
        app.press("button", app.ui("Show All"))
        app.gone("button", app.ui("Next Line"))
        show_options(app, walk)
        choice = choose(app, walk, shortest_way(scenario)[0])
        next_line = app.ui("Next Line")
        app.find("button", next_line)
        for _ in range(20):
            if next(app.matching("button", next_line), None) is None:
                break
            app.key("space")
            settle()
        app.gone("button", next_line)
        expect_happening(app, walk, choice)


def test_by_keys(language):
    """All of it with real keys alone."""
    with App(language, settings=SETTINGS, keys_only=True) as app:
        scenario = first_pivotal(app)
        walk = Walk(scenario)
        app.key("alt+2")
        app.find("list", app.ui("Scenarios"))
        app.tab_to(scenario["title"])
        app.key("Return")
        app.heading(scenario["title"], level=1)
        app.tab_to(app.ui("Start"))
        app.key("Return")
        expect_rehearsal(app, walk)

        app.key("ctrl+j")
        app.says(*(scene["summary"] for scene in walk.passage))
        app.find("button", app.ui("Show the Scene"))
        app.key("ctrl+j")
        app.find("button", app.ui("Skip This Scene"))

        app.tab_to(app.ui(OWN_WORDS))
        app.type(TYPED)
        app.key("F8")
        app.heading(app.ui("Paused"), level=1)
        app.tab_to(app.ui("Go On"))
        app.key("F9")
        expect_hidden(app)
        app.key("F9")
        app.wait_focus(app.ui("Go On"))
        app.key("Return")
        app.wait_focus(app.ui(OWN_WORDS))
        app.key("ctrl+Return")
        walk.rehearsed = True
        app.wait_focus(walk.scene["ask"])
        app.says(app.ui("Own Words"), TYPED)

        for wanted in shortest_way(scenario):
            choice = pick(walk, wanted)
            app.tab_to(re.compile(re.escape(plain(app.content.said_or_done(choice))) + "$"))
            app.key("Return")
            walk.choose(choice)
            expect_happening(app, walk, choice)
            app.wait_focus(app.ui("What happens"))
            app.key("ctrl+Return")
            expect_feedback(app, choice)
            app.key("ctrl+Return")
            if not walk.ended:
                choice_buttons(app, walk)
        expect_ending(app, walk)
        app.tab_to(app.ui("Keep These Words in the Journal"))
        app.key("space")
        app.wait_focus(app.ui("Take These Words out of the Journal"))


if __name__ == "__main__":
    run(
        *in_languages(
            test_content_note_first,
            test_skip_a_scene,
            test_own_words,
            test_said_aloud_and_passed_over,
            test_step_away,
            test_quit_while_away,
            test_support_without_a_run,
            test_links_come_back,
            test_narrower_keeps_the_turn_in_sight,
            test_line_by_line,
            test_by_keys,
        )
    )
