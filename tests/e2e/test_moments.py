# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments that come back, what comes next, and the filters of the scenarios."""

import json
import os
import re
import subprocess
import tempfile
from datetime import date, datetime, timedelta

import journal_files as files
from content import SOURCE, Content, as_typed, plain
from harness import App, Failure, in_languages, run, wait_for
from test_practice import expect_asking, start, take_step, two_ways

SETTINGS = {"reduced-pauses": "true"}
# As the preferences state them; the last gap repeats.
EVEN = (2, 7, 21, 60)
NEW_A_DAY = 3
ROLES = ("ally", "target", "called", "leader")
WORDS = "Wait. I would like to hear Farida."


def practised(moment, days, **more):
    return files.entry("moment", files.ago(days=days), subject=moment["id"], title=moment["prompt"], **more)


def due_moments(moments, records, gaps=EVEN):
    """What is due today, by the rules that the application states and apart from it."""
    today = date.today()
    days = {}
    for record in records:
        day = datetime.fromisoformat(record["date"]).astimezone().date()
        days.setdefault(record["subject"], set()).add(day)
    returning = []
    for moment in moments:
        met = days.get(moment["id"])
        if met:
            back = max(met) + timedelta(days=gaps[min(len(met), len(gaps)) - 1])
            if back <= today:
                returning.append((back, moments.index(moment), moment))
    known = [moment for moment in moments if moment["id"] in days]
    met = {role: sum(moment["role"] == role for moment in known) for role in ROLES}
    left = NEW_A_DAY - sum(min(days[moment["id"]]) == today for moment in known)
    new = []
    while left > 0:
        waiting = [moment for moment in moments if moment not in known and moment not in new]
        if not waiting:
            break
        moment = min(waiting, key=lambda moment: (met[moment["role"]], moments.index(moment)))
        new.append(moment)
        met[moment["role"]] += 1
        left -= 1
    return [entry[2] for entry in sorted(returning, key=lambda entry: entry[:2])], new


def entries(home):
    return list(files.read(home, "entries").values())


def write_entries(home, records):
    files.write(home, entries=records)


def kept_on_disk(app, text):
    """Whether some file of the journal holds these words."""
    folder = os.path.join(app.home, "data")
    for path, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                if json.dumps(text, ensure_ascii=False).strip('"').encode() in file.read():
                    return True
    return False


def expect_due(app, number):
    """That the page, and the sidebar where there is one, say how many moments are due."""
    heading = app.ui.counted("Due today: %u moment", "Due today: %u moments", number)
    app.heading(heading if number else app.ui("Nothing is due today"))
    badge = app.ui.counted("%u moment due", "%u moments due", number)
    if number:
        app.find("label", badge)
    else:
        app.gone("label", re.compile(app.ui.pattern("%u moments due").pattern))


def open_due(app):
    app.go("Practice")
    app.press("button", app.ui("Start"))


def expect_asked(app, moment):
    app.says(moment["situation"], moment["prompt"])
    app.heading(moment["prompt"], level=1)
    app.wait_focus(moment["prompt"])


def write_words(app, moment, words):
    entry = app.find("entry", moment["prompt"])
    entry.get_editable_text_iface().set_text_contents(words)


def to_end(app, moment, how="Compare"):
    """From where a moment is asked to its end, a stage at a time."""
    app.press("button", app.ui(how))
    app.wait_focus(app.ui("Three Things to Listen For"))
    app.says(*moment["listenFor"])
    app.press("button", app.ui("Continue"))
    app.wait_focus(app.ui("A Likely Reply"))
    app.says(*moment["listenFor"], moment["reply"])
    app.press("button", app.ui("Continue"))
    app.wait_focus(app.ui("A Way to Go On"))
    app.says(*moment["listenFor"], moment["reply"], moment["goOn"])
    app.heading(app.ui("Moves That Help Here"))
    titles = {move["id"]: move["title"] for move in app.content.moves}
    for move in moment["moves"]:
        app.find("button", titles[move])


def some_practice(moments):
    """Moments that are due again and some that are not, one of them met today."""
    by_role = [[moment for moment in moments if moment["role"] == role] for role in ROLES]
    ally, target, called, leader = by_role
    return [
        practised(ally[0], 2),  # due since today
        practised(ally[1], 1),
        practised(target[0], 9),
        practised(target[0], 7),  # due since today, and later in the list
        practised(target[1], 30),
        practised(target[1], 25),
        practised(target[1], 20),
        practised(called[0], 40),  # due for long
        practised(called[0], 40),  # twice on a day counts once
        practised(leader[0], 0),  # of the three new ones of today
    ]


