# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every view of the application, and how one gets there from its start."""

import json
import os
import re

from content import SOURCE, Walk, as_typed, blanks_shown, plain, shortest_ways
from harness import settle, wait_for

# The scenario that is walked in pictures and checks.
SCENARIO = "stand-up-accent"


def guide(app):
    app.find("list", app.ui("Chapters"))


def guide_chapter(app, number=0):
    title = app.content.guide[number]["title"]
    app.press("button", title)
    app.heading(title, level=1)


def guide_comparison(app):
    chapter = app.content.guide[0]
    block = next(block for block in chapter["blocks"] if "columns" in block)
    app.press("toggle", app.ui("Search"))
    app.fill("entry", app.ui("Search the guide"), as_typed(block["title"], app.language))
    app.press("button", block["title"], node=app.find("list", app.ui("Search Results")))
    app.heading(chapter["title"], level=1)
    app.wait_focus(block["title"])


def guide_search(app):
    title = app.content.guide[3]["title"]
    app.press("toggle", app.ui("Search"))
    app.fill("entry", app.ui("Search the guide"), as_typed(title.split()[0], app.language))
    app.find("list", app.ui("Search Results"))


def guide_nothing_found(app):
    app.press("toggle", app.ui("Search"))
    app.fill("entry", app.ui("Search the guide"), "zqxj")
    app.find("button", app.ui("Clear Search"))


def guide_go_on(app):
    guide_chapter(app)
    app.back()
    app.find("list", app.ui("Go On Reading"))


def printing(app):
    guide_chapter(app)
    app.wait_focus(app.content.guide[0]["title"])
    app.key("ctrl+p")
    app.find("radio button", app.ui("The Whole Guide"), node=app.find("alert", app.ui("Print")))


def practice(app):
    app.go("Practice")
    app.find("list", app.ui("Scenarios"))


def practice_nothing_found(app):
    practice(app)
    app.press("toggle", app.ui("Search Scenarios"))
    app.fill("entry", app.ui("Search scenarios"), "zqxj")
    app.find("button", app.ui("Clear Search"))


def practice_rules(app):
    practice(app)
    app.press("button", app.ui("How Is This Chosen?"))
    app.find("dialog", app.ui("How This Is Chosen"))


def moment(app):
    practice(app)
    app.press("button", app.ui("Start"))
    app.find("button", app.ui("Compare"))
    return app.content.moments[0]


def moment_end(app):
    asked = moment(app)
    app.fill("entry", asked["prompt"], app.content.moves[0]["title"])
    app.press("button", app.ui("Compare"))
    app.press("button", app.ui("Continue"))
    app.heading(app.ui("A Likely Reply"))
    app.press("button", app.ui("Continue"))
    app.heading(app.ui("A Way to Go On"))


def moments_over(app):
    moment(app)
    while next(app.matching("button", app.ui("Skip This Moment")), None):
        app.key("ctrl+j")
        settle()
    app.find("label", app.ui("Enough for Today"))


def all_moments(app):
    practice(app)
    app.press("button", app.ui("All Moments"))
    app.find("entry", app.ui("Search moments"))


def practice_intro(app):
    practice(app)
    app.press("button", app.content.cards[SCENARIO])
    app.heading(app.content.scenarios[SCENARIO]["title"], level=1)


def practice_rehearsal(app):
    practice_intro(app)
    app.press("button", app.ui("Start"))
    walk = Walk(app.content.scenarios[SCENARIO])
    app.heading(walk.scene["ask"])
    app.heading(app.ui("Before the Options: In One’s Own Words"))
    return walk


def practice_scene(app):
    walk = practice_rehearsal(app)
    app.press("button", app.ui("Show the Options"))
    app.find("list", walk.scene["ask"])
    return walk


def practice_own_words(app):
    walk = practice_rehearsal(app)
    app.fill("entry", app.ui("Before the Options: In One’s Own Words"), app.content.moves[0]["title"])
    app.press("button", app.ui("Show the Options"))
    app.find("list", walk.scene["ask"])
    return walk


def practice_skipped(app):
    walk = practice_scene(app)
    app.press("button", app.ui("Skip This Scene"))
    app.find("button", app.ui("Show the Scene"))
    return walk


def practice_paused(app):
    walk = practice_scene(app)
    app.press("button", app.ui("Step Away"))
    app.heading(app.ui("Paused"), level=1)
    return walk


def support(app):
    app.choose_from_menu("support")
    app.find("button", app.ui("Back to the Guide"))
    app.heading(app.ui("Whom to Turn To"))


def hidden(app):
    guide(app)
    app.key("F9")
    app.find("button", app.ui("Back"))


def _choose(app, walk, wanted):
    choice = next(choice for choice in walk.choices if choice["id"] == wanted)
    app.press("button", re.compile(re.escape(app.content.said_or_done(choice)) + "$"))
    walk.choose(choice)
    app.heading(app.ui("What do you notice?"))


def practice_happening(app, wanted=None):
    walk = practice_scene(app)
    _choose(app, walk, wanted or walk.choices[0]["id"])
    return walk


