# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading in the guide, over the accessibility tree."""

import re
import tempfile

from content import as_typed
from harness import App, Atspi, Failure, in_languages, plain, run, wait_for


def texts_of(block):
    """All that a block says, in the order of reading; empty for links, which have tests of their own."""
    if block.get("title"):
        yield block["title"]
    if isinstance(block.get("text"), list):
        yield from block["text"]
    elif block.get("text"):
        yield block["text"]
    for column in block.get("columns", ()):
        yield column["title"]
        for point in column["points"]:
            yield point["title"]
            yield point["text"]


def test_a_chapter(language):
    """Opens a chapter, reads all of it, goes on to the next and back to the list."""
    with App(language) as app:
        first, second = app.content.guide[0], app.content.guide[1]
        chapters = app.find("list", app.ui("Chapters"))
        app.says(*(chapter["title"] for chapter in app.content.guide), node=chapters)

        app.tab_to(first["title"])
        app.press("button", first["title"])
        app.heading(first["title"], level=1)
        app.wait_focus(first["title"])
        app.says(first["title"], first["summary"], *(text for block in first["blocks"] for text in texts_of(block)))
        for block in first["blocks"]:
            if block.get("title"):
                app.heading(block["title"])

        app.heading(app.ui("Read Next"))
        app.press("button", second["title"])
        app.heading(second["title"], level=1)
        app.wait_focus(second["title"])

        app.back()
        app.back()
        app.find("list", app.ui("Chapters"))
        app.wait_focus(first["title"])


def test_comparison(language):
    """Both sides of a comparison are there, each under its own name."""
    with App(language) as app:
        chapter, block = next(
            (chapter, block)
            for chapter in app.content.guide
            for block in chapter["blocks"]
            if "columns" in block
        )
        app.press("button", chapter["title"])
        for column in block["columns"]:
            app.heading(column["title"])
            app.says(column["title"], *(text for point in column["points"] for text in (point["title"], point["text"])))


def test_links_out_and_back(language):
    """From a chapter to a scenario and to a move, and back to the chapter each time."""
    with App(language) as app:
        for kind, where in (("scenarios", "Practice"), ("moves", "Phrases")):
            chapter, block = next(
                (chapter, block) for chapter in app.content.guide for block in chapter["blocks"] if block.get(kind)
            )
            target = block[kind][0]
            if kind == "scenarios":
                title = app.content.cards[target]
            else:
                title = next(move["title"] for move in app.content.moves if move["id"] == target)
            app.press("button", chapter["title"])
            app.press("button", title)
            app.heading(title, level=1)
            if not app.is_pressed(app.find("toggle", app.ui(where))):
                raise Failure(f"the sidebar does not say {where}")
            app.press("button", app.ui("Back to the Guide"))
            app.heading(chapter["title"], level=1)
            app.back()
            app.find("list", app.ui("Chapters"))


def test_search(language):
    """Finds a block by what it is called, as carelessly as people type, and goes to it."""
    with App(language) as app:
        chapter = app.content.guide[3]
        block = next(block for block in chapter["blocks"] if block.get("title"))
        app.press("toggle", app.ui("Search"))
        app.fill("entry", app.ui("Search the guide"), as_typed(block["title"], language))
        results = app.find("list", app.ui("Search Results"))
        app.find("button", block["title"], node=results)

        app.fill("entry", app.ui("Search the guide"), "zqxj zqxj")
        app.find(None, app.ui("No Results Found"))
        app.press("button", app.ui("Clear Search"))
        app.find("list", app.ui("Chapters"))

        app.fill("entry", app.ui("Search the guide"), as_typed(block["title"], language))
        app.press("button", block["title"])
        app.heading(chapter["title"], level=1)
        app.wait_focus(block["title"])


def test_comes_back_to_the_chapter(language):
    """Closed in a chapter, it opens there again."""
    with tempfile.TemporaryDirectory() as home:
        chapter = None
        with App(language, home=home) as app:
            chapter = app.content.guide[2]
            app.press("button", chapter["title"])
            app.heading(chapter["title"], level=1)
        with App(language, home=home) as app:
            app.heading(chapter["title"], level=1)
            app.back()
            app.find("list", app.ui("Chapters"))


def is_set_off(node, text):
    """Whether a stretch of what a node says is underlined, as what was searched for is."""
    content = Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    start = content.find(text)
    return start >= 0 and "underline" in (Atspi.Text.get_attribute_run(node, start, False)[0] or {})