def test_due(language):
    """Due is what the stated rules say, longest overdue first; what is skipped stays due."""
    moments = Content(language).moments
    records = some_practice(moments)
    returning, new = due_moments(moments, records)
    if len(returning) < 3 or len(new) != NEW_A_DAY - 1:
        raise Failure(f"badly prepared: {len(returning)} come back, {len(new)} are new")
    with tempfile.TemporaryDirectory(prefix="upstander-e2e-") as home:
        write_entries(home, records)
        expect_session(language, home, records, returning, new)


def expect_session(language, home, records, returning, new):
    with App(language, home=home, settings=SETTINGS) as app:
        app.go("Practice")
        due = returning + new
        expect_due(app, len(due))
        app.says(app.ui.counted("%u moment comes back today.", "%u moments come back today.", len(returning)))
        app.press("button", app.ui("Start"))
        for number, moment in enumerate(due, 1):
            expect_asked(app, moment)
            place = app.ui("Moment %u of %u").replace("%u", str(number), 1).replace("%u", str(len(due)), 1)
            app.find("label", re.compile(re.escape(plain(place)) + "$"))
            if number > 1:
                app.press("button", app.ui("Skip This Moment"))
                continue
            to_end(app, moment, how="Said Aloud")
            app.press("button", app.ui("Next Moment"))
        app.find("label", app.ui("Enough for Today"))
        app.says(
            app.ui.counted("%u moment is still there for today.", "%u moments are still there for today.", len(due) - 1)
        )
        app.press("button", app.ui("Back to Practice"))
        expect_due(app, len(due) - 1)
    if len(entries(home)) != len(records) + 1:
        raise Failure("what was skipped is in the journal")


def test_comes_back(language):
    """A moment that was practised is not due until its gap is over; then it is, and after the next gap again."""
    with tempfile.TemporaryDirectory(prefix="upstander-e2e-") as home:
        with App(language, home=home, settings={**SETTINGS, "intervals": "'close'"}) as app:
            moments = app.content.moments
            _, new = due_moments(moments, [])
            open_due(app)
            for moment in new:
                expect_asked(app, moment)
                to_end(app, moment, how="Said Aloud")
                app.press("button", app.ui("Done" if moment is new[-1] else "Next Moment"))
            app.find("label", app.ui("Enough for Today"))
            app.says(app.ui("The next ones come tomorrow."))
            app.press("button", app.ui("Back to Practice"))
            expect_due(app, 0)
            # What one started from is not there any more, and the focus is not lost with it.
            app.wait_focus(app.ui("Nothing is due today"))
            app.says(app.ui("The next ones come tomorrow."))
        records = entries(home)
        if [record["subject"] for record in records] != [moment["id"] for moment in new]:
            raise Failure(f"in the journal: {records}")
        for ago in (1, 0):
            for record in records:
                record["date"] = files.iso(files.ago(days=ago))
            write_entries(home, records)
            returning, fresh = due_moments(moments, records, gaps=(1, 3, 7, 14, 30))
            if len(returning) != (3 if ago else 0):
                raise Failure("badly prepared")
            with App(language, home=home) as app:
                app.go("Practice")
                expect_due(app, len(returning) + len(fresh))
        # Practised again a day later it stays away for the second gap.
        again = [{**record, "id": record["id"][::-1], "date": files.iso(files.ago(days=2))} for record in records]
        for record in records:
            record["date"] = files.iso(files.ago(days=3))
        write_entries(home, records + again)
        with App(language, home=home) as app:
            app.go("Practice")
            returning, fresh = due_moments(moments, records + again, gaps=(1, 3, 7, 14, 30))
            if returning:
                raise Failure("badly prepared")
            expect_due(app, len(fresh))


