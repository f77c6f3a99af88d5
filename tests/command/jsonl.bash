#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The worker: JSON Lines in, JSON Lines out.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"

names=$source/examples/articles/gazetteer.tsv

# --- A line for a line, and the identifier as it came.
printf '%s\n' '{"id": 7, "text": "۵ هزار"}' '{"text":"x","id":{"a":[1,{"b":null}],"c":"\"ی"}}' '{"id":12345678901234567890123,"text":""}' \
  '{"id":1.50,"other":[{"text":5}],"text":"three"}' '{"text":"x"}' >in
run jsonl --layers numbers <in
is "an annotation" "$(sed -n 1p out)" '{"id":7,"annotations":[{"type":"number","begin":0,"end":11,"value":5000}]}'
is "an identifier of any kind" "$(sed -n 2p out)" '{"id":{"a":[1,{"b":null}],"c":"\"ی"},"annotations":[]}'
is "a long one is not rounded" "$(sed -n 3p out)" '{"id":12345678901234567890123,"annotations":[]}'
is "other fields are let go" "$(sed -n 4p out)" '{"id":1.50,"annotations":[{"type":"number","begin":0,"end":5,"value":3}]}'
is "no identifier is null" "$(sed -n 5p out)" '{"id":null,"annotations":[]}'
is "all well" "$status" 0

# --- What a number counts.
printf '%s\n' '{"id":1,"text":"۵ هزار زندانی"}' '{"id":2,"text":"$3.5 million"}' >in
run jsonl --layers numbers <in
is "a counted noun" "$(sed -n 1p out)" '{"id":1,"annotations":[{"type":"number","begin":0,"end":11,"value":5000,"unit":"زندانی"}]}'
is "a currency before" "$(sed -n 2p out)" '{"id":2,"annotations":[{"type":"number","begin":1,"end":12,"value":3500000,"unit":"$"}]}'

# --- Bad lines.
printf '%s\n' '{"id":1,"text":"one"}' '{"id":2,"text":' '' '[1]' '{"id":5}' '{"id":6,"text":6}' '{"id":7,"text":"x","anchor":"2020-02-30"}' \
  '{"id":8,"text":"x","order":"YMD"}' '{"id":9,"text":"two"}' >in
run jsonl --layers numbers <in
is "some input was bad" "$status" 3
is "every line has its answer" "$(wc -l <out)" 9
is "the first is not touched" "$(sed -n 1p out)" '{"id":1,"annotations":[{"type":"number","begin":0,"end":3,"value":1}]}'
has "broken JSON: what and where" "$(sed -n 2p out)" '{"id":2,"error":"not JSON at byte 15: the line ends, but a value should stand here'
is "an empty line" "$(sed -n 3p out)" '{"id":null,"error":"the line is empty"}'
has "not an object" "$(sed -n 4p out)" '{"id":null,"error":"a line is a JSON object'
is "no text" "$(sed -n 5p out)" '{"id":5,"error":"\"text\" is missing"}'
is "a text that is none" "$(sed -n 6p out)" '{"id":6,"error":"\"text\" is 6, not a string"}'
is "an impossible anchor" "$(sed -n 7p out)" '{"id":7,"error":"\"anchor\" is no day: 2020-02-30"}'
has "an order that is none" "$(sed -n 8p out)" '{"id":8,"error":"\"order\" is neither'
has "the messages name the lines" "$err" "matn jsonl: line 2: not JSON at byte 15" "line 3: the line is empty" "line 8: "
run jsonl --lenient --layers numbers <in
is "lenient: the lines tell, the exit status does not" "$status $(grep -c error out)" "0 7"
for i in {1..50}; do echo x; done >in
run jsonl --jobs 3 <in
is "no more than twenty messages" "$(grep -c ': line ' err) $(tail -n 1 err)" "20 matn jsonl: 30 more lines could not be used"
printf '%s\n' '{"id":1,"text":"one"}' '{"id":9,"text":"two"}' >in
run jsonl --layers numbers <in
is "good ones tell nothing" "$err" ""
is "nor the last" "$(sed -n 2p out)" '{"id":9,"annotations":[{"type":"number","begin":0,"end":3,"value":2}]}'

