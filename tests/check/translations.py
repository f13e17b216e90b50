#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds translations, and what can be translated, to their rules: translations.py SOURCE

The interface's catalogue is po/*.po, the content's po/content/*/*.po. Each case names what it looks
at, and each problem the file and string it is in.
"""

import importlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
sys.path[:0] = [str(ROOT / 'build-aux'), str(ROOT / 'build-aux/content')]

import content_files  # noqa: E402
import po_file  # noqa: E402
import potfiles  # noqa: E402
import translation_rules  # noqa: E402

content_bundle = importlib.import_module('content-bundle')
content_po = importlib.import_module('content-po')

CONTENT = ROOT / 'data/content'
PO = ROOT / 'po'
STORIES = content_po.stories(CONTENT)
SHOWN = 40

# GLib's usual keywords, as Meson's preset has them.
KEYWORDS = '_ N_ C_:1c,2 NC_:1c,2 g_dcgettext:2 g_dngettext:2,3 g_dpgettext2:2c,3'.split()
STRING = r'"(?:[^"\\]|\\.)*[^\W\d_](?:[^"\\]|\\.)*"'
# A property that people read, set to a string without _().
BLP = re.compile(
    r'^\s*(?:(?:[a-z]+-)?(?:label|title|subtitle|description|heading|body|text|markup|detail)|tooltip-text|'
    rf'placeholder|help-text|roledescription|value-text)\s*:\s*{STRING}',
    re.MULTILINE,
)
BLP_RESPONSE = re.compile(rf"^\s*[a-z_]+\s*:\s*{STRING}\s*(?:,|suggested|destructive|disabled|\])", re.MULTILINE)
SINGLE = re.compile(r"\b_\s*\(\s*'")
C_CALL = re.compile(
    r'\b(?:\w+_set_(?:\w+_)?(?:label|title|subtitle|description|heading|body|text|markup|tooltip_text|'
    r'tooltip_markup|placeholder_text)|gtk_label_new(?:_with_mnemonic)?|\w+_new_with_(?:label|mnemonic)|'
    r'adw_toast_new|adw_alert_dialog_new|gtk_accessible_announce|g_menu_append|g_menu_item_new|'
    rf'adw_alert_dialog_add_response)\s*\(([^;]*?)\)\s*;',
    re.DOTALL,
)


def xgettext(target):
    command = ['xgettext', '--from-code=UTF-8', '--add-comments', '--sort-by-file', '-o', str(target)]
    command += [f'--keyword={keyword}' for keyword in KEYWORDS]
    command += ['--flag=_:1:pass-c-format', '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format']
    command += ['--flag=ngettext:1:pass-c-format', '--flag=ngettext:2:pass-c-format']
    command += ['--flag=g_strdup_printf:1:c-format', '--flag=g_string_append_printf:2:c-format']
    command += ['--flag=g_set_error:4:c-format', '--flag=g_dngettext:2:pass-c-format', '--flag=g_dngettext:3:pass-c-format']
    command += ['--directory', str(ROOT), '--files-from', str(PO / 'POTFILES')]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise RuntimeError(result.stderr)
    return result.stderr


def keys(po):
    return {(entry.msgctxt, entry.msgid, entry.plural) for entry in po.live()}


def compare(name, committed, wanted, how):
    """What `committed` lacks of `wanted`, and has too much."""
    for sign, some in (('lacks', wanted - committed), ('still has', committed - wanted)):
        for key in sorted(some):
            yield f'{name} {sign} “{key[1]}”: run {how}'


def ui_catalogues():
    return {path.stem: path for path in sorted(PO.glob('*.po'))}


def linguas():
    lines = (PO / 'LINGUAS').read_text(encoding='utf-8').splitlines()
    return [word for line in lines if not line.startswith('#') for word in line.split()]


def catalogues():
    """All PO files: (language, what of, path)."""
    for language, path in ui_catalogues().items():
        yield language, 'interface', path
    for path in sorted((PO / 'content').glob('*/*.po')):
        yield path.parent.name, 'stories' if path.stem in STORIES else 'content', path


def name(path):
    return str(path.relative_to(ROOT))


def check_potfiles():
    lines = (PO / 'POTFILES').read_text(encoding='utf-8').splitlines()
    listed = [line for line in lines if line and not line.startswith('#')]
    wanted = potfiles.find(ROOT)
    for file in sorted(set(wanted) - set(listed)):
        yield f'po/POTFILES lacks {file}: run build-aux/potfiles.py'
    for file in sorted(set(listed) - set(wanted)):
        yield f'po/POTFILES: {file} has no interface strings, or is not there: run build-aux/potfiles.py'


