#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds the playground as one page that needs nothing else: build.bash OUTPUT.html. Needs emscripten (Debian's package of that name).
set -euo pipefail
output=$(realpath -m "${1:?the page to write}")
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v em++ >/dev/null || { echo "the playground needs em++ (Debian: emscripten)" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NODE_PATH=${NODE_PATH:-/usr/share/nodejs} # where Debian keeps what em++ calls

em++ -std=c++20 -Os -Wall -Wextra -Werror -I../../include -I.. playground.cpp -o "$work/matn.js" \
  -sMODULARIZE=1 -sEXPORT_NAME=matn_module -sENVIRONMENT=web -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH=1 -sEXPORTED_RUNTIME_METHODS=HEAPU8 \
  -sEXPORTED_FUNCTIONS=_matn_room,_matn_read,_matn_answer,_matn_answer_size
gzip -9nc "$work/matn.wasm" | base64 >"$work/wasm"

sed -n '/R"css(/,/^)css"/{/css/d;p}' ../common/report_style.hpp >"$work/report_style"
sample() { # sample NAME FILE...
  printf '<script type="text/plain" id="sample-%s">\n' "$1"
  cat "${@:2}"
  printf '</script>\n'
}
{
  sample dari ../articles/01-dari.txt
  sample arabic ../articles/02-arabic.txt
  sample pashto ../articles/05-pashto.txt
  sample english ../articles/04-english.txt
  sample urdu samples/urdu.txt
  sample traps samples/traps.txt
  sample names ../articles/gazetteer.tsv samples/names.tsv
} >"$work/samples"

mkdir -p "$(dirname "$output")"
awk -v work="$work" '
  BEGIN {
    file["@report_style@"] = work "/report_style"
    file["@samples@"] = work "/samples"
    file["@wasm@"] = work "/wasm"
    file["@module@"] = work "/matn.js"
    file["@style@"] = "page.css"
    file["@script@"] = "page.js"
  }
  $0 in file { while ((getline line < file[$0]) > 0) print line; next }
  { print }' page.html >"$output"
