# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the phrase library as a whole: enough of it in every language, nothing missing, each in its own
script, and no two phrases that are the same or nearly so, within a language or across two.

Nearly the same are two texts of which at least half of the pairs of words are shared: folded, blanks and
what is between words left out; of writing without spaces, pairs of letters. Words of different scripts
are never the same.
"""

import itertools
import json
import os
import re
import sys
import unicodedata
from pathlib import Path

ROOT = Path(os.environ.get("UPSTANDER_SOURCE", Path(__file__).resolve().parents[2]))
CONTENT = ROOT / "data" / "content"
FOLDER = CONTENT / "phrases"

LEAST_PHRASES, LEAST_MOVES, LEAST_PER_MOVE = 72, 18, 2
ALIKE = 0.5
FIELDS = ("serves", "fails", "reply", "goOn", "address")
SPOKEN = ("text", "serves", "fails", "reply", "goOn", "culture")

# How the names of a script's letters begin.
SCRIPTS = {"ar": "ARABIC", "hi": "DEVANAGARI", "zh-Hans": "CJK"}
# What is written in Latin letters everywhere.
BRANDS = {"HR", "Instagram", "Slack", "Teams", "TikTok", "WhatsApp", "YouTube", "Zoom"}

BLANK = re.compile(r"\{([a-z0-9-]+)\}")
FORMS = re.compile(r"\{([^{}|]*)\|[^{}|]*\|[^{}|]*\}")

count = 0
failed = False


def check(good, name, *notes):
    global count, failed
    count += 1
    print(f"{'ok' if good else 'not ok'} {count} - {name}")
    if not good:
        failed = True
        for note in notes:
            print(f"# {note}")


def fold(text):
    """Without case, accents and vowel marks, and of a choice of forms the first."""
    text = unicodedata.normalize("NFKD", FORMS.sub(r"\1", text).casefold())
    return "".join(character for character in text if not unicodedata.combining(character))


def shingles(text, script):
    """The pairs of words that a text is made of; of one word, the word."""
    words = re.findall(r"[^\W_]+", fold(BLANK.sub(" ", text)))
    if script == "CJK":
        words = list("".join(words))
    return frozenset(itertools.pairwise(words)) or frozenset((word,) for word in words)


def likeness(one, other):
    return len(one & other) / len(one | other) if one or other else 1


def script_of(language):
    return SCRIPTS.get(language, "LATIN")


def foreign_letters(text, script):
    """What is written in another script than the language's, names that are written so everywhere aside."""
    text = BLANK.sub(" ", text)
    for brand in BRANDS:
        text = re.sub(rf"\b{brand}\b", " ", text)
    return "".join(
        character
        for character in text
        if unicodedata.category(character) in ("Ll", "Lu", "Lt", "Lo")
        and not unicodedata.name(character, "").startswith(script)
    )


def label(language, phrase):
    return f"{language} {phrase.get('id')}: “{phrase.get('text')}”"


def check_size(language, phrases, moves):
    of_moves = {move: [phrase for phrase in phrases if phrase.get("move") == move] for move in moves}
    check(
        len(phrases) >= LEAST_PHRASES,
        f"{language} has at least {LEAST_PHRASES} phrases",
        f"{len(phrases)} phrases",
    )
    made = [move for move in moves if of_moves[move]]
    check(len(made) >= LEAST_MOVES, f"{language} has phrases for {LEAST_MOVES} moves", f"{len(made)} moves")
    few = [f"{language} {move}: {len(of_moves[move])}" for move in moves if len(of_moves[move]) < LEAST_PER_MOVE]
    check(not few, f"{language} has at least {LEAST_PER_MOVE} phrases for each move", *few)
    unknown = [label(language, phrase) for phrase in phrases if phrase.get("move") not in moves]
    check(not unknown, f"{language} knows the moves of all its phrases", *unknown)


