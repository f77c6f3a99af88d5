#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154 # check.bash sets $source and $program
# The recipe of README.md in the real DuckDB: test.bash MATN SOURCE_FOLDER. Skipped (77) without node and its package @duckdb/node-api.
source "$(dirname "${BASH_SOURCE[0]}")/../../../tests/command/check.bash"
export NODE_PATH=${NODE_PATH:-}:$source/build/duckdb/node_modules
recipe=$source/examples/integrations/duckdb
command -v node >/dev/null && node -e "require('@duckdb/node-api')" 2>/dev/null || {
  echo "skipped: it needs DuckDB (npm install --prefix build/duckdb @duckdb/node-api)"
  exit 77
}
duckdb() { node "$recipe/run.mjs" "$@" 2>&1; }
find_all() { "$program" jsonl --offsets codepoints --layers languages,dates,mentions --gazetteer places.tsv <texts.jsonl >found.jsonl; }

printf 'Q1\tplace\tfa\tکابل\nQ1\tplace\ten\tKabul\nQ2\tplace\ten\tDoha\n' >places.tsv
is "texts, out" "$(duckdb news.db "$recipe/export.sql")" 4
find_all
is "and what was found, in" "$(duckdb news.db "$recipe/import.sql" "$recipe/report.sql" | tail -n 3)" $'2020-04-14\t1\tکابل\tكابل\n2020-04-14\t3\tکابل\tكابُل\n2020-09-12\t2\tDoha\tDoha'
cat >languages.sql <<<"SELECT text_id, value FROM found WHERE type = 'language' ORDER BY ALL"
is "a language for each text" "$(duckdb news.db languages.sql)" $'1\tprs\n2\ten\n3\tar\n5\ten'

cat >many.sql <<'SQL'
DROP TABLE found;
DROP TABLE answers;
DELETE FROM news;
INSERT INTO news SELECT i, DATE '2020-04-15' + (i % 100)::INTEGER, 'در ' || (i % 28 + 1) || ' حمل ۱۳۹۹ به كابل رفت 😀 ' || chr(1 + (i % 30)::INTEGER) FROM range(20000) AS r(i);
COPY (SELECT id, body AS text, published::VARCHAR AS anchor FROM news WHERE body IS NOT NULL) TO 'texts.jsonl' (FORMAT json);
SQL
duckdb news.db many.sql >/dev/null
printf '{"id": 20000, "text": 1}\n' >>texts.jsonl
find_all
cat >count.sql <<<"SELECT count(*) FILTER (name = 'کابل' AND substring(body, \"begin\" + 1, \"end\" - \"begin\") = 'كابل'), count(DISTINCT timex), (SELECT count(*) FROM answers WHERE error IS NOT NULL)
  FROM found JOIN news ON text_id = news.id"
is "20,000 texts, and a line that is none" "$(duckdb news.db "$recipe/import.sql" count.sql | tail -n 1)" $'20000\t28\t1'

done_
