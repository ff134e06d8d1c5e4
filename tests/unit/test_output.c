/* cli/output and cli/drawing: checked writes, and tables whose lines meet. */
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../src/cli/drawing.h"
#include "gouji/cli/output.h"
#include "gouji/text/width.h"

static void full_disk_is_an_error(void **state)
{
    (void)state;
    int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        skip();
    struct output out;
    struct err err = {ERR_NONE, ""};
    output_init(&out, fd);
    output_add(&out, "x");
    assert_int_equal(output_finish(&out, &err), -1);
    assert_int_equal(err.kind, ERR_IO);
    assert_non_null(strstr(err.text, strerror(ENOSPC)));
    close(fd);
}

static void gone_reader_is_a_quiet_end(void **state)
{
    (void)state;
    int ends[2];
    struct err err = {ERR_NONE, ""};
    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    struct output out;
    output_init(&out, ends[1]);
    for (int i = 0; i < 70000; i++)
        output_add(&out, "x");
    output_drain(&out);
    assert_true(out.is_closed);
    assert_int_equal(output_finish(&out, &err), 0);
    close(ends[1]);
}

static void only_terminals_get_text_sanitised(void **state)
{
    (void)state;
    const char *text = "a\tb\r\n\x1B[31m\r\nlast\r";
    struct output out;
    output_init(&out, -1);
    assert_false(out.is_terminal);
    output_exact(&out, slice_of(text));
    assert_string_equal(str_text(&out.pending), text);
    str_clear(&out.pending);
    out.is_terminal = true;
    output_exact(&out, slice_of(text));
    assert_string_equal(str_text(&out.pending), "a\tb\n^[[31m\nlast^M");
    str_clear(&out.pending);
    output_shown(&out, slice_of("a\nb"));
    assert_string_equal(str_text(&out.pending), "a^Jb");
    str_release(&out.pending);
}

enum { MANY_NBYTES = 40000 };

/* A file without a name of letters in turn. */
static int make_letters(char *letters)
{
    char name[] = "/tmp/gouji-letters-XXXXXX";
    int fd = mkostemp(name, O_CLOEXEC);
    assert_true(fd >= 0);
    unlink(name);
    for (size_t i = 0; i < MANY_NBYTES; i++)
        letters[i] = (char)('a' + i % 26);
    assert_int_equal(write(fd, letters, MANY_NBYTES), MANY_NBYTES);
    return fd;
}

/* From the second letter to the last but one, behind what is pending: into a file, and into
 * one that is only added to, which the kernel does not do. */
static void files_are_passed_on(void **state)
{
    (void)state;
    static const struct {
        int flags;
        bool is_passed_on;
    } cases[] = {{0, true}, {O_APPEND, false}};
    static char letters[MANY_NBYTES], back[2 * MANY_NBYTES];
    int from = make_letters(letters);
    for (size_t i = 0; i < COUNT(cases); i++) {
        char name[] = "/tmp/gouji-output-XXXXXX";
        int fd = mkostemp(name, cases[i].flags | O_CLOEXEC);
        struct output out;
        struct err err;
        output_init(&out, fd);
        output_add(&out, "first ");
        assert_false(output_from(&out, from, 1, 100));
        assert_int_equal(output_from(&out, from, 1, MANY_NBYTES - 2), cases[i].is_passed_on);
        output_add(&out, " last");
        assert_int_equal(output_finish(&out, &err), 0);
        size_t nbytes = (size_t)pread(fd, back, sizeof back, 0);
        assert_int_equal(nbytes,
                         strlen("first  last") + (size_t)cases[i].is_passed_on * (MANY_NBYTES - 2));
        assert_memory_equal(back, "first ", strlen("first "));
        if (cases[i].is_passed_on)
            assert_memory_equal(back + strlen("first "), letters + 1, MANY_NBYTES - 2);
        assert_memory_equal(back + nbytes - strlen(" last"), " last", strlen(" last"));
        close(fd);
        unlink(name);
    }
    close(from);
}

