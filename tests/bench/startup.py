# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts a program and watches it from outside until it has painted: the X server tells when something
was drawn, the kernel what the program took until then. The program does nothing for it."""

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import tempfile
import time
from pathlib import Path

# A pixel in the sidebar and one in the content of a window that stands in the screen's corner.
PLACES = ((100, 400), (700, 400))
PATIENCE = 60
# So long a program must have used no processor to count as done with what it put off.
QUIET = 0.3
ALL_PLANES = ctypes.c_ulong(-1)
Z_PIXMAP = 2
NON_EMPTY = 3


class Screen:
    """The X server's screen."""

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.damage = ctypes.CDLL("libXdamage.so.1")
        for function in (self.x11.XOpenDisplay, self.x11.XGetImage):
            function.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetPixel.restype = ctypes.c_ulong
        self.damage.XDamageCreate.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        if not self.display:
            raise RuntimeError("there is no X display")
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))
        base, error = ctypes.c_int(), ctypes.c_int()
        if not self.damage.XDamageQueryExtension(self.display, ctypes.byref(base), ctypes.byref(error)):
            raise RuntimeError("the X server does not tell when something is drawn")
        self.watch = ctypes.c_ulong(self.damage.XDamageCreate(self.display, self.root, NON_EMPTY))
        self.empty = self.look()

    def look(self):
        pixels = []
        for x, y in PLACES:
            image = ctypes.c_void_p(
                self.x11.XGetImage(self.display, self.root, x, y, 1, 1, ALL_PLANES, Z_PIXMAP)
            )
            pixels.append(self.x11.XGetPixel(image, 0, 0))
            self.x11.XFree(image)
        return pixels

    def wait_for_drawing(self, until, process):
        """Until something may have been drawn since one waited last."""
        event = ctypes.create_string_buffer(192)
        while not self.x11.XPending(self.display):
            if process is not None and process.poll() is not None:
                raise RuntimeError(f"{process.args[0]} ended with {process.returncode} and no window")
            if time.monotonic() > until:
                raise RuntimeError("no window was painted, or the last one did not go away")
            select.select([self.x11.XConnectionNumber(self.display)], [], [], 1)
        while self.x11.XPending(self.display):
            self.x11.XNextEvent(self.display, event)
        self.damage.XDamageSubtract(self.display, self.watch, 0, 0)

    def wait(self, painted, process=None):
        until = time.monotonic() + PATIENCE
        while any((pixel != empty) != painted for pixel, empty in zip(self.look(), self.empty)):
            self.wait_for_drawing(until, process)


def processor_seconds(pid):
    # A process's own clock, as clock_getcpuclockid(3) names it: all its threads, in nanoseconds.
    return time.clock_gettime(~pid << 3 | 2)


def peak_memory(pid):
    """In MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def wait_until_quiet(pid):
    used, since = processor_seconds(pid), time.monotonic()
    until = since + PATIENCE
    while time.monotonic() < until and time.monotonic() - since < QUIET:
        time.sleep(0.02)
        now = processor_seconds(pid)
        # Being asked for the time costs nothing, a frame or an idle's work does.
        if now - used > 0.0002:
            used, since = now, time.monotonic()


@contextlib.contextmanager
def fresh_folders():
    with tempfile.TemporaryDirectory(prefix="upstander-bench-") as folder:
        names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        yield {**os.environ, **{name: f"{folder}/{name}" for name in names}, "GSETTINGS_BACKEND": "memory"}


def start(screen, program):
    """What @program takes from its start until it has painted, and until it is quiet after that."""
    with fresh_folders() as environment:
        screen.wait(painted=False)
        before = time.monotonic()
        process = subprocess.Popen([program], env=environment, stdin=subprocess.DEVNULL)
        try:
            screen.wait(painted=True, process=process)
            result = {
                "seconds": time.monotonic() - before,
                "processor_seconds": processor_seconds(process.pid),
                "peak_mib": peak_memory(process.pid),
            }
            wait_until_quiet(process.pid)
            result["quiet_processor_seconds"] = processor_seconds(process.pid)
            result["quiet_peak_mib"] = peak_memory(process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()
    return result
