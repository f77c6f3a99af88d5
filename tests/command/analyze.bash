#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# matn analyze: files in; lines for people, JSON or a page out.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"

articles=$source/examples/articles

# --- For people.
run analyze --layers dates,mentions --gazetteer "$articles/gazetteer.tsv" --anchor 2023-12-05 "$articles/04-english.txt"
is "all well" "$status" 0
has "a header and findings" "$out" "04-english.txt" "20-36" "2023-12-05 = 1402-09-14" "Zarmina Kohnaward  person"
has "a contradiction says what is wrong" "$out" "! 21 November 2023 is a Tuesday"
lacks "no escapes into a file, no isolates" "$out" $'\033' $'\u2068'
run analyze --color always --layers numbers <<<5
has "colour where it is asked for" "$out" $'\033[36m'
NO_COLOR=1 run analyze --layers numbers <<<5
lacks "and not with NO_COLOR" "$out" $'\033'
printf 'a\033[31mb\u202ec' >in
run analyze --layers words <in
lacks "controls of the input stay inside" "$out" $'\033' $'\u202e'

if command -v script >/dev/null && timeout 5 script -qec true /dev/null </dev/null >/dev/null 2>&1; then # makes a terminal for a command, where it can
  printf 'کابل' >kabul.txt
  seen=$(timeout 10 script -qec "'$program' analyze --layers words kabul.txt" /dev/null </dev/null 2>/dev/null)
  has "on a terminal words stand in isolates" "$seen" $'\u2068کابل\u2069'
fi

# --- What cannot be read.
printf 'five 5' >five.txt
: >empty.txt
printf '\xff\xfe\xd8 5' >broken.txt
mkdir folder && printf '7' >folder/seven.txt && mkdir nothing
run analyze --layers numbers missing.txt five.txt
is "a missing file: the rest is done" "$status" 4
has "it is named" "$err" "missing.txt: No such file"
has "the other one is analysed" "$out" "five.txt" "5-6"
run analyze --layers numbers empty.txt five.txt
is "an empty file is no error" "$status" 0
has "but it is told" "$err" "empty.txt: is empty"
run analyze --layers numbers,warnings broken.txt
is "broken UTF-8 is analysed" "$status" 0
has "its damage is told, places stay exact" "$out" "invalid-utf8" "4-5"
run analyze --layers numbers folder
has "a folder means its .txt files" "$out" "folder/seven.txt"
run analyze --layers numbers nothing
is "a folder without any is bad input" "$status" 3
has "and is told" "$err" "nothing: holds no .txt file"
run analyze --layers frobs five.txt
is "an unknown layer is a usage error" "$status" 2
printf 'x\tplace\ten\t\nfive\tplace\ten\tfive\n' >bad.tsv
run analyze --layers mentions --gazetteer bad.tsv five.txt
is "a bad line in a gazetteer: the rest is done" "$status" 3
has "the line is named" "$err" "bad.tsv:1: "
has "the others are used" "$out" "five  place"
printf 'k\tperson\tfa\tزلمی خلیلزاد\n' >khalilzad.tsv
printf 'زلمي خليلذاد' >fuzzy.txt
run analyze --layers mentions --gazetteer khalilzad.tsv fuzzy.txt
has "another letter is another name" "$out" "0 findings"
run analyze --layers mentions --gazetteer khalilzad.tsv --fuzzy --json fuzzy.txt
has "unless letters may be taken for each other" "$out" '"id":"k"' '"rule":"fuzzy"' '"score":0.7'
printf 'k\tperson\ten\tZalmay Khalilzad\n' >latin.tsv
printf 'زلمی خلیلزاد آمد' >dari.txt
run analyze --layers mentions --gazetteer latin.tsv dari.txt
has "a name in another script is not looked for" "$out" "0 findings"
run analyze --layers mentions --gazetteer latin.tsv --cross-script --json dari.txt
has "unless it is asked for" "$out" '"begin":0,"end":23' '"id":"k"' '"rule":"cross-script"'
run analyze --strict --layers mentions --gazetteer bad.tsv five.txt
is "strict: it is fatal" "$status $out" "3 "
run analyze --layers numbers five.txt --html no/such/folder.html
is "what cannot be written is told" "$status" 4

if [[ -c /dev/full ]]; then
  "$program" analyze "$articles" >/dev/full 2>err
  is "a full disk" "$? $(<err)" "4 matn analyze: standard output cannot be written: No space left on device"
fi
(trap '' PIPE; "$program" analyze "$articles" "$articles" "$articles" "$articles" 2>err; echo $? >code) | head -n 1 >/dev/null
is "whoever reads may go" "$(<code) $(<err)" "4 "
run analyze --layers numbers --gazetteer . five.txt
is "a gazetteer that is a folder: the rest is done" "$status" 4
has "is told" "$err" "folder"
run analyze --layers numbers --jobs 3 five.txt missing.txt folder five.txt
is "messages and findings come in order, whoever is done first" "$(grep -c finding out) $(<err)" "3 matn analyze: missing.txt: No such file or directory"

# --- JSON: one document, all kinds of offsets.
printf '😀5' >in
run analyze --json --layers numbers <in
is "the stable form" "$out" '{"schema":1,"documents":[{"name":"standard input","bytes":5,"annotations":[{"type":"number","begin":4,"end":5,"codepoints":[1,2],"utf16":[2,3],"value":5}]}]}'
run analyze --json --layers numbers --jobs 4 five.txt folder five.txt
is "documents come in order" "$(grep -o '"name":"[^"]*"' out | paste -sd' ')" '"name":"five.txt" "name":"folder/seven.txt" "name":"five.txt"'

# --- The page.
run analyze --html page.html --gazetteer "$articles/gazetteer.tsv" "$articles"
page=$(<page.html)
has "the page holds the articles" "$page" "<!doctype html>" "01-dari.txt" "<bdi>" "<svg" 'dir="rtl" lang="prs"' 'dir="ltr"' 'lang="ps"'
lacks "nothing is loaded from anywhere" "$page" "http:" "https:" "src=" "<link" "@import" "url("
printf '<script>alert(x)</script> & "x" \x1b \xff \xe2\x80\xae' >'<b>.txt'
run analyze --html page.html '<b>.txt'
page=$(<page.html)
has "markup is text" "$page" "&lt;script&gt;alert(x)&lt;/script&gt; &amp; &quot;x&quot;" "&lt;b&gt;.txt" "⟦U+001B⟧" "⟦FF⟧" "⟦U+202E⟧"
lacks "and nothing else" "$page" "<script>alert" "<b>." $'\033' $'\u202e'

done_
