# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phrases of one's own: writing them, finding them, filling them in, practising, and taking them away."""

import json
import os
import re
import tempfile

from gi.repository import Atspi

from content import as_typed, blanks_shown, plain
from harness import APP_ID, App, Failure, in_languages, run, wait_for
from test_phrases import listed, says_number

TYPED = {
    "en": ("Hold on, {name}. Is {what was said} fair?", "Wait, {name}. Is {what was said} fair?"),
    "ar": ("لحظة يا {الاسم}، هل {ما قيل} منصف؟", "مهلًا يا {الاسم}، هل {ما قيل} منصف؟"),
}


def shown(typed):
    return re.sub(r"\{(.*?)\}", r"[\1]", typed)


def write(app, typed):
    """Types into the dialog that is open; the entry is named for what it holds."""
    area = app.find("text", app.ui("Phrase"))
    area.get_editable_text_iface().set_text_contents(typed)
    wait_for("what was written", lambda: app.content_of(area) == typed)


def save_button(app):
    return app.find("button", app.ui("Save"))


def is_sensitive(item):
    return item.get_state_set().contains(Atspi.StateType.SENSITIVE)


def wait_first(app, text, number):
    """Waits until that many are listed, and a row for that phrase is among them; gives it back."""
    says_number(app, number)

    def row():
        rows = app.find("list", app.ui("Phrases"))
        return next(
            (item for item in app.matching("button", node=rows) if plain(item.get_name()).startswith(plain(text))), None
        )

    try:
        return wait_for(f"“{text}” in the list", row)
    except Failure as failure:
        raise Failure(f"{failure}: {listed(app)}")


def add(app, typed):
    app.press("button", app.ui("Add a Phrase"))
    write(app, typed)
    wait_for("a phrase that can be saved", lambda: is_sensitive(save_button(app)))
    app.press_item(save_button(app))
    app.heading(shown(typed), level=1)


def own_file(app):
    path = f"{app.home}/data/{APP_ID}/phrases.jsonl"
    return open(path).read() if os.path.exists(path) else ""


def test_own(language):
    """Added, found, changed, filled in and copied, erased and brought back; there after a restart."""
    first, second = TYPED[language]
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home) as app:
            app.go("Phrases")
            number = len(app.content.phrases())

            # A text is looked at as it is typed, and outlives the dialog.
            app.press("button", app.ui("Add a Phrase"))
            write(app, first + " {")
            app.find("label", app.ui("A blank begins with { and ends with }."))
            wait_for("nothing to save yet", lambda: not is_sensitive(save_button(app)))
            app.key("Escape")
            app.gone("button", app.ui("Save"))
            app.press("button", app.ui("Add a Phrase"))
            area = app.find("text", app.ui("Phrase"))
            wait_for("what was typed before", lambda: app.content_of(area) == first + " {")
            write(app, first)
            app.says(shown(first))
            wait_for("a phrase that can be saved", lambda: is_sensitive(save_button(app)))
            app.press_item(save_button(app))
            app.heading(shown(first), level=1)

            # It is changed where it is shown.
            app.press("button", app.ui("Edit Phrase"))
            write(app, second)
            app.press_item(save_button(app))
            app.heading(shown(second), level=1)

            # Filled in and copied, what is not filled marked.
            labels = re.findall(r"\{(.*?)\}", second)
            app.fill("entry", labels[0], "Sam")
            half = shown(second).replace(f"[{labels[0]}]", "Sam")
            app.heading(half, level=1)
            app.press("button", app.ui("Copy"))
            wait_for("the half-filled phrase", lambda: app.clipboard() == half)
            app.fill("entry", labels[1], "xyz")
            filled = half.replace(f"[{labels[1]}]", "xyz")
            app.heading(filled, level=1)
            app.press("button", app.ui("Copy"))
            wait_for("the filled phrase", lambda: app.clipboard() == filled)
            app.back()

            # Found by search, among the others and alone, with its mark.
            wait_first(app, shown(app.content.phrases()[0]["text"].split("{")[0]), number + 1)
            app.fill("entry", app.ui("Search phrases"), as_typed(shown(second), language))
            row = wait_first(app, shown(second), 1)
            if app.ui("Own") not in row.get_name():
                raise Failure(f"“{row.get_name()}” does not say that it is one’s own")
            app.press("button", app.ui("Clear"))
            app.press("toggle", app.ui("Own"))
            wait_first(app, shown(second), 1)

        with App(language, home=home) as app:
            app.go("Phrases")
            app.press("toggle", app.ui("Own"))
            row = wait_first(app, shown(second), 1)
            if plain(first) in plain(own_file(app)):
                raise Failure("what was changed before the restart is still on the disk")
            app.press_item(row)
            app.heading(shown(second), level=1)
            app.press("button", app.ui("Erase This Phrase"))
            app.find("label", app.ui("No Own Phrases Yet"))
            wait_for("nothing of it on the disk", lambda: own_file(app) == "")
            app.press("button", app.ui("Undo"))
            wait_first(app, shown(second), 1)
            wait_for("it on the disk again", lambda: own_file(app) != "")
            app.press("button", app.ui("Clear"))
            says_number(app, number + 1)


