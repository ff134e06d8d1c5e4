# Reads llvm-cov's listing of one source with the counts of both sides of each condition. Prints
# floor, sides, sides taken; appends the others to `out`: "FILE:LINE REASON: CONDITION is never true".
#
# Reasons, the first that holds. The function of a condition is the one it calls, or the one by
# which what it asks for was last given a value above.
# - memory short: the side on which a function that fails for want of memory only (`memory`, and
#   what makes, copies or adds) does so, or `failed` or NOMEM is asked for.
# - the system says no: the same of a call to the system, or errno is asked for.
# - handed on: a function or a status that tells of a failure: it is that of what was called, and is
#   counted there.
# - cannot be: a default: where all cases stand above.
# - absent: that a pointer is there which always was; NULL and empty arguments.
# - a limit: a constant, in capitals, is reached or not.
# - logic: anything else.

function listed(words, into,   n, i, list) {
    n = split(words, list, " ")
    for (i = 1; i <= n; i++)
        into[list[i]] = 1
}

BEGIN {
    listed("malloc calloc realloc strdup strndup str_detach vec_room map_set fold_text append " \
           "err_set_nomem path_join path_dir", memory)
    listed("open openat fstat stat fstatat lstat fsync fdatasync ftruncate write pwrite read pread " \
           "close fcntl flock link linkat rename renameat unlink unlinkat mkdir lseek scandir " \
           "gethostname getrandom localtime_r gmtime_r clock_gettime pthread_create realpath " \
           "hash_hex setlocale", system_calls)
}

# The condition that begins at a column (bytes): up to what ends it on its line.
function condition(text, column,   rest, i, c, depth) {
    rest = substr(text, column)
    for (i = 1; i <= length(rest); i++) {
        c = substr(rest, i, 1)
        if (c == "(" || c == "[")
            depth++
        else if (c == ")" || c == "]")
            depth--
        if (depth < 0 || (depth == 0 && (c ~ /[;?,{]/ || substr(rest, i, 2) ~ /^(&&|\|\|)$/)))
            break
    }
    rest = substr(rest, 1, i - 1)
    sub(/ +$/, "", rest)
    return rest
}

function first_call(text) {
    return match(text, /[a-z_0-9A-Z]+\(/) ? substr(text, RSTART, RLENGTH - 1) : ""
}

function callee(what,   name) {
    name = what
    sub(/^[!(]+/, "", name)
    sub(/^[a-z_>.-]+ = /, "", name)
    if (match(name, /^[a-z_0-9A-Z]+\(/))
        return substr(name, 1, RLENGTH - 1)
    sub(/ *(==|!=|<|>|<=|>=|,).*/, "", name)
    return name in from ? from[name] : ""
}

function reason(what,   called) {
    called = callee(what)
    if (what ~ /failed|NOMEM|nomem/ || called in memory ||
        called ~ /^(arena_|cJSON_(Add|Create|Dup|Set)|json_(put|add))|(_|^)(new|make|copy|dup|add)(_|$)/)
        return "memory short"
    if (what ~ /errno/ || called in system_calls)
        return "the system says no"
    if (what ~ /status|^!?rc( |$)/ || (called != "" && what ~ /(^[a-z_]+\(.*\)|[!=]= 0|< 0)$/ &&
                                      called !~ /^(is|has|str|mem)|_(is|has)_/))
        return "handed on"
    if (what ~ /^default:/)
        return "cannot be"
    if (what ~ /^[!*]*[a-z_]+((->|\.)[a-z_]+)*(\[[a-z0-9_]+\])?$/ || what ~ /[!=]= NULL/ || called != "" &&
        what ~ /^!?[a-z_]+$/)
        return "absent"
    if (what ~ /(^|[^a-z])[A-Z][A-Z0-9]+_[A-Z0-9_]+/)
        return "a limit"
    return "logic"
}

function tell(number, what, side) {
    print source ":" number " " reason(what) ": " what " is never " side >>out
}

/^ *[0-9]+\|/ {
    number = $0
    sub(/\|.*/, "", number)
    text = $0
    sub(/^ *[0-9]+\| *[^|]*\|/, "", text)
    line[number + 0] = text
    if (text ~ /^\{/)
        split("", from)
    if (match(text, /[a-z_]+ = [^=;]*\(/)) {
        name = assigned = substr(text, RSTART, RLENGTH)
        sub(/ = .*/, "", name)
        sub(/[^=]* = /, "", assigned)
        from[name] = first_call(assigned)
    }
}

/Branch \([0-9]+:[0-9]+\): \[True:/ {
    split($0, part, /[():]/)
    number = part[2] + 0
    what = condition(line[number], part[3] + 0)
    never_true = $0 ~ /True: 0,/
    never_false = $0 ~ /False: 0\]/
    all += 2
    taken += !never_true + !never_false
    if (never_true)
        tell(number, what, "true")
    if (never_false)
        tell(number, what, "false")
}

END { print floor, all + 0, taken + 0 }
