#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154 # check.bash and server.bash set $source, $program, $user, $home ...
# The extension in a server of its own: test.bash EXTENSION SOURCE_FOLDER [PG_CONFIG]. Skipped (77) where there is no PostgreSQL.
source "$(dirname "${BASH_SOURCE[0]}")/../../../tests/command/check.bash"
trap 'stop_server; rm -rf "$work"' EXIT
extension=$program pg_config=${3:-pg_config}
source "$source/examples/integrations/postgresql/server.bash"
command=(psql -XqAt -h "$work/db" -U "$user")

is "the extension" "$(sql <<<"CREATE EXTENSION matn; SELECT extversion FROM pg_extension WHERE extname = 'matn'")" 0.1

# --- Functions.
is "a key" "$(sql <<<"SELECT matn_fold('توافقنامهٔ صُلح در كابل'), matn_fold('توافق‌نامه‌ی صلح در کابل') LIKE '%صلح در کابل'")" 'توافقنامه صلح در کابل|t'
is "a language" "$(sql <<<"SELECT matn_language('وقال وزير الخارجية إن المفاوضات ستبدأ غداً بحضور الوفدين'), matn_language('The talks begin tomorrow in the capital'), matn_language('')")" 'ar|en|und'
is "dates" "$(sql <<<"SELECT matn_date('۲۶ حمل ۱۳۹۹'), matn_date('yesterday', '2020-04-15'), matn_date('yesterday', date '2020-04-15'), matn_date('حمل ۱۳۹۹'), matn_date('31 November 2020'), matn_date('no date')")" '2020-04-14|2020-04-14|2020-04-14|2020-03-20/2020-04-20||'
is "numbers" "$(sql <<<"SELECT matn_number('۵ هزار'), matn_number('3.5'), matn_number('ten'), matn_number('x'), matn_number('99999999999999999999999')")" '5000|3.5|10||'
is "nothing for nothing" "$(sql <<<"SELECT num_nulls(matn_fold(NULL), matn_language(NULL), matn_date(NULL), matn_date(NULL, date '2020-01-01'), matn_number(NULL), matn_query(NULL))")" 6
has "a day that is none" "$(sql <<<"SELECT matn_date('today', '2020-02-30')")" "no day"
has "nor is infinity" "$(sql <<<"SELECT matn_date('today', date 'infinity')")" "no day"
is "the same answer to the same question, in every process" "$(sql <<<"SELECT DISTINCT provolatile::text || proparallel::text, min(proname) FROM pg_proc WHERE proname LIKE 'matn%' GROUP BY 1 ORDER BY 1")" $'is|matn_date\nvs|matn_mentions_file'

