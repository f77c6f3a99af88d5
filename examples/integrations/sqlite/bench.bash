#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What indexing costs: bench.bash EXTENSION FILE... The lines of each file are indexed with unicode61 and with matn, in turns, seven times;
# the medians of the processor's seconds, and their ratio.
set -euo pipefail
extension=$(realpath "$1")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
seconds() { # seconds TOKENIZER FILE
  { echo ".load ${extension%.so}"
    echo ".mode ascii"
    echo '.separator "\001" "\n"'
    echo "CREATE TABLE lines(x);"
    echo ".import '$2' lines"
    echo "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = '$1');"
    echo ".timer on"
    echo "INSERT INTO t SELECT x FROM lines;"
  } | sqlite3 "$work/$1.db" | sed -n 's/.*user \([0-9.]*\).*/\1/p' | tail -n 1
  rm -f "$work/$1.db"
}
middle() { sort -n | sed -n 4p; }
printf '%-12s %10s %10s %10s %7s\n' file MB unicode61 matn ratio
for file in "$@"; do
  : >"$work/u" >"$work/m"
  for _ in 1 2 3 4 5 6 7; do
    seconds unicode61 "$file" >>"$work/u"
    seconds matn "$file" >>"$work/m"
  done
  awk -v f="$(basename "$file")" -v n="$(wc -c <"$file")" -v u="$(middle <"$work/u")" -v m="$(middle <"$work/m")" \
    'BEGIN { printf "%-12s %10.1f %10.3f %10.3f %7.2f\n", f, n / 1e6, u, m, m / u }'
done
