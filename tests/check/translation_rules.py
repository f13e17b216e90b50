# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with one translated string, as far as a machine can tell.

A translator who means it nevertheless says so in a comment of the entry, naming the rule:
`# check-ok: punctuation`.
"""

import re
import unicodedata

INVISIBLE = set('\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff') | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
SCRIPTS = {
    'ar': 'ARABIC', 'de': 'LATIN', 'es': 'LATIN', 'fr': 'LATIN', 'hi': 'DEVANAGARI', 'pt': 'LATIN', 'zh': 'CJK',
}  # fmt: skip
# Letters of other scripts in a string that has its own script too.
OTHERS = ('CYRILLIC', 'GREEK')
FOREIGN = {
    language: tuple({'ARABIC', 'CJK', 'DEVANAGARI', 'LATIN', *OTHERS} - {own, 'LATIN'}) for language, own in SCRIPTS.items()
}
# Where the content speaks of the learner, a choice of forms: feminine, masculine, neutral.
FORMS = re.compile(r'\{([^{}|]+)\|([^{}|]+)\|([^{}|]+)\}')
FORM_LANGUAGES = ('ar', 'es', 'fr', 'hi', 'pt')
NARROW, WIDE = '\u202f', '\u00a0'
ENDS = {
    '.': 'full stop', '。': 'full stop', '।': 'full stop', '۔': 'full stop',
    '?': 'question mark', '؟': 'question mark', '？': 'question mark',
    '!': 'exclamation mark', '！': 'exclamation mark',
    ':': 'colon', '：': 'colon',
    ';': 'semicolon', '؛': 'semicolon',
    ',': 'comma', '،': 'comma', '，': 'comma',
    '…': 'ellipsis',
}  # fmt: skip
SENTENCE = {'full stop', 'question mark', 'exclamation mark'}
SPOKEN = ('scenario-line', 'scenario-choice', 'scenario-instead', 'moment-')
CLOSING = '”’“‘"\'»›)]}」』\u2069'
BLANK = re.compile(r'\{[a-z][a-z0-9-]*\}')
FORMAT = re.compile(r'%(?:\d+\$)?[-+ #0]*\d*(?:\.\d+)?(?:l|ll|z|h)?[a-zA-Z%]')
TAG = re.compile(r'</?[a-z]+>|<[A-Z][^>]*>')
# Strings that need not have a letter of the language's script, or may stay as they are.
NAMES = ('scenario-name',)


def base(language):
    """The language itself, from the name of one of its varieties or of its locale."""
    return re.split('[-_]', language)[0]


def words(text):
    """`text` without what no language translates."""
    for pattern in (BLANK, FORMAT, TAG):
        text = pattern.sub(' ', text)
    return text


def letters(text, script):
    return [ch for ch in text if ch.isalpha() and unicodedata.name(ch, '').startswith(script)]


def ending(text):
    """How a text ends, closing quotes and brackets aside: a mark's name, or nothing."""
    stripped = text.rstrip().rstrip(CLOSING).rstrip()
    return ENDS.get(stripped[-1:], '')


def quoted_ending(text):
    """How a quotation ends that only a full stop follows, as Spanish has it: «¿Sí?»."""
    match = re.search(rf'[{re.escape(CLOSING)}]\.$', text.rstrip())
    return ending(text.rstrip()[:-1]) if match else ''


def invisible(source, text):
    for ch in sorted(set(text)):
        if ch in INVISIBLE or (unicodedata.category(ch) == 'Cc' and ch != '\n'):
            if text.count(ch) != source.count(ch):
                yield f'an invisible character, U+{ord(ch):04X}'


def spaces(source, text):
    if text != text.strip() and (text[:1].isspace(), text[-1:].isspace()) != (source[:1].isspace(), source[-1:].isspace()):
        yield 'a space at the beginning or the end'
    if '  ' in text and '  ' not in source:
        yield 'two spaces'
    if text.count('\n') != source.count('\n'):
        yield 'another number of lines'
    if found := re.search(r'(?![\u00a0\u202f])\s([,.;:!?،؛؟](?:\s|$))', text):
        yield f'a space before “{found[1].strip()}”'


def blanks(source, text):
    if sorted(BLANK.findall(source)) != sorted(BLANK.findall(text)):
        yield 'other blanks in braces than the source has'
    if sorted(TAG.findall(source)) != sorted(TAG.findall(text)):
        yield 'other tags than the source has'


