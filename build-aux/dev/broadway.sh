#!/usr/bin/env bash
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Part of ./dev run: broadway.sh CMD… shows the window of CMD in a browser on
# this machine, until CMD or one of us is stopped.

set -u

# What we start has a group of its own (setsid), which is stopped as a whole.
server='' app=''
finish() {
  trap - EXIT INT TERM HUP
  for job in $app $server; do kill -- "-$job" 2>/dev/null; done
  wait
  exit "$1"
}
trap 'finish $?' EXIT
trap 'finish 130' INT TERM HUP

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET / HTTP/1.0\r\n\r\n' >&3) 2>/dev/null; }

for port in {8085..8184}; do
  ! listens "$port" || continue
  setsid gtk4-broadwayd --address=127.0.0.1 --port="$port" ":$((port - 8080))" >/dev/null &
  server=$!
  for _ in {1..50}; do
    sleep 0.1
    kill -0 "$server" 2>/dev/null || continue 2
    ! listens "$port" || break 2
  done
  kill "$server"
done
kill -0 "$server" 2>/dev/null || {
  echo "dev: gtk4-broadwayd does not start" >&2
  exit 1
}

cat >&2 <<TEXT
dev: there is no display here, so the window is served to a browser:

         http://127.0.0.1:$port/

     Only this machine can reach it, but it has no password: anybody who is
     logged in here could open it. Ctrl+C stops it.
TEXT

GDK_BACKEND=broadway BROADWAY_DISPLAY=":$((port - 8080))" setsid "$@" </dev/null &
app=$!
wait -n "$app" "$server"
