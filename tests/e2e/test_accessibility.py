# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology is told of each view, and what it is told while a conversation grows."""

import re

from content import plain
from harness import App, Atspi, Failure, in_languages, run, settle, wait_for
from test_practice import SCENARIO, SETTINGS, expect_asking, go_on, start, take_step, two_ways
from views import VIEWS

# Roles of what one can press, toggle, choose or fill.
CONTROLS = {
    "push button", "button", "toggle button", "check box", "radio button", "switch", "combo box", "text", "entry",
    "link", "spin button", "slider", "menu item", "check menu item", "radio menu item", "page tab", "list item",
}  # fmt: skip
# Roles that say nothing of what a thing is: none of them may take the focus.
ROLELESS = {"invalid", "unknown", "panel", "filler", "redundant object", "section"}


def path(item):
    names = []
    while item is not None and len(names) < 40:
        names.append(f"{item.get_role_name()} “{(item.get_name() or '')[:30]}”")
        item = item.get_parent()
    return " < ".join(names[:6])


def has(item, state):
    return item.get_state_set().contains(state)


def roles_above(item):
    roles = []
    item = item.get_parent()
    while item is not None and len(roles) < 40:
        roles.append(item.get_role_name())
        item = item.get_parent()
    return roles


def is_of_the_toolkit(item):
    """What GTK and libadwaita 1.7 put there themselves, and an application cannot name.

    Items of a popover menu are labelled by labels that they hide from the tree; the one item that a
    drop-down shows of its list is a focusable item without a name, as is what a dialog floats in.
    """
    role = item.get_role_name()
    above = roles_above(item)
    return (
        role == "menu item"
        or (role in ("list item", "panel") and "combo box" in above[:8])
        or (role == "panel" and ("dialog" in above[:4] or "alert" in above[:4]))
    )


def check_ways_back(app, items):
    """From each thing up to the root by its parents, each of which must have it among its children."""
    wrong = []
    led_back = {app.root}
    children = {}
    for item in items:
        way = []
        while item not in led_back:
            way.append(item)
            parent = item.get_parent()
            if parent is None:
                wrong.append(f"does not lead back to the root: {path(way[0])}")
                break
            if len(way) > 100:
                wrong.append(f"has no end of parents: {path(way[0])}")
                break
            if parent not in children:
                children[parent] = [parent.get_child_at_index(i) for i in range(parent.get_child_count())]
            # The page of libadwaita’s preferences dialog is not among what its own parent says it has.
            if item not in children[parent] and "dialog" not in roles_above(item):
                wrong.append(f"is not among what its parent holds: {path(item)}")
            item = parent
        led_back.update(way)
    return wrong


def check_tree(app, view):
    wrong = []
    forward = []
    for item in app.walk():
        forward.append(item)
        role, name = item.get_role_name(), (item.get_name() or "").strip()
        states = item.get_state_set()
        showing = states.contains(Atspi.StateType.SHOWING)
        focusable = states.contains(Atspi.StateType.FOCUSABLE)
        if role == "invalid" or role == "unknown":
            wrong.append(f"has no role: {path(item)}")
        if showing and role in CONTROLS and not name and not is_of_the_toolkit(item):
            # An item of a plain list is a holder too, and is named by what it holds.
            if role != "list item" or focusable:
                wrong.append(f"a control without a name: {path(item)}")
        if showing and focusable and role in ROLELESS and not is_of_the_toolkit(item):
            wrong.append(f"takes the focus and has no role: {path(item)}")
        if role == "heading":
            if not 1 <= app.level(item) <= 6:
                wrong.append(f"a heading without a level: {path(item)}")
            if showing and not name:
                wrong.append(f"a heading without words: {path(item)}")
        if showing and role in ("push button", "button", "toggle button") and "\n" in name:
            wrong.append(f"a name with line breaks: {path(item)}")
        if showing and re.search(r"%[a-zA-Z]|\{\w+\}|</?\w+>", name):
            wrong.append(f"a name with what should be filled in: {path(item)}")

    wrong += check_ways_back(app, forward)

    headings = [item for item in forward if item.get_role_name() == "heading" and has(item, Atspi.StateType.SHOWING)]
    levels = [app.level(item) for item in headings]
    for before, after in zip([0] + levels, levels):
        if after > before + 1 and before:
            wrong.append(f"headings leap from level {before} to {after}: {[item.get_name() for item in headings]}")
            break
    if len({str(entry) for entry in wrong}):
        raise Failure(f"{view}:\n  " + "\n  ".join(sorted(set(wrong))))


def check_fits(app, view):
    """On the narrowest phone no text reaches beyond the window’s edge."""
    app.resize(360, 640)
    frame = app.find("frame", None)
    wait_for("the window to be laid out anew", lambda: app.extents(frame).width == 360)

    def beyond():
        found = []
        for item in app.matching("label"):
            place = app.extents(item)
            if place.width > 0 and (place.x < 0 or place.x + place.width > 360):
                found.append(f"{place.x}…{place.x + place.width}: {path(item)}")
        return found

    try:
        wait_for("every text to be within the window", lambda: not beyond())
    except Failure:
        raise Failure(f"{view}: reaches beyond a window of 360:\n  " + "\n  ".join(beyond()))