def test_hits_are_set_off(language):
    """What was searched for is set off where it is found, in the chapter too; read from the list it is not."""
    with App(language) as app:
        chapter = app.content.guide[1]
        block = next(block for block in chapter["blocks"] if isinstance(block.get("text"), list))
        word = max(block["text"][0].strip(".").split(), key=len)
        app.press("toggle", app.ui("Search"))
        app.fill("entry", app.ui("Search the guide"), word)
        app.press("button", block["title"], node=app.find("list", app.ui("Search Results")))
        app.wait_focus(block["title"])
        label = app.find("label", block["text"][0])
        wait_for("the word to be set off", lambda: is_set_off(label, word))
        app.back()
        app.back()
        app.press("button", chapter["title"], node=app.find("list", app.ui("Chapters")))
        label = app.find("label", block["text"][0])
        if is_set_off(label, word):
            raise Failure("what nobody searched for is set off")


def test_goes_on_reading(language):
    """A chapter opens where one left it, also another day, and the guide offers to go on with it."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home) as app:
            chapter = next(
                chapter for chapter in app.content.guide if sum("moves" in block for block in chapter["blocks"]) > 1
            )
            move = next(block for block in chapter["blocks"] if "moves" in block)["moves"][-1]
            title = next(entry["title"] for entry in app.content.moves if entry["id"] == move)
            if next(app.matching("list", app.ui("Go On Reading")), None):
                raise Failure("there is nothing to go on with yet")
            app.press("button", chapter["title"])
            app.wait_focus(chapter["title"])
            app.tab_to(title)
            place = wait_for("the move in sight", lambda: app.extents(app.find("button", title)).y or None)
            app.back()
            app.says(app.ui("Go On Reading"), chapter["title"], node=app.find("list", app.ui("Go On Reading")))
            app.press("button", chapter["title"], node=app.find("list", app.ui("Chapters")))
            app.wait_focus(chapter["title"])
            there = lambda: abs(app.extents(app.find("button", title)).y - place) < 30
            wait_for("the place where one was", there)
            app.back()
            app.find("list", app.ui("Go On Reading"))
        with App(language, home=home) as app:
            links = app.find("list", app.ui("Go On Reading"))
            app.press_item(next(app.matching("button", node=links)))
            app.heading(chapter["title"], level=1)
            wait_for("the place where one was", there)


def test_links_back(language):
    """From a move, a phrase of it and a scenario to the chapters of the guide that lead to them."""
    with App(language) as app:
        chapter, block = next(
            (chapter, block) for chapter in app.content.guide for block in chapter["blocks"] if block.get("moves")
        )
        move = next(entry for entry in app.content.moves if entry["id"] == block["moves"][0])
        app.press("button", chapter["title"])
        app.press("button", move["title"])
        app.heading(move["title"], level=1)
        app.find("list", app.ui("In the Guide"))
        phrase = next(entry for entry in app.content.phrases(language) if entry["move"] == move["id"] and "{" not in entry["text"])
        app.press("button", re.compile(re.escape(plain(phrase["text"]))))
        app.heading(phrase["text"], level=1)
        links = app.find("list", app.ui("In the Guide"))
        app.press_item(next(app.matching("button", node=links)))
        app.find("grouping", app.ui("Guide"))

        app.go("Practice")
        scenario = app.content.scenarios[
            next(block for chapter in app.content.guide for block in chapter["blocks"] if block.get("scenarios"))["scenarios"][0]
        ]
        app.press("button", re.compile(re.escape(plain(scenario["title"]))))
        app.heading(scenario["title"], level=1)
        links = app.find("list", app.ui("In the Guide"))
        app.press_item(next(app.matching("button", node=links)))
        app.find("grouping", app.ui("Guide"))


def test_print(language):
    """What to print is asked where there is a choice: this chapter, or the whole guide."""
    with App(language) as app:
        app.press("button", app.content.guide[1]["title"])
        app.wait_focus(app.content.guide[1]["title"])
        app.key("ctrl+p")
        dialog = app.find("alert", app.ui("Print"))
        for choice in ("This Chapter", "The Whole Guide"):
            app.find("radio button", app.ui(choice), node=dialog)
        app.key("Escape")
        app.wait_focus(app.content.guide[1]["title"])


run(
    *in_languages(
        test_a_chapter,
        test_comparison,
        test_links_out_and_back,
        test_search,
        test_comes_back_to_the_chapter,
        test_hits_are_set_off,
        test_goes_on_reading,
        test_links_back,
        test_print,
    )
)
