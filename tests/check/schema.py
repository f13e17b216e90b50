#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the schemas against another reader of JSON Schema, and all content against the schemas.

The same samples are read by tests/core/test-schema.c, so that the schemas and the C code that reads
them cannot disagree. Prints TAP.
"""

import json
import os
import re
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not installed")
    sys.exit(0)

ROOT = Path(os.environ.get("UPSTANDER_SOURCE", Path(__file__).resolve().parents[2]))
CONTENT = ROOT / "data" / "content"
SAMPLES = ROOT / "tests" / "samples"

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


def describe(errors):
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def load_schemas():
    """Each format's validator."""
    validators = {}
    bundle = (CONTENT / "schema" / "schema.gresource.xml").read_text(encoding="utf-8")
    for path in sorted((CONTENT / "schema").glob("*.schema.json")):
        schema = read(path)
        try:
            Draft202012Validator.check_schema(schema)
            problem = None
        except Exception as error:  # The library's own error class has moved between versions.
            problem = str(error)
        check(problem is None, f"{path.name} is a JSON Schema", problem)
        check(schema.get("$schema") == "https://json-schema.org/draft/2020-12/schema",
              f"{path.name} is of draft 2020-12")
        check(schema.get("$id") == path.name, f"{path.name} has its name for an id")
        check(f"<file>{path.name}</file>" in bundle, f"{path.name} is bundled")
        name = path.name.removesuffix(".schema.json")
        form = schema["properties"]["format"]["const"]
        check(form == f"upstander-{name}/1", f"{path.name} is named for its format")
        check_translatable(path.name, schema)
        validators[form] = Draft202012Validator(schema)
    return validators


# Text that is not translated, by the place of its schema: notes for authors, what stands as it was
# printed, phrases, which are written in their own language, and what an organisation writes.
NOT_TRANSLATED = {
    "contacts.schema.json": re.compile(r""),
    "guide.schema.json": re.compile(r"/\$defs/source/"),
    "own-phrases.schema.json": re.compile(r""),
    "phrases.schema.json": re.compile(r""),
    "scenario.schema.json": re.compile(r"/\$defs/flag/properties/means$"),
}


def check_translatable(name, schema):
    """Whether all free text is marked for translation, and nothing else is."""
    paragraph = r"^\S([^\n\r]*\S)?$"
    wrong = []

    def walk(node, path):
        if isinstance(node, list):
            for place, element in enumerate(node):
                walk(element, f"{path}/{place}")
        elif isinstance(node, dict):
            is_text = node.get("pattern") == paragraph and "type" in node
            exception = NOT_TRANSLATED.get(name)
            wanted = is_text and not (exception and exception.search(path))
            role = node.get("x-translatable")
            if wanted != (role is not None):
                wrong.append(path)
            elif role is not None and not re.fullmatch(r"[a-z]+(-[a-z]+)*", role):
                wrong.append(f"{path}: {role}")
            for key, value in node.items():
                walk(value, f"{path}/{key}")

    walk(schema, "")
    check(not wrong, f"{name} marks all that is to be translated, and only that", *wrong)


def check_good(validators):
    paths = sorted((SAMPLES / "good").glob("*.json"))
    for path in paths:
        data = read(path)
        errors = list(validators[data["format"]].iter_errors(data))
        check(not errors, f"good/{path.name} is accepted", *describe(errors))
    formats = {read(path)["format"] for path in paths}
    check(formats == set(validators), "each format has a good sample",
          *sorted(formats ^ set(validators)))


def check_bad(validators):
    index = read(SAMPLES / "bad" / "INDEX.json")
    names = {path.name for path in (SAMPLES / "bad").glob("*.json")} - {"INDEX.json"}
    check(names == set(index), "each bad sample is in the index, and none is missing",
          *sorted(names ^ set(index)))
    check(len(index) >= 70, "there are many bad samples")
    for name in sorted(names & set(index)):
        try:
            data = json.loads((SAMPLES / "bad" / name).read_bytes())
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
            data = None
        beyond = index[name].get("beyond-schema", False)
        if data is None:
            check(beyond, f"bad/{name} is beyond a schema", "it is not JSON, and is not marked so")
            continue
        form = data.get("format") if isinstance(data, dict) else None
        # A wrong format is held against the scenario's, as in C.
        validator = validators.get(form, validators["upstander-scenario/1"])
        errors = list(validator.iter_errors(data))
        own = own_rules_broken(validator.schema, data, validator.schema)
        if beyond:
            known = form in validators and not name.startswith("number-")
            check(not known or not errors, f"bad/{name} is beyond a schema", *describe(errors))
        else:
            check(errors or own, f"bad/{name} is refused")


def own_rules_broken(schema, data, root):
    """Whether x-unique, which is our own keyword, is broken somewhere in `data`."""
    if not isinstance(schema, dict):
        return False
    if "$ref" in schema:
        target = root
        for step in schema["$ref"].split("/")[1:]:
            target = target[step]
        if own_rules_broken(target, data, root):
            return True
    if isinstance(data, list):
        member = schema.get("x-unique")
        if member is not None:
            values = [element[member] for element in data
                      if isinstance(element, dict) and isinstance(element.get(member), str)]
            if len(values) != len(set(values)):
                return True
        return any(own_rules_broken(schema.get("items"), element, root) for element in data)
    if isinstance(data, dict):
        branches = schema.get("oneOf", []) + schema.get("allOf", [])
        if any(own_rules_broken(branch, data, root) for branch in branches):
            return True
        return any(own_rules_broken(below, data[key], root)
                   for key, below in schema.get("properties", {}).items() if key in data)
    return False


def check_content(validators):
    paths = sorted(path for path in CONTENT.rglob("*.json") if path.parent.name != "schema")
    check(len(paths) > 0, "there is content")
    for path in paths:
        name = path.relative_to(CONTENT)
        data = read(path)
        validator = validators.get(data.get("format"))
        if validator is None:
            check(False, f"{name} is in a known format", str(data.get("format")))
            continue
        errors = list(validator.iter_errors(data))
        check(not errors, f"{name} is as its schema has it", *describe(errors))
        check(not own_rules_broken(validator.schema, data, validator.schema),
              f"{name} has each id once in its list")


def main():
    validators = load_schemas()
    check_good(validators)
    check_bad(validators)
    check_content(validators)
    print(f"1..{count}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
