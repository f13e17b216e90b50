# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking back on a run: its way, what was weighed, notes, confidence before and after, and a plan."""

import json
import os
import re
import tempfile
from datetime import datetime, timedelta

import journal_files
import test_keyboard
from content import SOURCE, Content, Walk, plain
from harness import APP_ID, App, Failure, in_languages, run, wait_for
from test_practice import (
    SETTINGS,
    expect_asking,
    expect_ending,
    expect_feedback,
    look_back,
    open_intro,
    take_step,
    two_ways,
)

ALLY = "stand-up-accent"
TARGET = "seminar-captions"
NOTICED = "a glance at the door"
QUESTION = "How sure does finding words in such a moment feel?"
ANSWERS = {
    "en": ["First the person.\nThen the words.", "A pause", "It was “late”, 100 %"],
    "ar": ["الشخص أولًا.\nثم الكلمات.", "وقفة", "كان «متأخرًا»، 100 %"],
}
PLAN = {
    "en": ("I hear the voice again", "I will ask what is meant"),
    "ar": ("سمعت ذلك ثانيةً", "سأسأل عن المقصود"),
}


def terms(app, context):
    """The titles of a closed list, in its order: {id: title}."""
    with open(f"{SOURCE}/src/core/up-terms.c") as file:
        found = re.findall(rf'{{\s*"([\w-]+)",\s*NC_ \("{context}",\s*"([^"]+)"\)', file.read())
    return {name: plain(app.ui.in_context(context, title)) for name, title in found}


def step_of(app, number):
    """A step of confidence, by its number from 1."""
    return list(terms(app, "confidence").values())[number - 1]


def sure(app):
    return app.find("grouping", app.ui(QUESTION))


def expect_sure(app, number):
    """Exactly this step is chosen, or none (0)."""
    titles = list(terms(app, "confidence").values())
    wanted = [i + 1 == number for i in range(len(titles))]

    def there():
        buttons = {plain(item.get_name()): item for item in app.matching("toggle", node=sure(app))}
        return list(buttons) == titles and [app.is_pressed(buttons[title]) for title in titles] == wanted

    wait_for(f"step {number} alone to be chosen", there)


class Finished:
    """A home in which runs of these scenarios came to an ending, and walks that are where they are."""

    def __init__(self, language, ways, before=0, entries=()):
        self.content = Content(language)
        self.walks = {}
        records = []
        for name, way in ways.items():
            scenario = self.content.scenarios[name]
            walk = Walk(scenario)
            walk.replay(way)
            walk.rehearsed = True
            self.walks[name] = walk
            notices = [f"{NOTICED} {i}" for i in range(len(way))]
            record = journal_files.attempt(
                self.content, scenario, journal_files.ago(), before, ways=[way], notices=notices
            )
            record["run"]["rehearsal"] = "passed-over"
            records.append(record)
        self.folder = tempfile.TemporaryDirectory()
        journal_files.write(self.folder.name, records, entries)
        runs = {record["scenario"]: record["run"] for record in records}
        with open(os.path.join(self.folder.name, "data", APP_ID, "current.json"), "w") as file:
            json.dump({"version": journal_files.VERSION, "runs": runs, "drafts": {}}, file, ensure_ascii=False)

    def __enter__(self):
        self.folder.__enter__()
        return self

    def __exit__(self, *error):
        self.folder.__exit__(*error)

    def app(self, language):
        return App(language, home=self.folder.name, settings=SETTINGS)

    def look_back(self, app, name):
        walk = self.walks[name]
        open_intro(app, walk.scenario)
        app.press("button", app.ui("Back to the Ending"))
        expect_ending(app, walk)
        look_back(app)
        return walk


def ways_of(language, name):
    return two_ways(Content(language).scenarios[name])


def items_of(app, name):
    """The items of a list, each as its texts."""
    return [app.texts(item) for item in app.matching("list item", node=app.find("list", app.ui(name)))]


