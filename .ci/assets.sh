# shellcheck shell=bash
# Sourced by ./orrery, ./check and ./publish: what must be rebuilt, and the browser's half of it.

assets="${root:?}/src/Orrery.Server/Assets"

# Prints what a command said, when it fails; nothing when it does not.
# usage: quietly LOG COMMAND...
quietly() {
  local log="$1"
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 </dev/null && return 0
  {
    echo "failed: $*"
    tail -n 200 "$log"
  } >&2
  return 1
}

# Lists the files below the given places that a build reads; further arguments of find after a --.
sources_of() {
  local places=()
  while [[ $# -gt 0 && $1 != -- ]]; do
    if [[ -e $1 ]]; then places+=("$1"); fi
    shift
  done
  [[ $# -eq 0 ]] || shift
  find "${places[@]}" \( -name bin -o -name obj -o -name node_modules -o -name artifacts -o -path '*/wwwroot/assets' \) -prune \
    -o -type f "$@" -print 2>/dev/null | LC_ALL=C sort
}

# True when a source came, went or changed since the stamp was taken.
# usage: is_stale STAMP PLACE...
is_stale() {
  local stamp="$1"
  shift
  [[ -f "$stamp" ]] || return 0
  sources_of "$@" | cmp -s - "$stamp" || return 0
  [[ -n "$(sources_of "$@" -- -newer "$stamp")" ]]
}

# Takes a stamp. Take it before building: what changes meanwhile is then built again next time.
# usage: stamp_sources STAMP PLACE...
stamp_sources() {
  mkdir -p "$(dirname "$1")"
  sources_of "${@:2}" >"$1"
}

need() {
  command -v "$1" >/dev/null || {
    echo "orrery: $1 is not installed. $2" >&2
    return 1
  }
}

has_assets() { [[ -f "$assets/package.json" ]]; }

has_npm_script() { (cd "$assets" && node -e "process.exit(require('./package.json').scripts?.['$1'] ? 0 : 1)"); }

# Installs the npm packages when the lock file is not the one they were installed from.
install_npm_packages() {
  local stamp="$assets/node_modules/.installed-lock.json"
  cmp -s "$assets/package-lock.json" "$stamp" && return 0
  need npm "Install Node 20 or newer (https://nodejs.org)." || return 1
  (cd "$assets" && npm ci --no-audit --no-fund) && cp "$assets/package-lock.json" "$stamp"
}

assets_are_stale() { has_assets && is_stale "$assets/node_modules/.built-sources" "$assets"; }

build_assets() {
  install_npm_packages || return 1
  stamp_sources "$assets/node_modules/.building-sources" "$assets"
  (cd "$assets" && npm run --silent build) && mv "$assets/node_modules/.building-sources" "$assets/node_modules/.built-sources"
}
