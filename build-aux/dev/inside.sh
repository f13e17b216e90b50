# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Part of ./dev: runs a command in the Debian root, or natively.
#
# Uses: here, place (root or native), root. Its callers may add to
#   box    more arguments for bubblewrap
#   vars   environment variables, NAME=VALUE
#   keep   names of the caller's own variables that are let in
#   cwd    the folder to start in
#   net, ipc   yes: the network and the shared memory of the machine
#   person     yes: under the person's own id, as their session bus asks
box=()
vars=()
net=no
ipc=no
person=no
keep=(TERM COLORTERM NO_COLOR CI "${!MESON_@}" "${!UPSTANDER_@}")
cwd=
plain_user=(--unshare-user --uid 1000 --gid 1000)

# Sets `way`: what has to stand before a command.
#
# In the root nothing of the machine can be seen but the project, and nothing
# of the root can be written: /dev, /proc, /run, /tmp, /var and the home folder
# are fresh, there is no network, and the environment is what stands here.
find_way() {
  if [ "$place" = native ]; then
    way=(env --chdir="${cwd:-$here}" "${vars[@]}")
    return
  fi
  local name top git uid user
  uid=$(id -u) user=$(id -un)
  way=(bwrap --die-with-parent --unshare-pid)
  if [ "$uid" -ne 0 ]; then
    way+=(--unshare-user)
  elif [ -O "$here" ]; then
    # Root is an ordinary user in there: tests find what they find for everybody.
    if [ "$person" = no ] && bwrap "${plain_user[@]}" --ro-bind / / true 2>/dev/null; then
      way+=("${plain_user[@]}")
      uid=1000 user=developer
    else
      way+=(--cap-drop ALL)
    fi
  fi
  way+=(--ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc)
  for top in bin sbin lib lib32 lib64; do
    [ ! -L "$root/$top" ] || way+=(--symlink "usr/$top" "/$top")
  done
  way+=(--proc /proc --dev /dev --tmpfs /tmp --tmpfs /run --tmpfs /var --dir /var/tmp
    --ro-bind "$root/var/cache/fontconfig" /var/cache/fontconfig
    --perms 0700 --tmpfs "/run/user/$uid" --tmpfs "$HOME" --bind "$here" "$here")
  # A git work tree keeps its history elsewhere.
  git=$(git -C "$here" rev-parse --path-format=absolute --git-common-dir 2>/dev/null) || git=$here
  case $git/ in "$here"/*) ;; *) way+=(--ro-bind "$git" "$git") ;; esac
  [ "$net" = yes ] || way+=(--unshare-net)
  [ "$ipc" = yes ] || way+=(--unshare-ipc)
  way+=(--clearenv
    --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
    --setenv HOME "$HOME" --setenv USER "$user" --setenv SHELL /bin/bash
    --setenv LANG C.UTF-8 --setenv XDG_RUNTIME_DIR "/run/user/$uid"
    --setenv GSETTINGS_BACKEND memory --setenv PYTHONDONTWRITEBYTECODE 1)
  for name in "${keep[@]}"; do
    [ -z "${!name-}" ] || way+=(--setenv "$name" "${!name}")
  done
  for name in "${vars[@]}"; do way+=(--setenv "${name%%=*}" "${name#*=}"); done
  way+=("${box[@]}" --chdir "${cwd:-$here}")
}

# inside CMD…
inside() {
  local way
  find_way
  # Natively a daemon that a command leaves behind must not hold our locks.
  # In the root everything ends with the command.
  if [ "$place" = native ] && [ -n "${build_lock:-}" ]; then
    (exec {build_lock}>&-; exec "${way[@]}" "$@")
  else
    "${way[@]}" "$@"
  fi
}

# The same, as the last thing ./dev does: the command takes its place, and with
# it the lock on the root, which is let go when the command ends.
become() {
  local way
  find_way
  if [ -n "${build_lock:-}" ]; then exec {build_lock}>&-; fi
  exec "${way[@]}" "$@"
}

# let_in FILE…: those that exist are seen inside, too, at the same place.
let_in() {
  local file path
  [ "$place" = root ] || return 0
  for file; do
    path=$(realpath -e -- "$file" 2>/dev/null) || continue
    case $path/ in
      "$here"/* | // | /usr/* | /etc/* | /proc/* | /dev/* | /sys/* | "$HOME/") ;;
      *) box+=(--bind "$path" "$path") ;;
    esac
  done
}

# What a developer may say to the libraries; tests shall not hear it.
debug_variables() {
  keep+=("${!G_@}" "${!GTK_@}" "${!GDK_@}" "${!GSK_@}" "${!ADW_@}" "${!ASAN_@}" "${!UBSAN_@}" LANGUAGE)
}

# The person's display, bus, language, time zone, and the folders that belong
# to the development build: nothing else of their home is seen but Documents
# and Downloads, which file dialogs need.
let_in_person() {
  local name file bus run uid data settings
  uid=$(id -u) run=${XDG_RUNTIME_DIR:-/run/user/$uid}
  [ "$place" = root ] || return 0
  person=yes

  data=${XDG_DATA_HOME:-$HOME/.local/share}/$data_folder
  settings=${XDG_CONFIG_HOME:-$HOME/.config}/$data_folder
  (umask 077 && mkdir -p "$data" "$settings") || die "cannot make $data and $settings"
  box+=(--bind "$data" "$HOME/.local/share/$data_folder"
    --bind "$settings" "$HOME/.config/glib-2.0/settings")
  vars+=(GSETTINGS_BACKEND=keyfile)
  for name in DOCUMENTS:Documents DOWNLOAD:Downloads; do
    let_in "$(xdg-user-dir "${name%:*}" 2>/dev/null || echo "$HOME/${name#*:}")"
  done

  name=${LC_ALL:-${LANG:-C}} name=${name%%.*}
  [ ! -d "$root/usr/lib/locale/$name.utf8" ] || vars+=("LANG=$name.UTF-8")
  name=${TZ:-$(readlink -f /etc/localtime)}
  vars+=("TZ=${name#*/zoneinfo/}")

  if [ -n "${wayland:-}" ]; then
    box+=(--ro-bind "$wayland" "/run/user/$uid/wayland-0")
    vars+=(WAYLAND_DISPLAY=wayland-0)
  fi
  if [ -n "${x11:-}" ]; then
    file=${XAUTHORITY:-$HOME/.Xauthority}
    vars+=("DISPLAY=$DISPLAY")
    if [ "$x11" = net ]; then net=yes; else box+=(--ro-bind "$x11" "$x11"); fi
    ipc=yes # pictures go to an X server through shared memory
    [ ! -f "$file" ] || box+=(--ro-bind "$file" "/run/user/$uid/Xauthority")
    [ ! -f "$file" ] || vars+=("XAUTHORITY=/run/user/$uid/Xauthority")
  fi
  bus=${DBUS_SESSION_BUS_ADDRESS:-unix:path=$run/bus}
  bus=${bus#unix:path=} bus=${bus%%,*}
  if [ -S "$bus" ]; then
    box+=(--ro-bind "$bus" "/run/user/$uid/bus")
    vars+=("DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$uid/bus")
    # The accessibility bus comes when it is first asked for: to this folder.
    mkdir -m 0700 "$run/at-spi" 2>/dev/null || :
    [ ! -d "$run/at-spi" ] || box+=(--ro-bind "$run/at-spi" "$run/at-spi")
  fi
  [ ! -e /dev/dri ] || box+=(--dev-bind /dev/dri /dev/dri --ro-bind /sys /sys)
}

# Sets `wayland` and `x11` to what there is of a display.
find_display() {
  local file=${WAYLAND_DISPLAY:-}
  wayland='' x11=''
  case $file in '' | /*) ;; *) file=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$file ;; esac
  [ ! -S "$file" ] || wayland=$file
  case ${DISPLAY:-} in
    '') ;;
    :* | unix:*)
      file=${DISPLAY#*:} file=/tmp/.X11-unix/X${file%.*}
      [ ! -S "$file" ] || x11=$file
      ;;
    *) x11=net ;;
  esac
  [ -n "$wayland$x11" ]
}