def expect_path(app, walk, noticed):
    ways = terms(app, "way")
    items = items_of(app, "The way taken")
    if len(items) != len(walk.steps) + 1:
        raise Failure(f"{len(walk.steps)} steps and an ending are shown as {items}")
    for number, ((scene, choice), texts) in enumerate(zip(walk.steps, items), 1):
        wanted = [str(number), plain(scene["where"]), plain(app.content.said_or_done(choice)), ways[choice["way"]]]
        if noticed:
            wanted.append(plain(app.ui("Noticed: %s").replace("%s", f"{NOTICED} {number - 1}")))
        if any(text not in texts for text in wanted):
            raise Failure(f"step {number} says {texts}, not {wanted}")
    if plain(walk.scene["ending"]["title"]) not in items[-1][-1]:
        raise Failure(f"the way ends with {items[-1]}")


def expect_considerations(app, walk, name, key):
    """Each once, in the order of the list, with the steps that it came up in."""
    comma = app.ui.in_context("list of steps", ", ")
    wanted = []
    for consideration, title in terms(app, "consideration").items():
        said = [choice["feedback"].get(key, ()) for _, choice in walk.steps]
        steps = [str(number) for number, these in enumerate(said, 1) if consideration in these]
        if steps:
            numbered = app.ui.plural("Step %s", "Steps %s", len(steps)).replace("%s", comma.join(steps))
            wanted.append([title, plain(numbered)])
    if not wanted or walk.scenario["role"] == "target" and key == "leavesOpen":
        app.gone("list", app.ui(name))
        return
    shown = [texts[-2:] for texts in items_of(app, name)]
    if shown != wanted:
        raise Failure(f"{name}: {shown}, not {wanted}")


def expect_links(app, walk):
    met = [id for _, choice in walk.steps for id in choice["practises"].get("moves", ())]
    titles = [plain(next(move["title"] for move in app.content.moves if move["id"] == id)) for id in dict.fromkeys(met)]
    if not titles:
        app.gone("list", app.ui("Moves met"))
        return
    shown = [plain(item.get_name()) for item in app.matching("button", node=app.find("list", app.ui("Moves met")))]
    if shown != titles:
        raise Failure(f"the moves met are {shown}, not {titles}")


def expect_debrief(app, walk, noticed=True):
    app.heading(app.ui("Looking Back"), level=1)
    app.wait_focus(app.ui("Looking Back"))
    expect_path(app, walk, noticed)
    expect_considerations(app, walk, "What was weighed", "weighs")
    expect_considerations(app, walk, "What was left open", "leavesOpen")
    expect_links(app, walk)
    app.says(*walk.scenario["debrief"]["questions"])


def attempts(app):
    return list(journal_files.read(app.home, "attempts").values())


def plans(app):
    return [entry for entry in journal_files.read(app.home, "entries").values() if entry["kind"] == "plan"]


def wait_record(app, **wanted):
    """Waits until the journal's one attempt says this; None: nothing of it."""

    def there():
        found = attempts(app)
        return len(found) == 1 and all(found[0].get(key) == value for key, value in wanted.items())

    try:
        wait_for(f"{wanted} in the journal", there)
    except Failure as failure:
        raise Failure(f"{failure}: {[{key: record.get(key) for key in wanted} for record in attempts(app)]}")


def test_what_was_done(language):
    """The way, and what was weighed on it, are what was chosen; so for who was harmed, of whom nothing is open."""
    with Finished(language, {name: max(ways_of(language, name), key=len) for name in (ALLY, TARGET)}) as finished:
        with finished.app(language) as app:
            for name in finished.walks:
                walk = finished.look_back(app, name)
                expect_debrief(app, walk)
                app.press("button", app.ui("Done"))
                app.find("list", app.ui("Scenarios"))
                app.gone("heading", app.ui("Looking Back"))


def test_another_way(language):
    """From looking back to a decision, another way from there, and what was tried is marked."""
    first, second = ways_of(language, ALLY)
    with Finished(language, {ALLY: first}) as finished, finished.app(language) as app:
        walk = finished.look_back(app, ALLY)
        parting = next(i for i, (one, other) in enumerate(zip(first, second)) if one != other)
        taken = app.content.said_or_done(walk.steps[parting][1])
        app.press("button", app.ui("Try another way here: %s").replace("%s", taken))
        walk.replay(first[:parting])
        expect_asking(app, walk)
        for wanted in second[parting:]:
            take_step(app, walk, wanted)
        expect_ending(app, walk)
        look_back(app)
        expect_debrief(app, walk, noticed=False)
        tried = plain(app.ui("Tried too: %s").replace("%s", taken))
        marked = [tried in texts for texts in items_of(app, "The way taken")]
        if marked != [i == parting for i in range(len(marked))]:
            raise Failure(f"“{tried}” stands at {marked}")


