#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The calls of `matn` that read a line and write a line: normalize, identify; and what all calls share.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"

# --- Usage.
run
is "without a call it is a usage error" "$status" 2
run --help
is "help is no error" "$status" 0
has "help names the calls" "$out" normalize identify "Exit status"
help=$out
run --version
has "the version is printed" "$out" "matn 0."
run frobnicate
is "an unknown call is a usage error" "$status" 2
for call in identify normalize compile lookup analyze jsonl; do
  [[ $help == *"  $call "* ]] || continue # only what exists is offered
  run $call --help
  has "the help of $call has an example" "$out" "Example"
done

# --- normalize
printf 'كتابــخانه‌ی مَلّی\n\nKABUL ۱۲۳' >in
run normalize --profile key <in
is "a key is one spelling; lines stay lines" "$out" $'کتابخانه ملی\n\nkabul 123'
is "and that is no error" "$status" 0
printf 'كابل ي' >in
run normalize --profile orthography --lang prs <in
is "Dari is written with its own letters" "$out" "کابل ی"
printf 'كابل ي' >in
run normalize --profile orthography --lang ar <in
is "Arabic keeps its own letters" "$out" "كابل ي"
printf 'ﻣﺘﻦ ۱۲ كـ' >in
run normalize --profile repair --rules +digits,-tatweel <in
is "rules are added and taken out" "$out" "متن 12 كـ"
printf 'او میگوید' >in
run normalize --profile orthography --lang prs --rules +zwnj-restore <in
is "lost half-spaces are restored" "$out" $'او می\u200cگوید'
printf 'می رود\nمی\u200cرود\nمیرود\nمي\u00a0رود\nﻣﯽ ﺭﻭﺩ\n' >in
run normalize --profile key <in
is "a key is the same however a half-space is written" "$(sort -u out)" "میرود"
run normalize --profile key --lang prs <in
is "in Dari too" "$(sort -u out)" "میرود"
printf 'می رود\n' >in
run normalize --profile key --lang ps <in
is "but not in Pashto" "$out" "می رود"
run normalize --profile key --rules=-zwnj-restore <in
is "nor where it is not wanted" "$out" "می رود"
run normalize --profile none < /dev/null
is "an unknown profile is a usage error" "$status" 2
has "which names the profiles" "$err" repair orthography key
run normalize --profile key --rules +marks,-frob < /dev/null
is "an unknown rule is a usage error" "$status" 2
has "which names the rules" "$err" frob joiners
printf 'a\xff\xd8b\r\nc' >in
run normalize --profile key <in
is "broken bytes pass through, a carriage return goes" "$(od -An -tx1 <out | tr -d ' \n')" "61ffd8620a630a"

# --- identify
printf 'The ministers met in the capital on Monday.\n\nبزګران وايي چې په کندز کې له وچکالۍ زیانمن شوي دي\n123 ...\n' >in
run identify <in
is "a line for a line" "$(wc -l <out)" 4
is "the tags" "$(cut -f1 out | paste -sd' ')" "en und ps und"
is "nothing to say has confidence 0" "$(sed -n 2p out)" $'und\t0'

# --- Many lines on many threads keep their order, and a line that is there is answered before the next one comes.
seq 1 100000 >numbers
run normalize --profile key --jobs 8 <numbers
is "100,000 lines come out in order" "$(cmp numbers out && echo same)" same
answer=$( (printf 'one\n'; sleep 1; printf 'two\n') | "$program" normalize --profile key | { read -r -t 0.8 line; echo "$line"; cat >/dev/null; })
is "a line is answered while the next one is still to come" "$answer" one

# --- compile
printf 'id\ttype\tlang\tname\nkabul\tplace\tfa\tکابل\nkabul\tplace\ten\tKabul\n' >places.tsv
run compile places.tsv -o places.matn
is "a gazetteer compiles" "$status" 0
has "its size is told" "$err" "1 entries, 2 names"
printf 'a\tb\nx\tperson\ten\t\ny\tplace\tar\tكابل\n\xff\tp\ten\tb\n' >bad.tsv
run compile bad.tsv -o bad.matn
is "bad lines are bad input" "$status" 3
has "each bad line is named" "$err" "bad.tsv:1: " "bad.tsv:2: " "bad.tsv:4: "
lacks "a good line is not" "$err" "bad.tsv:3:"
is "and the rest is compiled" "$(head -c 8 bad.matn)" "matn gaz"
run compile --strict bad.tsv -o strict.matn
is "strict: a defect is fatal" "$status $(ls strict.matn 2>/dev/null)" "3 "
cat >names.jsonl <<'END'
[
{"id": "Q5682", "labels": {"en": "Kabul", "fa": {"language": "fa", "value": "کابل"}}, "aliases": {"en": [{"language": "en", "value": "Cabul"}], "ps": ["کابل ښار"]}},
{"id": "Q2831", "labels": {"en": "Zarmina Kohnaward"}, "claims": {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}]}},
]
{"id": "NK-7", "schema": "Company", "properties": {"name": ["Karwan Bank"], "alias": ["کاروان بانک"], "weakAlias": ["KB"], "country": ["af"]}}

