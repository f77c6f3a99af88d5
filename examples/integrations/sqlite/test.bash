#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154 # check.bash sets $source and $program
# The extension in the real sqlite3: test.bash EXTENSION SOURCE_FOLDER. Skipped (77) where there is no sqlite3 with FTS5.
source "$(dirname "${BASH_SOURCE[0]}")/../../../tests/command/check.bash"
command -v sqlite3 >/dev/null && sqlite3 :memory: 'CREATE VIRTUAL TABLE t USING fts5(x)' 2>/dev/null || {
  echo "skipped: it needs sqlite3 with FTS5 (Debian's package of that name)"
  exit 77
}
extension=${program%.so}
preload=
if grep -q __asan_init "$program"; then preload=$(g++ -print-file-name=libasan.so); fi # it must come before a program that has none
sql() { # sql [DATABASE]: what SQL on standard input answers; messages too
  LD_PRELOAD=$preload ASAN_OPTIONS=detect_leaks=0 sqlite3 -bail -cmd ".timeout 20000" -cmd ".load $extension" "${1:-:memory:}" 2>&1
}

# --- Functions.
is "a key" "$(sql <<<"SELECT matn_fold('توافقنامهٔ صُلح در كابل'), matn_fold('توافق‌نامه‌ی صلح در کابل') LIKE '%صلح در کابل'")" 'توافقنامه صلح در کابل|1'
is "a key of a text without Arabic letters" "$(sql <<<"SELECT matn_fold('The Kābul TALKS of “ＮＡＴＯ”')")" 'the kabul talks of nato'
is "a language" "$(sql <<<"SELECT matn_language('وقال وزير الخارجية إن المفاوضات ستبدأ غداً بحضور الوفدين'), matn_language('The talks begin tomorrow in the capital')")" 'ar|en'
is "dates" "$(sql <<<"SELECT matn_date('۲۶ حمل ۱۳۹۹'), matn_date('yesterday', '2020-04-15'), matn_date('حمل ۱۳۹۹'), matn_date('31 November 2020'), matn_date('no date')")" '2020-04-14|2020-04-14|2020-03-20/2020-04-20||'
is "numbers" "$(sql <<<"SELECT matn_number('۵ هزار'), matn_number('3.5'), matn_number('ten'), matn_number('x'), typeof(matn_number('99999999999999999999999'))")" '5000|3.5|10||null'
is "nothing for nothing" "$(sql <<<"SELECT count(*) FROM (SELECT matn_fold(NULL) AS x UNION ALL SELECT matn_language(NULL) UNION ALL SELECT matn_date(NULL) UNION ALL SELECT matn_number(NULL) UNION ALL SELECT matn_query(NULL)) WHERE x IS NULL")" 5
has "a day that is none" "$(sql <<<"SELECT matn_date('today', '2020-02-30')")" "no day"

# --- Tables.
is "the dates of a text" "$(sql <<<"SELECT written, value, calendar, how FROM matn_dates('دیروز (سه شنبه ۱۱ میزان) آمد', '2023-10-04')")" $'دیروز|2023-10-03|gregorian|relative\nسه شنبه ۱۱ میزان|2023-10-03|solar-hijri|weekday'
is "a text that dates itself" "$(sql <<<"SELECT value FROM matn_dates('Kabul, 5 May 2020. Yesterday it rained.', 'auto')")" $'2020-05-05\n2020-05-04'
is "a wrong weekday" "$(sql <<<"SELECT value, flag FROM matn_dates('Thursday, November 21, 2023')")" '2023-11-21|weekday'
is "places are bytes of the text" "$(sql <<<"SELECT CAST(substr(CAST(t AS BLOB), \"begin\" + 1, \"end\" - \"begin\") AS TEXT) = written FROM (SELECT 'در ۲۶ حمل ۱۳۹۹ بود' AS t), matn_dates(t)")" 1
is "one call a row" "$(sql <<<"CREATE TABLE news(t); INSERT INTO news VALUES('5 May 2020'),(NULL),('none'),('6 May 2020 and 7 May 2020'); SELECT news.rowid, value FROM news, matn_dates(t)")" $'1|2020-05-05\n4|2020-05-06\n4|2020-05-07'
names=$'Q1\tperson\ten\tZalmay Khalilzad\nQ1\tperson\tfa\tزلمی خلیل‌زاد\nQ2\tplace\tar\tالدوحة\n'
printf '%s' "$names" >names.tsv
is "names of a list in the statement" "$(sql <<<"SELECT id, type, written, how FROM matn_mentions('قال زلمي خليل زاد بالدوحة', '$names')")" $'Q1|person|زلمي خليل زاد|normalized\nQ2|place|الدوحة|affix'
is "of a file" "$(sql <<<"SELECT id FROM matn_mentions('Mr. Zalmay Khalilzad', 'names.tsv')")" Q1
printf 'Q9\tplace\ten\tTermez\nbroken line\n' >other.tsv
is "the rest of a list with a defect" "$(sql <<<"SELECT name FROM matn_mentions('in Termez', 'other.tsv')")" Termez
has "no file" "$(sql <<<"SELECT * FROM matn_mentions('x', 'missing.tsv')")" "missing.tsv: cannot be read"
has "no list" "$(sql <<<"SELECT * FROM matn_mentions('x')")" "wants a list"
has "files are not read by a schema that somebody sent" \
  "$(sql <<<"PRAGMA trusted_schema = OFF; CREATE VIEW v AS SELECT * FROM matn_mentions('x', 'names.tsv'); SELECT * FROM v")" "unsafe use"

# --- Search. Each pair: what is stored, what is typed, whether it is to be found.
cp "$source/examples/integrations/common/search_pairs.tsv" pairs.tsv
answers() { # answers FILE: for each of its pairs whether search gives what is wanted, and whether what it shows is what was stored
  sql <<SQL
CREATE TABLE pairs(stored, query, want);
.mode tabs
.import $1 pairs
.mode list
CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'matn');
INSERT INTO t(rowid, x) SELECT rowid, 'أول ' || stored || ' last' FROM pairs;
SELECT query || ' for ' || stored FROM pairs WHERE CAST(want AS INTEGER) <> EXISTS (SELECT 1 FROM t WHERE t MATCH matn_query(query) AND t.rowid = pairs.rowid);
SELECT 'shown: ' || h FROM (SELECT stored, want, (SELECT highlight(t, 0, '[', ']') FROM t WHERE t MATCH matn_query(query) AND t.rowid = pairs.rowid) AS h FROM pairs)
  WHERE CAST(want AS INTEGER) AND h IS NOT 'أول [' || stored || '] last';
SELECT count(*) FROM pairs;
SQL
}
is "each spelling is found, and shown as it was stored" "$(answers pairs.tsv)" "$(wc -l <pairs.tsv)"
shared=${MATN_SHARED_DIR:-$source/../shared}/data/hostile/search_variants.jsonl
if [[ -f $shared ]]; then
  sqlite3 :memory: ".mode ascii" ".separator \001 \n" "CREATE TABLE j(line)" ".import $shared j" ".mode tabs" \
    "SELECT json_extract(line, '\$.stored'), json_extract(line, '\$.query'), json_extract(line, '\$.want') FROM j" >shared.tsv
  is "and each of the shared ones" "$(answers shared.tsv)" "$(wc -l <"$shared")"