def practice_feedback(app):
    walk = practice_scene(app)
    telling = next(
        (
            choice
            for choice in walk.choices
            if "instead" in choice["feedback"] and choice["feedback"].get("leavesOpen")
        ),
        walk.choices[0],
    )
    _choose(app, walk, telling["id"])
    app.press("button", app.ui("Continue"))
    app.heading(app.ui("What this does"))
    return walk


def practice_listen_for(app):
    walk = practice_own_words(app)
    walk_to_ending(app, walk)
    app.heading(app.ui("Three Things to Listen For"))


def practice_ending(app):
    walk_to_ending(app, practice_scene(app))


def practice_debrief(app):
    practice_ending(app)
    app.press("button", app.ui("Look Back"))
    app.heading(app.ui("Looking Back"), level=1)


def walk_to_ending(app, walk):
    way = min(shortest_ways(walk.scenario).values(), key=len)
    for wanted in way:
        _choose(app, walk, wanted)
        app.press("button", app.ui("Continue"))
        app.heading(app.ui("What this does"))
        app.press("button", app.ui("Continue"))
        app.heading(walk.scene["ending"]["title"] if walk.ended else walk.scene["ask"])


def practice_map(app):
    walk = practice_ending(app)
    app.press("button", app.ui("Map"))
    app.find("button", app.ui("Zoom In"))
    return walk


def practice_map_details(app):
    practice_map(app)
    app.key("Home", "Return")
    app.wait_focus(app.ui.pattern("Try another way here: %s"))


def practice_map_list(app):
    practice_map(app)
    app.press("page tab", app.ui("List"))
    app.find("list", app.ui("Decisions"))


def practice_map_signs(app):
    practice_map(app)
    app.press("button", app.ui("What the Signs Mean"))
    app.find("list", app.ui("What the Signs Mean"))


def phrases(app):
    app.go("Phrases")
    rows = app.find("list", app.ui("Phrases"))
    wait_for("the first phrase", lambda: next(app.matching("button", node=rows), None))


def phrases_search(app):
    phrases(app)
    word = max(re.findall(r"\w+", re.sub(r"{\w+}", "", app.content.phrases()[0]["text"])), key=len)
    app.fill("entry", app.ui("Search phrases"), word)
    wait_for("a match to be marked", lambda: next(app.matching("button", name=re.compile(re.escape(word))), None))


def phrases_nothing_found(app):
    phrases(app)
    app.fill("entry", app.ui("Search phrases"), "zqxj")
    app.find("button", app.ui("Clear Search and Filters"))


def phrase(app):
    phrases(app)
    row = next(app.matching("button", node=app.find("list", app.ui("Phrases"))))
    app.press_item(row)
    app.heading(app.ui("Serves"))


def phrase_beside(app):
    """A phrase of another language, beside the same in one’s own."""
    phrases(app)
    app.press("toggle", app.ui("Language of the Phrases"))
    items = wait_for("the languages", lambda: list(app.matching("menu item")))
    # The first is for that of the content.
    app.press_item(items[3])
    with open(os.path.join(SOURCE, "data/content/languages.json")) as file:
        languages = {language["id"] for language in json.load(file)["languages"]} - {app.language}
    firsts = [plain(blanks_shown(app.content.phrases(language)[0])) for language in languages]
    rows = app.find("list", app.ui("Phrases"))

    def there(item):
        return any(plain(item.get_name()).startswith(first) for first in firsts)

    app.press_item(
        wait_for(
            "the first phrase of another language",
            lambda: next((item for item in app.matching("button", node=rows) if there(item)), None),
        )
    )
    wait_for(
        "two columns of it",
        lambda: len([item for item in app.matching("heading", app.ui("Serves"), showing=False)]) == 2,
    )


def phrase_add(app):
    phrases(app)
    app.press("button", app.ui("Add a Phrase"))
    app.find("dialog", app.ui("Add a Phrase"))
    area = app.find("text", app.ui("Phrase"))
    area.get_editable_text_iface().set_text_contents("{ ")
    app.find("label", app.ui("A blank begins with { and ends with }."))


def phrase_own(app):
    phrases(app)
    app.press("button", app.ui("Add a Phrase"))
    area = app.find("text", app.ui("Phrase"))
    words = app.content.phrases()[0]["text"].split("{")[0] + "{" + app.ui("Note") + "}"
    area.get_editable_text_iface().set_text_contents(words)
    app.says(words.replace("{", "[").replace("}", "]"))
    app.press("button", app.ui("Save"))
    app.find("button", app.ui("Erase This Phrase"))


def phrases_practise(app):
    phrases(app)
    app.press("button", app.ui("Practise"))
    app.find("button", app.ui("Said Aloud"))


def phrases_compare(app):
    phrases_practise(app)
    app.press("button", app.ui("Said Aloud"))
    app.wait_focus(app.ui("Three Phrases to Compare With"))


