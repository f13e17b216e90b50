# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Part of ./dev: makes and keeps the Debian root in which everything is built.
#
#   $roots/KEY        a whole root: it got this name only when it was finished
#   $roots/KEY.lock   held shared by whoever uses the root, exclusively by
#                     whoever makes or removes it; never deleted itself
#   $roots/KEY.part.N being made, or left by an interrupted run
#
# Uses: here, suite, say, die. Sets: root, root_key.

roots=${XDG_CACHE_HOME:-$HOME/.cache}/upstander/roots

# Raise this when make_root changes what is in a root of the same packages.
recipe=2

# The languages that tests and pictures are made in: formats of numbers and
# dates, and the direction of the interface, follow an installed locale.
root_locales='ar_EG de_DE en_GB en_US es_ES fr_FR hi_IN ja_JP pt_BR tr_TR zh_CN'

root_packages() {
  sed 's/#.*//' "$here/build-aux/dev/packages" | tr ' ' '\n' | sed '/^$/d' | sort -u
}

# The root's name: the suite, and what a root is made of.
root_name() {
  local what
  what=$(root_packages; echo "$recipe $root_locales $(uname -m)") || return
  printf '%s-%.12s\n' "$suite" "$(printf '%s' "$what" | sha256sum)"
}

# use_root: makes the root if there is none, and holds it until we exit.
use_root() {
  root_key=$(root_name) || die "cannot read the list of packages"
  root=$roots/$root_key
  mkdir -p "$roots" || die "cannot write to $roots"
  exec {root_lock}>"$root.lock"
  while :; do
    flock --shared --nonblock "$root_lock" || {
      say "another ./dev is making the Debian root: waiting for it …"
      flock --shared "$root_lock"
    }
    [ -d "$root" ] && break
    # Taking the exclusive lock may wait for another ./dev that was quicker.
    flock --exclusive "$root_lock"
    [ -d "$root" ] || make_root
  done
  need_tools bubblewrap
  touch -c "$root.lock"
}

need_tools() {
  local tool missing=()
  for tool; do
    case $tool in
      bubblewrap) command -v bwrap ;;
      uidmap) command -v newuidmap ;;
      *) command -v "$tool" ;;
    esac >/dev/null || missing+=("$tool")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null ||
    die "this needs ${missing[*]}: please install that with your system's package manager"
  local answer='' install="apt-get install --no-install-recommends ${missing[*]}"
  [ "$(id -u)" -eq 0 ] || die "this needs ${missing[*]}; please type:  sudo $install"
  if [ -t 0 ] && [ -t 2 ]; then
    read -r -p "dev: this needs ${missing[*]}. Install now? [Y/n] " answer 2>&2 || answer=n
    case $answer in [nN]*) die "please type:  $install" ;; esac
  fi
  say "installing ${missing[*]} …"
  install="$install --yes -o DPkg::Lock::Timeout=300"
  export DEBIAN_FRONTEND=noninteractive
  # A bare machine has no package lists yet; a neglected one has old ones.
  if apt-cache show "${missing[@]}" >/dev/null 2>&1 && $install >&2; then return; fi
  apt-get update >&2 || say "apt-get update had trouble; trying all the same"
  $install >&2 || die "could not install ${missing[*]}"
}

# The machine's own Debian mirror, as a line for sources.list, whatever kind of
# sources apt reads. Apt tells only about lists it has: where it has none, they
# are fetched to a place of our own.
debian_source() {
  local lists
  debian_source_of && return
  lists=$(mktemp -d) || return
  mkdir "$lists/partial"
  say "asking apt which mirror this machine uses …"
  if apt-get update --quiet -o Dir::State::Lists="$lists" -o Dir::Cache="$lists" >&2; then
    debian_source_of -o Dir::State::Lists="$lists" || :
  fi
  rm -rf "$lists"
}

# debian_source_of [APT-OPTION…]
# shellcheck disable=SC2016 # apt itself fills in the $(…)
debian_source_of() {
  local uri codename entry keys
  while IFS='|' read -r uri codename entry; do
    case $codename/$uri in *-*/* | */cdrom:* | */file:* | */copy:*) continue ;; esac
    # Keys: those that the same sources file names, else apt's own.
    keys=$(sed -nE 's/.*signed-by[=:][[:space:]]*(\/[^] ]*).*/\1/Ip' "${entry%:*}" |
      tr ',' '\n' | sort -u | while read -r key; do [ ! -r "$key" ] || echo "$key"; done | paste -sd,)
    printf 'deb %s%s %s main\n' "${keys:+[signed-by=$keys] }" "$uri" "$suite"
    return
  done < <(apt-get indextargets "$@" --format '$(REPO_URI)|$(CODENAME)|$(SOURCESENTRY)' \
    'Created-By: Packages' 'Origin: Debian' 'Component: main' | sort -u)
  return 1
}

# What the machine's apt has been told about how to reach its mirror (proxies,
# certificates, retries) and about the age of the mirror's files.
apt_settings() {
  apt-config dump | grep -iE '^Acquire::(https?::|Retries|ForceIPv|Check-Valid-Until|Check-Date|Max-FutureTime)' |
    grep -v ' "";$'
}

