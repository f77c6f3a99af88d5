#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154 # check.bash sets $source and $program
# The worker as engines run it: test.bash MATN SOURCE_FOLDER. Whatever cuts the input, what comes out must be what one process makes of it,
# byte for byte. GNU parallel is the real one; ClickHouse, Hadoop Streaming and Spark are played by what they do to a program. Skipped (77) without parallel.
source "$(dirname "${BASH_SOURCE[0]}")/../../../tests/command/check.bash"
command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q 'GNU parallel' || {
  echo "skipped: it needs GNU parallel (Debian's package of that name)"
  exit 77
}
export PARALLEL_HOME=$work/parallel
mkdir -p "$PARALLEL_HOME" && : >"$PARALLEL_HOME/will-cite"

# --- The input: the sample articles, paragraph by paragraph and over and over, with bad lines between, and one long line.
for round in {1..40}; do
  for file in "$source"/examples/articles/*.txt; do
    n=0
    while IFS= read -r line; do
      n=$((n + 1))
      line=${line//\\/\\\\} line=${line//\"/\\\"} line=${line//$'\t'/\\t}
      printf '{"id":"%s/%d/%d","text":"%s"}\n' "${file##*/}" "$round" "$n" "$line"
    done <"$file"
    printf '%s\n' 'no JSON at all' '{"id":[1,' ''
  done
done >lines.jsonl
{ printf '{"id":"long","text":"'; head -c 300000 /dev/zero | tr '\0' 'a'; printf ' 5"}\n'; } >>lines.jsonl
layers=(--layers scripts,numbers,dates,warnings)
"$program" jsonl "${layers[@]}" --jobs 1 <lines.jsonl >whole 2>/dev/null
is "one process gives a line for a line, and tells of bad ones" "$? $(wc -l <whole)" "3 $(wc -l <lines.jsonl)"
equal() { # equal WHAT [FILE]: the output is what one process makes
  is "$1" "$(cmp "${2:-out}" whole 2>&1 && echo same)" same
}

# --- Any number of jobs, any size of reads.
for jobs in 2 3 8; do
  "$program" jsonl "${layers[@]}" --jobs $jobs <lines.jsonl >out 2>/dev/null
  equal "$jobs jobs"
done
for size in 1 7 4096; do # reads of these many bytes: a pipe that is filled in drops
  head -n 30 lines.jsonl >head.jsonl
  head -n 30 whole >head.whole
  dd if=head.jsonl bs=$size status=none | "$program" jsonl "${layers[@]}" --jobs 2 >out 2>/dev/null
  is "writes of $size bytes" "$(cmp out head.whole 2>&1 && echo same)" same
done

# --- GNU parallel: --pipe cuts a stream, --pipepart a file. Bad lines make a job fail; with --lenient they do not.
worker=("$program" jsonl "${layers[@]}" --jobs 1)
parallel --will-cite -k --pipe --block 100k "${worker[@]}" <lines.jsonl >out 2>/dev/null
equal "parallel --pipe"
parallel --will-cite -k --pipepart -a lines.jsonl --block 50k "${worker[@]}" >out 2>/dev/null
equal "parallel --pipepart"
parallel --will-cite -k --pipe --block 70k -j 4 "${worker[@]}" --lenient <lines.jsonl >out 2>/dev/null
is "with --lenient no job fails" "$?" 0
equal "and nothing else changes"
parallel --will-cite -k --pipe -N 100 --round-robin -j 2 "${worker[@]}" <lines.jsonl 2>/dev/null | sort >out
is "round robin loses no line, and no half" "$(sort whole | cmp - out && echo same)" same

