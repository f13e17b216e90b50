#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures a release build, each thing against what it is compared with in the same run, and prints a
table; `./dev bench` runs it. A ratio above its aim is told, not an error: the machine, and whatever else
runs on it, is part of what is measured."""

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

import startup

SOURCE = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ.get("UPSTANDER_BUILD_DIR", SOURCE / "_build"))
BENCHES = BUILD / "tests" / "bench"
# What one step of inkjs 2.4 takes for “The Intercept”, in microseconds: the engine's aim is a fiftieth.
INKJS_STEP = 71
LANGUAGES = {"latin": "Latin", "arabic": "Arabic", "chinese": "Chinese"}


def get_load():
    return os.getloadavg()[0]


def get_idle_share(seconds=1):
    """Of the processors, while one waits."""

    def read():
        times = [int(time) for time in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
        return times[3] + times[4], sum(times)

    idle, total = read()
    time.sleep(seconds)
    more_idle, more_total = read()
    return (more_idle - idle) / max(1, more_total - total)


def wait_for_quiet(patience):
    """Until little else runs: what is measured by the clock says little otherwise."""
    until = time.monotonic() + patience
    while get_idle_share() < 0.9 and time.monotonic() < until:
        pass


def row(measure, unit, ours, reference=None, aim=None, ratio_aim=None):
    """@aim is for @ours itself, @ratio_aim for its ratio to @reference; without either it is only told."""
    ratio = ours / reference if reference else None
    met = None
    if aim is not None:
        met = ours <= aim
    elif ratio_aim is not None:
        met = ratio <= ratio_aim
    return {"measure": measure, "unit": unit, "ours": ours, "reference": reference, "ratio": ratio,
            "aim": aim, "ratio_aim": ratio_aim, "met": met}


# --- starting ---------------------------------------------------------------


def measure_start(quick):
    programs = {"app": BUILD / "src" / "upstander", "bare": BENCHES / "bare"}
    screen = startup.Screen()
    runs = {name: [] for name in programs}
    # The first of each only warms up. They take turns in starting first.
    for i in range((10 if quick else 20) + 1):
        for name in sorted(programs, reverse=i % 2 == 0):
            result = startup.start(screen, programs[name])
            if i > 0:
                runs[name].append(result)
    return {name: {key: statistics.median(run[key] for run in results) for key in results[0]}
            for name, results in runs.items()} | {"runs": len(runs["app"])}


def tabulate_start(result):
    def line(measure, unit, key, factor=1, ratio_aim=None):
        return row(measure, unit, result["app"][key] * factor, result["bare"][key] * factor, ratio_aim=ratio_aim)

    return [
        line("start → first frame", "ms", "seconds", 1000, 1.15),
        line("  processor", "ms", "processor_seconds", 1000, 1.15),
        line("  peak memory", "MiB", "peak_mib", 1, 1.15),
        line("  processor until idle", "ms", "quiet_processor_seconds", 1000),
        line("  peak memory until idle", "MiB", "quiet_peak_mib"),
    ]


# --- core -------------------------------------------------------------------


def run_bench(name, quick=False):
    with startup.fresh_folders() as environment:
        done = subprocess.run([BENCHES / name, *(["quick"] if quick else [])], env=environment, check=True,
                              stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def get_growth(growth, key):
    """The exponent by which @key grows with the number of scenes: 1 is linear."""
    first, last = growth[0], growth[-1]
    return math.log(last[key] / first[key]) / math.log(last["scenes"] / first["scenes"])


def tabulate_core(result):
    reading, checking, step = result["reading"], result["checking"], result["engine-step"]
    scenes = f"{reading['scenes']:,} scenes"
    most = f"{result['growth'][-1]['scenes']:,} scenes"
    return [
        row(f"reading {scenes} : parsing", "ms", reading["read"], reading["json_glib_without_freeing"], ratio_aim=1.5),
        row("  : parsing and freeing", "ms", reading["read"], reading["json_glib"], ratio_aim=1.5),
        row(f"checking, {checking['states']:,} states : reading", "ms", checking["check"], reading["read"],
            ratio_aim=0.5),
        # What caches no longer hold costs more: a little above 1 is linear all the same.
        row(f"reading, growth to {most}", "exponent", get_growth(result["growth"], "read"), aim=1.1),
        row(f"checking, growth to {most}", "exponent", get_growth(result["growth"], "check"), aim=1.1),
        row("engine step : inkjs", "µs", step["p50_us"], INKJS_STEP, aim=1.4),
    ]


# --- searching and scrolling ------------------------------------------------


def tabulate_search(result):
    rows = []
    for key, language in LANGUAGES.items():
        one = result[key]
        rows += [
            row(f"search, {language}, p99", "ms", one["p99Ms"], aim=8),
            row("  processor", "ms", one["p99ProcessorMs"], aim=8),
        ]
    return rows


def tabulate_scroll(result):
    def line(measure, key, ratio_aim=None):
        return row(measure, "ms", result["phrases"][key], result["bare"][key], ratio_aim=ratio_aim)

    return [
        line("scrolling, a frame, p99", "p99_ms", 1.5),
        line("  processor", "p99_processor_ms", 1.5),
        line("  processor, p50", "p50_processor_ms"),
    ]


def tabulate_journal(result):
    opening, journal, bare = result["opening"], result["journal"], result["bare"]
    attempts = f"{result['rows']:,} attempts"
    return [
        row(f"reading {attempts}", "ms", result["reading_ms"]),
        row("opening the journal, processor", "ms", opening["place_ms"], opening["bare_ms"], ratio_aim=1.5),
        row("  its list alone, processor", "ms", opening["list_ms"], opening["bare_ms"], ratio_aim=1.5),
        row("scrolling it, a frame, p99", "ms", journal["p99_ms"], bare["p99_ms"], ratio_aim=1.5),
        row("  processor", "ms", journal["p99_processor_ms"], bare["p99_processor_ms"], ratio_aim=1.5),
        row("  processor, p50", "ms", journal["p50_processor_ms"], bare["p50_processor_ms"]),
    ]


# --- the desktop’s search ---------------------------------------------------


def measure_search_provider(quick):
    environment = os.environ | {"GSETTINGS_SCHEMA_DIR": str(BUILD / "data"), "UPSTANDER_SOURCE": str(SOURCE)}
    program = BUILD / "src/search-provider/upstander-search-provider"
    command = [sys.executable, SOURCE / "tests/bench/search_provider.py", program, *(["quick"] if quick else [])]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return json.loads(done.stdout)


def tabulate_search_provider(result):
    return [
        row("desktop’s search, warm, p99", "ms", result["warm_p99_ms"], result["ping_p99_ms"], aim=20),
        row("  started by the question, median", "ms", result["cold_ms"]),
    ]


# --- all of it --------------------------------------------------------------

# Name, what measures it, what makes rows of that, and whether other work on the machine would spoil it.
MEASURES = (
    ("start", measure_start, tabulate_start, True),
    ("core", lambda quick: run_bench("bench-core", quick), tabulate_core, False),
    ("search", lambda quick: run_bench("bench-search"), tabulate_search, True),
    ("scroll", lambda quick: run_bench("bench-scroll", quick), tabulate_scroll, True),
    ("journal", lambda quick: run_bench("bench-journal", quick), tabulate_journal, True),
    ("provider", measure_search_provider, tabulate_search_provider, True),
)


def format_number(number):
    if number is None:
        return ""
    return f"{number:.0f}" if number >= 1000 else f"{number:.3g}"


def print_table(name, load, rows):
    print(f"\n{name}, load {load:.1f}")
    for one in rows:
        aim = ""
        if one["aim"] is not None:
            aim = f"≤ {one['aim']:g}"
        elif one["ratio_aim"] is not None:
            aim = f"≤ {one['ratio_aim']:g} ×"
        ratio = f"{one['ratio']:.2f} ×" if one["ratio"] is not None and one["ratio"] >= 0.005 else ""
        met = {True: "yes", False: "no", None: ""}[one["met"]]
        print(f"  {one['measure']:<42} {format_number(one['ours']):>7} {format_number(one['reference']):>7}"
              f" {one['unit']:<9} {ratio:>8} {aim:>8}  {met}", flush=True)


def parse_arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measure a release build.")
    parser.add_argument("--quick", action="store_true", help="fewer and shorter runs, no 100,000 scenes")
    parser.add_argument("--json", type=Path, default=SOURCE / "_build" / "bench.json", metavar="FILE",
                        help="where the results go (_build/bench.json)")
    parser.add_argument("only", nargs="*", metavar="NAME", help="start, core, search, scroll, journal or provider; all if not said")
    arguments = parser.parse_args()
    unknown = set(arguments.only) - {name for name, *_ in MEASURES}
    if unknown:
        parser.error(f"there is no measure {', '.join(sorted(unknown))}")
    return arguments


def main():
    arguments = parse_arguments()
    subprocess.run(["ninja", "-C", BUILD, "bench"], check=True, stdout=subprocess.DEVNULL)
    results = {"machine": platform.machine(), "processors": os.cpu_count(), "quick": arguments.quick, "measures": {}}
    failed = False

    print(f"{platform.machine()}, {os.cpu_count()} processors; ours, the reference, their ratio, the aim")
    for name, measure, tabulate, wants_quiet in MEASURES:
        if arguments.only and name not in arguments.only:
            continue
        try:
            if wants_quiet:
                wait_for_quiet(5 if arguments.quick else 60)
            load = get_load()
            result = measure(arguments.quick)
            rows = tabulate(result)
        except (OSError, RuntimeError, ValueError, KeyError, subprocess.SubprocessError) as error:
            print(f"\n{name}: could not be measured: {error}", file=sys.stderr)
            failed = True
            continue
        print_table(name, load, rows)
        results["measures"][name] = {"load": load, "rows": rows, "details": result}

    arguments.json.parent.mkdir(parents=True, exist_ok=True)
    arguments.json.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n")
    print(f"\nAlso in {arguments.json}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