def check_interface_template():
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder, 'upstander.pot')
        warnings = xgettext(target)
        wanted = keys(po_file.read(target))
    for line in warnings.splitlines():
        if 'not a valid' in line or 'non-ASCII' in line or 'invalid' in line:
            yield line.strip()
    how = 'build-aux/potfiles.py, then meson compile upstander-update-po'
    yield from compare('po/upstander.pot', keys(po_file.read(PO / 'upstander.pot')), wanted, how)
    for path in ui_catalogues().values():
        yield from compare(name(path), keys(po_file.read(path)), wanted, how)


def check_content_templates():
    how = 'meson compile content-po-update'
    wanted = content_po.templates(CONTENT)
    there = {path.stem: path for path in (PO / 'content/pot').glob('*.pot')}
    for stem in sorted(set(there) ^ set(wanted)):
        yield f'po/content/pot/{stem}.pot is {"not there" if stem in wanted else "left over"}: run {how}'
    for stem, template in wanted.items():
        for path in [there.get(stem), *(PO / 'content').glob(f'*/{stem}.po')]:
            if path is not None:
                yield from compare(name(path), keys(po_file.read(path)), keys(template), how)


# What is prose and nevertheless not translated: for authors alone, or the names of works and people.
NOT_TRANSLATED = re.compile(
    r'(flags/[^/]+/means|chapters/[^/]+/blocks/[^/]+/sources/[^/]+/(title|publisher|role|organisation|authors/\d+))$'
)


def prose(value, steps=()):
    if isinstance(value, dict):
        for key, member in value.items():
            yield from prose(member, (*steps, key))
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from prose(element, (*steps, content_files.element_step(element, index)))
    elif isinstance(value, str) and re.search(r'\s|[A-Z]', value):
        yield '/'.join(steps)


def check_content_extracted():
    for file in content_files.find(CONTENT):
        extracted = {path for path, *_ in content_files.strings(CONTENT, file)}
        for path in prose(file.json):
            if path not in extracted and not NOT_TRANSLATED.search(path):
                yield f'{file.name}: the text at {path} is not translatable; the schema should say x-translatable'


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def check_blueprints():
    for path in sorted((ROOT / 'src').rglob('*.blp')):
        text = path.read_text(encoding='utf-8')
        found = [*BLP.finditer(text)]
        for responses in re.finditer(r'responses\s*\[(.*?)\]', text, re.DOTALL):
            found += BLP_RESPONSE.finditer(text, *responses.span(1))
        for match in found:
            yield f'{name(path)}:{line_of(text, match.start())}: not translatable: {match[0].strip()}'
        for match in SINGLE.finditer(text):
            yield f'{name(path)}:{line_of(text, match.start())}: xgettext misses single quotes'


def check_code():
    for path in sorted((ROOT / 'src').rglob('*.c')):
        text = path.read_text(encoding='utf-8')
        for match in C_CALL.finditer(text):
            # A marked string may be within another call; what is left when those are gone is not marked.
            plain = re.sub(r'\b\w*(?:_|gettext2?)\s*\((?:[^()"]|"(?:[^"\\]|\\.)*")*\)', '', match[1])
            literal = re.search(STRING, plain)
            # Names of actions and icons have no space and begin small.
            if literal and re.search(r'\s|^"[^\w]*[A-Z]', literal[0]):
                yield f'{name(path)}:{line_of(text, match.start())}: not translatable: {literal[0]}'


def check_format():
    for _, _, path in catalogues():
        result = subprocess.run(
            ['msgfmt', '-c', '-o', '/dev/null', str(path)], capture_output=True, text=True, check=False
        )
        yield from (line for line in result.stderr.splitlines() if line.strip())


def check_strings():
    for language, _, path in catalogues():
        for entry in po_file.read(path).live():
            if entry.translated:
                for rule, words in translation_rules.problems(language, entry):
                    yield f'{name(path)}:{entry.line}: {words} ({rule}): “{entry.texts[0]}”'


def read_status():
    """What po/STATUS says: {(language, what of): per cent}."""
    stated = {}
    for line in (PO / 'STATUS').read_text(encoding='utf-8').splitlines():
        if line.strip() and not line.startswith('#'):
            language, what, percent = line.split()
            stated[language, what] = int(percent.rstrip('%'))
    return stated


