#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Part of ./dev test: runs the tests of one build and counts their cases.

test.py --build DIR --result FILE [--suites A,B] [--both A,B] [NAME…]

Meson counts programs; we count test cases, from the TAP each program wrote.
What a program says in a comment "# figure: …" is shown at the end.
A program that ended badly without saying which case failed, and one that ran
no case at all, count as one failed case. FILE gets four numbers: passed,
failed, skipped, and how many of the programs are in the suites named --both.
"""

import argparse
import collections
import fnmatch
import json
import os
import re
import subprocess
import sys
from pathlib import Path

RESULT_LINE = re.compile(r"^(?P<not>not )?ok\b[ \t]*(?P<number>\d+)?[ \t]*(?:- )?(?P<what>.*)$")
DIRECTIVE = re.compile(r"(?<!\\)#\s*(?P<word>skip|todo)\S*\s*(?P<why>.*)$", re.IGNORECASE)
FIGURE = re.compile(r"^# figure: (?P<what>.*)$", re.MULTILINE)
PLAN = re.compile(r"^1\.\.(?P<count>\d+)")
GOOD = ("OK", "SKIP", "EXPECTEDFAIL")
TAIL = 60  # lines of a failing program's messages that we show

Case = collections.namedtuple("Case", "state what details")


def parse_tap(text):
    """The cases of a TAP stream (not of its indented sub-streams), its plan, and a bail-out."""
    cases, plan, bail, details = [], None, None, []
    for line in text.splitlines():
        if found := PLAN.match(line):
            plan = int(found["count"])
            if plan == 0 and DIRECTIVE.search(line):
                cases.append(Case("skipped", "all of it", []))
        elif line.startswith("Bail out!"):
            bail = line[len("Bail out!"):].strip()
        elif found := RESULT_LINE.match(line):
            what, directive = found["what"], DIRECTIVE.search(found["what"])
            if directive:
                what = what[:directive.start()].strip()
            if directive and directive["word"].lower() == "skip":
                state = "skipped"
            elif directive:  # to be done: expected to fail
                state = "skipped" if found["not"] else "failed"
            else:
                state = "failed" if found["not"] else "passed"
            # What stands before a failing line belongs to it, and so may what follows.
            cases.append(Case(state, what or f"case {found['number'] or len(cases) + 1}", details))
            details = []
        elif line.strip() and not line.startswith(("TAP version", "# random seed", "# Start of", "# End of")):
            details.append(line)
    if cases and details:
        cases[-1].details.extend(details)
    return cases, plan, bail


def cases_of(entry, protocol):
    """The cases of one program, from its entry in Meson's log."""
    result = entry["result"]
    output = (entry.get("stdout") or "").rstrip()
    if protocol != "tap":
        state = {"SKIP": "skipped", "EXPECTEDFAIL": "skipped"}.get(result, "passed" if result in GOOD else "failed")
        return [Case(state, f"ended with {result.lower()}", output.splitlines())]
    cases, plan, bail = parse_tap(output)
    reasons = []
    if result == "TIMEOUT":
        reasons.append(f"took too long and was stopped after {len(cases)} cases")
    elif not any(case.state == "failed" for case in cases):
        if result not in GOOD:
            reasons.append(f"ended badly ({result.lower()}, status {entry.get('returncode')})"
                           + (f": {bail}" if bail else f" after {len(cases)} cases"))
        elif not cases:
            reasons.append("ran no test case")
    if plan and len(cases) < plan and not reasons and result not in GOOD:
        print(f"  note: {entry['name']}: stopped after {len(cases)} of {plan} cases")
    cases += [Case("failed", reason, output.splitlines()[-TAIL:] if not cases else []) for reason in reasons]
    return cases


def chosen(tests, names, suites):
    """Tests in one of the suites whose name or suite fits one of the names."""
    def fits(test):
        own = {suite.split(":")[-1] for suite in test["suite"]}
        if suites and not own & set(suites):
            return False
        words = [test["name"], *own]
        return not names or any(name in word or fnmatch.fnmatchcase(word, name) for name in names for word in words)
    return [test for test in tests if fits(test)]


