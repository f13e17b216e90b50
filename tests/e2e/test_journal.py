# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: what was done is found again, looked back on and erased."""

import os
import re
import tempfile

import journal_files as files
from content import Content, Walk, as_typed, plain, shortest_ways
from harness import App, Atspi, Failure, in_languages, run, wait_for
from test_accessibility import check_fits, check_tree
from test_practice import SCENARIO, SETTINGS, expect_asking, expect_ending, start, take_step

# The steps of confidence, as the interface has them.
STEPS = ("Not yet", "A little", "Halfway", "Rather", "Fully")


def starting_with(text):
    return re.compile("^" + re.escape(plain(text)))


def rows(app):
    """The names of the entries that are there, from the top."""
    entries = app.find("list", app.ui("Entries"))
    return [plain(row.get_name()) for row in app.matching("list item", node=entries)]


def wait_rows(app, *starts):
    """Waits until the entries begin with these words and there are no others."""
    wanted = [plain(start) for start in starts]

    def there():
        names = rows(app)
        return len(names) == len(wanted) and all(map(str.startswith, names, wanted))

    try:
        wait_for(f"{wanted} and no others", there)
    except Failure as failure:
        raise Failure(f"{failure}: {rows(app)}")


def open_row(app, text):
    app.press_item(app.find("button", starting_with(text), node=app.find("list", app.ui("Entries"))))


# The items of the journal's own menu, in order: GTK 4.18 gives them no name at all.
MENU = ("add note", "confidence", "favourites", "export", "erase everything", "hide the window")


def choose_from_journal_menu(app, item):
    app.press("toggle", app.ui("Journal Menu"))

    def shown():
        items = list(app.matching("menu item"))
        return items if len(items) == len(MENU) else None

    app.press_item(wait_for("all of the menu’s items", shown)[MENU.index(item)])


def save(app):
    """Presses Save in a dialog once there is something to be saved."""
    button = app.find("button", app.ui("Save"))
    wait_for("something to save", lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE))
    app.press_item(button)


def if_then(app, plan):
    return plain(app.ui("If %s – then %s")).replace("%s", plain(plan["when"]), 1).replace("%s", plain(plan["then"]), 1)


def open_journal(language, home, *records, **more):
    """Starts with a journal of these records, and goes there."""
    attempts = [record for record in records if "run" in record]
    files.write(home, attempts, [record for record in records if "run" not in record], **more)
    app = App(language, home=home)
    app.go("Journal")
    return app


def test_empty(language):
    """Says what will be here and that it stays here, and leads to where it comes from."""
    with App(language) as app:
        app.go("Journal")
        app.says(app.ui("Nothing Here Yet"), app.ui("Everything in the journal stays on this computer."))
        app.press("button", app.ui("Go to Practice"))
        app.find("list", app.ui("Scenarios"))


def test_attempt(language):
    """An attempt is found where it was made: with its end, its way, its tree, and the scenario."""
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        way = min(shortest_ways(scenario).values(), key=len)
        walk = start(app, scenario)
        expect_asking(app, walk)
        for wanted in way:
            take_step(app, walk, wanted)
        expect_ending(app, walk)

        app.go("Journal")
        app.heading(app.ui("Today"), level=2)
        wait_rows(app, scenario["title"])
        if walk.scene["ending"]["title"] not in rows(app)[0]:
            raise Failure(f"the ending is not told: {rows(app)}")
        open_row(app, scenario["title"])
        app.heading(scenario["title"], level=1)
        app.says(
            app.ui("The Way Taken"),
            *(choice.get("says") or choice["does"] for _, choice in walk.steps),
            app.ui("All Ways Tried"),
        )
        app.press("toggle", app.ui("As a List"))
        app.says(app.ui("All Ways Tried"), walk.scene["ending"]["title"])
        # Back to where one is in it, which is at its end.
        app.press("button", app.ui("Open the Scenario"))
        app.press("button", app.ui("Back to the Journal"))
        app.heading(app.ui("The Way Taken"))