# Inside the new root, at the end. $1 is its path.
finish_root() {
  cat <<'HOOK'
set -e
for l in $LOCALES; do chroot "$1" localedef --no-archive -i "$l" -f UTF-8 "$l.UTF-8"; done
[ -s "$1/etc/machine-id" ] || tr -d - </proc/sys/kernel/random/uuid >"$1/etc/machine-id"
printf '127.0.0.1 localhost\n::1 localhost\n' >"$1/etc/hosts"
echo 'developer:x:1000:1000::/home/developer:/bin/bash' >>"$1/etc/passwd"
echo 'developer:x:1000:' >>"$1/etc/group"
mkdir -p "$1/etc/xdg/gtk-4.0"
printf '[Settings]\ngtk-font-name=Cantarell 11\n' >"$1/etc/xdg/gtk-4.0/settings.ini"
rm -f "$1/etc/resolv.conf" "$1/etc/apt/apt.conf.d/99mmdebstrap" "$1/etc/apt/sources.list"
HOOK
}

# What interrupted runs left of this root. Call it only under the exclusive lock.
remove_parts() {
  local part scratch
  for part in "$root".part.*; do
    if [ -L "$part" ]; then # the way to mmdebstrap's own working directory
      scratch=$(readlink "$part")
      case $scratch in */upstander-root.*) remove_scratch "$scratch" ;; esac
      rm -f "$part"
    elif [ -d "$part" ]; then
      rm -rf --one-file-system "$part" 2>/dev/null || say "cannot remove $part"
    fi
  done
}

# An ordinary user's mmdebstrap works as another of the user's ids.
remove_scratch() {
  rm -rf --one-file-system "$1" 2>/dev/null || mmdebstrap --unshare-helper rm -rf "$1" 2>/dev/null || :
  [ ! -d "$1" ] || rmdir "$1" || say "cannot remove $1"
}

# Roots of the same suite that nobody holds and nobody used for a week.
remove_old_roots() {
  local old
  for old in "$roots/$suite"-*; do
    case $old in "$root" | *.lock | *.part.*) continue ;; esac
    if [ ! -d "$old" ] || [ -z "$(find "$old.lock" -mtime +7 2>/dev/null)" ]; then continue; fi
    (
      flock --exclusive --nonblock 9 || exit 0
      say "removing $old, which was not used for a week"
      mv "$old" "$old.part.old" && rm -rf --one-file-system "$old.part.old"
    ) 9>"$old.lock"
  done
}

make_root() {
  local part=$root.part.$$ start=$SECONDS source setting options
  remove_parts
  if [ "$(id -u)" -eq 0 ]; then
    need_tools mmdebstrap bubblewrap mount
  else
    need_tools mmdebstrap bubblewrap mount uidmap
    grep -qE "^($(id -un)|$(id -u)):" /etc/subuid ||
      die "you have no ids to lend; please type:  sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
  fi
  bwrap --unshare-pid --unshare-net --ro-bind / / --proc /proc --dev /dev true ||
    die "bubblewrap is not allowed to work here; a container must be let make namespaces (--privileged)"
  source=$(debian_source) || source=
  [ -z "${UPSTANDER_MIRROR:-}" ] || source="deb $UPSTANDER_MIRROR $suite main"
  [ -n "$source" ] || die "apt on this machine knows no Debian mirror: name one with UPSTANDER_MIRROR=http://…"

  say "making a Debian $suite root (once: it takes a minute or two and 2 GB)"
  say "  from  $source"
  say "  into  $root"
  options=(--variant=apt --include="$(root_packages | paste -sd,)"
    --aptopt='Apt::Install-Recommends "false"' --aptopt='APT::Sandbox::User "root"'
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright'
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*'
    --customize-hook="$(finish_root)")
  while read -r setting; do options+=(--aptopt="$setting"); done < <(apt_settings)

  trap 'trap - INT TERM HUP; say "interrupted"; remove_parts; exit 130' INT TERM HUP
  if unpack_root "$part" "${options[@]}" && check_root "$part"; then
    mv -T "$part" "$root"
    say "the root is made ($((SECONDS - start)) s)"
  else
    remove_parts
    die "could not make the Debian $suite root: what went wrong stands above"
  fi
  trap - INT TERM HUP
  remove_old_roots
}

# unpack_root DIR OPTION…: as root straight into DIR. An ordinary user cannot
# own other users' files: the tree comes as an archive, and all of it is theirs.
unpack_root() {
  local dir=$1 scratch alone=()
  shift
  export LOCALES=$root_locales LC_ALL=C.UTF-8
  if [ "$(id -u)" -eq 0 ]; then
    # What it mounts in DIR is for itself alone, and goes when it is killed.
    ! unshare --mount true 2>/dev/null || alone=(unshare --mount)
    "${alone[@]}" mmdebstrap "$@" "$suite" "$dir" "$source" >&2
  else
    scratch=$(mktemp -d "${TMPDIR:-/var/tmp}/upstander-root.XXXXXX") && chmod 1777 "$scratch" || return
    ln -s "$scratch" "$dir.scratch"
    mkdir "$dir"
    TMPDIR=$scratch mmdebstrap --mode=unshare "$@" "$suite" - "$source" |
      tar -x -C "$dir" --no-same-owner --exclude='./dev/*' || return
    remove_scratch "$scratch"
    rm -f "$dir.scratch"
    # A message bus wants to know the name of who runs it.
    sed -i "/:$(id -u):[0-9]*:/d" "$dir/etc/passwd"
    printf '%s:x:%s:%s::%s:/bin/bash\n' "$(id -un)" "$(id -u)" "$(id -g)" "$HOME" >>"$dir/etc/passwd"
    sed -i "/:$(id -g):/d" "$dir/etc/group"
    printf '%s:x:%s:\n' "$(id -gn)" "$(id -g)" >>"$dir/etc/group"
  fi
}

# Whole and new enough? Asked inside it, as it will be used.
check_root() {
  root=$1 place=root inside sh -ec "pkg-config --print-errors --exists ${needs_libraries@Q}
    blueprint-compiler --version; meson --version; cc --version" >/dev/null
}
