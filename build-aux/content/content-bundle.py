#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bundles the content and its translations into one GResource.

The structure is bundled once, as it is. Beside it stand, below `content/`:

index.json                   what start-up reads: languages, phrases, and each scenario's card
i18n/LANGUAGE/index.json     the cards' texts
i18n/LANGUAGE/FILE.json      one file's texts by path, translated ones only

A scenario that a language lacks a string of is not translated at all: a conversation never changes
language half-way.
"""

import argparse
import json
import pathlib
import subprocess
import sys
from xml.sax import saxutils

sys.dont_write_bytecode = True  # the source folder stays as it is

import content_files  # noqa: E402
import po_file  # noqa: E402

PREFIX = '/io/github/upstander_app/Upstander/content'
CARD_FACTS = ('minutes', 'role', 'place', 'power', 'tie', 'harms', 'review', 'revision')
ROLES = ('ally', 'target', 'called', 'leader')  # the order of the cards


def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(',', ':')) + '\n'


class Bundle:
    """What goes into the resource: texts by their path below `content/`."""

    def __init__(self, content, po):
        self.content = content
        self.po = po
        self.texts = {}
        self.inputs = {content, content / 'languages.json'}
        self.files = content_files.find(content)
        self.strings = {file.name: content_files.strings(content, file) for file in self.files}
        self.catalogues = {}
        self.add_structure()
        stated = content_files.languages(content)
        translated = {language: self.add_language(language) for language in content_files.translated_languages(content)}
        self.add_index([one for one in stated if one['id'] == content_files.SOURCE or translated[one['id']]])

    def add_structure(self):
        for file in self.files:
            self.texts[file.name] = dump(file.json)
            self.inputs |= {file.path, file.path.parent, self.content / 'schema' / f'{file.kind}.schema.json'}
        for path in sorted((self.content / 'phrases').glob('*.json')):
            self.inputs |= {path, path.parent}
            if path.name != 'moves.json':
                file = content_files.ContentFile(self.content, f'phrases/{path.name}')
                self.texts[file.name] = dump(file.json)

    def catalogue(self, language, name):
        """The translated strings of one PO file, by role and source text."""
        path = self.po / language / f'{name}.po'
        if path not in self.catalogues:
            self.inputs |= {self.po, path.parent, path}
            entries = {}
            if path.exists():
                entries = {key: entry.msgstr for key, entry in po_file.read(path).find().items() if entry.translated}
            self.catalogues[path] = entries
        return self.catalogues[path]

    def add_language(self, language):
        """Adds the translations into `language`; says whether there are any."""
        cards = {}
        found = False
        for file in self.files:
            strings = self.strings[file.name]
            texts = {}
            for path, role, text, _ in strings:
                translated = self.catalogue(language, file.catalogue_of(path)).get((role, text))
                if translated is not None:
                    texts[path] = translated
            found = found or bool(texts)
            if file.kind == 'scenario':
                cards |= {f'scenarios/{file.id}/{name}': texts[name] for name in content_files.CARD_TEXTS if name in texts}
            if texts and (file.kind != 'scenario' or len(texts) == len(strings)):
                self.texts[f'i18n/{language}/{file.name}'] = dump(texts)
        if found:
            self.texts[f'i18n/{language}/index.json'] = dump(cards)
        return found

    def add_index(self, languages):
        scenarios = []
        for file in self.files:
            if file.kind != 'scenario':
                continue
            whole = [one['id'] for one in languages if f'i18n/{one["id"]}/{file.name}' in self.texts]
            card = {'id': file.id, **{name: file.json[name] for name in content_files.CARD_TEXTS + CARD_FACTS}}
            scenarios.append(card | {'languages': [content_files.SOURCE, *whole]})
        scenarios.sort(key=lambda card: (ROLES.index(card['role']), card['id']))
        phrases = []
        for name, text in self.texts.items():
            if name.startswith('phrases/') and name != 'phrases/moves.json':
                file = json.loads(text)
                phrases.append({'id': file['language'], 'review': file['review']})
        phrases.sort(key=lambda one: (one['id'] != content_files.SOURCE, one['id']))
        self.texts['index.json'] = dump(
            {'format': 'upstander-index/1', 'languages': languages, 'phrases': phrases, 'scenarios': scenarios}
        )


def write(bundle, folder):
    """Writes the texts below `folder`, with the list that glib-compile-resources reads."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<gresources>', f'  <gresource prefix="{PREFIX}">']
    for name, text in sorted(bundle.texts.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')
        lines.append(f'    <file compressed="true">{saxutils.escape(name)}</file>')
    lines += ['  </gresource>', '</gresources>', '']
    (folder / 'content.gresource.xml').write_text('\n'.join(lines), encoding='utf-8')


def compile_resources(compiler, folder, targets):
    """Makes each of `targets`: by its name, C source, a C header or a .gresource."""
    common = [compiler, '--sourcedir', str(folder), '--c-name', 'up_content', '--internal']
    xml = str(folder / 'content.gresource.xml')
    options = {'.c': ['--generate-source'], '.h': ['--generate-header'], '.gresource': []}
    for target in targets:
        subprocess.run([*common, *options[target.suffix], '--target', str(target), xml], check=True)


def main():
    parser = argparse.ArgumentParser(description='Bundles the content.')
    parser.add_argument('--content', type=pathlib.Path, required=True)
    parser.add_argument('--po', type=pathlib.Path, required=True)
    parser.add_argument('--folder', type=pathlib.Path, required=True, help='where the parts are put')
    parser.add_argument('--compiler', help='glib-compile-resources; without it only the parts are made')
    parser.add_argument('--targets', type=pathlib.Path, nargs='+', default=[], help='.c, .h or .gresource')
    parser.add_argument('--depfile', type=pathlib.Path)
    arguments = parser.parse_args()
    try:
        bundle = Bundle(arguments.content, arguments.po)
    except (content_files.ContentError, po_file.PoError) as error:
        sys.exit(f'content-bundle: {error}')
    write(bundle, arguments.folder)
    if arguments.compiler:
        compile_resources(arguments.compiler, arguments.folder, arguments.targets)
    if arguments.depfile:
        existing = sorted(path for path in bundle.inputs if path.exists())
        inputs = ' '.join(str(path).replace(' ', '\\ ') for path in existing)
        arguments.depfile.write_text(f'{arguments.targets[0]}: {inputs}\n', encoding='utf-8')


if __name__ == '__main__':
    main()