# --- Tables.
is "the dates of a text" "$(sql <<<"SELECT written, value, first, last, calendar, how FROM matn_dates('دیروز (سه شنبه ۱۱ میزان) آمد', '2023-10-04')")" $'دیروز|2023-10-03|2023-10-03|2023-10-03|gregorian|relative\nسه شنبه ۱۱ میزان|2023-10-03|2023-10-03|2023-10-03|solar-hijri|weekday'
is "a text that dates itself" "$(sql <<<"SELECT value FROM matn_dates('Kabul, 5 May 2020. Yesterday it rained.', 'auto')")" $'2020-05-05\n2020-05-04'
is "a wrong weekday" "$(sql <<<"SELECT value, flag FROM matn_dates('Thursday, November 21, 2023')")" '2023-11-21|weekday'
is "places are bytes of the text" "$(sql <<<"SELECT convert_from(substring(convert_to(t, 'UTF8') FROM \"begin\" + 1 FOR \"end\" - \"begin\"), 'UTF8') = written FROM (SELECT 'در ۲۶ حمل ۱۳۹۹ بود' AS t) AS x, matn_dates(t)")" t
is "one call a row" "$(sql <<<"CREATE TEMP TABLE news(id serial, t text, day date); INSERT INTO news(t, day) VALUES('5 May 2020', NULL),(NULL, NULL),('none', NULL),('6 May 2020 and yesterday', '2020-05-09'); SELECT id, value FROM news, matn_dates(t, day) ORDER BY 1, 2")" $'1|2020-05-05\n4|2020-05-06\n4|2020-05-08'
is "a long text, with places in the whole" "$(sql <<<"SELECT count(*), bool_and(n % 500 > 0 OR substring(t FROM \"begin\" + 1 FOR \"end\" - \"begin\") = written) FROM (SELECT repeat(E'On 5 May 2020 it rained, and all was well.\n', 20000) AS t) AS x, matn_dates(t) WITH ORDINALITY AS d(\"begin\", \"end\", written, value, first, last, calendar, how, flag, n)")" '20000|t'
names="E'Q1\\tperson\\ten\\tZalmay Khalilzad\\nQ1\\tperson\\tfa\\tزلمی خلیل‌زاد\\nQ2\\tplace\\tar\\tالدوحة\\n'"
is "names of a list in the statement" "$(sql <<<"SELECT id, type, written, how FROM matn_mentions('قال زلمي خليل زاد بالدوحة', $names)")" $'Q1|person|زلمي خليل زاد|normalized\nQ2|place|الدوحة|affix'
is "of a table" "$(sql <<<"CREATE TEMP TABLE people(id text, language text, name text); INSERT INTO people VALUES('Q1', 'en', 'Zalmay Khalilzad'), ('Q1', 'fa', E'زلمی\tخلیل‌زاد'), ('Q2', NULL, NULL);
  SELECT x, m.id, m.name FROM (VALUES(1, 'Mr. Zalmay Khalilzad'), (2, 'زلمي خليل زاد'), (3, NULL), (4, 'Herat')) AS t(x, body), matn_mentions(body, (SELECT matn_names(id, 'person', language, name) FROM people)) AS m")" $'1|Q1|Zalmay Khalilzad\n2|Q1|Zalmay Khalilzad'
is "a list for each row" "$(sql <<<"SELECT x, id FROM (VALUES(1, E'Q1\ta\ten\tKabul'), (2, E'Q2\ta\ten\tHerat')) AS t(x, list), matn_mentions('Kabul and Herat', list)")" $'1|Q1\n2|Q2'
has "the rest of a list with a defect" "$(sql <<<"SELECT name FROM matn_mentions('in Termez', E'Q9\tplace\ten\tTermez\nbroken line\n')")" WARNING "names:2" Termez
has "a list without names" "$(sql <<<"SELECT * FROM matn_mentions('x', 'no list')")" "ERROR:  matn: "
printf 'Q9\tplace\ten\tTermez\n' >"$work/db/names.tsv"
chmod 644 "$work/db/names.tsv"
is "of a file of the server, for who may read it" "$(sql <<<"CREATE ROLE reader; GRANT pg_read_server_files TO reader; SET ROLE reader; SELECT id FROM matn_mentions_file('in Termez', '$work/db/names.tsv')")" Q9
has "and nobody else" "$(sql <<<"CREATE ROLE writer; SET ROLE writer; SELECT id FROM matn_mentions_file('in Termez', '$work/db/names.tsv')")" "permission denied"
has "even where he was granted the function" "$(sql <<<"GRANT EXECUTE ON FUNCTION matn_mentions_file(text, text) TO writer; SET ROLE writer; SELECT id FROM matn_mentions_file('in Termez', '$work/db/names.tsv')")" "member of pg_read_server_files"
has "no file" "$(sql <<<"SELECT * FROM matn_mentions_file('x', 'missing.tsv')")" "missing.tsv: cannot be read"
has "nor a device" "$(sql <<<"SELECT * FROM matn_mentions_file('x', '/dev/zero')")" "cannot be read"

# --- Search. Each pair: what is stored, what is typed, whether it is to be found.
answers() { # answers TABLE: for each of its pairs whether search gives what is wanted, and whether what it shows is what was stored
  sql <<SQL
SELECT query || ' for ' || stored FROM $1 WHERE want <> (to_tsvector('matn', 'أول ' || stored || ' last') @@ matn_query(query));
SELECT query || ' for ' || stored FROM $1 WHERE want <> (to_tsvector('matn', 'أول ' || stored || ' last') @@ plainto_tsquery('matn', query));
SELECT 'shown: ' || h FROM (SELECT stored, ts_headline('matn', 'أول ' || stored || ' last', matn_query(query), 'StartSel=[, StopSel=], HighlightAll=true') AS h FROM $1 WHERE want) AS x
  WHERE h IS DISTINCT FROM 'أول [' || stored || '] last';
SELECT 'shown short: ' || h FROM (SELECT stored, ts_headline('matn', 'أول ' || stored || ' last', matn_query(query), 'StartSel=[, StopSel=]') AS h FROM $1 WHERE want) AS x
  WHERE strpos(h, '[' || stored || ']') = 0;
SELECT count(*) FROM $1;
SQL
}
pairs=$source/examples/integrations/common/search_pairs.tsv
sql <<<"CREATE TABLE pairs(stored text, query text, want bool);
\\copy pairs FROM '$pairs'"
is "each spelling is found, and shown as it was stored" "$(answers pairs)" "$(wc -l <"$pairs")"
shared=${MATN_SHARED_DIR:-$source/../shared}/data/hostile
if [[ -f $shared/search_variants.jsonl ]]; then
  sql <<<"CREATE TABLE lines(line json);
\\copy lines FROM '$shared/search_variants.jsonl' WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')
CREATE TABLE shared_pairs AS SELECT line->>'stored' AS stored, line->>'query' AS query, (line->>'want')::bool AS want FROM lines"
  is "and each of the shared ones" "$(answers shared_pairs)" "$(wc -l <"$shared/search_variants.jsonl")"
else
  echo "skipped: the shared pairs of spellings are not here"
fi
is "a phrase over half-spaces" "$(sql <<<"SELECT ts_headline('matn', 'او به خانه می‌رود', matn_query('\"خانه میرود\"'))")" 'او به <b>خانه</b> <b>می‌رود</b>'
is "a prefix" "$(sql <<<"SELECT to_tsvector('matn', 'افغانستان') @@ to_tsquery('matn', 'أفغا:*')")" t
is "a sign that means several words" "$(sql <<<"SELECT to_tsvector('matn', 'محمد ﷺ') @@ matn_query('\"صلى الله\"'), ts_headline('matn', 'محمد ﷺ و', matn_query('الله'))")" 't|محمد <b>ﷺ</b> و'
is "what people type" "$(sql <<<"SELECT matn_query('کابل می رود \"خانه میرود\" -هرات or Kitāb -\"a b\" c')")" "'کابل' & 'میرود' & 'خانه' <-> 'میرود' & !'هرات' | 'kitab' & !( 'a' <-> 'b' ) & 'c'"
is "and signs that say nothing" "$(sql <<<"SELECT matn_query(''), matn_query('or'), matn_query('\"\"'), matn_query('- \"'), matn_query('a or'), matn_query('-')" | grep -v NOTICE)" "||||'a'|"
is "stems" "$(sql <<'SQL'
CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = matn, stems = true);
CREATE TEXT SEARCH CONFIGURATION stems (COPY = matn);
ALTER TEXT SEARCH CONFIGURATION stems ALTER MAPPING FOR word WITH stems;
SELECT ts_headline('stems', 'قال الوزير إن المفاوضات مع الوفد ستبدأ غداً وبمدينتهم أيضا', 'مدینت'::tsquery, 'HighlightAll=true'), ts_lexize('stems', 'هرات');
SQL
)" 'قال الوزير إن المفاوضات مع الوفد ستبدأ غداً <b>وبمدينتهم</b> أيضا|{هرات}'
is "a rule less, and spaces as they are" "$(sql <<'SQL'
CREATE TEXT SEARCH DICTIONARY typed (TEMPLATE = matn, without = 'diacritics, letter-case', spaces = true);
SELECT ts_lexize('typed', 'Kābul'), ts_lexize('matn', 'Kābul'), ts_lexize('typed', 'می رود'), ts_lexize('matn', 'می رود');
SQL
)" '{Kābul}|{kabul}|{می,رود}|{میرود}'
printf 'در\nبِه\n' >"$work/server$share/tsearch_data/matn_test.stop"
is "stop words, however they are typed" "$(sql <<'SQL'
CREATE TEXT SEARCH DICTIONARY stops (TEMPLATE = matn, stopwords = matn_test);
SELECT ts_lexize('stops', 'در'), ts_lexize('stops', 'به'), ts_lexize('stops', 'كابل'), ts_lexize('stops', '!') IS NULL;
SQL
)" '{}|{}|{کابل}|t'
has "an option that is none" "$(sql <<<"CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = matn, bogus = 1)")" "no option bogus"
has "a rule that is none" "$(sql <<<"CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = matn, with = 'bogus')")" "no rule bogus"
has "no file of stop words" "$(sql <<<"CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = matn, stopwords = 'bogus')")" "could not open stop-word file"

