# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding, copying and keeping a phrase, over the accessibility tree."""

import tempfile

from content import as_typed, blanks_shown, plain
from harness import App, Failure, in_languages, run, wait_for

LEANS = {"in": "Calling in", "out": "Calling out", "either": "Either"}


def listed(app):
    """The phrases of the rows that are there, from the top; a long list has only its first rows."""
    rows = app.find("list", app.ui("Phrases"))
    return [plain(row.get_name()) for row in app.matching("list item", node=rows)]


def wait_listed(app, phrases):
    """Waits until these phrases and no others are listed."""
    wanted = [plain(blanks_shown(phrase)) for phrase in phrases]

    def there():
        names = listed(app)
        return len(names) == len(wanted) and all(name.startswith(text) for name, text in zip(names, wanted))

    try:
        wait_for(f"{wanted} and no others", there)
    except Failure as failure:
        raise Failure(f"{failure}: {listed(app)}")


def says_number(app, number):
    app.find("label", app.ui.counted("%u phrase", "%u phrases", number))


def choose_phrase(app, blanks=False):
    """A phrase whose words no other phrase has."""
    return next(phrase for phrase in app.content.phrases() if bool(phrase.get("blanks")) == blanks)


def find_phrase(app, phrase):
    """Searches for a phrase as carelessly as people type, and gives back its row's button."""
    shown = blanks_shown(phrase)
    app.fill("entry", app.ui("Search phrases"), as_typed(shown, app.language))
    wait_listed(app, [phrase])
    return next(app.matching("button", node=app.find("list", app.ui("Phrases"))))


def test_search(language):
    """As one types, and nothing is found for words that no phrase holds."""
    with App(language) as app:
        app.go("Phrases")
        phrases = app.content.phrases()
        says_number(app, len(phrases))
        find_phrase(app, phrases[-1])
        says_number(app, 1)

        app.fill("entry", app.ui("Search phrases"), "zqxj")
        app.press("button", app.ui("Clear Search and Filters"))
        says_number(app, len(phrases))


def test_filters(language):
    """By what a phrase leans to, and by the move it makes."""
    with App(language) as app:
        app.go("Phrases")
        phrases = app.content.phrases()
        for lean, title in LEANS.items():
            passing = [phrase for phrase in phrases if phrase["lean"] == lean]
            app.press("toggle", app.ui.in_context("lean", title))
            says_number(app, len(passing))
            wait_for(
                f"phrases for {title} at the top",
                lambda: listed(app)[:3]
                and all(
                    name.startswith(plain(blanks_shown(phrase))) for name, phrase in zip(listed(app)[:3], passing)
                ),
            )
        app.press("button", app.ui("Clear"))
        says_number(app, len(phrases))


def test_copy(language):
    """Copies a phrase from its page, plain and with its blank filled."""
    with App(language) as app:
        app.go("Phrases")
        phrase = choose_phrase(app)
        app.press_item(find_phrase(app, phrase))
        app.heading(phrase["text"], level=1)
        app.says(phrase["text"], phrase["serves"], phrase["fails"], phrase["reply"], phrase["goOn"])
        app.press("button", app.ui("Copy"))
        wait_for("the copied phrase", lambda: app.clipboard() == phrase["text"])
        app.find("label", app.ui("Copied"))
        app.back()

        phrase = choose_phrase(app, blanks=True)
        app.press_item(find_phrase(app, phrase))
        app.heading(blanks_shown(phrase), level=1)
        filled = phrase["text"]
        for number, blank in enumerate(phrase["blanks"]):
            app.fill("entry", blank["label"], f"xyz {number}")
            filled = filled.replace("{" + blank["id"] + "}", f"xyz {number}")
        app.heading(filled, level=1)
        app.press("button", app.ui("Copy"))
        wait_for("the filled phrase", lambda: app.clipboard() == filled)


def test_favourites(language):
    """Marks a phrase, finds it among the favourites after a restart, and takes the mark back."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home) as app:
            app.go("Phrases")
            phrase = choose_phrase(app)
            find_phrase(app, phrase)
            star = app.find("toggle", app.ui("Favourite"))
            app.press_item(star)
            wait_for("the star to be pressed", lambda: app.is_pressed(star))

        with App(language, home=home) as app:
            app.press("toggle", app.ui("Favourites"))
            wait_listed(app, [phrase])
            app.press_item(next(app.matching("button", node=app.find("list", app.ui("Phrases")))))
            app.heading(phrase["text"], level=1)
            star = app.find("toggle", app.ui("Favourite"))
            if not app.is_pressed(star):
                raise Failure("the phrase’s page does not say that it is a favourite")
            app.press_item(star)
            wait_for("the mark to go", lambda: not app.is_pressed(star))
            app.press("button", app.ui("Undo"))
            wait_for("the mark to be back", lambda: app.is_pressed(star))
            app.press_item(star)
            wait_for("the mark to go again", lambda: not app.is_pressed(star))
            app.back()
            app.press("button", app.ui("Clear"))
            says_number(app, len(app.content.phrases()))


def test_phrase_to_move_and_on(language):
    """From a phrase to its move, from there to another of its phrases, and all the way back."""
    with App(language) as app:
        app.go("Phrases")
        phrases = app.content.phrases()
        phrase = choose_phrase(app)
        move = next(move for move in app.content.moves if move["id"] == phrase["move"])
        other = next(
            other
            for other in phrases
            if other["move"] == phrase["move"] and other is not phrase and not other.get("blanks")
        )
        app.press_item(find_phrase(app, phrase))
        app.heading(phrase["text"], level=1)
        app.press("button", move["title"])
        app.heading(move["title"], level=1)
        app.says(move["title"], move["summary"])
        app.press("button", other["text"])
        app.heading(other["text"], level=1)
        for _ in range(3):
            app.back()
        wait_listed(app, [phrase])


def test_another_language(language):
    """The library is read in another language, and the rest of the application is not."""
    other = {"en": "es", "ar": "en"}[language]
    with App(language, settings={"phrase-language": f"'{other}'"}) as app:
        app.go("Phrases")
        phrase = app.content.phrases(other)[0]
        wait_for("phrases in the other language", lambda: listed(app)[0].startswith(plain(blanks_shown(phrase))))
        app.go("Guide")
        app.find("button", app.content.guide[0]["title"])


if __name__ == "__main__":
    run(
        *in_languages(
            test_search,
            test_filters,
            test_copy,
            test_favourites,
            test_phrase_to_move_and_on,
            test_another_language,
        )
    )
