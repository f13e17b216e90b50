#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the desktop's search over a session bus, beside a call that does nothing, and prints JSON."""

import json
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "core"))
import search_provider as provider  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402


def ping(session):
    session.connection.call_sync(
        provider.NAME, provider.PATH, "org.freedesktop.DBus.Peer", "Ping", None, None, Gio.DBusCallFlags.NONE, -1, None
    )


def answer(session, *terms):
    """What the desktop asks at each keystroke: what there is, and what the first five are."""
    session.describe(*session.search(*terms)[:5])


def timed(function, *arguments):
    start = time.perf_counter()
    function(*arguments)
    return (time.perf_counter() - start) * 1000


def keystrokes(language):
    for phrase in provider.content(f"phrases/{language}.json")["phrases"]:
        words = provider.words_of(phrase["text"], 3)
        text = " ".join(words)
        for length in range(1, len(text) + 1):
            yield text[:length].split()


def main():
    quick = "quick" in sys.argv
    cold, warm, nothing = [], [], []
    for language in ("en", "ar", "zh-Hans", "hi"):
        for _ in range(2 if quick else 5):
            with provider.Session(content_language=f"'{language}'") as session:
                cold.append(timed(answer, session, "a"))
        with provider.Session(content_language=f"'{language}'") as session:
            answer(session, "a")
            for number, terms in enumerate(keystrokes(language)):
                if quick and number > 300:
                    break
                warm.append(timed(answer, session, *terms))
                nothing.append(timed(ping, session))
    p99 = lambda times: statistics.quantiles(times, n=100)[-1]  # noqa: E731
    print(json.dumps({"cold_ms": statistics.median(cold), "warm_p99_ms": p99(warm), "ping_p99_ms": p99(nothing),
                      "keystrokes": len(warm), "colds": len(cold)}))


if __name__ == "__main__":
    main()
