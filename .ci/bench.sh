# shellcheck shell=bash
# Sourced by the scripts in bench/: where things are, the peers' harness, its inputs.
#   ORRERY_HARNESS     the folder of the harness (default: ../shared/bench beside the checkout)
#   ORRERY_BENCH_SIZE  S, M or L: 10 thousand, 100 thousand, 1 million entities (default L)

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
work="$root/artifacts/bench"
size="${ORRERY_BENCH_SIZE:-L}"
readonly no_harness=77
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
mkdir -p "$work"

build_bench() { dotnet build "$root/bench/Orrery.Bench" --configuration Release --verbosity quiet -nologo; }

bench() { dotnet "$root/bench/Orrery.Bench/bin/Release/net10.0/Orrery.Bench.dll" "$@"; }

# Builds the harness from a copy, so that its folder stays as it is. Ends with 77 where there is none.
build_harness() {
  local harness="${ORRERY_HARNESS:-$root/../shared/bench}"
  if [[ ! -f "$harness/core/perf.csproj" ]]; then
    echo "Not run: the peers' harness is not at $harness. Set ORRERY_HARNESS to its folder."
    exit "$no_harness"
  fi
  mkdir -p "$work/harness"
  cp "$harness"/core/*.cs "$harness"/core/*.csproj "$work/harness/"
  # Packages and rules of this repository are not the harness's.
  echo '<Project />' | tee "$work/harness/Directory.Build.props" "$work/harness/Directory.Packages.props" >/dev/null
  dotnet build "$work/harness" --configuration Release --verbosity quiet -nologo --output "$work/harness/bin"
}

harness() { dotnet "$work/harness/bin/perf.dll" "$@"; }

# Makes the inputs of a graph, once. Sets inputs (their folder) and, for the harness, PERF_SEED and PERF_RENAME.
# usage: take_graph SEED PREFIX-OF-RELATION-TYPES
take_graph() {
  export PERF_SEED="$1" PERF_RENAME="$2"
  inputs="$work/$size-$1"
  [[ -f "$inputs/queries.json" ]] && return
  mkdir -p "$inputs"
  harness files "$size" "$inputs"
}