def case_for(view, language):
    def case():
        # With the largest text, so that what fits at all fits then.
        with App(language, settings={**SETTINGS, "text-size": "3"}) as app:
            VIEWS[view](app)
            settle()
            check_tree(app, view)
            check_fits(app, view)
            # A menu or a dialog takes the keys for itself.
            app.key("Escape")

    case.__name__ = f"test_{view.replace('-', '_')}_{language}"
    return case


class Events:
    """What assistive technology is told."""

    def __init__(self, app, *kinds):
        self.app = app
        self.heard = []
        self.listener = Atspi.EventListener.new(self._hear)
        self.kinds = kinds
        for kind in kinds:
            self.listener.register(kind)

    def _hear(self, event):
        try:
            if event.source.get_process_id() != self.app.process.pid:
                return
            name = event.any_data if "announcement" in event.type else event.source.get_name()
            self.heard.append((event.type, event.detail1, event.source.get_role_name(), name))
        except Exception:  # what it was about is gone already
            self.heard.append((event.type, event.detail1, None, None))

    def take(self):
        settle()
        heard, self.heard = self.heard, []
        return heard

    def stop(self):
        for kind in self.kinds:
            self.listener.deregister(kind)


def test_a_new_turn_speaks_once(language):
    """Each new turn puts the focus on its heading once, and what was there before stays silent."""
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        way = two_ways(scenario)[0]
        walk = start(app, scenario)
        expect_asking(app, walk)
        events = Events(app, "object:state-changed:focused", "object:text-changed", "object:announcement")
        try:
            for wanted in way:
                choice = next(choice for choice in walk.choices if choice["id"] == wanted)
                told = app.content.said_or_done(choice)
                for press, heading in (
                    (lambda: app.press("button", re.compile(re.escape(told) + "$")), app.ui("What happens")),
                    (lambda: go_on(app), app.ui("What this does")),
                ):
                    events.take()
                    press()
                    app.wait_focus(heading)
                    expect_focused_once(events.take(), heading)
                walk.choose(choice)
                events.take()
                go_on(app)
                if walk.ended:
                    app.heading(walk.scene["ending"]["title"])
                else:
                    expect_asking(app, walk)
                focused = wait_for("the focus on a heading", lambda: heading_in_focus(app))
                expect_focused_once(events.take(), focused.get_name())
        finally:
            events.stop()


def heading_in_focus(app):
    focused = app.focused()
    return focused if focused is not None and focused.get_role_name() == "heading" else None


def expect_focused_once(heard, heading):
    focused = [name for kind, on, role, name in heard if "focused" in kind and on]
    if focused.count(heading) != 1 or len(focused) > 2:
        raise Failure(f"the focus went to {focused} and not once to “{heading}”")
    spoken = [entry for entry in heard if "text-changed" in entry[0]]
    if len(spoken) > 20:
        raise Failure(f"{len(spoken)} texts were told again: {spoken}")


def test_the_log_is_not_told_again(language):
    """What is told per turn does not grow with the conversation."""
    with App(language, settings=SETTINGS) as app:
        scenario = max(
            app.content.scenarios.values(), key=lambda scenario: len(two_ways(scenario)[0])
        )
        way = two_ways(scenario)[0]
        walk = start(app, scenario)
        expect_asking(app, walk)
        counts = []
        events = Events(app, "object:state-changed:focused", "object:text-changed", "object:announcement")
        try:
            for wanted in way:
                events.take()
                take_step(app, walk, wanted)
                if not walk.ended:
                    expect_asking(app, walk)
                counts.append(len(events.take()))
        finally:
            events.stop()
        if max(counts[1:]) > counts[0] + 8:
            raise Failure(f"it grows from turn to turn: {counts}")


def test_results_are_announced(language):
    """Whoever cannot see the results of a search is told how many there are."""
    with App(language) as app:
        scenario = next(iter(app.content.scenarios.values()))
        number = len(app.content.phrases())
        events = Events(app, "object:announcement")

        def expect(said):
            wanted = plain(said)
            wait_for(f"“{wanted}” to be announced", lambda: any(wanted == plain(e[3]) for e in events.heard))

        try:
            app.go("Practice")
            app.press("toggle", app.ui("Search Scenarios"))
            app.fill("entry", app.ui("Search scenarios"), scenario["title"])
            expect(app.ui.counted("%u scenario found", "%u scenarios found", 1))
            app.go("Phrases")
            app.fill("entry", app.ui("Search phrases"), app.content.phrases()[-1]["text"])
            expect(app.ui.counted("%u phrase", "%u phrases", 1))
            app.press("button", app.ui("Clear"))
            expect(app.ui.counted("%u phrase", "%u phrases", number))
        finally:
            events.stop()


if __name__ == "__main__":
    run(
        *(case_for(view, language) for view in VIEWS for language in ("en", "ar")),
        *in_languages(test_a_new_turn_speaks_once, test_the_log_is_not_told_again, test_results_are_announced),
    )
