# What the commands need on a machine; sourced by them. Each says in one line what to install.

need() { # need PROGRAM WHAT-TO-INSTALL
  command -v "$1" >/dev/null && return
  printf 'Thiếu %s / Missing: %s\n' "$2" "$2" >&2
  exit 1
}

need_sdk() {
  if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo 'Cần .NET SDK 10, hãy cài đặt / .NET SDK 10 is needed, install it: https://dotnet.microsoft.com/download/dotnet/10.0' >&2
    exit 1
  fi
}

need_node() {
  local version
  version=$(node --version 2>/dev/null) || version=v0
  version=${version#v}
  if ((${version%%.*} < 20)) || ! command -v npm >/dev/null; then
    echo 'Cần Node.js 20 trở lên (kèm npm), hãy cài đặt / Node.js 20 or newer with npm is needed, install it: https://nodejs.org' >&2
    exit 1
  fi
}

# What the tests need of the system: the file that tells that it is there, and the package of Debian that brings it.
tests_need=(
  '/usr/bin/chromium chromium'
  '/usr/lib/postgresql/*/bin/initdb postgresql'
  '/usr/bin/soffice libreoffice-writer-nogui'
  '/usr/share/fonts/truetype/liberation2 fonts-liberation2'
  '/usr/bin/pdftoppm poppler-utils'
)

# Installs what is missing of a list like the one above; who may not install gets the line to type.
need_packages() {
  local entry missing=()
  for entry in "$@"; do
    compgen -G "${entry% *}" >/dev/null || missing+=("${entry##* }")
  done
  ((${#missing[@]})) || return 0
  if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
    printf 'Thiếu, hãy chạy / Missing, run: apt-get update && apt-get install -y %s\n' "${missing[*]}" >&2
    exit 1
  fi
  printf 'apt-get install %s\n' "${missing[*]}" >&2
  install_quietly "${missing[@]}" >&2 || {
    printf 'Không cài được / Could not be installed: %s\n' "${missing[*]}" >&2
    exit 1
  }
}

# A package that brings a server would start it; Debian asks this file first, and the tests start their own.
install_quietly() (
  policy=/usr/sbin/policy-rc.d
  if [[ ! -e $policy ]]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=300 update -qq &&
    apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@"
)

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# The tools keep packages and settings at home; a machine without one gets it beside the build.
if [[ ! -d ${HOME:-} || ! -w $HOME ]]; then
  HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.build/home
  mkdir -p "$HOME"
  export HOME
fi
