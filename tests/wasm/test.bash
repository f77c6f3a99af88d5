#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# WebAssembly finds what the machine's own code finds, to the last bit of a confidence: test.bash FINDINGS SOURCE_FOLDER, where FINDINGS is the
# native program. Skipped (77) where there is no emscripten or no node.
set -euo pipefail
native=$(realpath "$1") source=$(realpath "$2")
for tool in em++ node; do
  command -v "$tool" >/dev/null || { echo "skipped: it needs $tool (Debian: emscripten, nodejs)"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NODE_PATH=${NODE_PATH:-/usr/share/nodejs} # where Debian keeps what em++ calls
em++ -std=c++20 -O1 -Wall -Wextra -Werror -I"$source/include" "$source/tests/wasm/findings.cpp" -o "$work/findings.js" -sNODERAWFS=1 -sSINGLE_FILE=1 \
  -sALLOW_MEMORY_GROWTH=1
files=("$source/examples/articles/gazetteer.tsv" "$source"/examples/articles/*.txt "$source"/examples/playground/samples/*.txt "$source"/docs/*.md)
"$native" "${files[@]}" >"$work/native"
node "$work/findings.js" "${files[@]}" >"$work/wasm"
diff -u "$work/native" "$work/wasm" && cat "$work/native"
