# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walking a scenario, over the accessibility tree."""

import re
import tempfile

from content import Walk, as_typed, plain, shortest_ways
from harness import App, Failure, in_languages, run, wait_for

SCENARIO = "seminar-captions"
SETTINGS = {"reduced-pauses": "true"}


def two_ways(scenario):
    """The shortest ways to two endings, parting at the last step that they can."""
    ways = sorted(shortest_ways(scenario).values(), key=len)
    assert len(ways) >= 2
    return ways[0], ways[1]


def pick(walk, wanted):
    return next(choice for choice in walk.choices if choice["id"] == wanted)


def open_intro(app, scenario):
    app.go("Practice")
    app.press("button", scenario["title"])
    app.heading(scenario["title"], level=1)


def start(app, scenario):
    """From wherever, into the first scene of a scenario that was never opened."""
    open_intro(app, scenario)
    app.press("button", app.ui("Start"))
    return Walk(scenario)


def pass_over(app, walk):
    """Says nothing in one's own words, where that is asked first."""
    if not walk.pivotal:
        return
    if app.keys_only:
        app.tab_to(app.ui("Show the Options"))
        app.key("Return")
    else:
        app.press("button", app.ui("Show the Options"))
    app.gone("button", app.ui("Show the Options"))
    walk.rehearsed = True


def choice_buttons(app, walk):
    """The buttons of the choices, in order, where all that are open are there and no others."""
    heading = walk.scene["ask"]
    app.heading(heading)
    pass_over(app, walk)
    group = app.find("list", heading)
    wanted = [plain(app.content.said_or_done(choice)) for choice in walk.choices]

    def there():
        buttons = list(app.matching("button", node=group))
        names = [plain(button.get_name()) for button in buttons]
        return buttons if len(names) == len(wanted) and all(map(str.endswith, names, wanted)) else None

    return wait_for(f"the choices {wanted}, with {app.texts(group)}", there)


def expect_asking(app, walk):
    app.says(*(line["text"] for line in walk.lines()), walk.scene["ask"])
    return choice_buttons(app, walk)


def choose(app, walk, wanted):
    """Makes a choice and sees what happens."""
    buttons = choice_buttons(app, walk)
    choice = pick(walk, wanted)
    app.press_item(buttons[walk.choices.index(choice)])
    walk.choose(choice)
    expect_happening(app, walk, choice)
    return choice


def expect_happening(app, walk, choice):
    app.heading(app.ui("What happens"))
    app.says(choice.get("says") or choice["does"], *(line["text"] for line in walk.happens))
    app.heading(app.ui("What do you notice?"))


def go_on(app):
    app.press("button", app.ui("Continue"))


def expect_feedback(app, choice):
    app.heading(app.ui("What this does"))
    app.says(choice["feedback"]["text"])


def take_step(app, walk, wanted):
    choice = choose(app, walk, wanted)
    go_on(app)
    expect_feedback(app, choice)
    go_on(app)
    return choice


def expect_ending(app, walk):
    ending = walk.scene["ending"]
    app.heading(ending["title"])
    app.says(ending["title"], ending["text"])
    app.find("button", app.ui("Look Back"))


def look_back(app):
    app.press("button", app.ui("Look Back"))
    app.heading(app.ui("Looking Back"), level=1)


def test_two_endings(language):
    """To one ending; from there back to the step where the ways part, and to another."""
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        first, second = two_ways(scenario)
        walk = start(app, scenario)
        app.says(scenario["title"])
        expect_asking(app, walk)
        for wanted in first:
            take_step(app, walk, wanted)
        expect_ending(app, walk)

        parting = next(i for i, (one, other) in enumerate(zip(first, second)) if one != other)
        look_back(app)
        taken = app.content.said_or_done(walk.steps[parting][1])
        again = app.ui("Try another way here: %s").replace("%s", taken)
        app.press("button", again)
        walk.replay(first[:parting])
        buttons = expect_asking(app, walk)
        tried = walk.choices.index(pick(walk, first[parting]))
        for i, button in enumerate(buttons):
            marked = app.ui("Tried") in app.texts(button)
            if marked != (i == tried):
                raise Failure(f"choice {i} {'is' if marked else 'is not'} marked as tried")
        for wanted in second[parting:]:
            take_step(app, walk, wanted)
        expect_ending(app, walk)

        app.press("button", app.ui("Back to Practice"))
        app.find("list", app.ui("Scenarios"))
        # Both are of one run, which is one attempt however many ways it went.
        done = app.ui.plural("Done once", "Done %u times", 1)
        app.find("label", re.compile(re.escape(done).replace("%u", r"\S+").replace("%Iu", r"\S+")))