# --- ClickHouse, executable: a process for each query; rows as TabSeparated through both pipes, until the end of input.
awk 'BEGIN { srand(7) } { printf "%d\t%s\n", NR, $0 }' < <(cut -d'"' -f8- lines.jsonl | sed 's/"}$//; s/\\"/"/g') | head -n 1500 >rows.tsv
"$program" jsonl --tsv "${layers[@]}" --jobs 1 <rows.tsv >rows.whole 2>/dev/null
is "a row for a row" "$(wc -l <rows.whole) $(cut -f1 rows.whole | cmp - <(cut -f1 rows.tsv) && echo same)" "1500 same"
parallel --will-cite -k --pipe --block 20k "$program" jsonl --tsv "${layers[@]}" <rows.tsv >out 2>/dev/null
is "rows cut anywhere" "$(cmp out rows.whole && echo same)" same
# With quotes: JSON holds them escaped, and the row escapes the backslash again, as ClickHouse and PostgreSQL undo it.
printf '"quoted" 99999999999999999999\n' | "$program" jsonl --tsv --columns text --layers numbers >out
is "one column in, one out" "$(sed 's/\\\\/\\/g' out)" '[{"type":"number","begin":9,"end":29,"value":"99999999999999999999","flag":"overflow"}]'

# --- ClickHouse, executable_pool: the process stays; a chunk is its number of rows and the rows, and no more is sent until all of them are answered.
coproc pool { "$program" jsonl --tsv --chunk-header "${layers[@]}" --jobs 2 2>pool.err; }
pool_in=${pool[1]} pool_out=${pool[0]} pool_id=$pool_PID
at=0 answered=0
: >out
for size in 1 2 500 1 64 300; do
  { printf '%d\n' "$size"; tail -n +$((at + 1)) rows.tsv | head -n "$size"; } >&"$pool_in"
  for ((i = 0; i < size; i++)); do
    IFS= read -r -t 20 row <&"$pool_out" || break 2
    printf '%s\n' "$row" >>out
    answered=$((answered + 1))
  done
  at=$((at + size))
done
is "every chunk is answered before the next one is sent" "$answered" 868
is "as one process answers" "$(head -n 868 rows.whole | cmp - out && echo same)" same
exec {pool_in}>&-
wait "$pool_id"
is "and the end of the input ends it" "$? $(<pool.err)" "0 "

# --- Hadoop Streaming: a key, a tab and a value a line, any split; what fails is the exit status. Reducers get lines sorted by key.
split -n l/3 -d rows.tsv part.
for part in part.0?; do "$program" jsonl --tsv --layers numbers,dates --lenient --flush <"$part" || echo "failed: $part"; done >out 2>/dev/null
"$program" jsonl --tsv --layers numbers,dates <rows.tsv >mapped 2>/dev/null
is "mappers over splits give what one gives" "$(cmp out mapped && echo same)" same
is "keys stay in front, for the sort" "$(cut -f1 out | sort | cmp - <(cut -f1 rows.tsv | sort) && echo same)" same
{ sed -n 1p rows.tsv; echo "no tab"; sed -n 2p rows.tsv; } | "$program" jsonl --tsv --lenient --layers numbers >out 2>/dev/null
is "a bad line fails no task that is lenient" "$? $(sed -n 2p out)" $'0 no tab\t{"error":"the row has no text"}'

# --- Spark RDD.pipe: a line for each element, answers read while others are still written; lines that stand are answered.
coproc spark { "$program" jsonl --layers numbers 2>/dev/null; }
spark_in=${spark[1]} spark_out=${spark[0]} spark_id=$spark_PID
echo '{"id":1,"text":"five"}' >&"$spark_in"
IFS= read -r -t 20 answer <&"$spark_out"
is "a line is answered while the next one is still to come" "$answer" '{"id":1,"annotations":[{"type":"number","begin":0,"end":4,"value":5}]}'
exec {spark_in}>&-
wait "$spark_id"

# --- Memory does not grow with the stream: 10 and 50 MB through a pipe. (The figure of 4.5 GiB is in README.md.)
if command -v /usr/bin/time >/dev/null && ! grep -q __asan_init "$program"; then
  grep -v '"long"' lines.jsonl >short.jsonl
  most() { # most MEGABYTES: the largest resident size in KB
    local n=$(($1 * 1000000 / $(stat -c %s short.jsonl) + 1))
    for ((i = 0; i < n; i++)); do cat short.jsonl; done |
      /usr/bin/time -f %M -o rss "$program" jsonl --layers numbers,scripts --jobs 2 --lenient >/dev/null 2>&1
    tail -n 1 rss
  }
  small=$(most 10) large=$(most 50)
  is "memory of 50 MB is that of 10 ($small and $large KB)" "$((large < small + 4000 && large < 60000))" 1
fi

done_
