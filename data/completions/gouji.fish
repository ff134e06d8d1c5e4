# Completion of gouji's command line for fish.

set -l commands tutor check show opinion ledger rollup compare rules explain

function __gouji_on
    set -l given review
    for word in (commandline -opc)[2..]
        if contains -- $word tutor check show opinion ledger rollup compare rules explain
            set given $word
            break
        end
    end
    contains -- $given $argv
end

function __gouji_checks
    command -q gouji; and gouji rules --lang en 2>/dev/null | string replace -rf '^([A-Z][A-Z0-9]*-\S+)\s+\S+\s+(.*)$' '$1\t$2'
end

set -l reviews '__gouji_on review tutor show opinion ledger rollup compare'
set -l screen '__gouji_on review tutor'

complete -c gouji -n "not __fish_seen_subcommand_from $commands" -a tutor -d 'learn it in five minutes, on copies'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -a check -d 'print findings without a screen'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -a show -d 'print the rebuilt tables, or the text'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -a opinion -d 'print the problems to send back'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -a ledger -d 'list who has reported, when, and the state of review'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -a rollup -d "compare a region's tables with the sums of its parts"
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -a compare -d 'say what a report sent in again has mended and changed'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -a rules -d 'list the checks and their state'
complete -c gouji -n "not __fish_seen_subcommand_from $commands" -a explain -d 'say what a check does and rests on'
complete -c gouji -n '__gouji_on explain' -x -a '(__gouji_checks)'
complete -c gouji -n '__gouji_on rules' -f

complete -c gouji -l help -s h -d 'show the help'
complete -c gouji -l version -s V -d 'show the version'
complete -c gouji -l lang -x -a 'zh en' -d 'language of messages and findings'
complete -c gouji -l log -s v -r -d 'write a log of what the program does'
complete -c gouji -n $reviews -l reviewer -x -d 'who reviews'
complete -c gouji -n $reviews -l verdicts -x -a '(__fish_complete_directories)' -d 'folder of the verdict files'
complete -c gouji -n '__gouji_on check' -l format -x -a 'text json jsonl sarif junit csv rdjsonl' -d 'what to print'
complete -c gouji -n '__gouji_on opinion' -l format -x -a 'text markdown' -d 'what to print'
complete -c gouji -n '__gouji_on ledger rollup' -l format -x -a 'text json csv' -d 'what to print'
complete -c gouji -n '__gouji_on compare' -l format -x -a 'text json' -d 'what to print'
complete -c gouji -n '__gouji_on check' -l jobs -s j -x -d 'threads'
complete -c gouji -n '__gouji_on check' -l files-from -r -d 'further names, one a line'
complete -c gouji -n '__gouji_on check' -l null -s 0 -d 'names in that list end in NUL'
complete -c gouji -n '__gouji_on rules' -l check -r -d 'name the faults of a rule file'
complete -c gouji -n '__gouji_on ledger' -l expected -r -d 'who must report'
complete -c gouji -n '__gouji_on ledger' -l year -x -d 'of the reports listed'
complete -c gouji -n '__gouji_on rollup' -l whole -r -d "the report whose tables are the sums of the others'"
complete -c gouji -n '__gouji_on check show opinion compare' -l prior -r -d "last year's report"
complete -c gouji -n '__gouji_on show' -l text -d 'print the text that spans point into'
complete -c gouji -n '__gouji_on show' -l ascii -d 'draw with ASCII characters only'
complete -c gouji -n '__gouji_on opinion rollup' -l all -d 'also what is not decided, or agrees'
complete -c gouji -n '__gouji_on opinion' -l output -s o -r -d 'write into a file'
complete -c gouji -n $screen -l color -x -a 'auto always never' -d 'colours on the screen'
complete -c gouji -n $screen -l theme -x -a 'contrast dark deutan light mono' -d colours
complete -c gouji -n $screen -l config -r -d 'configuration to read'
complete -c gouji -n '__gouji_on review' -l plain -d 'no screen: commands in, lines of text out'
complete -c gouji -n '__gouji_on review' -l dump-config -d 'print the configuration as it stands'
complete -c gouji -n '__gouji_on review' -l check-config -d 'name the faults of the configuration'
complete -c gouji -n '__gouji_on review' -l fresh -d 'forget places of the last session'
complete -c gouji -n '__gouji_on review' -l readonly -d 'look only, decide nothing'
complete -c gouji -n $screen -l script -r -d 'take keys from a file and print screens'
complete -c gouji -n $screen -l size -x -a '80x24 120x40 200x50' -d "size of the script's screen"
complete -c gouji -n $screen -l styles -d 'name styles in printed screens'
complete -c gouji -n $screen -l dump -d "print the script's last screen, too"