def test_what_was_said(language):
    """What was noticed, said in one's own words, answered and felt is there, and each way is in the tree."""
    texts = Content(language)
    scenario = texts.scenarios[SCENARIO]
    ways = sorted(shortest_ways(scenario).values(), key=len)[:2]
    made = files.attempt(
        texts, scenario, files.ago(days=1), before=2, after=4, ways=ways, notices=["a quick glance"],
        words="I would ask first", answers=["It went hot", None, "The room"],
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as home, open_journal(language, home, made) as app:
        app.heading(app.ui("Yesterday"), level=2)
        open_row(app, scenario["title"])
        app.says(
            app.ui.counted("%u minute", "%u minutes", 12),
            app.ui("Confidence"),
            app.ui("%s: %s").replace("%s", app.ui("Before"), 1).replace("%s", step_name(app, 2), 1),
            app.ui("%s: %s").replace("%s", app.ui("After"), 1).replace("%s", step_name(app, 4), 1),
            app.ui("Noticed: %s").replace("%s", "a quick glance"),
            app.ui("In Own Words"),
            "I would ask first",
            scenario["debrief"]["questions"][0],
            "It went hot",
            scenario["debrief"]["questions"][2],
            "The room",
        )
        app.press("toggle", app.ui("As a List"))
        for way in ways:
            walk = Walk(scenario)
            walk.replay(way)
            app.find(None, re.compile(re.escape(plain(walk.scene["ending"]["title"]))))


def step_name(app, step):
    return app.ui.in_context("confidence", STEPS[step - 1])


def test_changed_scenario(language):
    """Steps that are gone from a scenario, and scenarios that are gone, are told in a sentence."""
    texts = Content(language)
    scenario = texts.scenarios[SCENARIO]
    changed = files.attempt(texts, scenario, files.ago(days=1))
    changed["run"]["steps"][-1]["choice"] = "gone"
    gone = files.attempt(texts, scenario, files.ago(days=2), title="Gone", words="I said so")
    gone["scenario"] = gone["run"]["scenario"] = "gone"
    with tempfile.TemporaryDirectory() as home, open_journal(language, home, changed, gone) as app:
        open_row(app, scenario["title"])
        app.find("label", app.ui("The scenario has changed since then. The steps that still exist in it are shown."))
        if len(changed["run"]["steps"]) > 1:
            app.heading(app.ui("The Way Taken"))
        app.back()
        open_row(app, "Gone")
        app.find("label", re.compile(re.escape(plain(app.ui(GONE)))))
        app.says(gone["endingTitle"], "I said so")
        if next(app.matching("button", app.ui("Open the Scenario")), None) is not None:
            raise Failure("a scenario that is gone can be opened")


GONE = (
    "This scenario is no longer part of the collection, so its steps cannot be shown. What was "
    "written about it is still here."
)


def test_plan(language):
    """A plan comes round, is looked back on, and comes round again later; another one does not yet."""
    due = files.plan("a joke is made", "I ask what is meant", files.ago(days=8), files.ago(days=1))
    later = files.plan("I am cut off", "I go on", files.ago(days=9), files.ago(days=-20))
    with tempfile.TemporaryDirectory() as home:
        with open_journal(language, home, due, later) as app:
            app.heading(app.ui.plural("A Plan Has Come Round", "Plans Have Come Round", 1), level=2)
            wait_rows(app, if_then(app, due), if_then(app, later))
            app.press("button", app.ui("Look Back"))
            app.find("dialog", app.ui("Look Back"))
            app.press("toggle", app.ui("Yes, it came up"))
            app.find("label", app.ui("Best without names, so that nobody can be recognised."))
            app.fill("entry", app.ui("What happened?"), "It was at lunch")
            app.fill("entry", app.ui("What next?"), "Ask again")
            save(app)
            app.gone("dialog", app.ui("Look Back"))
            app.gone("heading", app.ui.plural("A Plan Has Come Round", "Plans Have Come Round", 1))
            open_row(app, if_then(app, due))
            app.says(app.ui("Looked Back"), app.ui("It came up"), "It was at lunch")
            app.says(app.ui("Next: %s").replace("%s", "Ask again"))

            app.press("button", app.ui("Edit Plan"))
            app.fill("entry", app.ui("… then"), "I ask for a minute")
            save(app)
            app.gone("dialog", app.ui("Edit Plan"))
            app.find("label", re.compile("I ask for a minute"))

            app.press("button", app.ui("Look Back"))
            app.press("toggle", app.ui("Let this plan go"))
            save(app)
            app.find("label", re.compile(re.escape(plain(app.ui.in_context("plan", "done"))) + "$"))
        record = files.read(home, "entries")[due["id"]]
        outcomes = [review["outcome"] for review in record["reviews"]]
        if outcomes != ["came-up", "let-go"] or record["open"] or record["then"] != "I ask for a minute":
            raise Failure(f"not as it was said: {record}")


def test_note(language):
    """A note is saved as it is written, found by a word in it, written on after a restart, and erased."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home) as app:
            app.go("Journal")
            app.press("button", app.ui("Add Note"))
            app.fill("entry", app.ui("Note"), "The tone of it\nand more")
            wait_for(
                "the note on the disk",
                lambda: [note["text"] for note in files.read(home, "entries").values()] == ["The tone of it\nand more"],
            )
            app.back()
            wait_rows(app, "The tone of it")
            open_row(app, "The tone of it")
            app.find("entry", app.ui("Note"))
        with App(language, home=home) as app:
            # Where one was.
            app.fill("entry", app.ui("Note"), "Another tone")
            app.back()
            wait_rows(app, "Another tone")
            open_row(app, "Another tone")
            app.press("button", app.ui("Erase This Note"))
            app.find(None, app.ui("Nothing Here Yet"))
            app.press("button", app.ui("Undo"))
            wait_rows(app, "Another tone")
            # One in which nothing is written is none.
            app.press("button", app.ui("Add Note"))
            app.fill("entry", app.ui("Note"), " ")
            app.back()
            wait_rows(app, "Another tone")


def some_of_everything(texts):
    scenario = texts.scenarios[SCENARIO]
    made = files.attempt(texts, scenario, files.ago(), words="an unusual wording")
    moment = files.entry("moment", files.ago(days=1), subject="gone", title="In the lift", language="en", text="Stop")
    plan = files.plan("a joke is made", "I ask what is meant", files.ago(days=2))
    note = files.note("The tone of it", files.ago(days=3))
    return made, moment, plan, note


def test_search(language):
    """By words wherever they stand, and by kind; by nothing, nothing is lost."""
    texts = Content(language)
    made, moment, plan, note = some_of_everything(texts)
    favourite = next(phrase for phrase in texts.phrases() if not phrase.get("blanks"))
    with tempfile.TemporaryDirectory() as home, open_journal(
        language, home, made, moment, plan, note, favourites=[favourite["id"]]
    ) as app:
        everything = (made["title"], "In the lift", if_then(app, plan), "The tone of it")
        wait_rows(app, *everything)
        app.key("ctrl+f")
        app.wait_focus(app.ui("Search the journal"))
        app.type("WORDing")
        wait_rows(app, made["title"])
        app.find("label", app.ui.counted("%u entry", "%u entries", 1))
        app.fill("entry", app.ui("Search the journal"), as_typed(made["endingTitle"], language))
        wait_rows(app, made["title"])
        app.fill("entry", app.ui("Search the journal"), "zqxj")
        app.press("button", app.ui("Clear Search and Filters"))
        wait_rows(app, *everything)
        for chip, left in zip(("Attempts", "Moments", "Plans", "Notes"), everything):
            app.press("toggle", app.ui(chip))
            wait_rows(app, left)
        app.press("toggle", app.ui("Favourites"))
        app.press("button", favourite["text"])
        app.heading(favourite["text"], level=1)
        app.press("button", app.ui("Back to the Journal"))
        app.press("toggle", app.ui("All"))
        wait_rows(app, *everything)


def test_erase_one(language):
    """What is erased leaves the disk, and comes back where it stood."""
    texts = Content(language)
    made, moment, plan, note = some_of_everything(texts)
    with tempfile.TemporaryDirectory() as home:
        with open_journal(language, home, made, moment, plan, note) as app:
            for record, name, erase in (
                (made, made["title"], "Erase This Attempt"),
                (moment, "In the lift", "Erase This Moment"),
                (plan, if_then(app, plan), "Erase This Plan"),
            ):
                open_row(app, name)
                app.press("button", app.ui(erase))
                everything = [made["title"], "In the lift", if_then(app, plan), "The tone of it"]
                wait_rows(app, *(other for other in everything if other != name))
                store = "attempts" if record is made else "entries"
                wait_for("it to leave the disk", lambda: record["id"] not in files.read(home, store))
                app.press("button", app.ui("Undo"))
                wait_rows(app, *everything)
                app.gone("button", app.ui("Undo"))
        if set(files.read(home, "entries")) != {moment["id"], plan["id"], note["id"]}:
            raise Failure("not all that was erased and had back is on the disk")


def test_erase_everything(language):
    """Says what goes, erases all of it, and can be undone; and erased stays erased."""
    texts = Content(language)
    records = some_of_everything(texts)
    with tempfile.TemporaryDirectory() as home:
        with open_journal(language, home, *records) as app:
            folder = os.path.join(home, "data")
            erase = app.ui("_Erase").replace("_", "")

            def words_left():
                said = ""
                for parent, _, names in os.walk(folder):
                    for name in names:
                        with open(os.path.join(parent, name), errors="replace") as file:
                            said += file.read()
                return "The tone of it" in said

            choose_from_journal_menu(app, "erase everything")
            app.press("button", app.ui("_Cancel").replace("_", ""))
            app.gone("button", erase)
            for undone in (True, False):
                choose_from_journal_menu(app, "erase everything")
                app.press("button", erase)
                app.find(None, app.ui("Nothing Here Yet"))
                if words_left():
                    raise Failure("what was erased is still on the disk")
                if undone:
                    app.press("button", app.ui("Undo"))
                    wait_rows(app, records[0]["title"], "In the lift", if_then(app, records[2]), "The tone of it")
                    wait_for("it to be on the disk again", words_left)
        with App(language, home=home) as app:
            app.find(None, app.ui("Nothing Here Yet"))


def test_confidence(language):
    """The table says what the chart shows, attempt by attempt."""
    texts = Content(language)
    scenarios = list(texts.scenarios.values())
    said = [(1, 2), (3, 0), (0, 4), (5, 5)]
    made = [
        files.attempt(texts, scenarios[i % len(scenarios)], files.ago(days=i), before=before, after=after)
        for i, (before, after) in enumerate(said)
    ]
    silent = files.attempt(texts, scenarios[len(said)], files.ago(days=9))
    with tempfile.TemporaryDirectory() as home, open_journal(language, home, *made, silent) as app:
        choose_from_journal_menu(app, "confidence")
        name = "Chart of confidence before and after %u attempt"
        app.find("image", app.ui.counted(name, name + "s", len(said)))
        app.press("button", app.ui("Show as Table"))
        nothing = app.ui.in_context("confidence", "–")
        wanted = []
        for record, steps in zip(made, said):
            wanted += [record["title"], *(step_name(app, step) if step else nothing for step in steps)]
        app.says(app.ui("Before"), app.ui("After"), *wanted)
        if any(text.startswith(plain(silent["title"])) for text in app.texts()):
            raise Failure("an attempt that says nothing of confidence is in the table")
        app.press("button", app.ui("Show as Chart"))
        app.find("button", app.ui("Show as Table"))


def test_by_keys(language):
    """Everything once with the keyboard alone."""
    texts = Content(language)
    made, moment, plan, note = some_of_everything(texts)
    plan["due"] = files.iso(files.ago(days=1))
    with tempfile.TemporaryDirectory() as home:
        files.write(home, [made], [moment, plan, note])
        with App(language, home=home) as app:
            app.key("alt+4")
            app.heading(app.ui("Today"), level=2)
            # From the card to the rows.
            app.wait_focus(starting_with(if_then(app, plan)))
            app.key("Tab")
            app.wait_focus(app.ui("Look Back"))
            app.key("Return")
            app.find("dialog", app.ui("Look Back"))
            app.wait_focus(app.ui("Yes, it came up"))
            app.key("Tab", "space")
            wait_for("“Not yet” to be chosen", lambda: app.is_pressed(app.find("toggle", app.ui("Not yet"))))
            app.tab_to(app.ui("What next?"))
            app.type("wait and see")
            app.tab_to(app.ui("Save"))
            app.key("Return")
            app.gone("dialog", app.ui("Look Back"))
            wait_rows(app, made["title"], "In the lift", if_then(app, plan), "The tone of it")
            wait_for("the focus in the list", lambda: app.focused() and app.focused().get_role_name() == "list item")
            app.key("Home")
            app.wait_focus(starting_with(made["title"]))
            app.key("Return")
            app.heading(made["title"], level=1)
            app.wait_focus(made["title"])
            app.tab_to(app.ui("Erase This Attempt"))
            app.key("Return")
            wait_rows(app, "In the lift", if_then(app, plan), "The tone of it")
            app.tab_to(app.ui("Undo"))
            app.key("Return")
            wait_rows(app, made["title"], "In the lift", if_then(app, plan), "The tone of it")
            app.wait_focus(starting_with(made["title"]))
            app.key("ctrl+n")
            app.wait_focus(app.ui("Note"))
            app.type("by keys")
            app.key("alt+Left")
            wait_rows(app, "by keys", made["title"], "In the lift", if_then(app, plan), "The tone of it")
            app.key("ctrl+f")
            app.type("keys")
            wait_rows(app, "by keys")
            app.key("Escape")
            wait_rows(app, "by keys", made["title"], "In the lift", if_then(app, plan), "The tone of it")


def test_trees(language):
    """What assistive technology is told of each view, with the largest text and in the narrowest window."""
    texts = Content(language)
    made, moment, plan, note = some_of_everything(texts)
    plan["due"] = files.iso(files.ago(days=1))
    made["confidence"] = {"before": 2, "after": 3}
    favourite = texts.phrases()[0]["id"]

    def menu(item, button):
        def go(app):
            choose_from_journal_menu(app, item)
            app.find("button", app.ui(button))

        return go

    def row(kind):
        def go(app):
            app.key("ctrl+f")
            app.press("toggle", app.ui(kind))
            wait_for("one row", lambda: len(rows(app)) == 1)
            app.press_item(list(app.matching("button", node=app.find("list", app.ui("Entries"))))[-1])
            app.gone("list", app.ui("Entries"))

        return go

    views = {
        "journal": lambda app: app.find("button", app.ui("Look Back")),
        "journal-search": lambda app: app.key("ctrl+f"),
        "journal-attempt": row("Attempts"),
        "journal-moment": row("Moments"),
        "journal-note": row("Notes"),
        "journal-plan": row("Plans"),
        "journal-favourites": lambda app: choose_from_journal_menu(app, "favourites"),
        "journal-confidence": menu("confidence", "Show as Table"),
        "journal-look-back": lambda app: (
            app.press("button", app.ui("Look Back")),
            app.press("toggle", app.ui("Yes, it came up")),
        ),
    }
    for name, go in views.items():
        with tempfile.TemporaryDirectory() as home:
            files.write(home, [made], [moment, plan, note], [favourite])
            with App(language, home=home, settings={**SETTINGS, "text-size": "3"}) as app:
                app.key("alt+4")
                app.find("button", app.ui("Look Back"))
                go(app)
                check_tree(app, name)
                check_fits(app, name)
                app.key("Escape")


if __name__ == "__main__":
    run(
        *in_languages(
            test_empty,
            test_attempt,
            test_what_was_said,
            test_changed_scenario,
            test_plan,
            test_note,
            test_search,
            test_erase_one,
            test_erase_everything,
            test_confidence,
            test_by_keys,
            test_trees,
        )
    )
