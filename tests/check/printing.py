#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command that writes PDF files, as somebody in a terminal uses it, without a display."""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

SOURCE = Path(os.environ["UPSTANDER_SOURCE"])
BINARY = os.environ["UPSTANDER_BINARY"]
LANGUAGES = ("en", "es", "fr", "de", "pt-BR", "ar", "zh-Hans", "hi")


def run(*arguments, **options):
    bare = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [BINARY, "print", *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=bare, **options)


def count_pages(path):
    data = path.read_bytes()
    assert data.startswith(b"%PDF-1."), data[:20]
    inflated = data
    for match in re.finditer(rb"stream\r?\n", data):
        try:
            inflated += zlib.decompressobj().decompress(data[match.end() :])
        except zlib.error:
            pass
    return int(re.search(rb"/Type /Pages[^>]*/Count (\d+)", inflated)[1])


def test_prints_in_every_language(folder):
    for language in LANGUAGES:
        for kind, pages in (("guide", range(9, 33)), ("card", (1,)), ("phrases", range(1, 20))):
            path = folder / f"{kind}-{language}.pdf"
            result = run(kind, "--output", path, "--language", language, "--paper", "a4")
            assert result.returncode == 0 and not result.stdout + result.stderr, result.stderr
            assert count_pages(path) in pages, (kind, language, count_pages(path))


def test_prints_what_is_asked_for(folder):
    phrases = json.loads((SOURCE / "data/content/phrases/en.json").read_text())["phrases"]
    path = folder / "out.pdf"
    move = phrases[0]["move"]
    n = sum(phrase["move"] == move for phrase in phrases)
    cards = (
        (("--phrase", phrases[0]["id"]), 1),
        (("--move", move), n),
        (("--move", move, "--phrase", phrases[0]["id"]), n),
        ((*(part for phrase in phrases[:7] for part in ("--phrase", phrase["id"])),), 7),
        ((), len(phrases)),
    )
    for arguments, count in cards:
        assert run("phrases", "-o", path, "-l", "en", *arguments).returncode == 0
        assert count_pages(path) == -(-count // 6), (arguments, count_pages(path))
    for chapter in json.loads((SOURCE / "data/content/guide.json").read_text())["chapters"]:
        assert run("guide", "-o", path, "-l", "en", "--chapter", chapter["id"]).returncode == 0
        assert 1 <= count_pages(path) <= 4


def test_says_what_there_is_instead(folder):
    path = folder / "out.pdf"
    path.write_text("before")
    wrong = (
        (("guide", "--chapter", "no-such"), "receive"),
        (("phrases", "--phrase", "no-such"), "impact-beside-intent"),
        (("phrases", "--move", "no-such"), "ask-intent"),
        (("card", "--paper", "no-such"), "letter"),
        (("guide", "--language", "no-such"), "Español"),
    )
    moves = json.loads((SOURCE / "data/content/phrases/moves.json").read_text())["moves"]
    first = json.loads((SOURCE / "data/content/phrases/en.json").read_text())["phrases"][0]["id"]
    wanted = {"impact-beside-intent": first, "ask-intent": moves[0]["id"]}
    for arguments, listed in wrong:
        language = () if "--language" in arguments else ("--language", "en")
        result = run(*arguments, "--output", path, *language)
        assert result.returncode == 1, arguments
        assert "no-such" in result.stderr.splitlines()[0], result.stderr
        assert wanted.get(listed, listed) in result.stderr, result.stderr
    for arguments in ((), ("guide",), ("no-such", "-o", path), ("guide", "card", "-o", path), ("guide", "--no-such")):
        result = run(*arguments)
        assert result.returncode == 1 and result.stderr and not result.stdout, arguments
    assert path.read_text() == "before"


def test_writes_whole_or_not_at_all(folder):
    path = folder / "out.pdf"
    link = folder / "link.pdf"
    path.write_text("before")
    link.symlink_to(path)

    def full_disk():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    result = run("guide", "--output", path, preexec_fn=full_disk, restore_signals=False)
    assert result.returncode == 1 and "out.pdf" in result.stderr, result.stderr
    result = run("guide", "--output", folder / "no-such" / "out.pdf")
    assert result.returncode == 1 and "no-such" in result.stderr, result.stderr
    result = run("guide", "--output", folder)
    assert result.returncode == 1 and result.stderr, result.stderr
    assert path.read_text() == "before"
    assert sorted(os.listdir(folder)) == ["link.pdf", "out.pdf"]

    assert run("guide", "--output", link).returncode == 0
    assert link.is_symlink() and count_pages(path) > 8
    assert sorted(os.listdir(folder)) == ["link.pdf", "out.pdf"]


def test_says_when_a_device_is_full(folder):
    result = run("card", "--output", "/dev/full")
    assert result.returncode == 1 and "/dev/full" in result.stderr, result.stderr
    assert Path("/dev/full").is_char_device()


def test_no_favourites_yet(folder):
    os.environ["XDG_DATA_HOME"] = str(folder / "data")
    result = run("phrases", "--favourites", "--output", folder / "out.pdf")
    assert result.returncode == 1 and result.stderr
    assert os.listdir(folder) == [], "looking makes nothing"


def test_help_tells_of_it(folder):
    result = run("--help")
    assert result.returncode == 0 and "--favourites" in result.stdout
    program = subprocess.run([BINARY, "--help"], capture_output=True, text=True)
    assert "print guide|card|phrases" in program.stdout


cases = [value for name, value in list(globals().items()) if name.startswith("test_")]
print(f"1..{len(cases)}")
failed = False
for number, case in enumerate(cases, 1):
    title = case.__name__.removeprefix("test_").replace("_", " ")
    try:
        with tempfile.TemporaryDirectory() as name:
            case(Path(name))
        print(f"ok {number} - {title}", flush=True)
    except Exception as error:
        failed = True
        for line in str(error).splitlines() or [repr(error)]:
            print(f"# {line}")
        print(f"not ok {number} - {title}", flush=True)
sys.exit(failed)
