#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What a shell knows of the command: the manual page and the completions say what --help says, and work. A build folder as third argument, an absolute
# path, is installed, to see where they go.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"
build=${3:-}
shell=$source/examples/matn/shell
calls=(analyze jsonl identify normalize lookup compile)

# Options and what they do, a line each: "--layers LIST<TAB>what to look for ...".
from_help() {
  "$program" "$1" --help | awk '
    /^(Options|Positionals):$/ { on = 1; next }
    on && /^  [^ ]/ { if (name != "") print name "\t" text; line = substr($0, 3); gap = index(line, "  ")
                      name = gap ? substr(line, 1, gap - 1) : line; text = gap ? substr(line, gap) : ""; sub(/^ +/, "", text); next }
    on && /^    / { sub(/^ +/, ""); text = text (text == "" ? "" : " ") $0; next }
    on && !/^$/ { on = 0 }
    END { print name "\t" text }' | grep -v '^-h,--help' | sed 's/^-o,--output/-o, --output/' | sort
}
from_manual() {
  awk -v call="$1" '
    /^\.S[SH]/ { on = $1 == ".SS" && $3 == call; wait = 0 }
    !on { next }
    /^\.TP/ { wait = 1; next }
    wait == 1 { name = $0; wait = 2; next }
    wait == 2 { print name "\t" $0; wait = 0 }' "$shell/matn.1" | sed -E 's/\\f[BIR]//g; s/\\-/-/g; s/\\\(aq/'"'"'/g; s/\\e/\\/g' | sort
}
for call in "${calls[@]}"; do
  is "the manual says of $call what --help says" "$(diff <(from_help "$call") <(from_manual "$call"))" ""
done
has "the manual is of this version" "$(<"$shell/matn.1")" "\"$("$program" --version)\""
if command -v mandoc >/dev/null; then is "mandoc finds nothing wrong" "$(mandoc -T lint -W warning "$shell/matn.1" 2>&1)" ""; fi
if command -v man >/dev/null && command -v groff >/dev/null; then
  has "man shows it" "$(MANWIDTH=100 man -P cat -l "$shell/matn.1" 2>/dev/null)" "MATN(1)" "EXIT STATUS" "matn jsonl"
fi

# --- Completions: bash's is run as bash runs it.
# shellcheck source=/dev/null
source "$shell/matn.bash"
complete_bash() { # complete_bash WORD...: what is offered for the last one
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
  _matn 2>/dev/null
  printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd' '
}
options_of() { "$program" "$1" --help | grep -oE '^  (-[ho],)?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort | paste -sd' '; }
layers='anchor dates languages mentions numbers scripts sentences syntactic_words tokens warnings words'
is "bash: the calls" "$(complete_bash matn '')" "$(printf '%s\n' "${calls[@]}" --help --version | sort | paste -sd' ')"
is "bash: a call that has begun" "$(complete_bash matn an)" analyze
for call in "${calls[@]}"; do is "bash: the options of $call" "$(complete_bash matn "$call" --)" "$(options_of "$call")"; done
is "bash: layers" "$(complete_bash matn jsonl --layers '')" "$layers"
is "bash: layers behind a comma" "$(complete_bash matn jsonl --layers dates,num)" dates,numbers
is "bash: what an option can be" "$(complete_bash matn analyze --color a) $(complete_bash matn jsonl --offsets '')" "always auto bytes codepoints utf16"
touch names.tsv 'two words.tsv'
is "bash: files" "$(complete_bash matn jsonl --gazetteer na) $(complete_bash matn compile tw)" "names.tsv two words.tsv"
is "bash: nothing where anything may stand" "$(complete_bash matn jsonl --jobs '')$(complete_bash matn frob '')" ""
"$program" jsonl --layers "${layers// /,}" </dev/null
is "the layers are those of the program" "$?" 0
if command -v fish >/dev/null; then
  complete_fish() { HOME=$work XDG_CONFIG_HOME=$work fish --no-config -c "source $shell/matn.fish; complete -C '$1'" 2>&1 | cut -f1 | sort | paste -sd' '; }
  for call in "${calls[@]}"; do is "fish: the options of $call" "$(complete_fish "matn $call --")" "$(options_of "$call")"; done
  is "fish: layers behind a comma" "$(complete_fish 'matn jsonl --layers dates,num')" dates,numbers
  is "fish: the calls" "$(complete_fish 'matn ')" "$(printf '%s\n' "${calls[@]}" | sort | paste -sd' ')"
fi
for call in "${calls[@]}"; do # zsh completes only on a terminal: here that it is whole, and has each option
  for option in $(options_of "$call"); do has "zsh: $call" "$(<"$shell/_matn")" "$option"; done
done
if command -v zsh >/dev/null; then is "zsh reads it" "$(zsh -n "$shell/_matn" 2>&1)" ""; fi

# --- Where they go.
if [[ -n $build && -f $build/cmake_install.cmake ]] && command -v cmake >/dev/null; then
  cmake --install "$build" --prefix "$work/prefix" >/dev/null 2>err
  is "it installs" "$?" 0
  for file in share/bash-completion/completions/matn share/zsh/site-functions/_matn share/fish/vendor_completions.d/matn.fish share/man/man1/matn.1; do
    is "$file is installed" "$(ls "$work/prefix/$file" 2>&1)" "$work/prefix/$file"
  done
fi

done_