def test_words(language):
    """Half-typed words outlive the application; they are not kept unless asked for, and can be taken out again."""
    with tempfile.TemporaryDirectory(prefix="upstander-e2e-") as home:
        with App(language, home=home, settings=SETTINGS) as app:
            moment, other, _ = due_moments(app.content.moments, [])[1]
            open_due(app)
            expect_asked(app, moment)
            write_words(app, moment, WORDS)
        with App(language, home=home) as app:
            expect_asked(app, moment)
            entry = app.find("entry", moment["prompt"])
            wait_for("the words", lambda: app.content_of(entry) == WORDS)
            app.press("button", app.ui("Compare"))
            app.says(app.ui("Three Things to Listen For"), app.ui("Own Words"), WORDS, *moment["listenFor"])
            app.press("button", app.ui("Take This Step Back"))
            expect_asked(app, moment)
            to_end(app, moment)
            # Back, and to the end once more: that is still one practice.
            app.press("button", app.ui("Take This Step Back"))
            app.wait_focus(app.ui("A Likely Reply"))
            app.press("button", app.ui("Continue"))
            app.wait_focus(app.ui("A Way to Go On"))
            app.press("button", app.ui("Next Moment"))
            expect_asked(app, other)
            write_words(app, other, WORDS + WORDS)
            to_end(app, other)
            app.press("button", app.ui("Keep These Words in the Journal"))
            app.press("button", app.ui("Take These Words out of the Journal"))
            app.find("button", app.ui("Keep These Words in the Journal"))
        if [record["subject"] for record in entries(home)] != [moment["id"], other["id"]]:
            raise Failure(f"in the journal: {entries(home)}")
        if kept_on_disk(app, WORDS):
            raise Failure("words are on the disk that nobody asked to keep")
        with App(language, home=home) as app:
            third = due_moments(app.content.moments, entries(home))[1][0]
            app.go("Practice")
            app.go("Practice")
            expect_due(app, 1)
            open_due(app)
            expect_asked(app, third)
            write_words(app, third, WORDS)
            to_end(app, third)
            app.press("button", app.ui("Keep These Words in the Journal"))
            app.find("button", app.ui("Take These Words out of the Journal"))
            app.press("button", app.ui("Done"))
            app.find("label", app.ui("Enough for Today"))
        kept = [record.get("text") for record in entries(home)]
        if kept != [None, None, WORDS]:
            raise Failure(f"kept: {kept}")


def test_keys(language):
    """A moment by the keyboard alone: started, written, compared, taken back, left, hidden and finished."""
    with tempfile.TemporaryDirectory(prefix="upstander-e2e-") as home:
        with App(language, home=home, settings=SETTINGS, keys_only=True) as app:
            moment, other, _ = due_moments(app.content.moments, [])[1]
            app.key("alt+2")
            app.tab_to(app.ui("Start"))
            app.key("Return")
            expect_asked(app, moment)
            app.key("Tab")
            app.type("hold on")
            app.key("F9")
            app.gone("heading", moment["prompt"])
            app.key("F9")
            app.heading(moment["prompt"], level=1)
            app.key("F8")
            app.heading(app.ui("Paused"), level=1)
            app.key("alt+Left")
            app.heading(moment["prompt"], level=1)
            app.key("ctrl+Return")
            app.wait_focus(app.ui("Three Things to Listen For"))
            app.says("hold on", *moment["listenFor"])
            app.key("ctrl+z")
            app.wait_focus(moment["prompt"])
            for heading in ("Three Things to Listen For", "A Likely Reply", "A Way to Go On"):
                app.key("ctrl+Return")
                app.wait_focus(app.ui(heading))
            # To a move and back, to where one was.
            titles = {move["id"]: move["title"] for move in app.content.moves}
            app.tab_to(titles[moment["moves"][0]])
            app.key("Return")
            app.heading(titles[moment["moves"][0]], level=1)
            app.key("alt+Left")
            app.heading(app.ui("A Way to Go On"))
            app.tab_to(app.ui("Keep These Words in the Journal"))
            app.key("space")
            app.find("button", app.ui("Take These Words out of the Journal"))
            app.key("ctrl+Return")
            expect_asked(app, other)
            app.key("ctrl+j")
            app.gone("heading", other["prompt"])
            app.key("ctrl+Escape")
            expect_due(app, 2)
        if [record.get("text") for record in entries(home)] != ["hold on"]:
            raise Failure(f"in the journal: {entries(home)}")