# --- Rows that are no text.
is "hostile rows" "$(sql <<'SQL'
CREATE TABLE hostile(id serial, x text, v tsvector GENERATED ALWAYS AS (to_tsvector('matn', x)) STORED);
CREATE INDEX ON hostile USING gin(v);
INSERT INTO hostile(x) VALUES(NULL), (''), (' '), (repeat('ا', 500000)), ('س' || repeat('َ', 50000) || 'لام'), (repeat('1/', 300000)), (chr(8238) || chr(8206) || chr(65279)), (chr(1) || chr(127)),
  (repeat('a', 2045)), (repeat('a', 2046)), (repeat('a', 2047)), (repeat('a', 2048)), (repeat('ا', 1023)), (repeat('ا', 1024)), (repeat('𐤀', 5000)), (repeat('ﷺ', 5000)), (repeat(' ', 100000)), (repeat('?!', 100000)),
  (repeat('"-or ', 1000)), (repeat(chr(1114111), 9999)), (repeat('می رود ', 100000)), (repeat('x y-', 100000));
SELECT count(*), bool_and(coalesce(x = (SELECT string_agg(token, '' ORDER BY n) FROM ts_parse('matn', x) WITH ORDINALITY AS p(type, token, n)), coalesce(x, '') = '')) FROM hostile;
SELECT count(*) FROM hostile WHERE coalesce(x, '') <> replace(replace(ts_headline('matn', coalesce(x, ''), 'a', 'HighlightAll=true'), '<b>', ''), '</b>', '');
SELECT max(length(lexeme)) FROM hostile, unnest(v);
SELECT count(*) FROM hostile WHERE v @@ plainto_tsquery('matn', repeat('ا', 5000));
SELECT count(*) FROM hostile WHERE v @@ plainto_tsquery('matn', 'سلام');
SET client_min_messages = warning;
SELECT count(matn_fold(x)), count(matn_language(x)), count(matn_date(x)), count(matn_number(x)), count(matn_query(left(x, 20000))) FROM hostile;
SELECT (SELECT count(*) FROM hostile, matn_dates(x)) < 1000000, (SELECT count(*) FROM hostile, matn_mentions(x, E'Q1\ta\ten\tx y'));
SQL
)" $'22|t\n0\n2046\n3\n1\n21|21|0|0|21\nt|99999'
has "bytes that are no text do not get this far" "$(sql <<<"SELECT matn_fold(convert_from('\\xd8ff'::bytea, 'UTF8'))")" "invalid byte sequence"
if [[ -f $shared/strings.jsonl ]]; then
  sql <<<"CREATE TABLE strings(line json);
