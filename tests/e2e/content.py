# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the application is expected to say: the shipped content and the interface, per language.

Read from the data and the catalogues themselves and never copied into a test, so that a text can be
reworded or translated without touching the tests.
"""

import gettext
import json
import os
import re
import sys
from collections import deque

SOURCE = os.environ.get("UPSTANDER_SOURCE") or os.path.join(os.path.dirname(__file__), "../..")
LOCALEDIR = os.environ.get("UPSTANDER_LOCALEDIR")

sys.path.insert(0, os.path.join(SOURCE, "build-aux/content"))
sys.dont_write_bytecode = True
import po_file  # noqa: E402

# Marks that set the direction of a text and are not part of what it says.
DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Vowel signs that Arabic is usually typed without.
TASHKEEL = re.compile("[\u064b-\u0652\u0670]")

# A choice of grammatical forms: feminine, masculine and the neutral one, which is shown unless somebody
# chooses another.
FORMS = re.compile(r"\{[^{}|]+\|[^{}|]+\|([^{}|]+)\}")
QUOTES = {"ar": "«{}»", "de": "„{}“", "es": "«{}»", "fr": "«\u00a0{}\u00a0»"}
# Where an interface has another name than the content that goes with it.
INTERFACES = {"pt-BR": "pt_BR", "zh-Hans": "zh_CN"}


# Numbers may stand in the digits of the language.
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def plain(text):
    """A text without the marks of direction, and with its numbers in one kind of digits."""
    return DIRECTION.sub("", text or "").translate(DIGITS)


def interface_of(language):
    return INTERFACES.get(language, language)


def neutral(value):
    """A text, or all texts of a value, in the neutral form."""
    if isinstance(value, dict):
        return {key: neutral(item) for key, item in value.items()}
    if isinstance(value, list):
        return [neutral(item) for item in value]
    return FORMS.sub(r"\1", value) if isinstance(value, str) else value


def as_typed(text, language):
    """A text as somebody in a hurry types it into a search."""
    return TASHKEEL.sub("", text) if language == "ar" else text.upper()


class Interface:
    """The interface's strings in a language, from the catalogues that the application reads."""

    def __init__(self, language):
        self.language = interface_of(language)

    def _catalogue(self, domain):
        folder = LOCALEDIR if domain == "upstander" else "/usr/share/locale"
        return gettext.translation(domain, folder, [self.language], fallback=True)

    def __call__(self, text, domain="upstander"):
        return self._catalogue(domain).gettext(text)

    def plural(self, one, many, number):
        return self._catalogue("upstander").ngettext(one, many, number)

    def counted(self, one, many, number):
        return self.plural(one, many, number).replace("%Iu", "%u").replace("%u", str(number))

    def in_context(self, context, text):
        return self._catalogue("upstander").pgettext(context, text)

    def pattern(self, text):
        """A pattern for a string with places to fill, such as “Take back: %s”."""
        pieces = [re.escape(plain(piece)) for piece in re.split(r"%[a-zI]+", self(text))]
        return re.compile("^" + ".*".join(pieces) + "$", re.S)


