// SPDX-License-Identifier: MIT
// Runs files of SQL in a DuckDB database: node run.mjs DATABASE FILE.sql... What the last statement of each file gives is printed, with tabs.
// `duckdb DATABASE <FILE.sql` does the same where the program is installed; this one uses the npm package @duckdb/node-api.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.cwd()}/`); // also finds what lies in NODE_PATH
const { DuckDBInstance } = await import(pathToFileURL(require.resolve('@duckdb/node-api')));
const [database, ...files] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(database)).connect();
for (const file of files) {
  const result = await connection.runAndReadAll(readFileSync(file, 'utf8'));
  for (const row of result.getRowsJson()) console.log(row.join('\t'));
}
connection.closeSync();
