# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading in the guide, over the accessibility tree."""

import tempfile

from content import as_typed
from harness import App, Failure, in_languages, run


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
                title = app.content.scenarios[target]["title"]
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


run(
    *in_languages(
        test_a_chapter,
        test_comparison,
        test_links_out_and_back,
        test_search,
        test_comes_back_to_the_chapter,
    )
)
