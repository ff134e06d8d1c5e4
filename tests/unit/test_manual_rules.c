/* gouji-rules(5) tells of every member that a rule file may have: the part on the
 * kinds is made here from the keys that files are held against, and
 * UPDATE_GOLDEN=1 build/tests/unit/test_manual_rules writes it anew. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/check/lint.h"
#include "../../src/check/rule_keys.h"
#include "gouji/base/path.h"

static const char PAGE[] = "data/man/gouji-rules.5";
static const char BEGIN[] = ".Ss Members of each kind\n", END[] = ".Sh SEE ALSO\n";

static const char README[] = "data/rules/README.md";

static char *read_page(const char *path)
{
    char *bytes = NULL;
    size_t nbytes;
    struct err err = {0};
    if (path_read(path, 1024 * 1024, "page", &bytes, &nbytes, &err) < 0)
        fail_msg("%s", err.text);
    return bytes;
}

/* The page is ASCII. */
static void add_ascii(const char *text, struct str *out)
{
    static const char dots[] = "…";
    for (const char *p = text; *p;) {
        bool is_dots = strncmp(p, dots, sizeof dots - 1) == 0;
        str_append(out, is_dots ? slice_of("...") : slice_make(p, 1));
        p += is_dots ? sizeof dots - 1 : 1;
    }
}

static void add_words(const char *title, const char *words, struct str *out)
{
    str_add(out, *words ? title : "");
    for (const char *p = words; *p; p += strspn(p, " ")) {
        size_t n = strcspn(p, " ");
        str_format(out, " %.*s", (int)n, p);
        p += n;
        str_add(out, *p ? " ," : " .\n");
    }
}

static void add_keys(const struct rule_key *keys, struct str *out)
{
    str_add(out, keys->name ? ".Bl -tag -compact -width Ds\n" : "");
    for (const struct rule_key *key = keys; key->name; key++) {
        str_format(out, ".It Cm %s\n", key->name);
        const char *lead = key->choices ? "one of" : lint_must_be(key);
        add_ascii(lead, out);
        str_add(out, key->is_required ? "; needed" : "");
        str_format(out, key->unless ? " where there is no %s\n" : "\n", key->unless);
        add_words(".Cm", key->choices ? key->choices : "", out);
        if (key->members)
            add_keys(key->members, out);
    }
    str_add(out, keys->name ? ".El\n" : "");
}

static void add_kind(const struct kind_keys *kind, struct str *out)
{
    add_words(".It Cm", kind->kinds, out);
    out->nbytes -= out->nbytes ? strlen(" .\n") : 0;
    str_byte(out, '\n');
    add_keys(kind->keys, out);
    add_words("Messages can name\n.Cm", kind->values, out);
    add_words("Cases are\n.Cm", kind->cases, out);
    if (!kind->keys->name && !*kind->values && !*kind->cases)
        str_add(out, "No members of its own.\n");
}

static void make_part(struct str *out)
{
    size_t n;
    const struct kind_keys *kinds = kind_keys_all(&n);
    str_add(out, BEGIN);
    str_add(out, ".Bl -tag -width Ds\n");
    for (size_t i = 0; i < n; i++)
        add_kind(&kinds[i], out);
    str_add(out, ".El\n");
}

static void write_page(const char *text, const char *begin, const char *end, const char *made)
{
    FILE *out = fopen(PAGE, "w");
    assert_non_null(out);
    fprintf(out, "%.*s%s%s", (int)(begin - text), text, made, end);
    fclose(out);
}

static void tells_of_every_member_of_each_kind(void **state)
{
    (void)state;
    struct str made = STR_INIT;
    make_part(&made);
    char *text = read_page(PAGE);
    const char *begin = strstr(text, BEGIN), *end = strstr(text, END);
    const char *update = getenv("UPDATE_GOLDEN");
    assert_true(begin && end);
    if (update && *update)
        write_page(text, begin, end, str_text(&made));
    else if ((size_t)(end - begin) != made.nbytes || memcmp(begin, made.data, made.nbytes) != 0)
        fail_msg("%s is not of today's keys; UPDATE_GOLDEN=1 build/tests/unit/test_manual_rules",
                 PAGE);
    free(text);
    str_release(&made);
}

/* Those of files and of all rules are told of by hand, before the kinds. */
static void tells_of_every_member_of_files_and_rules(void **state)
{
    (void)state;
    static const struct rule_key *const lists[] = {FILE_KEYS, RULE_KEYS};
    char *text = read_page(PAGE), *end = strstr(text, BEGIN);
    assert_non_null(end);
    *end = '\0';
    for (size_t i = 0; i < COUNT(lists); i++)
        for (const struct rule_key *key = lists[i]; key->name; key++) {
            const char *item = text;
            size_t n = strlen(key->name);
            bool is_named = false;
            while (!is_named && (item = strstr(item, ".It Cm "))) {
                const char *line_end = strchr(item, '\n');
                for (const char *at = item; (at = strstr(at, key->name)) && at < line_end; at += n)
                    is_named |= at[-1] == ' ' && (at[n] == ' ' || at[n] == '\n');
                item = line_end;
            }
            if (!is_named)
                fail_msg("%s does not name %s", PAGE, key->name);
        }
    free(text);
}

/* Whether the key stands in backquotes, alone or beside other words. */
static bool is_quoted_in(const char *text, const char *key)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz_0123456789";
    size_t n = strlen(key);
    bool is_quoted = false;
    for (const char *at = text; *at; at++) {
        is_quoted ^= *at == '`';
        if (is_quoted && !strchr(letters, *at) && strncmp(at + 1, key, n) == 0 &&
            (!at[1 + n] || !strchr(letters, at[1 + n])))
            return true;
    }
    return false;
}

static void check_quoted(const char *text, const struct kind_keys *kind,
                         const struct rule_key *keys)
{
    for (const struct rule_key *key = keys; key && key->name; key++) {
        if (!is_quoted_in(text, key->name))
            fail_msg("%s says nothing of %s, which %s has", README, key->name, kind->kinds);
        check_quoted(text, kind, key->members);
    }
}

/* What each of them is for is told by hand. */
static void the_readme_tells_what_each_key_is_for(void **state)
{
    (void)state;
    size_t n;
    const struct kind_keys *kinds = kind_keys_all(&n);
    char *text = read_page(README);
    for (size_t i = 0; i < n; i++)
        check_quoted(text, &kinds[i], kinds[i].keys);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_of_every_member_of_each_kind),
        cmocka_unit_test(tells_of_every_member_of_files_and_rules),
        cmocka_unit_test(the_readme_tells_what_each_key_is_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
