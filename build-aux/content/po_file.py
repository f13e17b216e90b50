# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads PO files, and writes those of the content's translations.

Strings are written on one line each, so that a change of one word is a change of one line. Plural
forms, which content does not have, are read only.
"""

import dataclasses
import re

ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '"': '"', '\\': '\\'}
QUOTED = re.compile(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*"(.*)"\s*$')


class PoError(Exception):
    """A PO file that cannot be read; says where."""


@dataclasses.dataclass
class Entry:
    """One string of a PO file. References are `FILE:PATH`."""

    msgctxt: str = ''
    msgid: str = ''
    msgstr: str = ''
    comments: list = dataclasses.field(default_factory=list)  # the translator's own, "# …"
    extracted: list = dataclasses.field(default_factory=list)  # from the content, "#. …"
    references: list = dataclasses.field(default_factory=list)
    flags: list = dataclasses.field(default_factory=list)
    previous: dict = dataclasses.field(default_factory=dict)
    plural: str = ''
    forms: dict = dataclasses.field(default_factory=dict)  # "msgstr[0]" and so on
    obsolete: bool = False
    line: int = 0

    @property
    def key(self):
        return (self.msgctxt, self.msgid)

    @property
    def fuzzy(self):
        return 'fuzzy' in self.flags

    @property
    def translated(self):
        return all(self.texts) and not self.fuzzy and not self.obsolete

    @property
    def texts(self):
        """The translation, in all its plural forms."""
        return list(self.forms.values()) if self.plural else [self.msgstr]

    def add(self, keyword, text):
        """Adds to one of its strings."""
        if keyword == 'msgid_plural':
            self.plural += text
        elif '[' in keyword:
            self.forms[keyword] = self.forms.get(keyword, '') + text
        else:
            setattr(self, keyword, getattr(self, keyword) + text)


def unescape(text, where):
    """Turns what stands between a PO file's quotes into the string it means."""

    def replace(match):
        try:
            return ESCAPES[match[1]]
        except KeyError:
            raise PoError(f'{where}: unknown escape “\\{match[1]}”') from None

    return re.sub(r'\\(.)', replace, text)


def escape(text):
    """The other way round."""
    for plain, escaped in (('\\', '\\\\'), ('"', '\\"'), ('\n', '\\n'), ('\t', '\\t'), ('\r', '\\r')):
        text = text.replace(plain, escaped)
    return text


class PoFile:
    """A PO file: its header, the comment above that, and its entries in order."""

    def __init__(self, header='', comments=()):
        self.header = header
        self.comments = list(comments)
        self.entries = []

    def header_fields(self):
        pairs = (line.partition(':') for line in self.header.splitlines() if ':' in line)
        return {name.strip(): value.strip() for name, _, value in pairs}

    def live(self):
        return [entry for entry in self.entries if not entry.obsolete]

    def find(self):
        """A table of the entries in use, by context and source text."""
        return {entry.key: entry for entry in self.live()}


def read(path):
    """Reads the PO file at `path`; raises PoError where it cannot be understood."""
    po = PoFile()
    entry = Entry()
    target = None  # the keyword that a continued string belongs to
    seen_string = False
    started = False

    def finish():
        nonlocal entry, target, seen_string
        if seen_string:
            if not entry.msgid and not entry.obsolete:
                po.header, po.comments = entry.msgstr, entry.comments
            else:
                po.entries.append(entry)
        entry, target, seen_string = Entry(), None, False

    with open(path, encoding='utf-8', newline='\n') as lines:
        for number, raw in enumerate(lines, 1):
            line = raw.rstrip('\n')
            where = f'{path}:{number}'
            if not line.strip():
                finish()
                continue
            obsolete = line.startswith('#~')
            if obsolete:
                line = line[2:].lstrip()
            previous = line.startswith('#|') or (obsolete and line.startswith('|'))
            if previous:
                line = line.lstrip('#|').lstrip()
            elif line.startswith('#'):
                if (target or '').startswith('msgstr'):
                    finish()
                if line.startswith('#.'):
                    entry.extracted.append(line[2:].strip())
                elif line.startswith('#:'):
                    entry.references += line[2:].split()
                elif line.startswith('#,'):
                    entry.flags += [flag.strip() for flag in line[2:].split(',') if flag.strip()]
                else:
                    entry.comments.append(line[1:].strip())
                continue
            match = QUOTED.match(line)
            if match is None:
                raise PoError(f'{where}: neither a comment nor a string: {line}')
            keyword, text = match[1], unescape(match[2], where)
            if keyword in ('msgctxt', 'msgid') and not previous and (target or '').startswith('msgstr'):
                finish()
            if keyword:
                target = keyword
            if target is None:
                raise PoError(f'{where}: a string that belongs to nothing')
            if previous:
                entry.previous[target] = entry.previous.get(target, '') + text
                continue
            if keyword == 'msgid':
                entry.line = number
            entry.obsolete = obsolete
            seen_string = True
            started = True
            entry.add(target, text)
    finish()
    if not started:
        raise PoError(f'{path}: holds no string')
    return po


def write_entry(entry):
    lines = [f'# {text}'.rstrip() for text in entry.comments]
    if not entry.obsolete:
        lines += [f'#. {text}' for text in entry.extracted]
        lines += [f'#: {reference}' for reference in entry.references]
    if entry.flags:
        lines.append('#, ' + ', '.join(entry.flags))
    mark = '#~ ' if entry.obsolete else ''
    for keyword in ('msgctxt', 'msgid'):
        if keyword in entry.previous:
            lines.append(f'#| {keyword} "{escape(entry.previous[keyword])}"')
    if entry.msgctxt:
        lines.append(f'{mark}msgctxt "{escape(entry.msgctxt)}"')
    lines.append(f'{mark}msgid "{escape(entry.msgid)}"')
    lines.append(f'{mark}msgstr "{escape(entry.msgstr)}"')
    return '\n'.join(lines) + '\n'


def dump(po):
    """The text of `po` as a file."""
    head = [f'# {text}'.rstrip() for text in po.comments]
    head += ['msgid ""', 'msgstr ""']
    head += [f'"{escape(line)}\\n"' for line in po.header.splitlines()]
    ordered = po.live() + [entry for entry in po.entries if entry.obsolete]
    return '\n'.join(['\n'.join(head) + '\n'] + [write_entry(entry) for entry in ordered])


def write(po, path):
    """Writes `po` to `path`, unless that is what stands there already."""
    text = dump(po)
    try:
        with open(path, encoding='utf-8', newline='\n') as file:
            if file.read() == text:
                return False
    except FileNotFoundError:
        pass
    with open(path, 'w', encoding='utf-8', newline='\n') as file:
        file.write(text)
    return True