def count():
    """How far the languages are: {(language, what of): (translated, all)}."""
    result = {}
    for name, template in content_po.templates(CONTENT).items():
        what = 'stories' if name in STORIES else 'content'
        for language in content_files.translated_languages(CONTENT):
            done, total = result.get((language, what), (0, 0))
            result[language, what] = (done, total + len(template.entries))
    all_ui = len(po_file.read(PO / 'upstander.pot').live())
    for language in linguas():
        result[language, 'interface'] = (0, all_ui)
    for language, what, path in catalogues():
        done, total = result.get((language, what), (0, 0))
        result[language, what] = (done + sum(1 for entry in po_file.read(path).live() if entry.translated), total)
    return result


def check_status():
    stated, found = read_status(), count()
    for key, (done, total) in found.items():
        language, what = key
        if total == 0:
            yield f'po: {language} has {what} but stands in no list of languages'
            continue
        percent = 100 * done // total
        if percent < stated.get(key, 100):
            yield (
                f'po/STATUS: {language} {what} is said to be {stated.get(key, 100)} % and is {percent} % '
                f'({done} of {total}): translate, or say so there'
            )
        elif percent == 100 and key in stated:
            yield f'po/STATUS: {language} {what} is complete: remove its line'
    for language, what in sorted(set(stated) - set(found)):
        yield f'po/STATUS: there is no {what} in {language}'
    if sorted(ui_catalogues()) != sorted(linguas()):
        yield 'po/LINGUAS does not name the languages of po/*.po'


def check_claims():
    """The metainfo, if it speaks of languages, says what is."""
    found = count()
    metainfo = next((ROOT / 'data').glob('*.metainfo.xml.in')).read_text(encoding='utf-8')
    for attributes, language in re.findall(r'<lang([^>]*)>([^<]+)</lang>', metainfo):
        percent = int((re.search(r'percentage="(\d+)"', attributes) or [0, '100'])[1])
        if language == 'en':
            continue
        done, total = found.get((language, 'interface'), (0, 1))
        if percent > 100 * done // total:
            yield f'the metainfo claims {percent} % for {language}; it is {100 * done // total} %'


def resolve(value, path):
    """What stands at `path`; found by taking steps rather than by how paths are made."""
    for step in path.split('/'):
        if isinstance(value, list):
            value = next((one for one in value if isinstance(one, dict) and one.get('id') == step), None) or value[int(step)]
        else:
            value = value[step]
    return value


def check_bundle():
    bundle = content_bundle.Bundle(CONTENT, PO / 'content')
    for path, text in sorted(bundle.texts.items()):
        parts = path.split('/', 2)
        if parts[0] != 'i18n':
            continue
        structure = json.loads(bundle.texts[parts[2]])
        for step, translated in json.loads(text).items():
            try:
                source = resolve(structure, step)
            except (KeyError, ValueError, IndexError, TypeError):
                source = None
            if not isinstance(source, str) or not source:
                yield f'{path}: nothing stands at {step}'
            elif not isinstance(translated, str) or not translated:
                yield f'{path}: no text for {step}'
    index = json.loads(bundle.texts['index.json'])
    for card in index['scenarios']:
        for language in card['languages'][1:]:
            texts = json.loads(bundle.texts[f'i18n/{language}/scenarios/{card["id"]}.json'])
            if len(texts) != len(bundle.strings[f'scenarios/{card["id"]}.json']):
                yield f'{card["id"]} is said to be whole in {language} and is not'


CASES = {
    'po/POTFILES names every file with interface strings': check_potfiles,
    'the interface’s template and catalogues are up to date': check_interface_template,
    'the content’s templates and catalogues are up to date': check_content_templates,
    'all prose of the content can be translated': check_content_extracted,
    'strings in blueprints can be translated': check_blueprints,
    'strings in C can be translated': check_code,
    'msgfmt accepts every catalogue': check_format,
    'translated strings keep to the rules': check_strings,
    'languages are as complete as po/STATUS says': check_status,
    'the metainfo claims no more than there is': check_claims,
    'bundled translations fit the structure': check_bundle,
}


def main():
    print(f'1..{len(CASES)}')
    failed = False
    for number, (title, check) in enumerate(CASES.items(), 1):
        try:
            problems = list(check())
        except Exception as error:  # one broken file must not hide what else is wrong
            problems = [f'{type(error).__name__}: {error}']
        failed = failed or bool(problems)
        print(f'{"not ok" if problems else "ok"} {number} - {title}')
        for problem in problems[:SHOWN]:
            print('\n'.join(f'# {line}' for line in problem.splitlines()))
        if len(problems) > SHOWN:
            print(f'# … and {len(problems) - SHOWN} more')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
