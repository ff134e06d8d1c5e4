/* What words a text starts with, found by a list gone through and by its index. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../src/report/words.h"

static const char *const words[] = {"件", "件次", "条", "条目", "%", "万元", "元", "m", "mm", NULL};

static void agree(const char *const *list, const char *text, const char *wanted)
{
    struct word_index index;
    words_index(list, &index);
    const char *found[] = {words_starts(list, text), words_starts_in(&index, text)};
    for (size_t i = 0; i < 2; i++) {
        if (wanted)
            assert_string_equal(found[i], wanted);
        else
            assert_null(found[i]);
    }
}

static void the_longest_word_is_found(void **state)
{
    (void)state;
    agree(words, "件次,共", "件次");
    agree(words, "件,共", "件");
    agree(words, "条", "条");
    agree(words, "条目", "条目");
    agree(words, "%", "%");
    agree(words, "mmm", "mm");
    agree(words, "万", NULL);
    agree(words, "年", NULL);
    agree(words, "", NULL);
    agree(NULL, "件", NULL);
}

/* More words than the index has room for. */
static void a_long_list_is_gone_through(void **state)
{
    enum { MANY = WORDS_INDEXED + 20 };
    static char texts[MANY][16];
    const char *list[MANY + 1] = {NULL};
    (void)state;
    for (int i = 0; i < MANY; i++) {
        snprintf(texts[i], sizeof texts[i], "w%03d", i);
        list[i] = texts[i];
    }
    agree(list, "w000", "w000");
    agree(list, texts[MANY - 1], texts[MANY - 1]);
    agree(list, "w999", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_word_is_found),
        cmocka_unit_test(a_long_list_is_gone_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