def move(app):
    phrase(app)
    # Rows keep the order of the list, so the first phrase is the first that is shown.
    titles = {move["title"] for move in app.content.moves}
    app.press_item(
        wait_for(
            "a link to a move",
            lambda: next((item for item in app.matching("button") if item.get_name() in titles), None),
        )
    )
    wait_for(
        "the move’s page",
        lambda: any(item.get_name() in titles and app.level(item) == 1 for item in app.matching("heading")),
    )


def journal_empty(app):
    app.go("Journal")
    app.find("button", app.ui("Go to Practice"))


def journal_note(app):
    journal_empty(app)
    app.key("ctrl+n")
    app.fill("entry", app.ui("Note"), "…")


def journal(app):
    journal_note(app)
    app.back()
    app.find("list", app.ui("Entries"))


def journal_nothing_found(app):
    journal(app)
    app.key("ctrl+f")
    app.fill("entry", app.ui("Search the journal"), "zqxj")
    app.find("button", app.ui("Clear Search and Filters"))


def journal_export(app):
    journal(app)
    app.press("toggle", app.ui("Journal Menu"))
    items = wait_for("the menu’s items", lambda: list(app.matching("menu item")))
    app.press_item(items[3])
    app.find("dialog", app.ui("Export"))
    app.press("toggle", app.ui("Page (Markdown)"))
    app.find("text", app.ui("Preview"))


def journal_export_pages(app):
    journal_export(app)
    app.press("toggle", app.ui("Page (PDF)"))
    app.find("list item", app.ui.pattern("Page %u of %u"))


def preferences(app):
    app.key("ctrl+comma")
    app.find("dialog", app.ui("Preferences"))


def shortcuts(app):
    app.key("ctrl+shift+question")
    app.find("dialog", app.ui("Keyboard Shortcuts"))


def about(app):
    app.choose_from_menu("about")
    app.find("dialog", app.ui("About", domain="libadwaita"))


def main_menu(app):
    app.key("F10")
    app.find("menu", app.ui("Main Menu"))


def find_answer(app, question, answer):
    """One of the buttons that answer a question of “Which way?”, by their ids."""
    asked = next(item for item in app.content.which_way["questions"] if item["id"] == question)
    title = next(item for item in asked["answers"] if item["id"] == answer)["title"]
    return app.find("toggle", title, node=app.find("grouping", asked["title"], showing=False), showing=False)


def which_way(app):
    app.key("alt+w")
    app.heading(app.content.which_way["title"], level=1)
    app.wait_focus(app.content.which_way["title"])


def which_way_answered(app):
    which_way(app)
    for question, answer in (("urgency", "now"), ("stand", "witness"), ("private-safety", "unsafe")):
        app.press_item(find_answer(app, question, answer))
    app.heading(app.ui("Not Safe as Things Stand"))
    app.press("toggle", app.ui("Phrases to Use"))
    app.find("list", app.ui("Phrases to Use"))


def which_way_help(app):
    which_way(app)
    app.press_item(find_answer(app, "urgency", "threat"))
    app.heading(app.content.which_way["emergency"]["title"])


VIEWS = {
    "guide": guide,
    "guide-chapter": guide_chapter,
    "guide-comparison": guide_comparison,
    "guide-search": guide_search,
    "guide-nothing-found": guide_nothing_found,
    "guide-go-on": guide_go_on,
    "print": printing,
    "which-way": which_way,
    "which-way-answered": which_way_answered,
    "which-way-help": which_way_help,
    "practice": practice,
    "practice-nothing-found": practice_nothing_found,
    "practice-rules": practice_rules,
    "moment": moment,
    "moment-end": moment_end,
    "moments-over": moments_over,
    "all-moments": all_moments,
    "practice-intro": practice_intro,
    "practice-rehearsal": practice_rehearsal,
    "practice-own-words": practice_own_words,
    "practice-scene": practice_scene,
    "practice-skipped": practice_skipped,
    "practice-paused": practice_paused,
    "practice-happening": practice_happening,
    "practice-feedback": practice_feedback,
    "practice-ending": practice_ending,
    "practice-debrief": practice_debrief,
    "practice-listen-for": practice_listen_for,
    "practice-map": practice_map,
    "practice-map-details": practice_map_details,
    "practice-map-list": practice_map_list,
    "practice-map-signs": practice_map_signs,
    "support": support,
    "hidden": hidden,
    "phrases": phrases,
    "phrases-search": phrases_search,
    "phrases-nothing-found": phrases_nothing_found,
    "phrase": phrase,
    "phrase-beside": phrase_beside,
    "phrase-add": phrase_add,
    "phrase-own": phrase_own,
    "phrases-practise": phrases_practise,
    "phrases-compare": phrases_compare,
    "move": move,
    "journal-empty": journal_empty,
    "journal-note": journal_note,
    "journal": journal,
    "journal-nothing-found": journal_nothing_found,
    "journal-export": journal_export,
    "journal-export-pages": journal_export_pages,
    "main-menu": main_menu,
    "preferences": preferences,
    "shortcuts": shortcuts,
    "about": about,
}