def test_practise(language):
    """What is listed is practised: a moment that asks for it, then three phrases to compare with."""
    with App(language) as app:
        app.go("Phrases")
        move = app.content.moves[0]
        typed = TYPED[language][0]
        add(app, typed)
        app.back()
        app.press("toggle", app.ui("Own"))
        wait_first(app, shown(typed), 1)
        app.press("button", app.ui("Practise"))
        moments = [moment for moment in app.content.moments if move["id"] in moment["moves"]]
        app.heading(moments[0]["prompt"], level=1)
        app.says(moments[0]["situation"])
        area = app.find("text", moments[0]["prompt"])
        area.get_editable_text_iface().set_text_contents("Qown words")
        app.press("button", app.ui("Compare"))
        app.wait_focus(app.ui("Three Phrases to Compare With"))
        compared = app.find("list", app.ui("Three Phrases to Compare With"))
        items = wait_for(
            "three phrases",
            lambda: (lambda found: found if len(found) == 3 else None)(
                [item for item in app.matching("list item", node=compared)]
            ),
        )
        if plain(items[0].get_name()) != plain(shown(typed)):
            raise Failure(f"“{items[0].get_name()}” comes before one’s own")
        of_moment = {
            plain(blanks_shown(phrase)) for phrase in app.content.phrases() if phrase["move"] in moments[0]["moves"]
        }
        for item in items[1:]:
            if plain(item.get_name()) not in of_moment:
                raise Failure(f"“{item.get_name()}” is for another moment")
        app.says("Qown words")
        kept = f"{app.home}/data/{APP_ID}/entries.jsonl"
        wait_for("that it was practised", lambda: os.path.exists(kept) and moments[0]["id"] in open(kept).read())
        if "Qown" in open(kept).read():
            raise Failure("words are kept that nobody wanted to keep")
        app.press("button", app.ui("Keep These Words in the Journal"))
        wait_for("the words", lambda: "Qown words" in open(kept).read())

        # Copied and marked where it stands.
        app.press("button", app.ui("Copy"), node=items[1])
        wait_for("the copied phrase", lambda: plain(app.clipboard()) == plain(items[1].get_name()))
        star = app.find("toggle", app.ui("Favourite"), node=items[1])
        app.press_item(star)
        wait_for("the star to be pressed", lambda: app.is_pressed(star))

        app.press("button", app.ui("Next Moment"))
        app.wait_focus(moments[1]["prompt"])
        app.back()
        app.press("toggle", app.ui("Own"))
        app.press("toggle", app.ui("Favourites"))
        says_number(app, 1)


def test_side_by_side(language):
    """A phrase of another language stands beside the same in one’s own, and both search it."""
    other = {"en": "ar", "ar": "en"}[language]
    with App(language, settings={"phrase-language": f"'{other}'"}) as app:
        app.go("Phrases")
        own = {phrase["id"]: phrase for phrase in app.content.phrases()}
        others = app.content.phrases(other)
        phrase = next(p for p in others if p["id"] in own and not p.get("blanks") and not own[p["id"]].get("blanks"))
        mine = own[phrase["id"]]
        switch = app.find("toggle", app.ui("Language of the Phrases"))
        wait_for("the switch to name it", lambda: switch.get_description() == {"ar": "العربية", "en": "English"}[other])

        # In one’s own words it is found, too.
        app.fill("entry", app.ui("Search phrases"), as_typed(mine["text"], language))
        app.press_item(wait_first(app, phrase["text"], 1))
        app.heading(phrase["text"], level=1)
        app.heading(mine["text"], level=2)
        app.says(phrase["serves"], phrase["goOn"], mine["serves"], mine["goOn"])
        beside = app.heading(mine["text"], level=2)
        first, second = app.extents(app.heading(phrase["text"], level=1)), app.extents(beside)
        if (first.x < second.x) != (language == "en") or abs(first.y - second.y) > 40:
            raise Failure("they do not stand side by side")
        app.resize(360, 640)
        wait_for(
            "one below the other",
            lambda: app.extents(app.heading(mine["text"], level=2)).y
            > app.extents(app.heading(phrase["text"], level=1)).y + 100,
        )

        # Each counterpart opens.
        app.press("button", mine["text"])
        app.heading(mine["text"], level=1)
        app.back()
        app.heading(phrase["text"], level=1)


