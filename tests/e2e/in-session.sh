#!/bin/sh
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Runs a command with a session bus and a virtual display of its own. What their daemons print goes to
# standard error, so that the command's standard output is its own. The folder for sockets is its own
# too: the buses for accessibility of two sessions side by side would meet in a shared one. The display
# takes a free number itself, for two that look for one at the same time would find the same, and does
# not start anew when its last client leaves, for the next one would find it closed.
XDG_RUNTIME_DIR=$(mktemp -d) || exit
export XDG_RUNTIME_DIR
display=
trap 'test -z "$display" || kill "$display"; rm -rf "$XDG_RUNTIME_DIR"' EXIT
trap 'exit 143' HUP INT TERM
exec 9>&1 >&2
mkfifo "$XDG_RUNTIME_DIR/display" || exit
Xvfb -displayfd 3 -noreset -screen 0 1280x800x24 -nolisten tcp 3>"$XDG_RUNTIME_DIR/display" 9>&- &
display=$!
read -r number <"$XDG_RUNTIME_DIR/display" || exit
DISPLAY=:$number
export DISPLAY
dbus-run-session -- sh -c 'exec "$@" >&9 9>&-' sh "$@"