\\copy strings FROM '$shared/strings.jsonl' WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')"
  is "hostile strings come back as they were" "$(sql <<'SQL'
SET client_min_messages = warning;
WITH t AS (SELECT line->>'text' AS x FROM strings WHERE line::text NOT LIKE '%\u0000%' AND line::text !~ '\\ud[89a-f]')
SELECT count(*) > 100, bool_and(coalesce(x = (SELECT string_agg(token, '' ORDER BY n) FROM ts_parse('matn', x) WITH ORDINALITY AS p(type, token, n)), x = '')),
  count(*) = count(matn_fold(x)), count(*) = count(to_tsvector('matn', x)), count(*) = count(matn_query(x)) FROM t;
SQL
)" 't|t|t|t|t'
fi
has "who waits can stop a long call" "$(sql <<<"SET statement_timeout = 1000; SELECT length(matn_fold(repeat('رئيس جمهور به كابل مي رود ', 6000000)))")" "canceling statement due to statement timeout"
has "also a list of words" "$(sql <<<"SET statement_timeout = 1000; SELECT length(to_tsvector('matn', repeat('رئيس جمهور به كابل مي رود ', 6000000)))")" "canceling statement due to statement timeout"
is "and go on" "$(sql <<<"SELECT matn_fold('كابل')")" 'کابل'

# --- An index, and what the planner makes of it.
is "the planner takes the index" "$(sql <<'SQL'
CREATE TABLE news(id int PRIMARY KEY, body text, words tsvector GENERATED ALWAYS AS (to_tsvector('matn', body)) STORED);
INSERT INTO news SELECT i, 'خبر شماره ' || i || ' از كابل: نشست ' || (i::bigint * 7919 % 1000) || ' برگزار مي‌شود' FROM generate_series(1, 50000) AS i;
CREATE INDEX news_words ON news USING gin(words);
CREATE INDEX news_body ON news USING gin(to_tsvector('matn', body));
CREATE INDEX news_key ON news(matn_fold(body));
ANALYZE news;
EXPLAIN (COSTS OFF) SELECT id FROM news WHERE words @@ matn_query('شماره ٤٢٤٢٤');
EXPLAIN (COSTS OFF) SELECT id FROM news WHERE to_tsvector('matn', body) @@ matn_query('شماره ٤٢٤٢٤');
SQL
)" "Bitmap Heap Scan on news
  Recheck Cond: (words @@ '''شماره'' & ''42424'''::tsquery)
  ->  Bitmap Index Scan on news_words
        Index Cond: (words @@ '''شماره'' & ''42424'''::tsquery)
