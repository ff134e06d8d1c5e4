/* Keys by chance, on a folder of reports, on screens of all sizes: whatever
 * comes, the workstation goes on and ends with status 0. The same keys every
 * time; SEED=N in the environment begins with others. */
#include "folder_fixture.h"

enum { ROUNDS = 6, KEYS = 250 };

static const char *const keys[] = {
    "j",
    "k",
    "h",
    "l",
    "<Space>",
    "b",
    "<C-d>",
    "<C-u>",
    "gg",
    "G",
    "zt",
    "zz",
    "zb",
    "<Enter>",
    "}",
    "{",
    ")",
    "(",
    "]t",
    "[t",
    "]]",
    "[[",
    "]p",
    "[p",
    ">",
    "<",
    "<C-o>",
    "]j",
    "[j",
    "''",
    "ma",
    "'a",
    "n",
    "N",
    "v",
    "S",
    "o",
    "O",
    "L",
    "gd",
    "gt",
    "gf",
    "gn",
    "go",
    "gl",
    "<Tab>",
    "<S-Tab>",
    "=",
    "E",
    "+",
    "-",
    "c",
    "s",
    "i",
    ".",
    "u",
    "<C-r>",
    "<Esc>",
    "y",
    "3",
    "12",
    "50",
    "%",
    "t",
    "T",
    "?",
    "wait",
    "dump",
    "paste:甲乙",
    "<C-g>",
    "/\ntext:1\n<Enter>",
    "/\ntext:公开",
    "g/\ntext:，\n<Enter>",
    "&\ntext:信息\n<Enter>",
    "&\n<Enter>",
    ":\ntext:T3.open.np\n<Enter>",
    ":\ntext:S3\n<Enter>",
    ":\ntext:50%\n<Enter>",
    ":\ntext:layout single\n<Enter>",
    ":\ntext:layout side\n<Enter>",
    ":\ntext:layout auto\n<Enter>",
    "a\ntext:记\n<C-s>",
    "A\ntext:w 题\n<Enter>\n<Enter>",
    "C\n3\n<Enter>",
    "r\ntext:因\n<Esc>",
    "x\ntext:因\n<Enter>",
    "R\n<C-u>\ntext:7\n<Enter>",
    "resize:80x24",
    "resize:40x10",
    "resize:200x50",
    "resize:20x5",
    "resize:120x17",
};

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void test_any_keys_do(void **state)
{
    static const int sizes[][2] = {{24, 80}, {40, 120}, {45, 160}, {17, 100}, {12, 60}, {50, 200}};
    struct desk *desk = *state;
    const char *first = getenv("SEED");
    unsigned seed = first ? (unsigned)strtoul(first, NULL, 10) : 1;
    folder_make(desk);
    for (int round = 0; round < ROUNDS; round++) {
        struct str script = STR_INIT;
        str_add(&script, "<Enter>\n");
        for (int i = 0; i < KEYS; i++)
            str_format(&script, "%s\n", keys[next_random(&seed) % COUNT(keys)]);
        str_add(&script, "<Esc>\n<Esc>\n<Esc>\nresize:80x24\ndump:end\n");
        char *dumps = script_run(desk, &(struct script){.keys = str_text(&script),
                                                        .path = desk->dir,
                                                        .rows = sizes[round][0],
                                                        .cols = sizes[round][1]});
        expect_in(dumps, "== end");
        free(dumps);
        str_release(&script);
    }
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {CASE(test_any_keys_do)};
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
