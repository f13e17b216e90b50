#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds statements against the rules of the Experience API 1.0.3, and itself against what breaks them.

    xapi.py PROGRAM      TAP: PROGRAM --print LANGUAGE prints the statements that the application exports
    xapi.py --file FILE  says what is wrong with an exported file

Numbers of sections are those of xAPI-Data.md of https://github.com/adlnet/xAPI-Spec at version 1.0.3.
"""

import copy
import json
import re
import subprocess
import sys
import uuid
from datetime import datetime

ADL = "http://adlnet.gov/expapi/"
# The verbs and activity types that we use, as ADL's registry has them.
VERBS = {"answered", "commented", "completed", "experienced"}
ACTIVITY_TYPES = {"cmi.interaction", "performance", "simulation"}

# 2.4.4.1, Interaction Components: which list goes with which type of interaction.
COMPONENTS = {
    "choice": {"choices"},
    "sequencing": {"choices"},
    "likert": {"scale"},
    "matching": {"source", "target"},
    "performance": {"steps"},
    "true-false": set(),
    "fill-in": set(),
    "long-fill-in": set(),
    "numeric": set(),
    "other": set(),
}

# RFC 3987, as far as it tells an absolute IRI with a scheme from anything else.
IRI = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:(?:[^\s<>\"{}|\\^`%\x00-\x20]|%[0-9A-Fa-f]{2})+$")
# RFC 5646, section 2.1, without the grandfathered tags.
LANGUAGE = re.compile(
    r"^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$",
    re.I,
)
# RFC 4122, section 3, as 2.4.1 wants it: all its digits and hyphens.
UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", re.I)
# 4.5: ISO 8601 with a zone, which must not be -00:00.
TIMESTAMP = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)$")
# 4.6: ISO 8601, with at least one part, a fraction only in the last one.
DURATION = re.compile(
    r"^P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?!$)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?)?)$"
)


class Checker:
    def __init__(self):
        self.problems = []

    def no(self, section, path, what):
        self.problems.append(f"{path}: {what} ({section})")

    def members(self, node, path, section, allowed, required=()):
        """2.2: no other members than these, in this case; 2.2: required ones are there."""
        if not isinstance(node, dict):
            self.no(section, path, "is no object")
            return {}
        for name in node:
            if name not in allowed:
                self.no(section, f"{path}.{name}", "is no member the specification knows")
        for name in required:
            if name not in node:
                self.no(section, f"{path}.{name}", "is missing")
        return node

    def string(self, node, path, section):
        if not isinstance(node, str):
            self.no(section, path, "is no string")
            return False
        return True

    def nulls(self, node, path, in_extensions=False):
        """2.2: null only within extensions; 2.2: objects are not empty for want of anything to say."""
        if node is None and not in_extensions:
            self.no("2.2", path, "is null")
        elif isinstance(node, dict):
            for name, value in node.items():
                self.nulls(value, f"{path}.{name}", in_extensions or name == "extensions")
        elif isinstance(node, list):
            for i, value in enumerate(node):
                self.nulls(value, f"{path}[{i}]", in_extensions)

    def iri(self, node, path, section):
        if self.string(node, path, section) and not IRI.match(node):
            self.no(section, path, f"is no absolute IRI: {node!r}")

    def language_map(self, node, path, section):
        """4.2: from well-formed RFC 5646 tags to strings."""
        if not isinstance(node, dict):
            self.no(section, path, "is no language map")
            return
        if not node:
            self.no(section, path, "says nothing in any language")
        for tag, text in node.items():
            if not LANGUAGE.match(tag):
                self.no("4.2", f"{path}.{tag}", "is no language tag of RFC 5646")
            self.string(text, f"{path}.{tag}", "4.2")

    def uuid(self, node, path, section):
        if self.string(node, path, section) and not UUID.match(node):
            self.no(section, path, f"is no UUID in its standard form: {node!r}")

    def timestamp(self, node, path, section):
        if not self.string(node, path, section):
            return
        try:
            if not TIMESTAMP.match(node) or node.endswith(("-00:00", "-0000", "-00")):
                raise ValueError
            datetime.fromisoformat(node.replace("Z", "+00:00"))
        except ValueError:
            self.no("4.5", path, f"is no timestamp of ISO 8601 with a zone: {node!r}")

    def extensions(self, node, path):
        """4.1: an object whose keys are IRIs."""
        if not isinstance(node, dict):
            self.no("4.1", path, "is no object")
            return
        for key in node:
            self.iri(key, f"{path}.{key}", "4.1")

    def actor(self, node, path):
        """2.4.2.1: an Agent has exactly one Inverse Functional Identifier."""
        identifiers = ("mbox", "mbox_sha1sum", "openid", "account")
        node = self.members(node, path, "2.4.2.1", {"objectType", "name", *identifiers})
        if node.get("objectType", "Agent") != "Agent":
            self.no("2.4.2.1", f"{path}.objectType", "is not “Agent”")
        if sum(name in node for name in identifiers) != 1:
            self.no("2.4.2.3", path, "is not identified in exactly one way")
        if "account" in node:
            # 2.4.2.4
            account = self.members(
                node["account"], f"{path}.account", "2.4.2.4", {"homePage", "name"}, ("homePage", "name")
            )
            if "homePage" in account:
                self.iri(account["homePage"], f"{path}.account.homePage", "2.4.2.4")
            if "name" in account:
                self.string(account["name"], f"{path}.account.name", "2.4.2.4")

    def verb(self, node, path):
        node = self.members(node, path, "2.4.3", {"id", "display"}, ("id",))
        if "id" in node:
            self.iri(node["id"], f"{path}.id", "2.4.3")
            if str(node["id"]).removeprefix(f"{ADL}verbs/") not in VERBS:
                self.no("ADL’s registry", f"{path}.id", f"is no verb of it that we use: {node['id']!r}")
        if "display" in node:
            self.language_map(node["display"], f"{path}.display", "2.4.3")
        else:
            self.no("2.4.3, recommended", f"{path}.display", "is missing")

    def components(self, nodes, path):
        """2.4.4.1: a list of objects whose ids are distinct and should have no whitespace."""
        seen = set()
        if not isinstance(nodes, list):
            self.no("2.4.4.1", path, "is no list")
            return seen
        for i, node in enumerate(nodes):
            node = self.members(node, f"{path}[{i}]", "2.4.4.1", {"id", "description"}, ("id",))
            identity = node.get("id")
            if not self.string(identity, f"{path}[{i}].id", "2.4.4.1"):
                continue
            if re.search(r"\s", identity):
                self.no("2.4.4.1", f"{path}[{i}].id", f"has whitespace: {identity!r}")
            if "[,]" in identity or not identity:
                self.no("2.4.4.1", f"{path}[{i}].id", f"cannot stand in a response: {identity!r}")
            if identity in seen:
                self.no("2.4.4.1", f"{path}[{i}].id", f"is there twice: {identity!r}")
            seen.add(identity)
            if "description" in node:
                self.language_map(node["description"], f"{path}[{i}].description", "2.4.4.1")
        return seen

    def activity(self, node, path):
        """2.4.4.1; gives the definition back."""
        node = self.members(node, path, "2.4.4.1", {"objectType", "id", "definition"}, ("id",))
        if node.get("objectType", "Activity") != "Activity":
            self.no("2.4.4.1", f"{path}.objectType", "is not “Activity”")
        if "id" in node:
            self.iri(node["id"], f"{path}.id", "2.4.4.1")
        if "definition" not in node:
            return {}
        path = f"{path}.definition"
        interactive = {"interactionType", "correctResponsesPattern", "choices", "scale", "source", "target", "steps"}
        definition = self.members(
            node["definition"], path, "2.4.4.1",
            {"name", "description", "type", "moreInfo", "extensions", *interactive},
        )  # fmt: skip
        for name in ("name", "description"):
            if name in definition:
                self.language_map(definition[name], f"{path}.{name}", "2.4.4.1")
        if "type" in definition:
            self.iri(definition["type"], f"{path}.type", "2.4.4.1")
            if str(definition["type"]).removeprefix(f"{ADL}activities/") not in ACTIVITY_TYPES:
                self.no("ADL’s registry", f"{path}.type", f"is no type of it that we use: {definition['type']!r}")
        if "extensions" in definition:
            self.extensions(definition["extensions"], f"{path}.extensions")
        kind = definition.get("interactionType")
        if interactive & definition.keys() and kind not in COMPONENTS:
            self.no("2.4.4.1", f"{path}.interactionType", f"is none: {kind!r}")
            return definition
        # 2.4.4.1: interactions SHOULD have this type.
        if kind and definition.get("type") != f"{ADL}activities/cmi.interaction":
            self.no("2.4.4.1", f"{path}.type", "is not that of interactions")
        # Nothing here is right or wrong.
        if "correctResponsesPattern" in definition:
            self.no("2.4.4.1, and nothing is correct", f"{path}.correctResponsesPattern", "is there")
        for name in ("choices", "scale", "source", "target", "steps"):
            if name not in definition:
                continue
            if name not in COMPONENTS[kind]:
                self.no("2.4.4.1", f"{path}.{name}", f"does not belong to “{kind}”")
            self.components(definition[name], f"{path}.{name}")
        for name in COMPONENTS.get(kind, ()):
            if not definition.get(name):
                self.no("2.4.4.1", f"{path}.{name}", f"is missing from “{kind}”")
        return definition

    def response(self, response, definition, path):
        """2.4.4.1, Response Patterns: ids of the components, apart by “[,]”."""
        kind = definition.get("interactionType")
        if not self.string(response, path, "2.4.5"):
            return
        lists = {"choice": "choices", "likert": "scale"}
        if kind not in lists:
            return
        known = definition.get(lists[kind])
        known = {item.get("id") for item in known if isinstance(item, dict)} if isinstance(known, list) else set()
        given = response.split("[,]")
        if kind == "likert" and len(given) != 1:
            self.no("2.4.4.1", path, "is more than one step of the scale")
        for item in given:
            if item not in known:
                self.no("2.4.4.1", path, f"is none of the {lists[kind]}: {item!r}")

    def result(self, node, definition, path):
        # Of what 2.4.5 allows, what scores or says right and wrong is not for us.
        node = self.members(node, path, "2.4.5, and nothing is scored", {"completion", "response", "duration", "extensions"})
        if "completion" in node and not isinstance(node["completion"], bool):
            self.no("2.4.5", f"{path}.completion", "is no boolean")
        if "response" in node:
            self.response(node["response"], definition, f"{path}.response")
        if "duration" in node and (
            not self.string(node["duration"], f"{path}.duration", "2.4.5") or not DURATION.match(node["duration"])
        ):
            self.no("4.6", f"{path}.duration", f"is no duration of ISO 8601 in hundredths at most: {node['duration']!r}")
        if "extensions" in node:
            self.extensions(node["extensions"], f"{path}.extensions")

    def context(self, node, path):
        node = self.members(
            node, path, "2.4.6",
            {"registration", "contextActivities", "revision", "platform", "language", "extensions"},
        )  # fmt: skip
        if "registration" in node:
            self.uuid(node["registration"], f"{path}.registration", "2.4.6")
        for name in ("revision", "platform"):
            if name in node:
                self.string(node[name], f"{path}.{name}", "2.4.6")
        if "language" in node and (
            not self.string(node["language"], f"{path}.language", "2.4.6") or not LANGUAGE.match(node["language"])
        ):
            self.no("2.4.6", f"{path}.language", f"is no language tag of RFC 5646: {node['language']!r}")
        # 2.4.6.2
        groups = self.members(
            node.get("contextActivities", {}), f"{path}.contextActivities", "2.4.6.2",
            {"parent", "grouping", "category", "other"},
        )  # fmt: skip
        for name, activities in groups.items():
            if not isinstance(activities, list) or not activities:
                self.no("2.4.6.2", f"{path}.contextActivities.{name}", "is no list of activities")
                continue
            for i, activity in enumerate(activities):
                self.activity(activity, f"{path}.contextActivities.{name}[{i}]")
        if "extensions" in node:
            self.extensions(node["extensions"], f"{path}.extensions")

    def statement(self, node, path):
        """2.4: what a provider may say; “stored” and “authority” are the store’s."""
        node = self.members(
            node, path, "2.4",
            {"id", "actor", "verb", "object", "result", "context", "timestamp", "version", "attachments"},
            ("id", "actor", "verb", "object"),
        )  # fmt: skip
        self.nulls(node, path)
        definition = {}
        if "id" in node:
            self.uuid(node["id"], f"{path}.id", "2.4.1")
        if "actor" in node:
            self.actor(node["actor"], f"{path}.actor")
        if "verb" in node:
            self.verb(node["verb"], f"{path}.verb")
        if "object" in node:
            definition = self.activity(node["object"], f"{path}.object")
        if "result" in node:
            self.result(node["result"], definition, f"{path}.result")
        if "context" in node:
            self.context(node["context"], f"{path}.context")
        if "timestamp" in node:
            self.timestamp(node["timestamp"], f"{path}.timestamp", "2.4.7")


def reject_twins(pairs):
    """2.2: no member twice."""
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError(f"a member is there twice: {sorted(names)}")
    return dict(pairs)


def problems_of(text):
    statements = json.loads(text, object_pairs_hook=reject_twins) if isinstance(text, str) else text
    checker = Checker()
    if not isinstance(statements, list):
        return ["$: is no list of statements"]
    for i, statement in enumerate(statements):
        checker.statement(statement, f"$[{i}]")
    # 2.4.1: an id names one statement.
    ids = [statement.get("id") for statement in statements if isinstance(statement, dict)]
    for twin in sorted({str(identity) for identity in ids if ids.count(identity) > 1}):
        checker.no("2.4.1", "$", f"two statements are called {twin}")
    return checker.problems


# Ways to break one rule each: where in a statement, and what to put there.
GONE = object()
MUTATIONS = {
    "an id that is none": (("id",), "step-1"),
    "an id without hyphens": (("id",), "ec5fac4681e552b1a6f3d826456d3983"),
    "no id": (("id",), GONE),
    "an id that is null": (("id",), None),
    "no actor": (("actor",), GONE),
    "an actor without an identifier": (("actor", "account"), GONE),
    "an actor with two identifiers": (("actor", "mbox"), "mailto:a@b"),
    "an account without a name": (("actor", "account", "name"), GONE),
    "an account without a homepage": (("actor", "account", "homePage"), "upstander-app"),
    "a verb that is no IRI": (("verb", "id"), "answered"),
    "a verb of nobody’s": (("verb", "id"), "http://adlnet.gov/expapi/verbs/solved"),
    "a verb without words": (("verb", "display"), GONE),
    "words of a verb in no language": (("verb", "display"), "answered"),
    "a tag with an underscore": (("verb", "display"), {"en_US": "answered"}),
    "a locale for a tag": (("verb", "display"), {"en-US.UTF-8": "answered"}),
    "an unknown member": (("weight",), 1),
    "a member in the wrong case": (("Timestamp",), "2026-11-23T10:00:00Z"),
    "what only a store says": (("stored",), "2026-11-23T10:00:00Z"),
    "an activity that is no IRI": (("object", "id"), "stand-up-accent/monday"),
    "an activity with whitespace": (("object", "id"), "https://x.example/a b"),
    "an object of another type": (("object", "objectType"), "Agent"),
    "a type of interaction that is none": (("object", "definition", "interactionType"), "multiple-choice"),
    "a correct response": (("object", "definition", "correctResponsesPattern"), ["ask"]),
    "choices that are no list": (("object", "definition", "choices"), {"id": "a"}),
    "no choices": (("object", "definition", "choices"), GONE),
    "a choice without an id": (("object", "definition", "choices", 0, "id"), GONE),
    "a choice of a number": (("object", "definition", "choices", 0, "id"), 1),
    "a choice with whitespace": (("object", "definition", "choices", 0, "id"), "two words"),
    "a description in no language": (("object", "definition", "choices", 0, "description"), "Ask"),
    "a description in a language that is none": (("object", "definition", "choices", 0, "description"), {"english!": "A"}),
    "a scale of a choice": (("object", "definition", "scale"), [{"id": "1"}]),
    "a score": (("result", "score"), {"scaled": 1}),
    "success": (("result", "success"), True),
    "a response of a number": (("result", "response"), 1),
    "a response of a list": (("result", "response"), ["a"]),
    "a response that was not there": (("result", "response"), "no-such-choice"),
    "a duration in minutes": (("result", "duration"), 12),
    "a duration of nothing": (("result", "duration"), "PT"),
    "a duration too precise": (("result", "duration"), "PT1.005S"),
    "a duration of a clock": (("result", "duration"), "0:12:00"),
    "completion of a word": (("result", "completion"), "true"),
    "an extension without an IRI": (("result", "extensions"), {"noticed": "x"}),
    "a registration that is none": (("context", "registration"), "run-1"),
    "a parent that is no list": (("context", "contextActivities", "parent"), []),
    "a parent without an id": (("context", "contextActivities", "parent", 0, "id"), GONE),
    "another group of activities": (("context", "contextActivities", "child"), [{"id": "https://x.example/"}]),
    "a language of a locale": (("context", "language"), "pt_BR"),
    "a platform of a number": (("context", "platform"), 1),
    "a time without a zone": (("timestamp",), "2026-11-23T10:00:00"),
    "a time of another zone than there is": (("timestamp",), "2026-11-23T10:00:00-00:00"),
    "a day that there is not": (("timestamp",), "2026-02-30T10:00:00Z"),
    "a time in seconds": (("timestamp",), 1795000000),
}  # fmt: skip


def mutate(statements, place, value):
    broken = copy.deepcopy(statements)
    node = next(
        statement for statement in broken if "choices" in statement["object"].get("definition", {})
    )
    for name in place[:-1]:
        node = node[name]
    if value is GONE:
        del node[place[-1]]
    else:
        node[place[-1]] = value
    return broken


def twice_the_choice(statements):
    broken = copy.deepcopy(statements)
    node = next(statement for statement in broken if "choices" in statement["object"].get("definition", {}))
    node["object"]["definition"]["choices"].append(node["object"]["definition"]["choices"][0])
    return broken


def main(program):
    texts = {
        language: subprocess.run([program, "--print", language], capture_output=True, text=True, check=True).stdout
        for language in ("en", "ar")
    }
    results = []

    def case(title, problems):
        results.append((title, problems))

    for language, text in texts.items():
        case(f"statements in {language} keep the rules", problems_of(text))
    statements = json.loads(texts["en"])
    verbs = {statement["verb"]["id"].rsplit("/", 1)[1] for statement in statements}
    case("every verb is tried", sorted(VERBS - verbs))
    kinds = {statement["object"].get("definition", {}).get("interactionType") for statement in statements}
    case("every kind of question is tried", sorted({"choice", "likert", "long-fill-in"} - kinds))
    tags = {
        tag
        for statement in json.loads(texts["ar"])
        for component in statement["object"].get("definition", {}).get("choices", ())
        for tag in component["description"]
    }
    case("texts have the tag of their language", [] if tags == {"ar"} else [f"tags: {tags}"])
    first = next(s for s in statements if s["verb"]["id"].endswith("/completed"))
    attempt = first["context"]["registration"]
    expected = str(
        uuid.uuid5(uuid.NAMESPACE_URL, f"https://upstander-app.github.io/xapi/statement/attempt/{attempt}/completed")
    )
    case("ids are those of the names", [] if first["id"] == expected else [f"{first['id']} for {expected}"])
    for title, (place, value) in MUTATIONS.items():
        found = problems_of(mutate(statements, place, value))
        case(f"catches {title}", [] if found else ["passed"])
    case("catches a choice that is there twice", [] if problems_of(twice_the_choice(statements)) else ["passed"])
    case("catches a statement that is there twice", [] if problems_of(statements + statements[:1]) else ["passed"])
    try:
        problems_of('[{"id": "a", "id": "b"}]')
        case("catches a member that is there twice", ["passed"])
    except ValueError:
        case("catches a member that is there twice", [])

    print(f"1..{len(results)}")
    for number, (title, problems) in enumerate(results, 1):
        for problem in problems:
            print(f"# {problem}")
        print(f"{'not ok' if problems else 'ok'} {number} - {title}")
    return any(problems for _, problems in results)


if __name__ == "__main__":
    if sys.argv[1] == "--file":
        with open(sys.argv[2]) as file:
            found = problems_of(file.read())
        print("\n".join(found))
        sys.exit(bool(found))
    sys.exit(main(sys.argv[1]))
