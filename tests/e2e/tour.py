# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every view of the running application.

    tour.py [DIR] [VIEW…]   every view, or those named, in every variant, as DIR/VIEW--VARIANT.png
    tour.py --readme        the pictures of the readme, into data/screenshots
"""

import os
import subprocess
import sys
import time

from content import SOURCE
from harness import App, Failure, settle, wait_for
from views import VIEWS

SETTINGS = {"reduced-pauses": "true"}
# Nothing blinks while pictures are taken.
GTK_SETTINGS = "gtk-cursor-blink=false\n"

NARROW = (360, 640)
# What differs from English on a light, wide window, and the size or sizes it is taken in: None is
# that of the first start. One run of the application serves all sizes.
VARIANTS = (
    ({"wide": None, "narrow": NARROW}, {}),
    ({"dark": None}, {"env": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}}),
    ({"high-contrast": None}, {"env": {"ADW_DEBUG_HIGH_CONTRAST": "1"}}),
    ({"large-text": None, "large-text-narrow": NARROW}, {"settings": {**SETTINGS, "text-size": "3"}}),
    ({"arabic": None, "arabic-narrow": NARROW}, {"language": "ar"}),
    ({"spanish": None}, {"language": "es"}),
    ({"french-narrow": NARROW}, {"language": "fr"}),
    ({"german-narrow": NARROW}, {"language": "de"}),
    ({"portuguese-narrow": NARROW}, {"language": "pt-BR"}),
    ({"chinese-narrow": NARROW}, {"language": "zh-Hans"}),
    ({"hindi-narrow": NARROW}, {"language": "hi"}),
)

README = {"practice": "practice-scene", "guide": "guide-comparison", "phrases": "phrases"}


# Views that open with a mark at what was looked for, which goes of itself.
MARKED = ("guide-comparison",)
MARK_SECONDS = 5


def take(app, path):
    app.screenshot(path)
    with open(path, "rb") as file:
        return file.read()


def settle_picture(app, path):
    """Takes pictures until two in a row are the same, which is when nothing moves any more."""
    before = None
    for _ in range(40):
        settle()
        now = take(app, path)
        if now == before:
            return
        before = now
        time.sleep(0.15)


def wait_out_mark(app, path):
    """Until for longer than a mark stays nothing has changed."""
    while True:
        before = take(app, path)
        try:
            wait_for("the mark to come or go", lambda: take(app, path) != before, MARK_SECONDS)
        except Failure:
            return


def resize(app, size):
    app.resize(*size)
    frame = app.find("frame", None)
    wait_for("the window to be laid out anew", lambda: app.extents(frame).width == size[0])


def pictures(view, sizes, variant, path_of):
    """Takes a view in each of the sizes, largest first, because where it is narrow some ways are longer."""
    with App(**{"settings": SETTINGS, "gtk_settings": GTK_SETTINGS, **variant}) as app:
        VIEWS[view](app)
        for name, size in sizes.items():
            if size:
                resize(app, size)
            path = path_of(name)
            settle_picture(app, path)
            if view in MARKED and not size:
                wait_out_mark(app, path)
            print(path, flush=True)
        app.kill()


def round_corners(path):
    """Gives the picture the corners that a window has on a desktop, and makes the file small."""
    width, height = subprocess.run(
        ["identify", "-format", "%w %h", path], capture_output=True, text=True, check=True
    ).stdout.split()
    # The radius of libadwaita’s windows.
    shape = f"roundrectangle 0,0 {int(width) - 1},{int(height) - 1} 15,15"
    mask = ["(", "-size", f"{width}x{height}", "xc:black", "-fill", "white", "-draw", shape, ")"]
    subprocess.run(
        ["convert", path, *mask, "-alpha", "off", "-compose", "copy-opacity", "-composite", "-strip",
         "+dither", "-colors", "256", "-define", "png:compression-level=9", path],
        check=True,
    )  # fmt: skip


def readme():
    folder = os.path.join(SOURCE, "data/screenshots")
    os.makedirs(folder, exist_ok=True)
    for name, view in README.items():
        path = os.path.join(folder, f"{name}.png")
        pictures(view, {"": None}, {}, lambda _, path=path: path)
        round_corners(path)


def main(arguments):
    if "--readme" in arguments:
        return readme()
    folder = arguments[0] if arguments else os.path.join(SOURCE, "_build/tour")
    wanted = arguments[1:]
    os.makedirs(folder, exist_ok=True)
    failed = []
    for view in VIEWS:
        for sizes, variant in VARIANTS:
            chosen = {name: size for name, size in sizes.items() if not wanted or view in wanted or name in wanted}
            if not chosen:
                continue
            try:
                pictures(view, chosen, variant, lambda name, view=view: os.path.join(folder, f"{view}--{name}.png"))
            except Failure as failure:
                failed.append(f"{view}--{next(iter(chosen))}: {str(failure).splitlines()[0]}")
                print(failed[-1], file=sys.stderr, flush=True)
    if failed:
        sys.exit("no picture of:\n" + "\n".join(failed))


main(sys.argv[1:])