def test_words_survive(language):
    """What is written and how sure one feels is with the attempt, however soon one quits; and it opens there."""
    answers = ANSWERS[language]
    with Finished(language, {ALLY: ways_of(language, ALLY)[0]}, before=2) as finished:
        walk = finished.walks[ALLY]
        questions = walk.scenario["debrief"]["questions"]
        with finished.app(language) as app:
            finished.look_back(app, ALLY)
            app.find("label", app.ui("Before: %s").replace("%s", step_of(app, 2)))
            for question, answer in zip(questions, answers):
                app.fill("entry", question, answer)
            wait_record(app, answers=answers)
            app.press("toggle", step_of(app, 4), node=sure(app))
            app.press("toggle", step_of(app, 5), node=sure(app))
            expect_sure(app, 5)
            app.fill("entry", questions[1], "")

        # It was closed at once.
        with finished.app(language) as app:
            wait_record(app, confidence={"before": 2, "after": 5}, answers=[answers[0], None, answers[2]])
            expect_sure(app, 5)
            for question, answer in zip(questions, (answers[0], "", answers[2])):
                entry = app.find("entry", question)
                wait_for("the words written before", lambda: app.content_of(entry) == answer)
            app.press("button", app.ui("Clear"))
            expect_sure(app, 0)
            app.wait_focus(step_of(app, 5))
            wait_record(app, confidence={"before": 2})

            # What is on its way to the journal when one goes elsewhere arrives there.
            app.press("toggle", step_of(app, 1), node=sure(app))
            taken = app.content.said_or_done(walk.steps[0][1])
            app.press("button", app.ui("Try another way here: %s").replace("%s", taken))
            wait_record(app, confidence={"before": 2, "after": 1}, ending=walk.scene["id"])
            walk.start()
            expect_asking(app, walk)

            # In the middle of a run it is too late to ask how sure one was before it.
            app.back()
            app.find("button", app.ui("Go On"))
            app.gone("grouping", app.ui(QUESTION))


def test_plan(language):
    """One plan a run: kept, in the journal with its day, shown again with Edit; half-typed words survive."""
    when, then = PLAN[language]
    with Finished(language, {TARGET: ways_of(language, TARGET)[0]}) as finished:
        scenario = finished.walks[TARGET].scenario
        with finished.app(language) as app:
            finished.look_back(app, TARGET)
            app.fill("entry", app.ui("If …"), when)

        with finished.app(language) as app:
            entry = app.find("entry", app.ui("If …"))
            wait_for("what was half typed", lambda: app.content_of(entry) == when)
            if plans(app):
                raise Failure("a plan is kept that was not finished")
            app.fill("entry", app.ui("… then"), f"  {then} ")
            app.press("button", app.ui("Keep the Plan"))
            app.says(app.ui("If %s, …").replace("%s", when), app.ui("… then %s").replace("%s", then))
            app.find("label", app.ui("Say it aloud once."))
            app.gone("button", app.ui("Keep the Plan"))
            app.wait_focus(app.ui("Edit Plan"))
            expect_plan(app, scenario, when, then, days=7)

        with finished.app(language) as app:
            app.heading(app.ui("Looking Back"), level=1)
            app.press("button", app.ui("Edit Plan"))
            app.wait_focus(app.ui("If …"))
            for name, text in ((app.ui("If …"), when), (app.ui("… then"), then)):
                entry = app.find("entry", name)
                wait_for("the plan’s words", lambda: app.content_of(entry) == text)
            app.fill("entry", app.ui("… then"), "x")
            app.press("button", app.ui("Cancel"))
            app.says(app.ui("… then %s").replace("%s", then))
            app.press("button", app.ui("Edit Plan"))
            app.fill("entry", app.ui("… then"), then + ".")
            app.press("button", app.ui("Keep the Plan"))
            app.says(app.ui("… then %s").replace("%s", then + "."))
            expect_plan(app, scenario, when, then + ".", days=7)