# --- Offsets: bytes, code points, UTF-16 units; broken bytes count as the one character that a decoder makes of them.
line='{"text":"😀 كابل"}'
run jsonl --layers mentions --gazetteer "$names" <<<"$line"
has "bytes" "$out" '"begin":5,"end":13'
run jsonl --layers mentions --gazetteer "$names" --offsets codepoints <<<"$line"
has "code points" "$out" '"begin":2,"end":6'
run jsonl --layers mentions --gazetteer "$names" --offsets utf16 <<<"$line"
has "UTF-16 units" "$out" '"begin":3,"end":7'
has "a mention says who and how" "$out" '"id":"kabul","entity_type":"place","name":"كابل","rule":"exact"' '"score":1'
printf '{"id":"\xff","text":"a\xff\xd8 5"}\n' >in
run jsonl --layers warnings,numbers <in
is "broken bytes are analysed, and told" "$out" '{"id":"�","annotations":[{"type":"warning","begin":1,"end":2,"value":"invalid-utf8","detail":"stray byte"},{"type":"warning","begin":2,"end":3,"value":"invalid-utf8","detail":"cut short"},{"type":"number","begin":4,"end":5,"value":5}]}'
is "and are no error" "$status" 0
run jsonl --layers warnings <<<'{"text":"a\u0000\u001b[31m\u202e Kабул"}'
has "controls are escaped, never raw" "$out" '"value":"bidi-control","detail":"⟦U+202E⟧"' '"value":"mixed-script"'
lacks "no escape comes out" "$out" $'\033'

# --- Dates, with what is known of the text.
printf '%s\n' '{"text":"two hours ago","anchor":"2020-04-15T13:00:00"}' '{"text":"on 4/5/2020"}' '{"text":"on 4/5/2020","order":"MDY"}' '{"text":"۲۶ حمل ۱۳۹۹"}' \
  '{"text":"Monday, April 14, 2020"}' >in
run jsonl --layers dates <in
has "relative to the time of the anchor" "$(sed -n 1p out)" '"type":"datetime"' '"timex":"2020-04-15T11:00"'
has "the day first" "$(sed -n 2p out)" '"timex":"2020-05-04"'
has "or the month" "$(sed -n 3p out)" '"timex":"2020-04-05"'
has "in another calendar" "$(sed -n 4p out)" '"timex":"2020-04-14"' '"calendar":"hijri-shamsi"'
has "a contradiction is marked" "$(sed -n 5p out)" '"flag":"weekday"'

# --- Syntactic words.
printf '%s\n' '{"text":"وبالكتاب، قال","lang":"ar"}' '{"text":"I don'"'"'t know"}' '{"text":"ازدیدار","lang":"prs"}' >in
run jsonl --layers syntactic_words <in
is "clitics are words of one token" "$(sed -n 1p out)" '{"id":null,"annotations":[{"type":"syntactic_word","begin":0,"end":2,"token":0,"part":"proclitic"},{"type":"syntactic_word","begin":2,"end":4,"token":0,"part":"proclitic"},{"type":"syntactic_word","begin":4,"end":16,"token":0,"part":"stem"},{"type":"syntactic_word","begin":16,"end":18,"token":1,"part":"whole"},{"type":"syntactic_word","begin":19,"end":25,"token":2,"part":"whole"}]}'
has "and so are contractions" "$(sed -n 2p out)" '"begin":2,"end":4,"token":1,"part":"stem"' '"begin":4,"end":7,"token":1,"part":"enclitic"' '"begin":8,"end":12,"token":2'
has "and words that lost a space" "$(sed -n 3p out)" '"begin":0,"end":4,"token":0,"part":"joined"' '"begin":4,"end":14,"token":0,"part":"joined"'
run jsonl <<<'{"text":"والكتاب","lang":"ar"}'
lacks "which are not looked for unless asked" "$out" syntactic_word

