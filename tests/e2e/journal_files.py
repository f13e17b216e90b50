# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes journals as the application writes them, so that a test starts with weeks of practice done."""

import json
import os
import uuid
from datetime import datetime, timedelta, timezone

from content import Walk, shortest_ways
from harness import APP_ID

VERSION = 1
RUN_VERSION = 1


def iso(date):
    return date.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def ago(days=0):
    """Some time of a day in the past, or in the future where it is negative; today’s is seconds old."""
    return datetime.now(timezone.utc) - timedelta(days=days, seconds=5)


def save_run(scenario, ways, notices=(), identity=None):
    """A run that walked these ways (lists of choices’ ids), each from the start, and is at the last one’s end."""
    steps, known = [], {}
    for way in ways:
        walk = Walk(scenario)
        after = 0
        for place, wanted in enumerate(way):
            choice = next(choice for choice in walk.choices if choice["id"] == wanted)
            key = (after, walk.scene["id"], wanted)
            if key not in known:
                known[key] = len(steps) + 1
                step = {"step": known[key], "after": after, "scene": walk.scene["id"], "choice": wanted, "seen": True}
                if place < len(notices) and notices[place]:
                    step["notice"] = notices[place]
                steps.append(step)
            after = known[key]
            walk.choose(choice)
    return {
        "version": RUN_VERSION,
        "id": identity or str(uuid.uuid4()),
        "scenario": scenario["id"],
        "revision": scenario["revision"],
        "steps": steps,
        "at": {"step": after, "scene": walk.scene["id"], "phase": "ending"},
    }


def attempt(content, scenario, date, before=0, after=0, ways=None, seconds=720, **more):
    """The record of an attempt at @scenario; @more goes into it as it is."""
    ways = ways or [min(shortest_ways(scenario).values(), key=len)]
    run = save_run(scenario, ways, more.pop("notices", ()))
    ending = next(scene for scene in scenario["scenes"] if scene["id"] == run["at"]["scene"])
    record = {
        "version": VERSION,
        "id": run["id"],
        "date": iso(date),
        "scenario": scenario["id"],
        "revision": scenario["revision"],
        "title": scenario["title"],
        "language": content.language,
        "ending": ending["id"],
        "endingTitle": ending["ending"]["title"],
        "seconds": seconds,
    }
    confidence = {name: step for name, step in (("before", before), ("after", after)) if step}
    if confidence:
        record["confidence"] = run["confidence"] = confidence
    record.update(more)
    return {**record, "run": run}


def entry(kind, date, **more):
    return {"version": VERSION, "kind": kind, "id": str(uuid.uuid4()), "date": iso(date), **more}


def plan(when, then, made, due=None, **more):
    return entry("plan", made, when=when, then=then, **({"due": iso(due)} if due else {}), **{"open": True, **more})


def note(text, date):
    return entry("note", date, text=text)


def write(home, attempts=(), entries=(), favourites=()):
    """Puts the journal where an application started with this home looks for it."""
    folder = os.path.join(home, "data", APP_ID)
    os.makedirs(folder, exist_ok=True)
    for name, records in (
        ("attempts", attempts),
        ("entries", entries),
        ("favourites", [{"version": VERSION, "phrase": phrase} for phrase in favourites]),
    ):
        with open(os.path.join(folder, f"{name}.jsonl"), "w") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def read(home, name):
    """The records of a file, in which the last one of an id counts."""
    path = os.path.join(home, "data", APP_ID, f"{name}.jsonl")
    if not os.path.exists(path):
        return {}
    with open(path) as file:
        return {record["id"]: record for record in map(json.loads, file)}
