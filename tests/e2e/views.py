# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every view of the application, and how one gets there from its start."""

import re

from content import Walk, as_typed, shortest_ways
from harness import wait_for

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


def practice(app):
    app.go("Practice")
    app.find("list", app.ui("Scenarios"))


def practice_nothing_found(app):
    practice(app)
    app.press("toggle", app.ui("Search Scenarios"))
    app.fill("entry", app.ui("Search scenarios"), "zqxj")
    app.find("button", app.ui("Clear Search"))


def practice_intro(app):
    practice(app)
    title = app.content.scenarios[SCENARIO]["title"]
    app.press("button", title)
    app.heading(title, level=1)


def practice_scene(app):
    practice_intro(app)
    app.press("button", app.ui("Start"))
    walk = Walk(app.content.scenarios[SCENARIO])
    app.heading(walk.scene["ask"])
    return walk


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


def practice_ending(app):
    walk = practice_scene(app)
    way = min(shortest_ways(walk.scenario).values(), key=len)
    for wanted in way:
        _choose(app, walk, wanted)
        app.press("button", app.ui("Continue"))
        app.heading(app.ui("What this does"))
        app.press("button", app.ui("Continue"))
        app.heading(walk.scene["ending"]["title"] if walk.ended else walk.scene["ask"])


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


def preferences(app):
    app.key("ctrl+comma")
    app.find("dialog", app.ui("Preferences"))


def shortcuts(app):
    app.key("ctrl+shift+question")
    app.find("dialog", app.ui("Keyboard Shortcuts"))


def about(app):
    app.choose_from_menu(2)
    app.find("dialog", app.ui("About", domain="libadwaita"))


def main_menu(app):
    app.key("F10")
    app.find("menu", app.ui("Main Menu"))


VIEWS = {
    "guide": guide,
    "guide-chapter": guide_chapter,
    "guide-comparison": guide_comparison,
    "guide-search": guide_search,
    "guide-nothing-found": guide_nothing_found,
    "practice": practice,
    "practice-nothing-found": practice_nothing_found,
    "practice-intro": practice_intro,
    "practice-scene": practice_scene,
    "practice-happening": practice_happening,
    "practice-feedback": practice_feedback,
    "practice-ending": practice_ending,
    "phrases": phrases,
    "phrases-search": phrases_search,
    "phrases-nothing-found": phrases_nothing_found,
    "phrase": phrase,
    "move": move,
    "main-menu": main_menu,
    "preferences": preferences,
    "shortcuts": shortcuts,
    "about": about,
}
