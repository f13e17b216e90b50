#!/bin/sh
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Runs a command with a session bus and a virtual display of its own. What their daemons print goes to
# standard error, so that the command's standard output is its own. The folder for sockets is its own
# too: the buses for accessibility of two sessions side by side would meet in a shared one.
XDG_RUNTIME_DIR=$(mktemp -d) || exit
export XDG_RUNTIME_DIR
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
exec 9>&1 >&2
dbus-run-session -- xvfb-run -a -s '-screen 0 1280x800x24' sh -c 'exec "$@" >&9 9>&-' sh "$@"
