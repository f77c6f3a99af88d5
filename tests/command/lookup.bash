#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# matn lookup: names that are found in a gazetteer, in any script.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"

printf 'id\ttype\tlang\tname\nzk\tperson\ten\tZalmay Khalilzad\nhk\tperson\ten\tHamid Karzai\nhk\tperson\tprs\tحامد کرزی\neg\tplace\ten\tEgypt\npg\tplace\ten\tPaghman District\n' >names.tsv
ids() { sed 's/.*"ranked":\[{"id":"\([^"]*\)".*/\1/' out | paste -sd' '; }

printf 'زلمی خلیلزاد\nحامد كرزاي\nمصر\nولسوالی پغمان\nKarzai\n' >in
run lookup --gazetteer names.tsv <in
is "all is well" "$status" 0
is "a line for a line" "$(wc -l <out)" 5
is "names are found from any script" "$(ids)" "zk hk eg pg hk"
has "the query stands in its answer" "$(sed -n 1p out)" '{"query":"زلمی خلیلزاد","ranked":[{"id":"zk","name":"Zalmay Khalilzad","score":0.' '"rule":"cross-script"}'
has "the rule of a translation" "$(sed -n 3p out)" '"rule":"translated"'

run lookup --gazetteer names.tsv --top 1 <in
lacks "no more than are wanted" "$out" '},{'
run compile names.tsv -o names.matn
run lookup --gazetteer names.matn <in
is "a compiled gazetteer does the same" "$(ids)" "zk hk eg pg hk"

printf '\n...\n\xff\xfe\nKabul "x"\r\n' >odd
run lookup --gazetteer names.tsv <odd
is "odd lines have answers too" "$status $(wc -l <out)" "0 4"
is "an empty line" "$(sed -n 1p out)" '{"query":"","ranked":[]}'
has "quotes are escaped, a carriage return goes" "$(sed -n 4p out)" '{"query":"Kabul \"x\"",'

run lookup </dev/null
is "without a gazetteer it is a usage error" "$status" 2
has "which says so" "$err" "--gazetteer"
run lookup --gazetteer names.tsv --top 0 </dev/null
is "no answers cannot be wanted" "$status" 2
run lookup --gazetteer missing.tsv </dev/null
is "a missing file cannot be read" "$status" 4
has "and is named" "$err" "missing.tsv: No such file"
printf 'a\tb\nx\tplace\ten\tKabul\n' >bad.tsv
printf 'کابل\n' >in
run lookup --gazetteer bad.tsv <in
is "a bad line of the gazetteer is bad input" "$status" 3
has "and is named" "$err" "bad.tsv:1: "
is "the others are used" "$(ids)" "x"

done_
