#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the project to its own rules: formatting, licences, module borders, desktop files, coverage."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ["UPSTANDER_SOURCE"])
BUILD = Path(os.environ["UPSTANDER_BUILD"])
BINARY = os.environ["UPSTANDER_BINARY"]
PLACES = ("guide", "practice", "phrases", "journal", "facilitate")


def tracked(*patterns):
    """The project's files, by git where there is a checkout, else by looking."""
    found = []
    for pattern in patterns:
        found += [path for path in SOURCE.glob(pattern) if path.is_file()]
    return sorted(found)


def c_files():
    return tracked("src/**/*.[ch]", "tests/**/*.[ch]")


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)


def names(paths):
    return ", ".join(str(Path(path).relative_to(SOURCE)) for path in paths)


def test_c_is_formatted():
    bad = [path for path in c_files() if run("clang-format", "--dry-run", "--Werror", path).returncode]
    assert not bad, f"run clang-format -i on: {names(bad)}"


def test_blueprint_is_formatted():
    result = run("blueprint-compiler", "format", *tracked("src/**/*.blp"))
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_source_names_its_licence():
    files = c_files() + tracked(
        "src/**/*.blp", "src/**/*.css", "**/meson.build", "meson.options", "build-aux/**/*.py",
        "build-aux/**/*.sh", "tests/**/*.py", "data/*.in", "data/icons/**/*.svg", "data/**/*.xml",
    )
    files = [path for path in files if "_build" not in path.parts]
    bad = [path for path in files if "SPDX-License-Identifier" not in path.read_text()[:600]]
    assert not bad, names(bad)


def test_core_knows_no_toolkit():
    pattern = re.compile(r'#\s*include\s*[<"](gtk|adwaita|gdk)[/.]')
    bad = [path for path in tracked("src/core/*.[ch]") if pattern.search(path.read_text())]
    assert not bad, names(bad)


def test_places_do_not_include_each_other():
    bad = []
    for place in PLACES:
        others = "|".join(other for other in PLACES if other != place)
        pattern = re.compile(rf'#\s*include\s*"(\.\./)?({others})/')
        headers = {header.name for other in PLACES if other != place for header in tracked(f"src/{other}/*.h")}
        for path in tracked(f"src/{place}/*.[ch]"):
            text = path.read_text()
            included = set(re.findall(r'#\s*include\s*"([^"]+)"', text))
            if pattern.search(text) or included & headers:
                bad.append(path)
    assert not bad, names(bad)


def test_style_sheet_is_short():
    lines = (SOURCE / "src/style.css").read_text().splitlines()
    assert len(lines) <= 150, f"{len(lines)} lines, and 150 are the most"


def test_desktop_file_is_valid():
    for path in BUILD.glob("data/*.desktop"):
        result = run("desktop-file-validate", path)
        assert result.returncode == 0 and not result.stdout.strip(), result.stdout + result.stderr
    assert list(BUILD.glob("data/*.desktop"))


def test_metainfo_is_valid():
    found = list(BUILD.glob("data/*Upstander*.metainfo.xml"))
    assert found
    for path in found:
        result = run("appstreamcli", "validate", "--strict", "--no-net", path)
        assert result.returncode == 0, result.stdout + result.stderr


def test_settings_are_valid():
    with tempfile.TemporaryDirectory() as folder:
        result = run("glib-compile-schemas", "--strict", f"--targetdir={folder}", BUILD / "data")
        assert result.returncode == 0 and not result.stderr.strip(), result.stderr


def test_guide_covers_every_point():
    schema = json.loads((SOURCE / "data/content/schema/guide.schema.json").read_text())
    points = set(schema["$defs"]["point"]["enum"])
    assert len(points) == 41, f"{len(points)} points"
    covered = set()

    def walk(node):
        if isinstance(node, dict):
            covered.update(node.get("covers", []))
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(json.loads((SOURCE / "data/content/guide.json").read_text()))
    assert covered == points, f"without a home: {points - covered}; invented: {covered - points}"


def shipped_content():
    return [
        path
        for path in tracked("data/content/*.json", "data/content/scenarios/*.json", "data/content/phrases/*.json",
                            "data/content/agendas/*.json")
    ]


def test_shipped_content_is_sound():
    result = run(BINARY, "check", *shipped_content(), env={**os.environ, "DISPLAY": "", "WAYLAND_DISPLAY": ""})
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout == "", result.stdout


def test_check_names_the_place_of_a_fault():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "broken.json"
        text = (SOURCE / "data/content/scenarios/stand-up-accent.json").read_text()
        path.write_text(text.replace('"role": "ally"', '"role": "allly"'))
        result = run(BINARY, "check", path)
        line = text[: text.index('"role"')].count("\n") + 1
        assert result.returncode == 1
        assert re.search(rf"^{re.escape(str(path))}:{line}:\d+: \$\.role: ", result.stdout, re.M), result.stdout


