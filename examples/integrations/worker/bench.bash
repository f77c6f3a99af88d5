#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How fast the worker is: bench.bash MATN COMPONENTS FILE.jsonl [RUNS]
#
# In turns: the worker with one job and with two, and what numbers, dates and script runs cost by themselves (components.cpp, over texts that lie in
# memory). Prints the medians: seconds of the processor and megabytes of input a second of it; with two jobs how much faster they are by the clock,
# which says nothing while other programs want the same cores, and by the processor's seconds, which is what two free cores would give.
set -euo pipefail
matn=$(realpath "$1") components=$(realpath "$2") file=$3 runs=${4:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The file over and over, so that a run lasts long enough to be measured.
for ((i = 0; i < 10; i++)); do cat "$file"; done >"$work/in.jsonl"
bytes=$(stat -c %s "$work/in.jsonl")
TIMEFORMAT='%U %S %R'
run() { # run NAME JOBS [OPTION...]
  local name=$1 jobs=$2
  shift 2
  { time "$matn" jsonl --layers numbers,dates,scripts --jobs "$jobs" "$@" <"$work/in.jsonl" >/dev/null; } 2>>"$work/$name"
}
anchor=2021-06-01
for ((i = 0; i < runs; i++)); do
  for how in found given; do
    options=()
    [[ $how == found ]] || options=(--anchor "$anchor")
    run "$how.1" 1 "${options[@]}"
    run "$how.2" 2 "${options[@]}"
    "$components" "$work/in.jsonl" "${options[@]:1}" >>"$work/$how.components"
  done
done
middle() { sort -n | sed -n "$((runs / 2 + 1))p"; }
printf '%d MB, load %s, medians of %d runs in turns\n' $((bytes / 1000000)) "$(cut -d' ' -f1 /proc/loadavg)" "$runs"
printf '%-14s %12s %12s %12s %10s %10s %8s %8s\n' 'day' 'layers s' 'worker s' '2 jobs s' 'MB/s' 'of layers' 'x clock' 'x cores'
for how in found given; do
  awk -v how="$how" -v bytes="$bytes" -v layers="$(middle <"$work/$how.components")" \
    -v one="$(awk '{ print $1 + $2 }' "$work/$how.1" | middle)" -v two="$(awk '{ print $1 + $2 }' "$work/$how.2" | middle)" \
    -v clock1="$(awk '{ print $3 }' "$work/$how.1" | middle)" -v clock2="$(awk '{ print $3 }' "$work/$how.2" | middle)" \
    'BEGIN { printf "%-14s %12.3f %12.3f %12.3f %10.1f %9.0f%% %8.2f %8.2f\n", how, layers, one, two, bytes / 1e6 / one, 100 * layers / one, clock1 / clock2, 2 * one / two }'
done