# --- Options.
run jsonl --layers numbers,frobs </dev/null
is "an unknown layer is a usage error" "$status" 2
has "that names the layers" "$err" frobs sentences
# Yesterday, Tuesday 26 Hamal, was 2020-04-14 if the text is of a year that it names: 1399.
printf '%s\n' '{"text":"دیروز (سه شنبه ۲۶ حمل) گفت که تا ۳۰ ثور ۱۳۹۹ ادامه دارد"}' '{"text":"x","anchor":"2020-01-01"}' >in
run jsonl --layers anchor <in
has "the document's own day" "$(sed -n 1p out)" '"type":"anchor","begin":0,"end":0,"value":"2020-04-15"'
has "and where it stands" "$(sed -n 1p out)" '"support":[[12,37]'
is "none where the day is given" "$(sed -n 2p out)" '{"id":null,"annotations":[]}'
run jsonl --anchor 2020-13-01 </dev/null
is "an impossible anchor too" "$status" 2
run jsonl --offsets miles </dev/null
is "and an unknown unit" "$status" 2
run jsonl --layers numbers --text-field body --id-field key <<<'{"key":"k","body":"5","text":5,"id":6}'
is "other names of the fields" "$out" '{"id":"k","annotations":[{"type":"number","begin":0,"end":1,"value":5}]}'
run jsonl --layers numbers --gazetteer missing.tsv <<<'{"text":"5"}'
is "a gazetteer that is not there: the rest is done" "$status $out" '4 {"id":null,"annotations":[{"type":"number","begin":0,"end":1,"value":5}]}'

# --- Order, with many threads and lines of very different lengths; one long line.
for i in $(seq 1 3000); do printf '{"id":%d,"text":"%*s5"}\n' "$i" $((i * 7919 % 997)) ''; done >many
run jsonl --layers numbers --jobs 8 <many
is "3,000 lines come out in order" "$(sed 's/{"id":\([0-9]*\),.*/\1/' out >ids; seq 1 3000 | cmp - ids && echo same)" same
run jsonl --layers numbers --jobs 8 --flush <many
is "and with --flush" "$(sed 's/{"id":\([0-9]*\),.*/\1/' out >ids; seq 1 3000 | cmp - ids && echo same)" same
(printf '{"text":"'; head -c 3000000 /dev/zero | tr '\0' ' '; printf '5"}') >long
run jsonl --layers numbers <long
is "a line of three megabytes, without a line end" "$out" '{"id":null,"annotations":[{"type":"number","begin":3000000,"end":3000001,"value":5}]}'
run jsonl </dev/null
is "nothing in, nothing out" "$status $out" "0 "

# --- Identifiers come back as they are, and are JSON whatever they hold.
same() { # same ID: goes through unchanged
  run jsonl --layers numbers <<<"{\"id\":$1,\"text\":\"\"}"
  is "the identifier $1" "$out" "{\"id\":$1,\"annotations\":[]}"
}
for id in 0 -0 1.50 1e400 -1E+07 123456789012345678901234567890.12345678901234567890 '"\u06cc\ud83d\ude00\/"' '[]' '{"a":[1,{"b":null}],"a":true}' '""'; do same "$id"; done
run jsonl --layers numbers <<<$'{"id": [ 1 ,\t{ "a" : 2 } ] , "text": ""}'
is "spaces between go" "$out" '{"id":[1,{"a":2}],"annotations":[]}'
printf '{"id":"a\x7f\xc2\x9b\xff","text":""}\n{"id":{"a":[1,\n{"id":[1],"text":}\n{"id":1,"id":2,"text":"5","text":""}\n{"id":3,"text":5,"text":""}\n' >in
run jsonl --layers numbers <in
is "controls are escaped in it, broken bytes replaced" "$(sed -n 1p out)" '{"id":"a\u007f\u009b�","annotations":[]}'
has "one that is cut off is none" "$(sed -n 2p out)" '{"id":null,"error":"not JSON at byte 14'
has "a whole one is given back in front of an error" "$(sed -n 3p out)" '{"id":[1],"error":"not JSON at byte 17: a value'
is "the last of two counts" "$(sed -n 4p out)" '{"id":2,"annotations":[]}'
is "for texts too" "$(sed -n 5p out)" '{"id":3,"annotations":[]}'
printf '\xef\xbb\xbf{"id":1,"text":"5"}\r\n{"id":2,"text":"\\u0000\\ud83d\\ude00 5"}\r\n{"id":3,"text":"a\0b"}' >in
run jsonl --layers numbers <in
is "a mark of byte order and carriage returns are passed over" "$(sed -n 1p out)" '{"id":1,"annotations":[{"type":"number","begin":0,"end":1,"value":5}]}'
is "a zero byte may be in a text if it is escaped" "$(sed -n 2p out)" '{"id":2,"annotations":[{"type":"number","begin":6,"end":7,"value":5}]}'
has "and only then" "$(sed -n 3p out)" '{"id":3,"error":"not JSON at byte 17: a control character'