Bitmap Heap Scan on news
  Recheck Cond: (to_tsvector('matn'::regconfig, body) @@ '''شماره'' & ''42424'''::tsquery)
  ->  Bitmap Index Scan on news_body
        Index Cond: (to_tsvector('matn'::regconfig, body) @@ '''شماره'' & ''42424'''::tsquery)"
is "50,000 documents, each found again" "$(sql <<<"SELECT count(*) FROM news WHERE words @@ matn_query('کابل'); SELECT count(*) FROM news WHERE words @@ matn_query('می شود ۷۱۹'); SELECT id FROM news WHERE words @@ matn_query('شماره ٤٢٤٢٤'); SELECT id FROM news WHERE matn_fold(body) = matn_fold('خبر شمارهٔ ۷ از کابل: نشست ٤٣٣ برگزار میشود')")" $'50000\n51\n42424\n7'
parallel="SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;"
count="SELECT count(*), sum(length(matn_fold(body))), sum(length(to_tsvector('matn', body))) FROM news WHERE matn_language(body) <> 'en'"
has "and several processes" "$(sql <<<"$parallel EXPLAIN (COSTS OFF) $count")" "Partial Aggregate" "Workers Planned: 2" "Parallel Seq Scan on news"
is "with the same answer" "$(sql <<<"$parallel $count")" "$(sql <<<"SET max_parallel_workers_per_gather = 0; $count")"
for _ in 1 2 3; do sql <<<"SELECT count(*) FROM news WHERE words @@ matn_query('کابل')" >"reader$_" & done
sql <<<"INSERT INTO news(id, body) SELECT id + 50000, body FROM news LIMIT 10000" >writer &
wait
is "readers beside a writer" "$(sort -u reader1 reader2 reader3 | tail -n 1 | grep -cE '^[56]0000$'; cat writer)" 1

# --- Dump and restore; who may install it; databases of other encodings; gone without a trace.
"${as[@]}" "$bin/pg_dump" -h "$work/db" -U "$user" postgres >dump.sql 2>dump.log
sql postgres <<<"CREATE DATABASE again TEMPLATE template0"
"${command[@]}" -d again -v ON_ERROR_STOP=1 -f dump.sql >restore.log 2>&1 || fail "a dump can be restored" "$(grep ERROR restore.log)"
is "a dump, restored" "$(sql again <<<"SELECT count(*), count(*) FILTER (WHERE words @@ matn_query('شماره ٤٢٤٢٤')) FROM news; SELECT to_tsvector('stems', 'والكتاب') @@ plainto_tsquery('matn', 'والکتاب')")" $'60000|1\nt'
is "an owner of a database can install it" "$(sql <<<"CREATE ROLE owner LOGIN; CREATE DATABASE his OWNER owner"
  sql his -U owner <<<"CREATE SCHEMA s; CREATE EXTENSION matn SCHEMA s; SELECT s.matn_query('می رود'), to_tsvector('s.matn', 'كابل')")" "'میرود'|'کابل':1"
sql <<<"CREATE DATABASE latin TEMPLATE template0 ENCODING LATIN1 LOCALE 'C'; CREATE DATABASE bytes TEMPLATE template0 ENCODING SQL_ASCII LOCALE 'C'"
has "other encodings" "$(sql latin <<<"CREATE EXTENSION matn")" "encoding UTF8, and this one has LATIN1"
has "or none" "$(sql bytes <<<"CREATE EXTENSION matn")" "encoding UTF8, and this one has SQL_ASCII"
is "gone without a trace" "$(sql again <<<"DROP EXTENSION matn CASCADE; SELECT (SELECT count(*) FROM pg_proc WHERE proname LIKE 'matn%') + (SELECT count(*) FROM pg_ts_parser WHERE prsname = 'matn') + (SELECT count(*) FROM pg_ts_dict WHERE dictname = 'matn')" | grep -v -e NOTICE -e DETAIL -e '^drop ' -e '^and ')" 0
stop_server
(ulimit -v 450000 && start_server)
is "no memory left is an error, and no more than that" "$(sql <<<"SELECT length(matn_fold(repeat('رئيس جمهور به كابل مي رود ', 2000000))); SELECT matn_fold('كابل')")" $'ERROR:  matn: out of memory\nکابل'
is "no process of the server died" "$(grep -cE 'terminated by signal|AddressSanitizer|runtime error' "$work/db/log")" 0

done_