def test_check_says_what_it_cannot_read():
    sound = SOURCE / "data/content/scenarios/team-photo.json"
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.json"
        empty.write_bytes(b"")
        foreign = Path(folder) / "agenda.json"
        agenda = (SOURCE / "data/content/agendas/forty-five-minutes.json").read_text()
        foreign.write_text(agenda.replace('"stand-up-accent"', '"no-such"'))
        for path in (Path(folder) / "missing.json", Path(folder), empty, foreign):
            result = run(BINARY, "check", sound, path, sound)
            assert result.returncode == 1, path
            assert re.fullmatch(rf"{re.escape(str(path))}:\d+:\d+: \$\S*: .+\n", result.stdout), result.stdout
            result = run(BINARY, "check", "--stats", sound, path)
            assert result.returncode == 1, path
            assert [stat["id"] for stat in json.loads(result.stdout)] == ["team-photo"], result.stdout
            assert str(path) in result.stderr
    with open("/dev/full", "w") as full:
        result = subprocess.run([BINARY, "check", "--stats", sound], stdout=full, stderr=subprocess.PIPE, text=True)
    assert result.returncode == 1 and result.stderr, "figures that nobody got"


def test_check_counts_scenarios():
    scenarios = tracked("data/content/scenarios/*.json")
    result = run(BINARY, "check", "--stats", *scenarios)
    assert result.returncode == 0, result.stderr
    stats = json.loads(result.stdout)
    assert len(stats) == len(scenarios)
    for path, stat in zip(scenarios, stats):
        raw = json.loads(path.read_text())
        decisions = [scene for scene in raw["scenes"] if "choices" in scene]
        assert stat["id"] == raw["id"] and stat["role"] == raw["role"]
        assert stat["scenes"] == len(raw["scenes"])
        assert stat["decisions"] == len(decisions)
        assert stat["choices"] == sum(len(scene["choices"]) for scene in decisions)
        assert stat["endings"] == sum("ending" in scene for scene in raw["scenes"])
        assert stat["flags"] == len(raw["flags"])
        assert stat["min_route_decisions"] >= 3 and stat["min_open_choices"] >= 3, stat
        assert sum(stat["ways"].values()) == stat["choices"]
        assert stat["lengths"].keys() == stat["ways"].keys()
        often = [abs(stat["lengths"][way]) for way, n in stat["ways"].items() if n >= 4]
        assert abs(stat["length_correlation"]) == max(often, default=0) < 0.34, stat
        assert "en" in stat["languages"]


def test_check_takes_files_for_a_collection():
    scenario = SOURCE / "data/content/scenarios/team-photo.json"
    moments = SOURCE / "data/content/moments.json"
    result = run(BINARY, "check", "--collection", moments)
    assert result.returncode == 0 and result.stdout == "", result.stdout + result.stderr
    result = run(BINARY, "check", "--collection", scenario)
    assert result.returncode == 1
    assert all(line.startswith("collection:1:1: $: ") for line in result.stdout.splitlines()), result.stdout
    assert "1 scenario. " in result.stdout
    result = run(BINARY, "check", "--collection", "--stats", scenario)
    assert result.returncode == 1 and "collection:1:1: $: " in result.stderr, result.stderr
    assert [stat["id"] for stat in json.loads(result.stdout)] == ["team-photo"], result.stdout
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / "moments.json"
        content = json.loads(moments.read_text())
        content["moments"][0]["moves"] = ["thank-and-pause"]
        few.write_text(json.dumps(content, indent=2))
        result = run(BINARY, "check", few)
        assert result.returncode == 0, "alone, a file may hold any moments: " + result.stdout
        result = run(BINARY, "check", "--collection", few)
        place = rf"{re.escape(str(few))}:\d+:\d+: \$\.moments\[0\]\.moves\[0\]: .*“{content['moments'][0]['role']}”"
        assert result.returncode == 1 and re.match(place, result.stdout), result.stdout


def test_shipped_collection_is_whole():
    result = run(BINARY, "check", "--collection", "--stats")
    assert result.returncode == 0, result.stderr
    names = {path.stem for path in tracked("data/content/scenarios/*.json")}
    assert {stat["id"] for stat in json.loads(result.stdout)} == names


def test_check_explains_its_figures():
    result = run(BINARY, "check", "--stats", SOURCE / "data/content/scenarios/team-photo.json")
    explained = run(BINARY, "check", "--help").stdout
    for figure in json.loads(result.stdout)[0]:
        assert figure in ("id", "role") or re.search(rf"^  .*\b{figure}\b.*: ", explained, re.M), figure


def test_help_and_version_need_no_display():
    bare = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    for option in ("--help", "--version"):
        result = run(BINARY, option, env=bare)
        assert result.returncode == 0, result.stderr
        assert "pstander" in result.stdout, result.stdout


cases = [value for name, value in list(globals().items()) if name.startswith("test_")]
print(f"1..{len(cases)}")
failed = False
for number, case in enumerate(cases, 1):
    title = case.__name__.removeprefix("test_").replace("_", " ")
    try:
        case()
        print(f"ok {number} - {title}", flush=True)
    except Exception as error:
        failed = True
        for line in str(error).splitlines() or [repr(error)]:
            print(f"# {line}")
        print(f"not ok {number} - {title}", flush=True)
sys.exit(failed)