fi
is "a phrase over half-spaces" "$(sql <<<"CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'matn'); INSERT INTO t VALUES('او به خانه می‌رود'); SELECT snippet(t, 0, '[', ']', '', 9) FROM t('\"خانه میرود\"')")" 'او به [خانه می‌رود]'
is "a prefix" "$(sql <<<"CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'matn', prefix = '2 3'); INSERT INTO t VALUES('افغانستان'); SELECT count(*) FROM t('أفغا*')")" 1
is "stems" "$(sql <<<"CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'matn stems'); INSERT INTO t VALUES('قال الوزير إن المفاوضات مع الوفد ستبدأ غداً وبمدينتهم أيضا'); SELECT highlight(t, 0, '[', ']') FROM t('مدينة OR مدينت')")" 'قال الوزير إن المفاوضات مع الوفد ستبدأ غداً [وبمدينتهم] أيضا'
is "a rule less" "$(sql <<<"CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'matn without diacritics'); INSERT INTO t VALUES('Kābul'); SELECT (SELECT count(*) FROM t('kabul')), (SELECT count(*) FROM t('KĀBUL'))")" '0|1'
has "an option that is none" "$(sql <<<"CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'matn bogus')")" "error in tokenizer constructor"
is "operators in what is typed are words" "$(sql <<<"CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'matn'); INSERT INTO t VALUES('a NOT b NEAR \"c\"'); SELECT count(*) FROM t(matn_query('NOT \"c*'))")" 1

# --- Rows that are no text.
is "hostile rows" "$(sql <<'SQL'
CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'matn');
CREATE TABLE rows(x);
INSERT INTO rows VALUES(NULL), (''), (x'00'), (CAST(x'ff80c2' AS TEXT)), (CAST(x'd8' AS TEXT)), (x'eda080'), (12), (1.5), ('a' || char(0) || 'b'),
  (replace(hex(zeroblob(500000)), '00', 'ا')), (replace(hex(zeroblob(300000)), '00', 'َ')), (replace(hex(zeroblob(300000)), '00', '1/')), (char(8238, 8206, 65279));
INSERT INTO t SELECT x FROM rows;
INSERT INTO t(t) VALUES('integrity-check');
SELECT count(*), sum(typeof(matn_fold(x)) = typeof(CAST(x AS TEXT))), sum(matn_date(x) IS NULL), sum(length(coalesce(matn_language(x), 'und'))) > 0, (SELECT count(*) FROM rows, matn_dates(x)) < 1000000 FROM rows;
SQL
)" '13|13|13|1|1'

# --- A hundred thousand articles; then readers beside a writer.
is "100,000 documents, each found again" "$(sql big.db <<'SQL'
PRAGMA journal_mode = WAL;
CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'matn');
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
INSERT INTO t(rowid, x) SELECT i, 'خبر شماره ' || i || ' از كابل: نشست ' || (i * 7919 % 1000) || ' برگزار مي‌شود' FROM n;
INSERT INTO t(t) VALUES('integrity-check');
SELECT count(*) FROM t('"کابل"');
SELECT count(*) FROM t(matn_query('می شود ۷۱۹'));
SELECT group_concat(rowid) FROM t(matn_query('شماره ٤٢٤٢٤'));
SQL
)" $'wal\n100000\n101\n42424'
sql big.db <<<"INSERT INTO t SELECT x FROM t LIMIT 20000" >writer &
for reader in 1 2 3; do
  sql big.db <<<"SELECT count(*) >= 100000 FROM t('کابل')" >"reader$reader" &
done
wait
is "readers beside a writer" "$(cat reader1 reader2 reader3 writer)" $'1\n1\n1'
is "and all is well then" "$(sql big.db <<<"INSERT INTO t(t) VALUES('integrity-check'); SELECT count(*) FROM t('کابل')")" 120000

done_
