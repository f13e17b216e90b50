# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""“Which way?”: what the answers say, over the accessibility tree and by keys alone, and kept in the journal."""

import os
import re
import tempfile

from content import blanks_shown, plain
from harness import App, Failure, in_languages, run, wait_for
from views import find_answer, which_way

KINDS = {"rulesOut": "Not Safe as Things Stand", "speaksFor": "What Speaks for It", "speaksAgainst": "What Speaks Against It"}


def answer(app, **answers):
    """Presses answers; “_” stands for the hyphen of a question’s id."""
    for question, chosen in answers.items():
        button = find_answer(app, question.replace("_", "-"), chosen)
        before = app.is_pressed(button)
        app.press_item(button)
        wait_for(f"{question} to be answered otherwise", lambda: app.is_pressed(button) != before)


def names(condition, answers):
    return {question: answers.get(question) in chosen for question, chosen in condition.items()}


def reasons(app, way, **answers):
    """What the rules say of a way, worked out apart from the application: {kind: [text, …]}."""
    answers = {question.replace("_", "-"): chosen for question, chosen in answers.items()}
    said = {}
    for rule in app.content.which_way["rules"]:
        for kind in KINDS:
            if (
                rule.get(kind) == way
                and all(names(rule["when"], answers).values())
                and not any(names(rule.get("unless", {}), answers).values())
            ):
                said.setdefault(kind, []).append(rule["because"])
    return said


def expect_ways(app, **answers):
    """Every way says what the rules do, in their order, and nothing else."""
    data = app.content.which_way
    known = {plain(rule["because"]) for rule in data["rules"]}
    wanted = []
    for way in data["advices"]:
        wanted.append(plain(way["title"]))
        said = reasons(app, way["id"], **answers)
        for kind, heading in KINDS.items():
            if kind in said:
                wanted += [plain(app.ui(heading)), *map(plain, said[kind])]
    titles = {plain(way["title"]) for way in data["advices"]} | {plain(app.ui(heading)) for heading in KINDS.values()}

    def said():
        roles = ("heading", "label")
        return [
            plain(item.get_name())
            for item in app.walk()
            if item.get_role_name() in roles and plain(item.get_name()) in known | titles
        ]

    try:
        wait_for("what the rules say", lambda: said() == wanted)
    except Failure as failure:
        raise Failure(f"{failure}: {wanted}\nbut it says {said()}")


def test_weighing(language):
    """From the guide: what the answers say, changed and taken back; a phrase, and back to the answers."""
    with App(language) as app:
        data = app.content.which_way
        app.press("button", data["title"])
        app.heading(data["title"], level=1)
        app.find("label", app.ui("Nothing is answered yet. All ways stand open."))
        expect_ways(app)

        answers = {"urgency": "now", "stand": "witness", "private_safety": "unsafe", "influence": "close"}
        answer(app, **answers)
        expect_ways(app, **answers)
        app.find("label", app.ui("What speaks for it does not make it safe."))
        app.gone("label", app.ui("Nothing is answered yet. All ways stand open."))

        # Another answer to the same question, and an answer taken back.
        answer(app, private_safety="safe")
        if app.is_pressed(find_answer(app, "private-safety", "unsafe")):
            raise Failure("two answers to one question")
        answers["private_safety"] = "safe"
        expect_ways(app, **answers)
        answer(app, private_safety="safe")
        del answers["private_safety"]
        expect_ways(app, **answers)

        # The first way’s phrases, which belong to one of its moves.
        app.press_item(app.find("toggle", app.ui("Phrases to Use")))
        shown = app.find("list", app.ui("Phrases to Use"))
        moves = data["advices"][0]["moves"]
        known = {plain(blanks_shown(phrase)) for phrase in app.content.phrases() if phrase["move"] in moves}
        links = [item for item in app.matching("button", node=shown) if item.get_name() != app.ui("Copy")]
        if len(links) != 3 or not all(plain(link.get_name()) in known for link in links):
            raise Failure(f"not three phrases of {moves}: {[link.get_name() for link in links]}")
        copied = links[0].get_name()
        app.press_item(app.find("button", app.ui("Copy"), node=shown))
        wait_for("the phrase to be copied", lambda: plain(app.clipboard()) == plain(copied))
        app.press_item(links[0])
        app.press("button", app.ui("Back to the Guide"))
        app.heading(data["title"], level=1)
        expect_ways(app, **answers)

        app.press("button", app.ui("Start Over"))
        expect_ways(app)
        app.wait_focus(data["title"])