{"id": "NK-8", "schema": "Person", "properties": {"name": ["Karim"]
["NK-9"]
{"schema": "Person", "properties": {"name": ["Nobody"]}}
{"id": "NK-10", "schema": "Person", "properties": {"country": ["af"]}}
{"id": "NK-11", "schema": "Person", "properties": {"name": ["Gulab", 7]}}
END
run compile names.jsonl -o names.matn
is "JSON Lines: bad lines are bad input" "$status" 3
has "the good ones load" "$err" "4 entries, 9 names"
has "each bad line is named" "$err" "names.jsonl:7: not JSON" "names.jsonl:8: JSON, but no object" 'names.jsonl:9: no "id"' "names.jsonl:10: no names" \
  "names.jsonl:11: "
lacks "a good line is not" "$err" "names.jsonl:2:" "names.jsonl:3:" "names.jsonl:5:"
printf 'زرمينا Kohnaward در Cabul گفت که Karwan Bank و KB' >text.txt
run analyze --gazetteer names.matn --layers mentions text.txt
has "and are found with their types" "$out" "Kabul                               Cabul" "Karwan Bank  org                    KB"
run compile missing.tsv -o x.matn
is "a missing file cannot be read" "$status" 4
has "and is named" "$err" "missing.tsv: No such file"
run compile . -o x.matn
has "a folder is no file" "$err" "is a folder"
run compile places.tsv -o no/such/folder.matn
is "what cannot be written is told" "$status" 4

# --- Progress: on a terminal alone, after half a second, on a line that is gone at the end.
if command -v script >/dev/null && timeout 5 script -qec true /dev/null </dev/null >/dev/null 2>&1; then # makes a terminal for a command, where it can
  seen=$(timeout 20 script -qec "(echo one; sleep 1.5; echo two) | '$program' identify --jobs 1 >/dev/null" /dev/null </dev/null 2>/dev/null)
  has "progress shows what is done and how fast" "$seen" "MB/s  2 lines"
  is "and is gone at the end" "${seen##*$'\r'}" $'\033[K'
  start=${EPOCHREALTIME/./}
  seen=$(timeout 20 script -qec "(echo one; echo two) | '$program' identify >/dev/null" /dev/null </dev/null 2>/dev/null)
  ((${EPOCHREALTIME/./} - start > 400000)) || is "nothing in the first half second" "$seen" "" # a busy machine may take longer
  printf 'a\033[31mb\n' >in
  seen=$(timeout 20 script -qec "'$program' normalize --profile repair <in" /dev/null </dev/null 2>/dev/null)
  has "controls of the input do not reach a terminal" "$seen" "⟦U+001B⟧"
  lacks "not raw" "$seen" $'\033'
fi
(sleep 0.8; echo two) | "$program" identify >/dev/null 2>err
is "and nothing where messages go to a file" "$(<err)" ""

# --- Arguments that are wrong are named, and where more is told.
for wrong in 'normalize|--profile is required' 'jsonl --frob|--frob' 'jsonl --jobs 0|1 to 1024' 'jsonl --order YMD|DMY' 'frob|the calls are analyze jsonl' 'jsonl --lang Dari|no language tag' \
  'analyze --color blue|never' 'lookup --gazetteer x --top 0|1 to 10000' 'compile x|--output' 'jsonl --layers dates,|no layer' 'jsonl --anchor 2020-02-30|2020-02-30'; do
  # shellcheck disable=SC2086 # the words of a command line
  run ${wrong%%|*} </dev/null
  is "a usage error: ${wrong%%|*}" "$status $out" "2 "
  has "it is named: ${wrong%%|*}" "$err" "matn" "${wrong#*|}"
  is "in one line: ${wrong%%|*}" "$(wc -l <err)" 1
done
if [[ -c /dev/full ]]; then
  "$program" --help >/dev/full 2>err
  is "help on a full disk" "$? $(<err)" "4 matn: standard output cannot be written: No space left on device"
fi

done_
