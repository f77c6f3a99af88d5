#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# newsroom: a folder of articles in, who, where, when and what contradicts itself out.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"

# --- The sample articles. Their gazetteer lies beside them and need not be named.
run "$source/examples/articles" --html report.html
is "all well" "$status" 0
is "nothing to complain about" "$err" ""
has "a summary" "$out" "5 articles, 26 people, organisations and places"
has "one person in all articles, in three scripts" "$out" "Zarmina Kohnaward          person  1 2 3 4 5" "زرمینه کوهنورد" "زرمينة كوهنورد" "Зармина Кӯҳнавард"
has "one event with two dates" "$out" "! 12 June 2023 or 12 July 2023?" "both name Oxus Water Council, River Data Network"
has "a weekday that is wrong" "$out" "! 21 November 2023 is a Tuesday"
has "two calendars" "$out" "2023-06-12               Mon  1402-03-22"
lacks "no escapes into a file" "$out" $'\033' $'\u2068'
page=$(<report.html)
has "the page has it all" "$page" "12 June 2023 or 12 July 2023?" "<svg" "Solar Hijri" 'class="link"' "Зармина Кӯҳнавард" "prefers-color-scheme:dark"
lacks "the page needs nobody, and names no folder" "$page" "http:" "https:" "src=" "@import" "$source"
grep -o 'href="#[^"]*"' report.html | sed 's/href="#//' | sort -u >links
grep -o 'id="[^"]*"' report.html | sed 's/id="//' | sort -u >places
is "every link leads somewhere" "$(comm -23 links places)" ""
is "no mark has two of one identifier" "$(grep -o ' id="[^"]*"' report.html | sort | uniq -d)" ""

# --- Two articles, one slip; and pairs that are none.
names=$work/names.tsv
printf 'A\torg\ten\tAlpha Union\nB\tplace\ten\tBetaville\n' >"$names"
two() { # two FIRST SECOND: what newsroom says of two articles
  mkdir -p pair && printf '%s\n' "$1" >pair/1.txt && printf '%s\n' "$2" >pair/2.txt
  run --gazetteer "$names" pair
}
two 'The Alpha Union met in Betaville on 3 March 2021.' 'The Alpha Union met in Betaville on 3 May 2021.'
has "the same day of another month" "$out" "! 3 March 2021 or 3 May 2021?"
two 'The Alpha Union met in Betaville on 3 March 2021.' 'The Alpha Union met in Betaville on 3 March 2022.'
has "the same day of another year" "$out" "! 3 March 2021 or 3 March 2022?"
two 'The Alpha Union met in Betaville on 3 March 2021.' 'The Alpha Union met in Betaville on 4 May 2021.'
has "another day is another event" "$out" "none found"
two 'The Alpha Union met in Betaville on 3 March 2021.' 'The Alpha Union met on 3 May 2021. Betaville is warm.'
has "one name in the sentence is not enough" "$out" "none found"
two 'The Alpha Union met in Betaville on 3 March 2021.' 'The Alpha Union met in Betaville on 3 March 2021, and in Betaville again on 3 May 2021.'
has "an article that tells of both days means two events" "$out" "none found"

# --- What cannot be used.
run
is "nothing given is a usage error" "$status" 2
run missing --gazetteer "$names"
is "a missing folder" "$status" 4
has "is named" "$err" "missing: No such file"
mkdir empty
run empty --gazetteer "$names"
is "a folder without articles" "$status" 3
has "is told" "$err" "holds no .txt file"
: >pair/3.txt
printf 'Alpha \xff Union\n' >pair/4.txt
mkdir pair/folder.txt
run --gazetteer "$names" pair
is "an empty article and broken bytes are no error" "$status" 0
has "but they are told" "$err$out" "3.txt: is empty" "invalid-utf8 at byte 6"
run pair
has "without a gazetteer: that is told, dates are found" "$err$out" "no gazetteer" "2021-03-03"
mkdir unlisted && cp "$source"/examples/articles/0*.txt unlisted
run unlisted --html unlisted.html
has "a person that no list has, in all articles and all spellings" "$out" "Zarmina Kohnavard          person  1 2 3 4 5        17" "زرمینه کوهنورد · كوهنورد"
has "a last name that one article gives alone" "$out" "سنگتراش · سنګتراش · Odil Sangtarosh"
has "places that no list has" "$out" "Termez                     place   2 3 4 5           9  ترمذ" "Kunduz                     place"
lacks "no months, no common words" "$out" "Qaws   " "NEWS  "
has "the page has them too" "$(<unlisted.html)" "identifier: Saif bin Rakan al-Hadbani" "t-person"
mkdir treaty
printf 'The agreement between the United States of America and the Afghan Taliban was signed on January 29, 2020 in Doha.\n' >treaty/1.txt
printf 'The US and the Taliban signed a deal on February 29, 2020.\n' >treaty/2.txt
printf 'توافقنامه ۲۹ فبروری ۲۰۲۰ میان ایالات متحده و طالبان در دوحه امضا شد.\n' >treaty/3.txt
run treaty
has "a contradiction between articles that come without a list" "$out" "29 January 2020 or 29 February 2020?" "both name " "Taliban" "in 2 3:"
has "names that every reader knows, in any script" "$out" "طالبان · Taliban" "ایالات متحده · US · United States of America" "دوحه · Doha"
mkdir codes && printf 'The AI office is in Rome. The IT team of the AI office left Italy. The IT team of Rome is small.\n' >codes/1.txt
run codes
lacks "an acronym is no country whose code it is" "$out" "Italy · IT" "IT · Italy" "Anguilla"
has "the country is there" "$out" "Italy"
run --gazetteer missing.tsv pair
is "a gazetteer that is not there: the rest is done" "$status" 4
has "it is named" "$err" "missing.tsv: No such file"
has "the dates are there" "$out" "2021-03-03"
run --anchor 2023-02-30 pair
is "an impossible anchor is a usage error" "$status" 2
printf 'It was on 31 February 2021.\n' >pair/5.txt
run --gazetteer "$names" pair
lacks "an impossible date is never another day" "$out" "2021-03-03               Wed  1399-12-13                5" "2021-02-28"
for _ in {1..60000}; do printf '5 men and 6 women, '; done >long.txt
timeout 60 "$program" --gazetteer "$names" --html long.html long.txt >/dev/null 2>&1
is "a paragraph of 120,000 numbers takes no time that grows with its square" "$?" 0
if [[ -c /dev/full ]]; then
  "$program" --gazetteer "$names" pair >/dev/full 2>err
  is "a full disk" "$?" 4
  has "is told" "$(<err)" "newsroom: standard output cannot be written: No space left on device"
fi
run --frob pair
is "an unknown option is a usage error" "$status $out" "2 "
has "that is named" "$err" "newsroom: " "--frob" "--help"
run --help
has "help has examples" "$out" "Examples:" "Exit status"

done_
