#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154 # check.bash sets $source, $program and $work
# Text that means harm, in every field: what comes out is JSON without a raw control character, and a terminal gets none at all.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"

bad=(
  $'\033[31mred\033]0;title\a' $'bell\a' $'a\177b' $'\302\233 31m' $'\302\205next' $'\342\200\256gnol' $'\342\201\246isolate' $'\330\234mark' '<script>alert(1)</script>'
  '"quoted" \\ back' "'; DROP TABLE t; --" $'\377\376' $'\355\240\200' $'\360\237\230' $'Kабул' $'a\rb' '${HOME} $(id) `id`' '%s%n%x' $'\357\273\277'
  $'\331\216\331\216\331\216\331\216' $'\342\200\250line\342\200\251end' '../../../etc/passwd' $'متن\033[2J'
)
raw_controls() { LC_ALL=C grep -nP '[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]' "$1" | head -n 3; }

# JSON of a string: controls escaped, other bytes as they are.
quoted() {
  local s=${1//\\/\\\\}
  s=${s//\"/\\\"}
  s=${s//$'\033'/\\u001b} s=${s//$'\a'/\\u0007} s=${s//$'\r'/\\r}
  printf '"%s"' "$s"
}
for s in "${bad[@]}"; do
  q=$(quoted "$s")
  printf '{"id":%s,"text":%s,"lang":%s}\n{"id":{%s:[%s]},"text":%s}\n{"id":1,"text":"x","anchor":%s}\n{"id":1,"text":"x","order":%s}\n{%s:1,"text":%s}\n{"text":%s\n' \
    "$q" "$q" "$q" "$q" "$q" "$q" "$q" "$q" "$q" "$q" "$q"
done >in
printf '%s\tplace\ten\tGood\n' "${bad[@]}" >names.tsv
for s in "${bad[@]}"; do printf 'x%s\t%s\ten\t%s\n' "$s" "$s" "$s"; done | tr -d '\r' >>names.tsv
run jsonl --layers scripts,languages,words,tokens,syntactic_words,sentences,numbers,dates,mentions,anchor,warnings --gazetteer names.tsv --jobs 2 <in
is "every line is answered" "$(wc -l <out)" "$(wc -l <in)"
is "no raw control in JSON" "$(raw_controls out)" ""
is "nor in messages" "$(raw_controls err)" ""
is "all of it is UTF-8" "$(iconv -f UTF-8 -t UTF-8 <out 2>&1 >/dev/null)" ""
if command -v jq >/dev/null; then
  is "and JSON" "$(jq -c 'has("id") and (has("annotations") or has("error"))' out 2>&1 | sort | uniq -c | tr -s ' ')" " $(wc -l <in) true"
fi
run jsonl --tsv --layers numbers,warnings < <(printf '%s\t%s\n' "${bad[@]}")
is "rows: a row for a row" "$(wc -l <out)" $(((${#bad[@]} + 1) / 2))

# Names of files, findings and messages on a terminal.
mkdir files
n=0
for s in "${bad[@]}"; do
  n=$((n + 1))
  printf '%s 5 May 2020\n' "$s" >"files/$n${s//\//_}.txt"
done
run analyze --color never --gazetteer names.tsv --html page.html files
is "no raw control in lines for people" "$(raw_controls out)" ""
lacks "nor one that turns their direction" "$out" $'\342\200\256' $'\342\201\246' $'\330\234'
is "nor in messages about names" "$(raw_controls err)" ""
is "nor in the page" "$(raw_controls page.html)" ""
lacks "nor markup" "$(<page.html)" "<script>alert"
run analyze --json files
is "nor in JSON, names of files included" "$(raw_controls out)" ""
run analyze $'missing\033[31m.txt'
is "nor in the name of a file that is not there" "$err" "matn analyze: missing⟦U+001B⟧[31m.txt: No such file or directory"
if command -v script >/dev/null && timeout 5 script -qec true /dev/null </dev/null >/dev/null 2>&1; then # makes a terminal for a command, where it can
  printf '%s\n' "${bad[@]}" >lines
  for call in 'normalize --profile repair' 'lookup --gazetteer names.tsv' 'jsonl --tsv --columns text' identify 'analyze --color never --gazetteer names.tsv'; do
    timeout 20 script -qec "'$program' $call <lines 2>/dev/null" /dev/null </dev/null 2>/dev/null | tr -d '\r' | sed $'s/\t/ /g' >seen
    is "no raw control on a terminal: $call" "$(raw_controls seen)" ""
    lacks "nor one that turns its direction: $call" "$(<seen)" $'\342\200\256' $'\330\234'
  done
fi

done_
