# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The content's files, and which of their strings are to be translated.

A string is named by its path: the keys that lead to it, joined by slashes; a list's element stands
in it by its id where it has one, else by its place, counted from 0.
"""

import json
import pathlib

import schema_roles

FORMAT = 'upstander-'
SOURCE = 'en'
CARDS = 'cards'
CARD_TEXTS = ('title', 'summary', 'contentNote')


class ContentError(Exception):
    """Content that cannot be bundled or translated; says why."""


class ContentFile:
    """One JSON file whose strings are translated."""

    def __init__(self, root, name):
        self.name = name
        self.path = pathlib.Path(root, name)
        try:
            self.json = json.loads(self.path.read_text(encoding='utf-8'))
        except (OSError, ValueError) as error:
            raise ContentError(f'{self.path}: {error}') from None
        stated = self.json.get('format', '') if isinstance(self.json, dict) else ''
        self.kind = stated.removeprefix(FORMAT).split('/')[0]

    @property
    def catalogue(self):
        """The name of the PO file that holds its translations."""
        path = pathlib.PurePosixPath(self.name)
        return 'agendas' if path.parent.name == 'agendas' else path.stem

    def catalogue_of(self, path):
        """The name of the PO file that holds the translation of the string at `path`.

        What a scenario's card shows is kept apart from its story, so that a language can have all the
        cards before it has all the stories.
        """
        return CARDS if self.kind == 'scenario' and path in CARD_TEXTS else self.catalogue

    @property
    def id(self):
        return pathlib.PurePosixPath(self.name).stem


def find(root):
    """All content files below `root` that are translated, in the order in which people meet them."""
    root = pathlib.Path(root)
    names = [path.name for path in sorted(root.glob('*.json')) if path.name != 'languages.json']
    names += ['phrases/moves.json'] if (root / 'phrases/moves.json').exists() else []
    for folder in ('scenarios', 'agendas'):
        names += [f'{folder}/{path.name}' for path in sorted((root / folder).glob('*.json'))]
    files = [ContentFile(root, name) for name in names]
    taken = {CARDS: None}
    for file in files:
        if file.name.startswith('agendas/'):
            continue
        other = taken.setdefault(file.catalogue, file)
        if other is not file:
            raise ContentError(f'{file.name} and {other.name if other else "the cards"} would share a translation file')
    return files


def languages(root):
    """The languages there are, with who has read each: a list of {"id", "review"}."""
    path = pathlib.Path(root, 'languages.json')
    try:
        return json.loads(path.read_text(encoding='utf-8'))['languages']
    except (OSError, ValueError, KeyError) as error:
        raise ContentError(f'{path}: {error}') from None


def translated_languages(root):
    """The ids of those that the content is translated into."""
    return [language['id'] for language in languages(root) if language['id'] != SOURCE]


def element_step(element, index):
    """How a list's element is named in a path."""
    if isinstance(element, dict) and isinstance(element.get('id'), str):
        return element['id']
    return str(index)


def strings(root, file):
    """The strings of `file` to be translated, in order: (path, role, text, trail).

    `trail` holds the objects on the way to the string with the steps that lead to them: what the
    comments for translators are made from.
    """
    roles = schema_roles.load(root, file.kind)
    if roles is None:
        raise ContentError(f'{file.name}: there is no schema for the format “{file.kind}”')
    found = list(walk(file.json, roles(file.json), [], []))
    paths = set()
    for path, _, text, _ in found:
        if path in paths:
            raise ContentError(f'{file.name}: two strings have the path {path}')
        if not text.strip():
            raise ContentError(f'{file.name}: the string at {path} is empty')
        paths.add(path)
    return found


def walk(value, roles, steps, trail):
    if isinstance(value, dict):
        for key, member in value.items():
            yield from walk(member, roles.member(key), steps + [key], trail + [(steps, value)])
    elif isinstance(value, list):
        for index, element in enumerate(value):
            step = element_step(element, index)
            yield from walk(element, roles.element(index, element), steps + [step], trail)
    elif isinstance(value, str):
        role = roles.role(value)
        if role is not None:
            yield '/'.join(steps), role, value, trail
