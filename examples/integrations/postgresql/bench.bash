#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154 # server.bash sets $user ...
# What to_tsvector costs: bench.bash EXTENSION FILE... The lines of each file, with the configurations simple and matn, in turns, seven
# times, in a server of its own; the medians of the seconds, and their ratio.
set -euo pipefail
export LC_ALL=C.UTF-8
extension=$(realpath "$1")
shift
work=$(mktemp -d)
trap 'stop_server; rm -rf "$work"' EXIT
server_settings="-c jit=off -c max_parallel_workers_per_gather=0"
source "$(dirname "${BASH_SOURCE[0]}")/server.bash"
sql <<<"CREATE EXTENSION matn; CREATE TABLE lines(x text)"
seconds() { # seconds CONFIGURATION
  printf '%s\n' '\timing on' "SELECT sum(length(to_tsvector('$1', x))) FROM lines;" | sql | sed -nE 's/^Time: ([0-9.]+) ms.*/\1/p' | awk '{ print $1 / 1000 }'
}
middle() { sort -n | sed -n 4p; }
printf '%-16s %8s %9s %9s %7s\n' file MB simple matn ratio
for file in "$@"; do
  printf '%s\n' 'TRUNCATE lines;' "\\copy lines FROM '$(realpath "$file")' WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')" | sql >/dev/null
  : >"$work/s" >"$work/m"
  for _ in 1 2 3 4 5 6 7; do
    seconds simple >>"$work/s"
    seconds matn >>"$work/m"
  done
  awk -v f="$(basename "$file")" -v n="$(wc -c <"$file")" -v s="$(middle <"$work/s")" -v m="$(middle <"$work/m")" \
    'BEGIN { printf "%-16s %8.1f %9.3f %9.3f %7.2f\n", f, n / 1e6, s, m, m / s }'
done
