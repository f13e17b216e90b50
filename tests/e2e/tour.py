# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every view of the running application.

    tour.py [DIR] [VIEW…]   every view, or those named, in every variant, as DIR/VIEW--VARIANT.png
    tour.py --readme        the pictures of the readme, into data/screenshots
"""

import os
import sys
import time

from content import SOURCE
from harness import App, Failure, settle
from views import VIEWS

SETTINGS = {"reduced-pauses": "true"}

# What differs from English on a wide, light window; None for a size is that of the first start.
VARIANTS = {
    "wide": {},
    "narrow": {"size": (360, 640)},
    "dark": {"env": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}},
    "high-contrast": {"env": {"ADW_DEBUG_HIGH_CONTRAST": "1"}},
    "large-text": {"settings": {"text-size": "3"}},
    "large-text-narrow": {"settings": {"text-size": "3"}, "size": (360, 640)},
    "double-dpi": {"gtk": "gtk-xft-dpi=196608\n"},
    "arabic": {"language": "ar"},
    "arabic-narrow": {"language": "ar", "size": (360, 640)},
    "spanish": {"language": "es"},
}

README = {"practice": "practice-feedback", "guide": "guide-chapter", "phrases": "phrases"}


def settle_picture(app, path):
    """Takes pictures until two in a row are the same, which is when nothing moves any more."""
    before = None
    for _ in range(40):
        settle()
        app.screenshot(path)
        with open(path, "rb") as file:
            now = file.read()
        if now == before:
            return
        before = now
        time.sleep(0.15)


def picture(view, path, variant):
    with App(
        variant.get("language", "en"),
        settings={**SETTINGS, **variant.get("settings", {})},
        env=variant.get("env"),
        gtk_settings=variant.get("gtk", ""),
    ) as app:
        VIEWS[view](app)
        # Resized at the end, because where it is narrow the sidebar is not there to go by.
        if variant.get("size"):
            app.resize(*variant["size"])
        settle_picture(app, path)
        app.kill()


def readme():
    folder = os.path.join(SOURCE, "data/screenshots")
    os.makedirs(folder, exist_ok=True)
    for name, view in README.items():
        picture(view, os.path.join(folder, f"{name}.png"), {})
        print(os.path.join(folder, f"{name}.png"), flush=True)


def main(arguments):
    if "--readme" in arguments:
        return readme()
    folder = arguments[0] if arguments else os.path.join(SOURCE, "_build/tour")
    wanted = arguments[1:]
    os.makedirs(folder, exist_ok=True)
    failed = []
    for view in VIEWS:
        for name, variant in VARIANTS.items():
            if wanted and view not in wanted and name not in wanted:
                continue
            path = os.path.join(folder, f"{view}--{name}.png")
            try:
                picture(view, path, variant)
                print(path, flush=True)
            except Failure as failure:
                failed.append(f"{view}--{name}: {str(failure).splitlines()[0]}")
    if failed:
        sys.exit("no picture of:\n" + "\n".join(failed))


main(sys.argv[1:])