static void files_passed_on_are_checked(void **state)
{
    (void)state;
    static char letters[MANY_NBYTES];
    int from = make_letters(letters), ends[2], to = open("/dev/null", O_WRONLY | O_CLOEXEC);
    struct output out;
    struct err err = {ERR_NONE, ""};
    output_init(&out, to);
    assert_true(output_from(&out, from, 1, MANY_NBYTES)); /* one more than there are */
    assert_int_equal(output_finish(&out, &err), -1);
    assert_int_equal(err.kind, ERR_IO);
    close(to);
    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    output_init(&out, ends[1]);
    output_add(&out, "x");
    assert_true(output_from(&out, from, 0, MANY_NBYTES));
    assert_true(out.is_closed);
    assert_int_equal(output_finish(&out, &err), 0);
    output_init(&out, ends[1]);
    out.is_terminal = true;
    assert_false(output_from(&out, from, 0, MANY_NBYTES));
    assert_int_equal(output_finish(&out, &err), 0);
    close(ends[1]);
    close(from);
}

static void draw(bool ascii, bool left, const char *const *texts, size_t nrows, size_t ncols,
                 struct output *out)
{
    struct drawing drawing;
    assert_int_equal(drawing_init(&drawing, nrows, ncols), 0);
    drawing.ascii = ascii;
    drawing.left = left;
    for (size_t i = 0; i < nrows * ncols; i++)
        drawing_set(&drawing, i / ncols, i % ncols, slice_of(texts[i]));
    output_init(out, -1);
    assert_int_equal(drawing_print(&drawing, out), 0);
    drawing_release(&drawing);
}

static void tables_are_drawn(void **state)
{
    (void)state;
    const char *const texts[] = {"信息", "社会公益组织", "总计", "甲 \n 乙", "12", "3"};
    struct output out;
    draw(false, false, texts, 2, 3, &out);
    assert_string_equal(str_text(&out.pending), "┌─────┬────────┬────┐\n"
                                                "│信息 │社会公益│总计│\n"
                                                "│     │组织    │    │\n"
                                                "├─────┼────────┼────┤\n"
                                                "│甲 乙│      12│   3│\n"
                                                "└─────┴────────┴────┘\n");
    str_release(&out.pending);
    draw(true, true, texts, 2, 3, &out);
    assert_string_equal(str_text(&out.pending), "+-----+------------+----+\n"
                                                "|信息 |社会公益组织|总计|\n"
                                                "+-----+------------+----+\n"
                                                "|甲 乙|12          |3   |\n"
                                                "+-----+------------+----+\n");
    str_release(&out.pending);
}

/* Whatever the texts, every line of a table has the same columns. */
static void lines_are_of_one_width(void **state)
{
    (void)state;
    static const char *const parts[] = {"",
                                        "12",
                                        "政府信息公开申请数量",
                                        "a\u202Eb",
                                        "\xFF",
                                        "\x1B[0m",
                                        "（一）、",
                                        "verylongwordwithoutanybreakinside",
                                        "\tx\n",
                                        "é",
                                        "　",
                                        "“引”"};
    uint32_t seed = 5;
    for (int round = 0; round < 300; round++) {
        const char *texts[12];
        for (size_t i = 0; i < COUNT(texts); i++) {
            seed = seed * 1664525u + 1013904223u;
            texts[i] = parts[(seed >> 16) % COUNT(parts)];
        }
        struct output out;
        draw(round % 2, round % 3 == 0, texts, 4, 3, &out);
        const char *line = str_text(&out.pending);
        int ncols = width_text(slice_make(line, strcspn(line, "\n")));
        for (; *line; line += strcspn(line, "\n") + 1)
            assert_int_equal(width_text(slice_make(line, strcspn(line, "\n"))), ncols);
        str_release(&out.pending);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_disk_is_an_error),
        cmocka_unit_test(gone_reader_is_a_quiet_end),
        cmocka_unit_test(only_terminals_get_text_sanitised),
        cmocka_unit_test(files_are_passed_on),
        cmocka_unit_test(files_passed_on_are_checked),
        cmocka_unit_test(tables_are_drawn),
        cmocka_unit_test(lines_are_of_one_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
