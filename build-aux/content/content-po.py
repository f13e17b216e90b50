#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the content's translation files up to date: content-po.py update | status | stories LANGUAGE

`update` writes po/content/pot/NAME.pot from the content and merges what changed into each
po/content/LANGUAGE/NAME.po. The languages are those of data/content/languages.json. Nothing
depends on the day or the machine: run twice, it changes nothing.

A scenario's story is translated whole or not at all, so a language has files for those stories only
that somebody translates: `stories` makes those that a language lacks yet.

A string is recognised by its role and source text. Where a text was rewritten, the string that has
the same path keeps its old translation, marked fuzzy and with the old source beside it; fuzzy
strings are not used until somebody has looked at them.
"""

import argparse
import copy
import pathlib
import sys

sys.dont_write_bytecode = True  # the source folder stays as it is

import content_files  # noqa: E402
import po_file  # noqa: E402
import translators_notes  # noqa: E402

POT_HEADER = """\
Project-Id-Version: upstander-content
Language-Team:
Language:
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
"""
PO_HEADER = """\
Project-Id-Version: upstander-content
PO-Revision-Date: 2026-11-23 00:00+0000
Last-Translator: Upstander contributors
Language-Team: {language}
Language: {language}
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
"""
# REUSE-IgnoreStart
COMMENTS = ['SPDX-FileCopyrightText: Upstander contributors', 'SPDX-License-Identifier: CC-BY-SA-4.0', '']
# REUSE-IgnoreEnd


def templates(content):
    """The templates by name: every string of the content once for each role it has."""
    result = {}
    for file in content_files.find(content):
        for path, role, text, trail in content_files.strings(content, file):
            template = result.setdefault(file.catalogue_of(path), po_file.PoFile(POT_HEADER, COMMENTS))
            known = template.find()
            entry = known.get((role, text))
            if entry is None:
                entry = known[(role, text)] = po_file.Entry(role, text)
                template.entries.append(entry)
            entry.references.append(f'{file.name}:{path}')
            note = translators_notes.note(file, path, trail)
            entry.extracted += [line for line in note if line not in entry.extracted]
    return result


def rewritten(new, found):
    """Settles whether `new` may keep the translation of `found`, which has the same path."""
    if found.fuzzy and found.previous.get('msgid') == new.msgid:
        new.flags.remove('fuzzy')  # the text is what it was before
        new.previous = {}
    elif found.msgid != new.msgid and not found.previous:
        new.flags = ['fuzzy'] + [flag for flag in found.flags if flag != 'fuzzy']
        new.previous = {'msgctxt': found.msgctxt, 'msgid': found.msgid}


def merge(template, old):
    """`old` brought up to date with `template`."""
    merged = po_file.PoFile(old.header, old.comments)
    known = {}
    at_path = {}
    for entry in old.entries:
        if entry.obsolete:
            known.setdefault(entry.key, entry)
            continue
        known[entry.key] = entry
        if entry.msgstr:
            for reference in entry.references:
                at_path[reference] = entry
    used = set()
    for wanted in template.entries:
        new = copy.deepcopy(wanted)
        found = known.get(new.key)
        if found is None:
            found = next((at_path[path] for path in new.references if path in at_path), None)
        if found is not None and found.msgstr:
            used.add(found.key)
            new.msgstr = found.msgstr
            new.comments = list(found.comments)
            new.flags = list(found.flags)
            new.previous = dict(found.previous)
            if found.key != new.key:
                rewritten(new, found)
        elif found is not None:
            new.comments = list(found.comments)
        merged.entries.append(new)
    for entry in old.entries:
        if entry.msgstr and not entry.fuzzy and entry.key not in used:
            gone = copy.deepcopy(entry)
            gone.obsolete, gone.previous, gone.extracted, gone.references = True, {}, [], []
            merged.entries.append(gone)
    return merged


def stories(content):
    """The names of the files that hold a scenario's story."""
    return {file.catalogue for file in content_files.find(content) if file.kind == 'scenario'}


def update(content, po, begin=None):
    """Brings all files up to date; makes the stories that the language `begin` lacks."""
    found = templates(content)
    optional = stories(content)
    (po / 'pot').mkdir(exist_ok=True)
    for path in sorted((po / 'pot').glob('*.pot')):
        if path.stem not in found:
            path.unlink()
    for name, template in found.items():
        po_file.write(template, po / 'pot' / f'{name}.pot')
    for language in content_files.translated_languages(content):
        (po / language).mkdir(exist_ok=True)
        for name, template in found.items():
            path = po / language / f'{name}.po'
            if not path.exists() and name in optional and language != begin:
                continue
            old = po_file.read(path) if path.exists() else None
            old = old or po_file.PoFile(PO_HEADER.format(language=language), COMMENTS)
            po_file.write(merge(template, old), path)


def status(content, po):
    """Prints how far each language has come, file by file."""
    found = templates(content)
    optional = stories(content)
    for language in content_files.translated_languages(content):
        total = done = 0
        for name, template in found.items():
            path = po / language / f'{name}.po'
            if not path.exists() and name in optional:
                print(f'{language}/{name}.po: not begun')
                continue
            entries = po_file.read(path).find() if path.exists() else {}
            fine = sum(1 for key in template.find() if key in entries and entries[key].translated)
            print(f'{language}/{name}.po: {fine} of {len(template.entries)}')
            total, done = total + len(template.entries), done + fine
        print(f'{language}: {done} of {total}, {100 * done // total} %')


def main():
    here = pathlib.Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description='Updates the translations of the content.')
    parser.add_argument('command', choices=('update', 'status', 'stories'))
    parser.add_argument('language', nargs='?', help='for stories: the language')
    parser.add_argument('--content', type=pathlib.Path, default=here / 'data/content')
    parser.add_argument('--po', type=pathlib.Path, default=here / 'po/content')
    arguments = parser.parse_args()
    if (arguments.command == 'stories') != (arguments.language is not None):
        parser.error('stories takes a language, and the others none')
    try:
        if arguments.command == 'status':
            status(arguments.content, arguments.po)
        else:
            update(arguments.content, arguments.po, arguments.language)
    except (content_files.ContentError, po_file.PoError) as error:
        sys.exit(f'content-po: {error}')


if __name__ == '__main__':
    main()
