# Reads llvm-cov's listing of one source with the counts of both sides of each condition. Prints
# floor, sides, sides taken; appends the others to `out`: "FILE:LINE REASON: CONDITION is never true".
#
# Reasons, the first that holds:
# - memory short: the side on which a function of `memory` fails, or what it gave, is looked at;
#   these fail for want of memory only.
# - the system says no: the same of a function of `system`, or errno is asked.
# - handed on: a call, or a status kept from one, that failed: the failure is that of what was
#   called, and is counted there.
# - absent: that a pointer, or what a key or a name is looked up by, is there, where it always was.
# - a limit: a constant of that name is reached or not.
# - no end: a loop that is always left from inside.
# - logic: anything else.

function listed(words, into,   n, i, list) {
    n = split(words, list, " ")
    for (i = 1; i <= n; i++)
        into[list[i]] = 1
}

BEGIN {
    listed("malloc calloc realloc strdup strndup str_detach str_reserve vec_room map_set map_new " \
           "arena_new arena_array arena_alloc arena_copy arena_text arena_failed fold_text " \
           "letters_make json_put json_add append err_set_nomem", memory)
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

# The function whose answer the condition is, by what was last put into the variable if it is one.
function callee(what,   name) {
    name = what
    sub(/^!+/, "", name)
    if (match(name, /^[a-z_0-9A-Z]+\(/))
        return substr(name, 1, RLENGTH - 1)
    sub(/ *(==|!=|<|>|<=|>=).*/, "", name)
    if (match(name, /^[a-z_0-9A-Z]+\(/))
        return substr(name, 1, RLENGTH - 1)
    return name in from ? from[name] : ""
}

function reason(what, side,   called) {
    called = callee(what)
    if (what ~ /failed|NOMEM|nomem/ || called in memory || called ~ /^cJSON_(Add|Create|Dup)/ ||
        called ~ /_(new|make|copy|dup)$/)
        return "memory short"
    if (what ~ /errno/ || called in system_calls)
        return "the system says no"
    if (what ~ /status|^!?rc$/ || (called != "" && called !~ /^(is|has|json_get|json_string)/ &&
                                 what !~ /[<>]/))
        return "handed on"
    if (what ~ /^!*[a-z_]+((->|\.)[a-z_]+)*(\[[a-z0-9_]+\])?$/ || what ~ /[!=]= NULL/)
        return "absent"
    if (what ~ /[^a-z]([A-Z][A-Z0-9]+_[A-Z0-9_]+)/)
        return "a limit"
    return "logic"
}

function tell(number, what, side) {
    print source ":" number " " reason(what, side) ": " what " is never " side >>out
}

/^ *[0-9]+\|/ {
    number = $0
    sub(/\|.*/, "", number)
    text = $0
    sub(/^ *[0-9]+\| *[^|]*\|/, "", text)
    line[number + 0] = text
    if (text ~ /^\{/)
        split("", from)
    if (match(text, /[a-z_]+ = !?[a-z_A-Z0-9]+\(/)) {
        assigned = substr(text, RSTART, RLENGTH)
        name = called = assigned
        sub(/ =.*/, "", name)
        sub(/.*= !?/, "", called)
        sub(/\($/, "", called)
        from[name] = called
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