def places(app):
    """Where the first question and the first way stand; they are new ones where the window changed."""
    data = app.content.which_way
    headings = (data["questions"][0]["title"], data["advices"][0]["title"])
    return [app.extents(next(app.matching("heading", name, showing=False))) for name in headings]


def test_narrow_and_help_first(language):
    """The ways stand after the questions as one reads, and beneath them where it is narrow; a threat leaves
    help alone in sight there too, and without it all is there again."""
    with App(language) as app:
        data = app.content.which_way
        which_way(app)
        question, way = wait_for("both", lambda: places(app))
        if (question.x < way.x) == (language == "ar"):
            raise Failure(f"the question stands at {question.x} and the way at {way.x}")
        app.resize(360, 640)

        def is_beneath():
            question, way = places(app)
            return way.y > question.y + 640

        wait_for("the way beneath the questions", is_beneath)
        answer(app, stand="target")
        expect_ways(app, stand="target")
        answer(app, urgency="threat")
        app.says(data["emergency"]["title"], *data["emergency"]["text"])
        heading = app.heading(data["emergency"]["title"])
        wait_for("help to be in sight", lambda: 0 < app.extents(heading).y < 600)
        app.gone("heading", data["advices"][0]["title"])
        app.gone("toggle", app.ui("Phrases to Use"))
        app.gone("button", app.ui("Keep in the Journal"))
        answer(app, urgency="threat")
        expect_ways(app, stand="target")
        app.gone("heading", data["emergency"]["title"])


def on_disk(home, words):
    for folder, _, names in os.walk(os.path.join(home, "data")):
        for name in names:
            with open(os.path.join(folder, name), errors="replace") as file:
                if words in file.read():
                    return True
    return False


def row_starting_with(text):
    return re.compile("^" + re.escape(plain(text)))


def test_kept(language):
    """Kept with a line of one’s own, found in the journal, opened again in that state, and erased."""
    line = "The bus, on Monday"
    answers = {"urgency": "soon", "wishes": "quiet", "tries": "failed"}
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home) as app:
            which_way(app)
            answer(app, **answers)
            app.fill("entry", app.ui("A line of one’s own, if wanted"), line)
            app.press("button", app.ui("Keep in the Journal"))
            app.find("button", app.ui("Show"))
            # What is on the page is still there another time, without being kept again.
        with App(language, home=home) as app:
            app.heading(app.content.which_way["title"], level=1)
            expect_ways(app, **answers)
            app.press("button", app.ui("Start Over"))

            app.go("Journal")
            app.press("button", row_starting_with(line), node=app.find("list", app.ui("Entries")))
            app.heading(app.content.which_way["title"], level=1)
            said = [
                (question["title"], chosen["title"])
                for question in app.content.which_way["questions"]
                for chosen in question["answers"]
                if answers.get(question["id"]) == chosen["id"]
            ]
            app.says(line, *(text for pair in said for text in pair))
            app.press("button", app.ui("See What It Says"))
            app.find("button", app.ui("Back to the Journal"))
            expect_ways(app, **answers)
            app.press("button", app.ui("Back to the Journal"))
            app.press("button", app.ui("Erase This Entry"))
            app.gone("list", app.ui("Entries"))
            wait_for("the line to leave the disk", lambda: not on_disk(home, line))
            # Nor does the page stay that showed it.
            app.go("Guide")
            app.find("list", app.ui("Chapters"))

            app.key("alt+w")
            app.heading(app.content.which_way["title"], level=1)
            expect_ways(app)


def test_keys(language):
    """All of it by keys alone."""
    with App(language, keys_only=True) as app:
        data = app.content.which_way
        app.key("alt+w")
        app.wait_focus(data["title"])
        now = next(item for item in data["questions"][0]["answers"] if item["id"] == "now")["title"]
        app.tab_to(now)
        app.key("space")
        expect_ways(app, urgency="now")
        app.wait_focus(now)
        app.key("space")
        expect_ways(app)
        app.key("space")
        expect_ways(app, urgency="now")

        # The other way round it is not far to the last of the ways.
        app.tab_to(app.ui("Phrases to Use"), key="shift+Tab")
        app.key("Return")
        app.find("list", app.ui("Phrases to Use"))
        app.tab_to(app.ui("Keep in the Journal"))
        app.key("Return")
        app.tab_to(app.ui("Show"))
        app.key("Return")
        app.heading(app.ui("What Was Answered"))
        app.tab_to(app.ui("See What It Says"))
        app.key("Return")
        app.find("button", app.ui("Back to the Journal"))
        expect_ways(app, urgency="now")


run(*in_languages(test_weighing, test_narrow_and_help_first, test_kept, test_keys))