class Content:
    """The content in a language; what is not translated stays English, as in the application."""

    def __init__(self, language):
        self.language = language
        self._texts = {}
        folder = os.path.join(SOURCE, "po/content", language)
        for name in os.listdir(folder) if os.path.isdir(folder) else ():
            if name.endswith(".po"):
                self._read(os.path.join(folder, name))
        self.guide = self._load("guide.json")["chapters"]
        self.moves = self._load("phrases/moves.json")["moves"]
        self.moments = self._load("moments.json")["moments"]
        self.which_way = self._load("which-way.json")
        self.scenarios = {}
        for name in sorted(os.listdir(os.path.join(SOURCE, "data/content/scenarios"))):
            scenario = self._load(f"scenarios/{name}")
            self.scenarios[scenario["id"]] = scenario
        # A card is read before its story may be there in the language.
        self.cards = {id: self._texts.get(f"scenarios/{id}.json:title", self.scenarios[id]["title"]) for id in self.scenarios}
        for id in self.scenarios:
            if not os.path.exists(os.path.join(folder, f"{id}.po")):
                with open(os.path.join(SOURCE, f"data/content/scenarios/{id}.json")) as file:
                    self.scenarios[id] = json.load(file)

    def _read(self, path):
        entries = list(po_file.read(path).live())
        # A scenario is told in one language or the other, and never in both.
        partly = {
            reference.split(":")[0]
            for entry in entries
            if not entry.translated
            for reference in entry.references
            if reference.startswith("scenarios/")
        }
        for entry in entries:
            for reference in entry.references:
                if entry.translated and reference.split(":")[0] not in partly:
                    self._texts[reference] = neutral(entry.msgstr)

    def _load(self, name):
        with open(os.path.join(SOURCE, "data/content", name)) as file:
            return self._translated(json.load(file), f"{name}:", "")

    def _translated(self, value, file, path):
        if isinstance(value, dict):
            return {key: self._translated(item, file, f"{path}/{key}".lstrip("/")) for key, item in value.items()}
        if isinstance(value, list):
            return [
                self._translated(item, file, f"{path}/{item['id'] if isinstance(item, dict) and 'id' in item else i}")
                for i, item in enumerate(value)
            ]
        return self._texts.get(file + path, value)

    def phrases(self, language=None):
        with open(os.path.join(SOURCE, f"data/content/phrases/{language or self.language}.json")) as file:
            return neutral(json.load(file)["phrases"])

    def said_or_done(self, choice):
        """A choice as a button shows it."""
        if "does" in choice:
            return choice["does"]
        # An untranslated text is quoted as English is.
        translated = re.search("[\u0600-\u06ff]", choice["says"]) if self.language == "ar" else True
        return QUOTES.get(self.language if translated else "en", "“{}”").format(choice["says"])


def blanks_shown(phrase):
    """A phrase's words as a list shows them, with the labels of its blanks."""
    text = phrase["text"]
    for blank in phrase.get("blanks", ()):
        text = text.replace("{" + blank["id"] + "}", f"[{blank['label']}]")
    return text


def holds(condition, flags):
    return all(flag in flags for flag in condition.get("if", ())) and not any(
        flag in flags for flag in condition.get("unless", ())
    )


class Walk:
    """A way through a scenario, by the rules of the format and apart from the application."""

    def __init__(self, scenario):
        self.scenario = scenario
        self.scenes = {scene["id"]: scene for scene in scenario["scenes"]}
        self.rehearsed = False
        self.start()

    def start(self):
        self.flags = frozenset()
        self.steps = []
        self.passage = []
        self._lead_to(self.scenario["start"])

    def _resolve(self, following):
        if isinstance(following, str):
            return following
        return next(exit["to"] for exit in following if holds(exit, self.flags))

    def _lead_to(self, scene):
        self.passage = []
        while True:
            self.scene = self.scenes[scene]
            self.passage.append(self.scene)
            if "next" not in self.scene:
                return
            scene = self._resolve(self.scene["next"])

    @property
    def pivotal(self):
        """Whether one's own words are asked for here, before the choices: once in a run."""
        return bool(self.scene.get("pivotal")) and not self.rehearsed

    @property
    def ended(self):
        return "ending" in self.scene

    @property
    def choices(self):
        """What is open here."""
        return [choice for choice in self.scene.get("choices", ()) if holds(choice, self.flags)]

    def lines(self):
        """What is told on the way to where one is."""
        return [line for scene in self.passage for line in scene.get("lines", ()) if holds(line, self.flags)]

    def choose(self, choice):
        self.flags |= frozenset(choice.get("sets", ()))
        self.steps.append((self.scene, choice))
        self.happens = [line for line in choice["happens"] if holds(line, self.flags)]
        self._lead_to(self._resolve(choice["next"]))

    def replay(self, ids):
        """Walks from the start along choices given by their ids."""
        self.start()
        for wanted in ids:
            self.choose(next(choice for choice in self.choices if choice["id"] == wanted))


def shortest_ways(scenario):
    """The shortest way to each ending that can be reached: {ending: [choice, …]}."""
    ways = {}
    seen = set()
    waiting = deque([()])
    walk = Walk(scenario)
    while waiting:
        ids = waiting.popleft()
        walk.replay(ids)
        if walk.ended:
            ways.setdefault(walk.scene["id"], list(ids))
            continue
        state = (walk.scene["id"], walk.flags)
        if state in seen:
            continue
        seen.add(state)
        waiting.extend(ids + (choice["id"],) for choice in walk.choices)
    return ways
