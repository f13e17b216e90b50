#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a bundle of the real content with translations that test-catalog knows:

es     every string in «angle quotes», but for one of the guide's, which is fuzzy, and one of the
       scenario team-photo's story, which is missing; the summary of the guide's first chapter in
       three grammatical forms; phrases, read by a native speaker
en     read by a native speaker
pt-BR  one string of the guide; read by a native speaker
ar     no string at all; phrases
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys

LANGUAGES = [
    {'id': 'en', 'review': 'native'},
    {'id': 'es', 'review': 'unreviewed'},
    {'id': 'pt-BR', 'review': 'native'},
    {'id': 'ar', 'review': 'unreviewed'},
]
FUZZY = 'guide.json:chapters/what/title'
MISSING = 'scenarios/team-photo.json:debrief/questions/0'
ALONE = 'guide.json:chapters/what/summary'


def write_phrases(folder, language, review):
    phrases = json.loads((folder / 'en.json').read_text(encoding='utf-8'))
    phrases |= {'language': language, 'review': review}
    (folder / f'{language}.json').write_text(json.dumps(phrases), encoding='utf-8')


def translate(po_file, language, path):
    po = po_file.read(path)
    for entry in po.entries:
        if language == 'es' and MISSING not in entry.references or ALONE in entry.references:
            entry.msgstr = f'«{entry.msgid}»'
        if language == 'es' and ALONE in entry.references:
            entry.msgstr = '«{Ella|Él|Quien lee} lee.»'
        if FUZZY in entry.references:
            entry.flags.append('fuzzy')
    po_file.write(po, path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--content', type=pathlib.Path, required=True)
    parser.add_argument('--tools', type=pathlib.Path, required=True)
    parser.add_argument('--folder', type=pathlib.Path, required=True)
    parser.add_argument('--target', required=True)
    arguments = parser.parse_args()
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(arguments.tools))
    import po_file

    content, po = arguments.folder / 'content', arguments.folder / 'po'
    shutil.rmtree(arguments.folder, ignore_errors=True)
    shutil.copytree(arguments.content, content)
    po.mkdir()
    (content / 'languages.json').write_text(json.dumps({'languages': LANGUAGES}), encoding='utf-8')
    for path in (content / 'phrases').glob('*.json'):
        if path.name not in ('en.json', 'moves.json'):
            path.unlink()
    for language in ('en', 'es'):
        write_phrases(content / 'phrases', language, 'native')
    write_phrases(content / 'phrases', 'ar', 'unreviewed')

    where = ['--content', str(content), '--po', str(po)]
    subprocess.run([sys.executable, str(arguments.tools / 'content-po.py'), 'stories', 'es', *where], check=True)
    for language in ('es', 'pt-BR'):
        for path in sorted((po / language).glob('*.po')):
            translate(po_file, language, path)
    bundle = [sys.executable, str(arguments.tools / 'content-bundle.py'), *where]
    bundle += ['--folder', str(arguments.folder / 'parts'), '--compiler', 'glib-compile-resources']
    subprocess.run([*bundle, '--targets', arguments.target], check=True)


if __name__ == '__main__':
    main()