def punctuation(role, source, text):
    wanted, found = ending(source), ending(text)
    # Times (9:24, “a. m.”) end as the language writes them.
    abbreviated = re.search(r'\d\)?$', source) or re.search(r'\b\w\. ?\w{1,2}\.$', text)
    # In speech, what one language states another asks: “…, isn’t it.”
    spoken = role.startswith(SPOKEN) and {wanted, found} <= SENTENCE
    if wanted not in (found, quoted_ending(text)) and not abbreviated and not spoken:
        yield f'ends with {found or "no mark"}, the source with {wanted or "no mark"}'


def typography(source, text):
    if '...' in text:
        yield 'three full stops instead of “…”'
    for mark in '"\'`':
        if mark in TAG.sub('', text) and mark not in source:
            yield f'a straight {mark}'


def script(language, role, source, text):
    plain, original = words(text), words(source)
    wanted = SCRIPTS.get(base(language))
    if wanted and role not in NAMES and len(letters(original, 'LATIN')) > 0 and text != source:
        if not letters(plain, wanted):
            yield f'no letter of the {wanted.capitalize()} script'
    for foreign in FOREIGN.get(base(language), ()):
        if letters(plain, foreign) and not letters(source, foreign):
            yield f'letters of the {foreign.capitalize()} script'
    if base(language) == 'ar' and role not in NAMES:
        if len(letters(plain, 'LATIN')) > len(letters(plain, 'ARABIC')) and text != source:
            yield 'mostly Latin letters'


def untranslated(source, text):
    if text == source and len(re.findall(r'[^\W\d_]{2,}', words(source))) >= 3:
        yield 'the same as the source'


def french(source, text):
    """A space that does not break, before the tall marks and within quotation marks."""
    plain = words(text)
    if re.search(r'(?<![\u00a0\u202f\s?!:…(])[;:!?](?=\s|$|»)', plain) or re.search(r' [;:!?»]|« ', plain):
        yield 'no space that does not break before “;”, “:”, “!”, “?” or within “« »”'
    if re.search(r'«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»', plain):
        yield 'no space that does not break within “« »”'


def chinese(source, text):
    plain = words(text)
    if re.search(r'(?<=[\u4e00-\u9fff])[,;:?!]|[,;:?!](?=[\u4e00-\u9fff])', plain):
        yield 'a narrow mark beside a Chinese character'


def spanish(source, text):
    for opening, closing in ('¿?', '¡!'):
        if text.count(opening) != text.count(closing):
            yield f'{text.count(opening)} “{opening}” for {text.count(closing)} “{closing}”'


def arabic(source, text):
    plain = words(text)
    for latin, wanted in (('?', '؟'), (';', '؛')):
        if latin in plain:
            yield f'“{latin}” instead of “{wanted}”'
    if re.search(r'(?<!\d),|,(?!\d)', plain):
        yield '“,” instead of “،”'
    if '\u0640' in plain:
        yield 'a tatweel'


def forms(language, text):
    """A choice of forms has three, which are not all the same, in a language that has them."""
    for choice in FORMS.findall(text):
        if len({form.strip() for form in choice}) == 1:
            yield f'three times the same form, “{choice[0]}”'
        if any(form != form.strip() for form in choice):
            yield 'a space at the beginning or the end of a form'
        if base(language) not in FORM_LANGUAGES:
            yield 'a choice of forms, which this language does not have'
    if re.search(r'\{[^{}]*\|', FORMS.sub('', text)) or re.search(r'\|[^{}]*\}', FORMS.sub('', text)):
        yield 'braces with a bar that are not three forms'


def in_each_form(text):
    """`text` as each reader sees it."""
    return {FORMS.sub(lambda choice, form=form: choice[form], text) for form in (1, 2, 3)}


def problems(language, entry):
    """All that is wrong with `entry`: (rule, words)."""
    allowed = {rule for comment in entry.comments for rule in re.findall(r'check-ok: *([a-z]+)', comment)}
    # A plural form is held against the form of the source that it is like.
    source = entry.plural or entry.msgid
    found = {}
    for written in entry.texts:
        for words_of in forms(language, written):
            found['forms', words_of] = None
        for text in sorted(in_each_form(written)):
            found |= {problem: None for problem in problems_of_text(language, entry.msgctxt, source, text)}
    yield from (problem for problem in found if problem[0] not in allowed)


def problems_of_text(language, role, source, text):
    checks = {
        'invisible': invisible(source, text),
        'spaces': spaces(source, text),
        'blanks': blanks(source, text),
        'punctuation': punctuation(role, source, text),
        'typography': typography(source, text),
        'script': script(language, role, source, text),
        'untranslated': untranslated(source, text),
        'language': LANGUAGES.get(base(language), lambda *_: ())(source, text),
    }
    for rule, found in checks.items():
        yield from ((rule, words_of) for words_of in found)


LANGUAGES = {'ar': arabic, 'es': spanish, 'fr': french, 'zh': chinese}
