# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the text on the clipboard, as a program of its own that asks for it."""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def main():
    if not Gtk.init_check():
        sys.exit("no display")
    loop = GLib.MainLoop()

    def on_read(clipboard, result):
        try:
            sys.stdout.write(clipboard.read_text_finish(result) or "")
        except GLib.Error:
            pass  # nothing on it yet, or nothing that is text
        loop.quit()

    Gdk.Display.get_default().get_clipboard().read_text_async(None, on_read)
    loop.run()


main()