def test_a_step_back(language):
    """Takes the newest step back, then an earlier one, and loses nothing."""
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        way = two_ways(scenario)[0]
        walk = start(app, scenario)

        choose(app, walk, way[0])
        app.press("button", app.ui("Take This Step Back"))
        walk.start()
        buttons = expect_asking(app, walk)
        tried = buttons[walk.choices.index(pick(walk, way[0]))]
        if app.ui("Tried") not in app.texts(tried):
            raise Failure("the choice that was taken back is not marked as tried")
        app.gone("heading", app.ui("What happens"))

        earlier = take_step(app, walk, way[0])
        take_step(app, walk, way[1])
        expect_asking(app, walk)
        app.press("button", app.ui("Take back: %s").replace("%s", app.content.said_or_done(earlier)))
        walk.start()
        expect_asking(app, walk)


def test_quit_and_resume(language):
    """Closed in each phase, it opens there again: the words typed, the feedback, the question."""
    with tempfile.TemporaryDirectory() as home:
        noticed = "نظرة سريعة" if language == "ar" else "a quick glance"
        with App(language, home=home, settings=SETTINGS) as app:
            scenario = app.content.scenarios[SCENARIO]
            way = two_ways(scenario)[0]
            walk = start(app, scenario)
            choice = choose(app, walk, way[0])
            app.fill("entry", app.ui("What do you notice?"), noticed)

        with App(language, home=home) as app:
            expect_happening(app, walk, choice)
            entry = app.find("entry", app.ui("What do you notice?"))
            wait_for("the words typed before", lambda: app.content_of(entry) == noticed)
            go_on(app)
            expect_feedback(app, choice)

        with App(language, home=home) as app:
            expect_feedback(app, choice)
            app.says(noticed)
            go_on(app)
            expect_asking(app, walk)

        with App(language, home=home) as app:
            expect_asking(app, walk)
            app.key("alt+Left")
            app.heading(scenario["title"], level=1)
            app.press("button", app.ui("Go On"))
            expect_asking(app, walk)


def test_start_anew_can_be_undone(language):
    """Starting anew asks nothing and loses nothing."""
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        way = two_ways(scenario)[0]
        walk = start(app, scenario)
        take_step(app, walk, way[0])
        expect_asking(app, walk)
        app.key("alt+Left")
        app.press("button", app.ui("Start Anew"))
        rehearsed = walk.rehearsed
        walk.rehearsed = False
        walk.start()
        expect_asking(app, walk)
        app.press("button", app.ui("Undo"))
        walk.rehearsed = rehearsed
        walk.replay(way[:1])
        expect_asking(app, walk)


def test_what_one_might_say_and_links(language):
    """From the feedback: copies what one might say; to the move, and back to the same feedback."""
    with App(language, settings=SETTINGS) as app:
        scenario, choice = next(
            (scenario, choice)
            for scenario in app.content.scenarios.values()
            for choice in next(scene for scene in scenario["scenes"] if scene["id"] == scenario["start"]).get(
                "choices", ()
            )
            if "instead" in choice["feedback"] and choice["practises"].get("moves") and not choice.get("if")
        )
        walk = start(app, scenario)
        choose(app, walk, choice["id"])
        go_on(app)
        expect_feedback(app, choice)
        app.says(choice["feedback"]["instead"])
        app.press("button", app.ui("Copy"))
        wait_for("the copied words", lambda: app.clipboard() == choice["feedback"]["instead"])

        move = next(move for move in app.content.moves if move["id"] == choice["practises"]["moves"][0])
        app.press("button", move["title"])
        app.heading(move["title"], level=1)
        app.press("button", app.ui("Back to Practice"))
        expect_feedback(app, choice)


def test_speaker_and_manner_are_text(language):
    """Who speaks and how stands there in words, before what they say."""
    with App(language, settings=SETTINGS) as app:
        for scenario in app.content.scenarios.values():
            walk = Walk(scenario)
            line = next((line for line in walk.lines() if line.get("manner") and line["who"] != "you"), None)
            if line is not None:
                break
        walk = start(app, scenario)
        person = next(person for person in scenario["people"] if person["id"] == line["who"])
        app.says(person["name"], line["manner"], line["text"])


def test_search(language):
    """Cards are found by a word of their summary, however it is typed."""
    with App(language) as app:
        app.go("Practice")
        cards = [app.content.scenarios[key] for key in app.content.scenarios]
        wanted = cards[0]
        app.press("toggle", app.ui("Search Scenarios"))
        app.fill("entry", app.ui("Search scenarios"), as_typed(wanted["title"], language))
        app.find("button", wanted["title"])
        for other in cards[1:]:
            app.gone("button", other["title"])
        app.fill("entry", app.ui("Search scenarios"), "zqxj")
        app.press("button", app.ui("Clear Search"))
        for card in cards:
            app.find("button", card["title"])


if __name__ == "__main__":
    run(
        *in_languages(
            test_two_endings,
            test_a_step_back,
            test_quit_and_resume,
            test_start_anew_can_be_undone,
            test_what_one_might_say_and_links,
            test_speaker_and_manner_are_text,
            test_search,
        )
    )