def choose_file(app, title, path):
    """Gives a path to GTK’s own dialog, which stands in for the portal."""
    dialog = app.find("dialog", app.ui(title))

    def entry():
        focused = app.focused()
        entries = [*app.matching("text", node=dialog), *app.matching("entry", node=dialog)]
        return focused if focused is not None and focused in entries else None

    # One that opens a file has no entry before somebody asks for it, and takes it away again when it has
    # found the recent files: here the one that was exported.
    if title == "Import Phrases":
        wait_for("the recent files", lambda: next(app.matching("table cell", node=dialog), None))
        wait_for("the focus in the dialog", lambda: app.focused() in list(app.walk(dialog)))
        app.key("ctrl+l")
    entry = wait_for("the entry of the file’s name", entry)
    entry.get_editable_text_iface().set_text_contents(path)
    wait_for("the path", lambda: app.content_of(entry) == path)
    if title == "Import Phrases":
        wait_for("a file to open", lambda: is_sensitive(list(app.matching("button", node=dialog))[-1]))
    app.key("Return")


def read_json(path):
    """What a file holds that is being written."""

    def whole():
        try:
            with open(path) as file:
                return json.load(file)
        except (OSError, ValueError):
            return None

    return wait_for(f"“{path}”", whole)


def choose_from_menu(app, number):
    app.press("toggle", app.ui("Phrases Menu"))
    items = wait_for("the menu’s items", lambda: [item for item in app.matching("menu item")][number:])
    app.press_item(items[0])


def test_files(language):
    """Exported, erased with everything else, read in again after a look; a broken file says where."""
    typed = TYPED[language][0]
    with tempfile.TemporaryDirectory() as folder, App(language) as app:
        app.go("Phrases")
        add(app, typed)
        app.back()
        choose_from_menu(app, 2)
        choose_file(app, "Save the Export", f"{folder}/own.json")
        data = read_json(f"{folder}/own.json")
        if [phrase["language"] for phrase in data["phrases"]] != [language]:
            raise Failure(f"{data}")

        data["phrases"][0]["text"] += " ?"
        with open(f"{folder}/more.json", "w") as file:
            json.dump(data, file)
        choose_from_menu(app, 0)
        choose_file(app, "Import Phrases", f"{folder}/more.json")
        app.find("alert", app.ui.counted("Add %u Phrase?", "Add %u Phrases?", 1))
        app.says(shown(typed) + " ?")
        app.key("Return")
        app.find("label", app.ui.counted("%u phrase added", "%u phrases added", 1))
        app.press("toggle", app.ui("Own"))
        wait_first(app, shown(typed) + " ?", 2)

        data["phrases"][0]["move"] = "nowhere"
        with open(f"{folder}/bad.json", "w") as file:
            json.dump(data, file, indent=2)
        choose_from_menu(app, 0)
        choose_file(app, "Import Phrases", f"{folder}/bad.json")
        app.find("alert", app.ui("The File Cannot Be Used"))
        with open(f"{folder}/bad.json") as file:
            line = next(number for number, text in enumerate(file, 1) if "nowhere" in text)
        wait_for("the line", lambda: any(re.search(rf"\b{line}\b", text) for text in app.texts()))
        app.press("button", app.ui("_Close").replace("_", ""))
        app.gone("alert", app.ui("The File Cannot Be Used"))
        says_number(app, 2)


if __name__ == "__main__":
    run(
        *in_languages(test_own, test_practise, test_side_by_side),
        *in_languages(test_files, languages=("en",)),
    )
