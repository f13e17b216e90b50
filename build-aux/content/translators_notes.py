# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a translator is told about a string: who says it, to whom, how, where, and after what."""

WAYS = {'says': 'What the learner may say', 'does': 'What the learner may do'}
TOLD = {
    'title': 'The title.',
    'summary': 'A summary, in one or two sentences.',
    'contentNote': 'Warns of what may hurt, before anything is shown.',
    'ask': 'Asks the learner to choose.',
    'listenFor': 'What to listen for in one’s own wording.',
    'where': 'Where, and when, the scene takes place.',
    'prompt': 'Asks the learner for words of their own.',
    'reply': 'What the other person is likely to answer.',
    'goOn': 'A way to go on after that answer.',
    'because': 'A reason for or against a way.',
    'pronouns': 'The person’s pronouns, in the third person.',
    'name': 'The person’s name; keep it, or write it in the language’s script.',
}
SHORTENED = 90


def shorten(text):
    return text if len(text) <= SHORTENED else text[:SHORTENED].rsplit(' ', 1)[0] + ' …'


def person(people, identifier):
    if identifier == 'you':
        return 'the learner'
    someone = people.get(identifier, {})
    pronouns = f' ({someone["pronouns"]})' if 'pronouns' in someone else ''
    return someone.get('name', identifier) + pronouns


def speech(people, line):
    """Who says a line, to whom and how."""
    if 'who' not in line:
        return 'Told by the narrator.'
    words = f'{person(people, line["who"])} says'
    if 'to' in line:
        words += f' to {person(people, line["to"])}'
    if 'manner' in line:
        words += f', {line["manner"]}'
    return words + '.'


def choice(people, chosen):
    """What a choice is."""
    words = WAYS['says' if 'says' in chosen else 'does']
    if 'to' in chosen:
        words += f' to {person(people, chosen["to"])}'
    if 'manner' in chosen:
        words += f', {chosen["manner"]}'
    return f'{words} ({chosen["way"]}).'


def note(file, path, trail):
    """The lines of comment for the string at `path` in `file`."""
    steps = path.split('/')
    root = file.json
    people = {someone['id']: someone for someone in root.get('people', [])}
    lines = [f'{file.name}: {root["title"]}' if 'title' in root else file.name]
    after = None
    for above, value in trail:
        if len(above) == 2 and above[0] == 'scenes':
            where = f' ({shorten(value["where"])})' if 'where' in value else ''
            lines.append(f'Scene “{value["id"]}”{where}')
        if len(above) == 4 and above[2] == 'choices':
            after = value
    holder = trail[-1][1]
    key = next((step for step in reversed(steps) if not step.isdigit()), steps[-1])
    if 'facilitator' in steps:
        lines.append('For the facilitator alone; learners do not see it.')
    elif after is not None and holder is after:
        lines.append(choice(people, after))
    elif after is not None:
        lines.append(f'After the choice: {shorten(after.get("says", after.get("does", "")))}')
    if 'feedback' in steps:
        lines.append('Words one might use instead.' if key == 'instead' else 'Comments on that choice.')
    elif 'ending' in steps:
        lines.append('An ending of the story.')
    elif {'lines', 'happens'} & set(steps):
        lines.append(speech(people, holder))
        if key == 'manner':
            lines.append('How it is said.')
    elif 'people' in steps:
        if key == 'who':
            lines.append(f'Who {person(people, holder["id"])} is, as told to the learner.')
        else:
            lines.append(f'{TOLD[key]} Part: {holder["part"]}.')
    elif 'questions' in steps and file.kind == 'which-way':
        question = trail[1][1]
        lines.append(f'Question: {shorten(question["title"])}')
        if 'answers' in steps:
            lines.append('One of its answers.')
    elif 'rules' in steps:
        way = next((f'{word} {holder[word]}' for word in ('speaksFor', 'speaksAgainst', 'rulesOut') if word in holder), '')
        lines.append(f'{TOLD["because"]} {way}'.rstrip())
    elif 'blocks' in steps or 'moves' in steps or 'moments' in steps or 'items' in steps:
        named = [value for _, value in trail[1:] if 'id' in value and value is not holder]
        lines += [f'In “{value["title"]}”' for value in named if 'title' in value]
        if 'moments' in steps:
            lines.append(f'Moment “{holder["id"]}”. {TOLD.get(key, "A situation, told to the learner.")}')
    elif key in TOLD and 'facilitator' not in steps:
        lines.append(TOLD[key])
    return lines
