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

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