def test_silence(language):
    """Where one is harmed, silence is an answer: nothing needs to be written, and any moment can be chosen."""
    with App(language, settings=SETTINGS) as app:
        targets = [moment for moment in app.content.moments if moment["role"] == "target"]
        moment = targets[-1]
        app.go("Practice")
        app.press("button", app.ui("All Moments"))
        word = max(re.findall(r"\w+", moment["situation"]), key=len)
        app.fill("entry", app.ui("Search moments"), as_typed(word, app.language))
        app.gone("button", app.content.moments[0]["situation"])
        app.press("button", moment["situation"])
        expect_asked(app, moment)
        app.says(app.ui("Silence is an answer, too."))
        to_end(app, moment)
        if next(app.matching("button", app.ui("Keep These Words in the Journal")), None):
            raise Failure("there are no words to keep")
        app.press("button", app.ui("Done"))
        app.find("label", app.ui.pattern("%s, last on %s"))
        app.fill("entry", app.ui("Search moments"), "zqxj")
        app.heading(app.ui("No Moments Found"))
        app.press("button", app.ui("Clear Filters"))
        app.find("button", app.content.moments[0]["situation"])
        app.back()
        # It was new, and counts among the new ones of today.
        expect_due(app, NEW_A_DAY - 1)


def test_next(language):
    """What comes next, with the reason: what was begun, a plan that came due, moments; and the rules in words."""
    with tempfile.TemporaryDirectory(prefix="upstander-e2e-") as home:
        plan = files.plan("I hear it again", "I ask", files.ago(days=8), due=files.ago(days=1))
        write_entries(home, [plan])
        with App(language, home=home, settings=SETTINGS) as app:
            scenario = app.content.scenarios["seminar-captions"]
            app.go("Practice")
            following = app.find("list", app.ui("Next"))
            due = app.ui.counted(
                "%u plan has come due: did a moment for it come up?",
                "%u plans have come due: did a moment for them come up?",
                1,
            )
            fresh = app.ui("The role of an ally was not practised yet; this is its shortest scenario.")
            app.says(plan["when"], due, fresh, node=following)
            walk = start(app, scenario)
            expect_asking(app, walk)
            take_step(app, walk, two_ways(scenario)[0][0])
            app.key("ctrl+Escape")
            following = app.find("list", app.ui("Next"))
            begun = app.ui("It was begun, and goes on where it was left.")
            app.says(scenario["title"], begun, plan["when"], due, node=following)
            # With the moments above these are three.
            wait_for("two suggestions", lambda: len(list(app.matching("button", node=following))) == 2)
            expect_due(app, NEW_A_DAY)

            app.press("button", plan["when"], node=following)
            app.find("button", app.ui("Back to Practice"))
            app.press("button", app.ui("Back to Practice"))
            app.press("button", app.ui("How Is This Chosen?"))
            dialog = app.find("dialog", app.ui("How This Is Chosen"))
            app.says(
                app.ui("A scenario that was begun and is not at an ending."),
                app.ui("Plans that have come due."),
                app.ui("Moments that are due today: first those that come back, then new ones."),
                app.ui("After 2, 7 and 21 days, then every 60 days"),
                node=dialog,
            )
            app.press("button", app.ui("Change in Preferences"), node=dialog)
            app.find("dialog", app.ui("Preferences"))
            app.key("Escape")
            app.gone("dialog", app.ui("Preferences"))
        with App(language, home=home, settings={"intervals": "'off'"}) as app:
            app.go("Practice")
            app.heading(app.ui("Moments come when they are chosen"))
            app.gone("label", re.compile(app.ui.pattern("%u moments due").pattern))


# Filters

FACETS = {"role": "All roles", "place": "Anywhere", "tie": "Any relationship", "power": "Any power"}


def terms(context):
    """The ids and titles of a closed list, in its order."""
    with open(os.path.join(SOURCE, "src/core/up-terms.c")) as file:
        return re.findall(r'\{ "([\w-]+)",\s*NC_ \("' + context + r'",\s*"([^"]+)"\) \}', file.read())


def options(app, facet):
    """The values that a facet has in the collection, with the word for each, in the order of the drop-down."""
    present = {scenario[facet] for scenario in app.content.scenarios.values()}
    return [(value, app.ui.in_context(facet, title)) for value, title in terms(facet) if value in present]


def choose(app, current, titled):
    """Chooses a row of the drop-down that shows @current, by the keys it has once it is open."""

    def row_in_focus():
        item = app.focused()
        return plain(item.get_name()) if item is not None and item.get_role_name() == "list item" else None

    # A row under the pointer would take the focus to itself.
    subprocess.run(["xdotool", "mousemove", "0", "0"], check=True, env=app.environment)
    app.press("toggle", current)
    wait_for(f"the rows of “{current}”", row_in_focus)
    for key in ("Home", *["Down"] * 12):
        if row_in_focus() == plain(titled):
            app.key("Return")
            app.find("toggle", titled)
            return
        before = row_in_focus()
        app.key(key)
        if key == "Down":
            wait_for(f"the row after “{before}”, on the way to “{titled}”", lambda: row_in_focus() != before)
    raise Failure(f"“{titled}” is not there")