def test_next_plan(language):
    """A run asks for a plan of its own where there is one from an earlier run."""
    when, then = PLAN[language]
    earlier = journal_files.plan(when, then, journal_files.ago(days=3), subject=TARGET)
    with Finished(language, {TARGET: ways_of(language, TARGET)[0]}, entries=[earlier]) as finished:
        with finished.app(language) as app:
            finished.look_back(app, TARGET)
            entry = app.find("entry", app.ui("If …"))
            wait_for("an empty entry", lambda: app.content_of(entry) == "")
            if app.ui("Edit Plan") in app.texts():
                raise Failure("the plan of an earlier run is shown as this one’s")


def expect_plan(app, scenario, when, then, days):
    """The journal has one plan, due at the beginning of a day."""
    midnight = datetime.now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days)
    due = journal_files.iso(midnight.astimezone())
    wanted = {"subject": scenario["id"], "when": when, "then": then, "due": due, "open": True}

    def there():
        found = plans(app)
        return len(found) == 1 and all(found[0].get(key) == value for key, value in wanted.items())

    try:
        wait_for(f"the plan {wanted} in the journal", there)
    except Failure as failure:
        raise Failure(f"{failure}: {plans(app)}")


def test_links(language):
    """To a move that was met, and back to the same place."""
    with Finished(language, {ALLY: ways_of(language, ALLY)[0]}) as finished, finished.app(language) as app:
        walk = finished.look_back(app, ALLY)
        links = app.find("list", app.ui("Moves met"))
        link = next(app.matching("button", node=links))
        title = link.get_name()
        app.press_item(link)
        app.heading(title, level=1)
        app.press("button", app.ui("Back to Practice"))
        expect_path(app, walk, noticed=True)


def test_by_keys(language):
    """All of it with real keys alone."""
    with App(language, settings=SETTINGS, keys_only=True) as app:
        scenario = app.content.scenarios[ALLY]
        way = two_ways(scenario)[0]
        walk = Walk(scenario)
        app.key("alt+2")
        app.tab_to(scenario["title"])
        app.key("Return")
        app.heading(scenario["title"], level=1)
        expect_sure(app, 0)
        app.tab_to(step_of(app, 4))
        app.key("space")
        expect_sure(app, 4)
        app.tab_to(step_of(app, 2), key="shift+Tab")
        app.key("space")
        expect_sure(app, 2)
        app.tab_to(app.ui("Start"))
        app.key("Return")
        expect_asking(app, walk)
        for wanted in way:
            choice = test_keyboard.choose(app, walk, wanted)
            app.key("ctrl+Return")
            expect_feedback(app, choice)
            app.key("ctrl+Return")
            if not walk.ended:
                expect_asking(app, walk)
        expect_ending(app, walk)
        app.tab_to(app.ui("Look Back"))
        app.key("Return")
        expect_debrief(app, walk, noticed=False)
        app.back()
        expect_ending(app, walk)
        app.wait_focus(app.ui("Look Back"))
        app.key("ctrl+Return")
        expect_debrief(app, walk, noticed=False)

        app.tab_to(scenario["debrief"]["questions"][0])
        app.type("a pause")
        app.tab_to(step_of(app, 3))
        app.key("Return")
        expect_sure(app, 3)
        app.tab_to(app.ui("If …"))
        app.type("I hear it")
        app.tab_to(app.ui("… then"))
        app.type("I will ask")
        app.tab_to(app.ui("Keep the Plan"))
        app.key("Return")
        app.wait_focus(app.ui("Edit Plan"))
        wait_record(app, confidence={"before": 2, "after": 3}, answers=["a pause", None, None])
        expect_plan(app, scenario, "I hear it", "I will ask", days=7)
        app.tab_to(app.ui("Done"))
        app.key("Return")
        app.find("list", app.ui("Scenarios"))


if __name__ == "__main__":
    run(
        *in_languages(
            test_what_was_done,
            test_another_way,
            test_words_survive,
            test_plan,
            test_next_plan,
            test_links,
            test_by_keys,
        )
    )
