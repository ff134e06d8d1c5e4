# Completion of gouji's command line for bash; wants no other package.

_gouji_options() {
    local everywhere='--help --version --lang --log'
    local reviews="$everywhere --reviewer --verdicts"
    local screen="$reviews --color --theme --config --script --size --styles --dump"
    case $1 in
    review) echo "$screen --plain --dump-config --check-config --fresh --readonly" ;;
    tutor) echo "$screen" ;;
    check) echo "$everywhere --format --jobs --files-from --null --prior" ;;
    show) echo "$reviews --prior --text --ascii" ;;
    opinion) echo "$reviews --format --prior --all --output" ;;
    ledger) echo "$reviews --format --expected --year" ;;
    rollup) echo "$reviews --format --whole --all" ;;
    compare) echo "$reviews --format --prior" ;;
    rules) echo "$everywhere --check" ;;
    explain) echo "$everywhere" ;;
    esac
}

_gouji_formats() {
    case $1 in
    check) echo 'text json jsonl sarif junit csv rdjsonl' ;;
    opinion) echo 'text markdown' ;;
    ledger | rollup) echo 'text json csv' ;;
    compare) echo 'text json' ;;
    esac
}

# The word of command typed so far; none: review.
_gouji_command() {
    local word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
        tutor | check | show | opinion | ledger | rollup | compare | rules | explain)
            echo "$word"
            return
            ;;
        esac
    done
    echo review
}

_gouji_words() {
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

_gouji() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command
    command=$(_gouji_command)
    COMPREPLY=()
    # --name=value comes as three words
    [ "$cur" = = ] && cur=
    [ "$prev" = = ] && prev=${COMP_WORDS[COMP_CWORD - 2]}
    case $prev in
    --lang) _gouji_words 'zh en' "$cur" ;;
    --color) _gouji_words 'auto always never' "$cur" ;;
    --theme) _gouji_words 'contrast dark deutan light mono' "$cur" ;;
    --format) _gouji_words "$(_gouji_formats "$command")" "$cur" ;;
    --size) _gouji_words '80x24 120x40 200x50' "$cur" ;;
    --verdicts) mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
    --reviewer | --jobs | -j | --year) ;;
    *)
        if [[ $cur == -* ]]; then
            _gouji_words "$(_gouji_options "$command")" "$cur"
        elif [ "$command" = tutor ]; then
            mapfile -t COMPREPLY < <(compgen -d -- "$cur")
        elif [ "$command" = explain ]; then
            _gouji_words "$(gouji rules --lang en 2>/dev/null | awk '/^[A-Z][A-Z0-9]*-/ { print $1 }')" "$cur"
        else
            mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            [ "$COMP_CWORD" -eq 1 ] && mapfile -t COMPREPLY < <(
                printf '%s\n' "${COMPREPLY[@]}"
                compgen -W 'tutor check show opinion ledger rollup compare rules explain' -- "$cur"
            )
        fi
        ;;
    esac
}

complete -o filenames -F _gouji gouji