def check_fields(language, phrases):
    missing, blanks = [], []
    for phrase in phrases:
        empty = [field for field in ("id", "text", *FIELDS) if not str(phrase.get(field, "")).strip()]
        if empty:
            missing.append(f"{label(language, phrase)}: no {', '.join(empty)}")
        used = BLANK.findall(phrase.get("text", ""))
        listed = [blank.get("id") for blank in phrase.get("blanks", [])]
        unlabelled = [blank.get("id") for blank in phrase.get("blanks", []) if not blank.get("label", "").strip()]
        if set(used) != set(listed) or len(set(listed)) != len(listed) or unlabelled:
            blanks.append(f"{label(language, phrase)}: blanks {listed}, in the text {used}, without label {unlabelled}")
    check(not missing, f"{language} says everything of each phrase", *missing)
    check(not blanks, f"{language} has a label for each blank and a blank for each label", *blanks)


def check_script(language, phrases):
    script = script_of(language)
    wrong = []
    for phrase in phrases:
        texts = [phrase.get(field, "") for field in SPOKEN] + [
            blank.get("label", "") for blank in phrase.get("blanks", [])
        ]
        for text in texts:
            foreign = foreign_letters(text, script)
            if foreign:
                wrong.append(f"{language} {phrase.get('id')}: “{foreign}” in “{text}”")
    check(not wrong, f"{language} is written in its own script", *wrong)


def check_alike(libraries):
    """Within a language, and across those of one script."""
    made = {
        language: [(phrase, shingles(phrase.get("text", ""), script_of(language))) for phrase in phrases]
        for language, phrases in libraries.items()
    }
    for language, phrases in made.items():
        alike = [
            f"{likeness(a, b):.2f}: {label(language, one)} and {label(language, other)}"
            for (one, a), (other, b) in itertools.combinations(phrases, 2)
            if likeness(a, b) >= ALIKE
        ]
        check(not alike, f"{language} says nothing twice", *alike)
    for one, other in itertools.combinations(made, 2):
        if script_of(one) != script_of(other):
            continue
        alike = [
            f"{likeness(a, b):.2f}: {label(one, first)} and {label(other, second)}"
            for (first, a), (second, b) in itertools.product(made[one], made[other])
            if likeness(a, b) >= ALIKE
        ]
        check(not alike, f"{one} and {other} have words of their own", *alike)


def check_self():
    """That it finds what it is there to find."""

    def alike(one, other, script="LATIN"):
        return likeness(shingles(one, script), shingles(other, script)) >= ALIKE

    check(alike("What did you mean by that?", "What did you MEAN by {it}  that …"), "finds the same words")
    check(alike("¿Qué quisiste decir con eso?", "¿Que quisiste decir con eso hoy?"), "finds nearly the same words")
    check(alike("你这么说是什么意思？", "你这么说，是什么意思呢？", "CJK"), "finds nearly the same letters")
    check(alike("{Atenta|Atento|Atención} a eso, por favor", "Atenta a eso por favor"), "reads a choice of forms")
    check(not alike("What did you mean by that?", "What did she hear in that?"), "leaves others apart")
    check(foreign_letters("Не то, WhatsApp", "LATIN") == "Нето", "finds letters of another script")
    check(not foreign_letters("في WhatsApp، {remark}", "ARABIC"), "lets names be")
    check(foreign_letters("في Team", "ARABIC") == "Team", "finds Latin letters where they do not belong")


def main():
    languages = [
        language["id"] for language in json.loads((CONTENT / "languages.json").read_text(encoding="utf-8"))["languages"]
    ]
    moves = [move["id"] for move in json.loads((FOLDER / "moves.json").read_text(encoding="utf-8"))["moves"]]
    libraries = {}
    check_self()
    for language in languages:
        path = FOLDER / f"{language}.json"
        check(path.exists(), f"{language} has phrases", f"{path} is missing")
        if not path.exists():
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        check(data.get("language") == language, f"{path.name} is in {language}", str(data.get("language")))
        check(bool(data.get("note", "").strip()), f"{language} says how people are addressed in it")
        libraries[language] = data.get("phrases", [])
        check_size(language, libraries[language], moves)
        check_fields(language, libraries[language])
        check_script(language, libraries[language])
    check_alike(libraries)
    print(f"1..{count}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
