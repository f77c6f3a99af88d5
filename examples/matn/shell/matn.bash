# SPDX-License-Identifier: MIT
# Completion of `matn` for bash: share/bash-completion/completions/matn, or `source` it.

# Offers the words that begin as the last part of a list with commas does.
_matn_list() { # _matn_list WORD...
  local before='' last=$word
  if [[ $word == *,* ]]; then
    before=${word%,*},
    last=${word##*,}
  fi
  mapfile -t COMPREPLY < <(compgen -P "$before" -W "$*" -- "$last")
  compopt -o nospace 2>/dev/null
}

_matn() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} call='' i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ ${COMP_WORDS[i]} != -* ]]; then
      call=${COMP_WORDS[i]}
      break
    fi
  done
  if [[ -z $call ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'analyze jsonl identify normalize lookup compile --help --version' -- "$word")
    return
  fi

  case $call:$before in
    *:--layers) _matn_list scripts languages words tokens syntactic_words sentences numbers dates mentions anchor warnings; return ;;
    *:--columns) _matn_list id text anchor order lang; return ;;
    *:--color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$word"); return ;;
    *:--order) mapfile -t COMPREPLY < <(compgen -W 'DMY MDY' -- "$word"); return ;;
    *:--offsets) mapfile -t COMPREPLY < <(compgen -W 'bytes codepoints utf16' -- "$word"); return ;;
    *:--profile) mapfile -t COMPREPLY < <(compgen -W 'repair orthography key' -- "$word"); return ;;
    *:--lang) mapfile -t COMPREPLY < <(compgen -W 'ar en fa prs ps ur' -- "$word"); return ;;
    *:--gazetteer | *:--html | *:--output | *:-o) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    *:--jobs | *:--top | *:--anchor | *:--rules | *:--text-field | *:--id-field) return ;;
  esac

  local analysis='--layers --gazetteer --strict --cross-script --fuzzy --anchor --order --lang --offsets'
  local lines='--jobs --flush --chunk-header' options=
  case $call in
    analyze) options="--json --html --color --jobs $analysis" ;;
    jsonl) options="$analysis --text-field --id-field --tsv --columns $lines --lenient" ;;
    identify) options=$lines ;;
    normalize) options="--profile --rules --lang $lines" ;;
    lookup) options="--gazetteer --top --lang --strict --exhaustive $lines" ;;
    compile) options='--output --strict' ;;
    *) return ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options --help" -- "$word")
  elif [[ $call == analyze || $call == compile ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -F _matn matn