# --- What comes out does not depend on where the input is cut, nor on threads.
printf '%s\n' '{"id":1,"text":"one"}' x '{"id":3,"text":"two"}' '' '{"id":5,"text":"three"}' >in
run jsonl --layers numbers <in
for n in 1 2 3 4; do { head -n $n in | "$program" jsonl --layers numbers; tail -n +$((n + 1)) in | "$program" jsonl --layers numbers --jobs 1; } 2>/dev/null >cut; is "cut behind line $n" "$(<cut)" "$out"; done

# --- Rows with tabs between.
printf 'a\tone\nb\ttab\\tand\\nline \\\\ two\nc\t\\N\nd\ne\tx\ty\n\tthree\n' >in
run jsonl --tsv --layers numbers <in
is "a row for a row" "$out" "$(printf 'a\t[{"type":"number","begin":0,"end":3,"value":1}]\nb\t[{"type":"number","begin":15,"end":18,"value":2}]\nc\t\\N\nd\t{"error":"the row has no text"}\ne\t{"error":"more fields than 2"}\n\t[{"type":"number","begin":0,"end":5,"value":3}]')"
is "bad rows are bad input" "$status" 3
printf '12345678901234567890123 "a"\t2020-04-15\n' >in
run jsonl --tsv --columns text,anchor --layers numbers <in
is "other columns, and no identifier" "$out" '[{"type":"number","begin":0,"end":23,"value":"12345678901234567890123","flag":"overflow"}]'
printf 'yesterday\t2020-04-15\nyesterday\t\nyesterday\t2020-02-31\n' >in
run jsonl --tsv --columns text,anchor --layers dates <in
has "a day of its own for each" "$(sed -n 1p out)" '"timex":"2020-04-14"'
lacks "or none" "$(sed -n 2p out)" error
is "or a wrong one, whose error is escaped" "$(sed -n 3p out)" '{"error":"\\"anchor\\" is no day: 2020-02-31"}'
run jsonl --tsv --columns id,frob </dev/null
is "an unknown column is a usage error" "$status" 2
has "that names the columns" "$err" frob "id, text, anchor, order and lang"
run jsonl --tsv --columns id </dev/null
is "so are columns without a text" "$status" 2
run jsonl --columns text </dev/null
is "columns belong to rows" "$status" 2

# --- Chunks with a header: their rows are answered before the next chunk is there.
printf '2\na\tone\nb\ttwo\n0\n1\nc\tthree\n' >in
run jsonl --tsv --chunk-header --layers numbers <in
is "headers are left out" "$(cut -f1 out | paste -sd' ') $status" "a b c 0"
printf '2\na\tone\n' >in
run jsonl --tsv --chunk-header <in
is "a chunk that lacks rows is bad input" "$status $(cut -f1 out)" "3 a"
has "and is told" "$err" "lacks 1 of the rows"
printf '1\na\tone\ntwo\nb\ttwo\n' >in
run jsonl --tsv --chunk-header <in
is "so is a header that is none" "$status $(cut -f1 out)" "3 a"
has "which is named" "$err" "header of chunk 2"

# --- Streams that fail.
if [[ -c /dev/full ]]; then
  "$program" jsonl --layers numbers <many >/dev/full 2>err
  is "a full disk" "$? $(<err)" "4 matn jsonl: standard output cannot be written: No space left on device"
fi
"$program" jsonl --layers numbers <. >out 2>err
is "a folder cannot be read" "$? $(<err)" "4 matn jsonl: standard input cannot be read: Is a directory"
for jobs in 1 4; do
  (trap '' PIPE; "$program" jsonl --layers numbers --jobs $jobs <many 2>err; echo $? >code) | head -n 1 >/dev/null
  is "whoever reads may go: $jobs" "$(<code) $(<err)" "4 "
done
"$program" jsonl <&- >out 2>err
is "standard input may be closed" "$?" 4

done_