def names_in_log(test):
    """What Meson's log calls a test: it differs between its releases."""
    project = test["suite"][0].partition(":")[0] if test["suite"] else ""
    suites = "+".join(filter(None, (suite.partition(":")[2] for suite in test["suite"])))
    name = test["name"]
    return (name, f"{project}:{name}", f"{project}:{suites} / {name}", f"{suites} - {project}:{name}")


def suite_of(test):
    return test["suite"][0].split(":")[-1] if test["suite"] else "other"


def run_meson(build, tests, multiplier):
    """Runs the tests, showing a line for each program as it ends."""
    log = Path(build, "meson-logs", "testlog.json")
    log.unlink(missing_ok=True)
    command = ["meson", "test", "-C", build, "--no-rebuild", "--timeout-multiplier", str(multiplier),
               *sorted({test["name"] for test in tests})]
    other = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                          env=os.environ | {"PYTHONUNBUFFERED": "1"}) as process:
        for line in process.stdout:
            if re.match(r"\s*\d+/\d+ ", line):
                print(re.sub(r"^(\s*\d+/\d+ )(upstander:)?", r"\1", line), end="", flush=True)
            else:
                other.append(line)
    entries = []
    if log.exists():
        for line in log.read_text(errors="replace").splitlines():
            try:
                entries.append(json.loads(line))
            except ValueError:
                other.append(line)
    return entries, process.returncode, other


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--result", required=True)
    parser.add_argument("--suites", type=lambda text: text.split(",") if text else [], default=[])
    parser.add_argument("--both", type=lambda text: text.split(","), default=[])
    parser.add_argument("--multiplier", type=float, default=1)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()

    tests = json.loads(subprocess.run(["meson", "introspect", "--tests", options.build],
                                      check=True, stdout=subprocess.PIPE, text=True).stdout)
    tests = chosen(tests, options.names, options.suites)
    if not tests:
        Path(options.result).write_text("0 0 0 0\n")
        return
    entries, status, other = run_meson(options.build, tests, options.multiplier)

    by_name = {name: test for test in tests for name in names_in_log(test)}
    counts = collections.defaultdict(collections.Counter)
    failures = []
    figures = []
    for entry in entries:
        test = by_name.get(entry["name"], {"name": entry["name"], "suite": [], "protocol": "tap"})
        cases = cases_of(entry, test["protocol"])
        failed = [case for case in cases if case.state == "failed"]
        figures += [f"{test['name']}: {found['what']}" for found in FIGURE.finditer(entry.get("stdout") or "")]
        suite = counts[suite_of(test)]
        suite["programs"] += 1
        suite.update(case.state for case in cases)
        if failed:
            failures.append((f"{suite_of(test)} / {test['name']}", failed, entry))
    if len(entries) < len(tests) or (status != 0 and not failures):
        failures.append(("meson test", [Case("failed", f"ended with status {status}", other[-TAIL:])], {}))
        counts["meson"]["failed"] += 1

    for name, failed, entry in failures:
        print(f"\nFAILED  {name}")
        for case in failed:
            print(f"  not ok  {case.what}")
            for line in case.details[-TAIL:]:
                print(f"      {line.rstrip()}")
        messages = (entry.get("stderr") or "").rstrip().splitlines()
        if messages:
            print(f"  it said{' at the end' if len(messages) > TAIL else ''}:")
            for line in messages[-TAIL:]:
                print(f"      {line}")
    print()
    for figure in figures:
        print(f"  {figure}")
    total = collections.Counter()
    for name, suite in sorted(counts.items()):
        print(f"  {name + ':':<8} {suite['passed']} passed, {suite['failed']} failed"
              + (f", {suite['skipped']} skipped" if suite["skipped"] else "")
              + f"  ({suite['programs']} {'program' if suite['programs'] == 1 else 'programs'})")
        total.update(suite)
    both = len(chosen(tests, [], options.both))
    Path(options.result).write_text(f"{total['passed']} {total['failed']} {total['skipped']} {both}\n")


if __name__ == "__main__":
    sys.exit(main())