def remove(app, titled):
    app.press("button", plain(app.ui("Remove the Filter: %s")).replace("%s", plain(titled)))


def shown(app):
    grid = next(app.matching("list", app.ui("Scenarios")), None)
    return {plain(item.get_name()) for item in app.matching("button", node=grid)} if grid else set()


def expect_shown(app, wanted, active=True):
    wanted = {plain(scenario["title"]) for scenario in wanted}
    try:
        wait_for(f"{wanted} and no others", lambda: shown(app) == wanted)
    except Failure as failure:
        raise Failure(f"{failure}: {shown(app)}")
    count = app.ui.counted("%u scenario found", "%u scenarios found", len(wanted))
    if active:
        app.find("label", count)


def test_filters(language):
    """Each filter finds what the data say it should, and is taken away again."""
    with App(language, settings=SETTINGS) as app:
        scenarios = app.content.scenarios.values()
        app.go("Practice")
        expect_shown(app, scenarios, active=False)
        # All values of one; each value of each is tried where no window is needed.
        for facet, any_value in FACETS.items():
            for value, title in options(app, facet)[0 if facet == "role" else -1 :]:
                choose(app, app.ui(any_value), title)
                expect_shown(app, [scenario for scenario in scenarios if scenario[facet] == value])
                remove(app, title)
                app.wait_focus(app.ui(any_value))
                expect_shown(app, scenarios, active=False)
        lengths = sorted({scenario["minutes"] for scenario in scenarios})[:-1]
        for minutes in lengths[:1]:
            title = app.ui.counted("Up to %u minute", "Up to %u minutes", minutes)
            choose(app, app.ui("Any length"), title)
            expect_shown(app, [scenario for scenario in scenarios if scenario["minutes"] <= minutes])
            remove(app, title)


def test_filters_together(language):
    """Filters narrow one another and the search; where nothing is left one button clears them all."""
    with tempfile.TemporaryDirectory(prefix="upstander-e2e-") as home:
        scenarios = Content(language).scenarios
        done = scenarios["prayer-break"]
        files.write(home, [files.attempt(Content(language), done, files.ago(days=2))])
        with App(language, home=home, settings=SETTINGS) as app:
            app.go("Practice")
            choose(app, app.ui("Done or not"), app.ui("Done before"))
            expect_shown(app, [done])
            role = dict(options(app, "role"))
            other = next(title for value, title in role.items() if value != done["role"])
            choose(app, app.ui("All roles"), other)
            app.heading(app.ui("No Scenarios Found"))
            # Folded away, what is filtered by is still seen.
            app.press("toggle", app.ui("Filters"))
            app.gone("toggle", app.ui("Anywhere"))
            app.find("toggle", app.ui("Done before"))
            remove(app, other)
            expect_shown(app, [done])
            app.press("toggle", app.ui("Filters"))
            choose(app, app.ui("All roles"), role[done["role"]])
            expect_shown(app, [done])

            app.press("toggle", app.ui("Search Scenarios"))
            app.fill("entry", app.ui("Search scenarios"), as_typed(done["title"], language))
            expect_shown(app, [done])
            app.fill("entry", app.ui("Search scenarios"), "zqxj")
            app.heading(app.ui("No Scenarios Found"))
            app.press("button", app.ui("Clear Search and Filters"))
            expect_shown(app, scenarios.values(), active=False)
            choose(app, app.ui("Done or not"), app.ui("Not done yet"))
            expect_shown(app, [scenario for scenario in scenarios.values() if scenario is not done])
            choose(app, app.ui("Not done yet"), app.ui("Begun, not finished"))
            app.heading(app.ui("No Scenarios Found"))
            app.press("button", app.ui("Clear Filters"), node=app.find("grouping", app.ui("Practice")))
            expect_shown(app, scenarios.values(), active=False)


if __name__ == "__main__":
    run(
        *in_languages(
            test_due,
            test_comes_back,
            test_words,
            test_keys,
            test_silence,
            test_next,
            test_filters,
            test_filters_together,
        )
    )
