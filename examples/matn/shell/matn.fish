# SPDX-License-Identifier: MIT
# Completion of `matn` for fish: share/fish/vendor_completions.d/matn.fish
complete -c matn -f
complete -c matn -n __fish_use_subcommand -a analyze -d 'what is in some files'
complete -c matn -n __fish_use_subcommand -a jsonl -d 'lines of JSON in, lines of JSON out'
complete -c matn -n __fish_use_subcommand -a identify -d 'the language of each line'
complete -c matn -n __fish_use_subcommand -a normalize -d 'the normal form of each line'
complete -c matn -n __fish_use_subcommand -a lookup -d 'what names may mean in a gazetteer'
complete -c matn -n __fish_use_subcommand -a compile -d 'gazetteers to one file'
complete -c matn -n __fish_use_subcommand -l version -d 'print the version'
complete -c matn -s h -l help -d 'print help'

function __fish_matn_list # the words of a list with commas, behind what is there of it
    set -l before (string match -r '^(?:.*,)?' -- (commandline -ct))
    printf "$before%s\n" $argv
end

set -l analysis '__fish_seen_subcommand_from analyze jsonl'
set -l lines '__fish_seen_subcommand_from jsonl identify normalize lookup'
complete -c matn -n "$analysis" -x -l layers -d 'what to look for' -a '(__fish_matn_list scripts languages words tokens syntactic_words sentences numbers dates mentions anchor warnings)'
complete -c matn -n '__fish_seen_subcommand_from analyze jsonl lookup' -r -F -l gazetteer -d 'names to look for'
complete -c matn -n '__fish_seen_subcommand_from analyze jsonl lookup compile' -l strict -d 'a defect in a gazetteer is fatal'
complete -c matn -n "$analysis" -l cross-script -d 'names in other scripts too'
complete -c matn -n "$analysis" -l fuzzy -d 'names with another letter too'
complete -c matn -n "$analysis" -x -l anchor -d 'the day on which the texts were written'
complete -c matn -n "$analysis" -x -l order -d 'what 4/5/2020 means' -a 'DMY MDY'
complete -c matn -n '__fish_seen_subcommand_from analyze jsonl normalize lookup' -x -l lang -d 'the language of the texts' -a 'ar en fa prs ps ur'
complete -c matn -n "$analysis" -x -l offsets -d 'what positions count' -a 'bytes codepoints utf16'
complete -c matn -n '__fish_seen_subcommand_from analyze' -F
complete -c matn -n '__fish_seen_subcommand_from analyze' -l json -d 'one JSON document'
complete -c matn -n '__fish_seen_subcommand_from analyze' -r -F -l html -d 'also write a page'
complete -c matn -n '__fish_seen_subcommand_from analyze' -x -l color -d 'whether to use colours' -a 'auto always never'
complete -c matn -n '__fish_seen_subcommand_from analyze' -x -l jobs -d 'files at once'
complete -c matn -n '__fish_seen_subcommand_from jsonl' -x -l text-field -d 'where a line holds its text'
complete -c matn -n '__fish_seen_subcommand_from jsonl' -x -l id-field -d 'where a line holds its identifier'
complete -c matn -n '__fish_seen_subcommand_from jsonl' -l tsv -d 'rows with tabs instead of JSON'
complete -c matn -n '__fish_seen_subcommand_from jsonl' -x -l columns -d 'the fields of a row' -a '(__fish_matn_list id text anchor order lang)'
complete -c matn -n '__fish_seen_subcommand_from jsonl' -l lenient -d 'bad lines leave the exit status at 0'
complete -c matn -n "$lines" -x -l jobs -d threads
complete -c matn -n "$lines" -l flush -d 'write each line at once'
complete -c matn -n "$lines" -l chunk-header -d 'a number of lines stands before them'
complete -c matn -n '__fish_seen_subcommand_from normalize' -x -l profile -d 'how far to go' -a 'repair orthography key'
complete -c matn -n '__fish_seen_subcommand_from normalize' -x -l rules -d 'what to do besides, and what not'
complete -c matn -n '__fish_seen_subcommand_from lookup' -x -l top -d 'entries a line at most'
complete -c matn -n '__fish_seen_subcommand_from lookup' -l exhaustive -d 'compare with all of the gazetteer'
complete -c matn -n '__fish_seen_subcommand_from compile' -F
complete -c matn -n '__fish_seen_subcommand_from compile' -r -F -s o -l output -d 'the file to write'
