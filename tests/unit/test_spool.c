/* cli/spool, inputs and progress: what is kept comes back, lists are cut into
 * names, and the line of progress says how far and how long. */
#include "check.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../src/cli/inputs.h"
#include "../../src/cli/progress.h"
#include "../../src/cli/spool.h"

/* Pieces of 0 to 60 kB, together far more than stays in memory. */
static void fill(struct str *piece, size_t index)
{
    str_clear(piece);
    for (size_t i = 0; i < index * 7919 % 60000; i++)
        str_byte(piece, (char)('a' + (index + i) % 26));
}

static void pieces_come_back(void **state)
{
    (void)state;
    enum { PIECES = 200 };
    struct spool *spool = spool_new();
    struct piece pieces[PIECES];
    struct str piece = STR_INIT, back = STR_INIT;
    assert_non_null(spool);
    for (size_t i = 0; i < PIECES; i++) {
        fill(&piece, i);
        pieces[i] = spool_keep(spool, str_slice(&piece));
        assert_true(pieces[i].is_kept);
    }
    for (size_t i = PIECES; i-- > 0;) {
        fill(&piece, i);
        str_clear(&back);
        assert_int_equal(spool_read(spool, pieces[i], &back), 0);
        assert_true(slice_equal(str_slice(&piece), str_slice(&back)));
    }
    str_release(&piece);
    str_release(&back);
    spool_free(spool);
}

/* Two at a time, as by two threads, and one larger than the room of many. */
static void pieces_are_made_in_place(void **state)
{
    (void)state;
    enum { PIECES = 200, LARGE = 77, LARGE_NBYTES = 3000000 };
    struct spool *spool = spool_new();
    struct piece pieces[PIECES];
    struct str piece = STR_INIT, back = STR_INIT, *texts[2];
    for (size_t i = 0; i < PIECES; i += 2) {
        for (size_t k = 0; k < 2; k++) {
            assert_non_null(texts[k] = spool_begin(spool));
            fill(&piece, i + k);
            str_append(texts[k], str_slice(&piece));
            for (size_t n = 0; i + k == LARGE && n < LARGE_NBYTES; n++)
                str_byte(texts[k], 'L');
        }
        assert_ptr_not_equal(texts[0], texts[1]);
        pieces[i + 1] = spool_end(spool, texts[1]);
        pieces[i] = spool_end(spool, texts[0]);
        assert_true(pieces[i].is_kept && pieces[i + 1].is_kept);
    }
    for (size_t i = PIECES; i-- > 0;) {
        fill(&piece, i);
        str_clear(&back);
        assert_int_equal(spool_read(spool, pieces[i], &back), 0);
        assert_int_equal(back.nbytes, piece.nbytes + (i == LARGE ? LARGE_NBYTES : 0));
        assert_memory_equal(str_text(&back), str_text(&piece), piece.nbytes);
    }
    assert_int_equal(back.nbytes, 0); /* the first is empty */
    str_release(&piece);
    str_release(&back);
    spool_free(spool);
}

/* Memory or a file that was short for one piece does not spoil those beside it. */
static void a_failed_piece_leaves_the_others(void **state)
{
    (void)state;
    struct spool *spool = spool_new();
    struct str back = STR_INIT, *text = spool_begin(spool);
    str_add(text, "first");
    struct piece first = spool_end(spool, text);
    text = spool_begin(spool);
    str_add(text, "half of it");
    text->failed = true;
    assert_false(spool_end(spool, text).is_kept);
    text = spool_begin(spool);
    str_add(text, "last");
    struct piece last = spool_end(spool, text);
    assert_true(first.is_kept && last.is_kept);
    assert_int_equal(spool_read(spool, last, &back), 0);
    assert_int_equal(spool_read(spool, first, &back), 0);
    assert_string_equal(str_text(&back), "lastfirst");
    str_release(&back);
    spool_free(spool);
}

/* What is in the file and large goes out of it, other pieces must be read. */
static void pieces_are_sent(void **state)
{
    (void)state;
    enum { PIECES = 100, LEAST_SENT = 20 };
    char name[] = "/tmp/gouji-sent-XXXXXX";
    int fd = mkostemp(name, O_CLOEXEC);
    struct spool *spool = spool_new();
    struct piece pieces[PIECES];
    struct str piece = STR_INIT, back = STR_INIT;
    struct output out;
    size_t nsent = 0;
    output_init(&out, fd);
    for (size_t i = 0; i < PIECES; i++) {
        fill(&piece, i);
        pieces[i] = spool_keep(spool, str_slice(&piece));
    }
    for (size_t i = PIECES; i-- > 0;)
        if (spool_send(spool, pieces[i], &out)) {
            fill(&piece, i);
            str_clear(&back);
            assert_int_equal(pread(fd, str_room(&back, piece.nbytes), piece.nbytes,
                                   lseek(fd, 0, SEEK_CUR) - (off_t)piece.nbytes),
                             piece.nbytes);
            assert_memory_equal(back.data, piece.data, piece.nbytes);
            nsent++;
        }
    assert_true(nsent >= LEAST_SENT && nsent < PIECES);
    str_release(&piece);
    str_release(&back);
    spool_free(spool);
    unlink(name);
    close(fd);
}

/* Without room for a file the first pieces stay, the others must be made again. */
static void no_room_is_told(void **state)
{
    (void)state;
    const char *before = getenv("TMPDIR");
    char *kept = before ? strdup(before) : NULL;
    setenv("TMPDIR", "/nonexistent/folder", 1);
    struct spool *spool = spool_new();
    struct str piece = STR_INIT, back = STR_INIT;
    fill(&piece, 5);
    struct piece first = spool_keep(spool, str_slice(&piece)), last = first;
    for (int i = 0; i < 100 && last.is_kept; i++)
        last = spool_keep(spool, str_slice(&piece));
    assert_false(last.is_kept);
    assert_int_equal(spool_read(spool, first, &back), 0);
    assert_true(slice_equal(str_slice(&piece), str_slice(&back)));
    str_release(&piece);
    str_release(&back);
    spool_free(spool);
    if (kept)
        setenv("TMPDIR", kept, 1);
    else
        unsetenv("TMPDIR");
    free(kept);
}

struct list_case {
    const char *bytes;
    size_t nbytes;
    bool null;
    const char *joined; /* the names with | behind each; NULL: refused */
};

static void lists_are_cut_into_names(void **state)
{
    (void)state;
#define LIST(text) text, sizeof(text) - 1
    static const struct list_case cases[] = {
        {LIST("a\nb\n"), false, "x|a|b|"},
        {LIST("a\n\nb c"), false, "x|a|b c|"},
        {LIST("a\r\nb\r\n"), false, "x|a|b|"},
        {LIST("a\nb\0c\0"), false, "x|a\nb|c|"},
        {LIST("a\nb"), true, "x|a\nb|"},
        {LIST("a\0\0b"), true, "x|a|b|"},
        {LIST(""), false, "x|"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char name[] = "/tmp/gouji-list-XXXXXX";
        int fd = mkstemp(name);
        assert_int_equal(write(fd, cases[i].bytes, cases[i].nbytes), cases[i].nbytes);
        close(fd);
        const char *first = "x";
        const struct options options = {
            .paths = &first, .npaths = 1, .files_from = name, .null = cases[i].null};
        struct inputs inputs;
        struct err err;
        struct str joined = STR_INIT;
        assert_int_equal(inputs_read(&options, &inputs, &err), 0);
        for (size_t k = 0; k < inputs.npaths; k++)
            str_format(&joined, "%s|", inputs.paths[k]);
        assert_string_equal(str_text(&joined), cases[i].joined);
        str_release(&joined);
        inputs_release(&inputs);
        unlink(name);
    }
}

static void lists_of_nothing_are_refused(void **state)
{
    (void)state;
    struct inputs inputs;
    struct err err = {ERR_NONE, ""};
    struct options options = {.files_from = "/dev/null"};
    const char *none = NULL;
    options.paths = &none;
    assert_int_equal(inputs_read(&options, &inputs, &err), -1);
    assert_non_null(strstr(err.text, "names no file"));
    inputs_release(&inputs);
    options.files_from = "/nonexistent/list";
    assert_int_equal(inputs_read(&options, &inputs, &err), -1);
    assert_non_null(strstr(err.text, "/nonexistent/list"));
    inputs_release(&inputs);
}

static void progress_says_how_far(void **state)
{
    (void)state;
    static const struct {
        size_t done, total;
        double seconds;
        const char *line;
    } cases[] = {
        {0, 1800, 1, "0/1800 [                    ]   0%  0/s  0:00 left"},
        {450, 1800, 1, "450/1800 [#####               ]  25%  450/s  0:03 left"},
        {100, 10000, 10, "100/10000 [                    ]   1%  10/s  16:30 left"},
        {7, 7, 2, "7/7 [####################] 100%  4/s  0:00 left"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char line[128];
        progress_line(cases[i].done, cases[i].total, cases[i].seconds, line, sizeof line);
        assert_string_equal(line, cases[i].line);
    }
}

static void pipes_get_no_progress(void **state)
{
    (void)state;
    int ends[2];
    char byte;
    struct progress progress;
    assert_int_equal(pipe2(ends, O_NONBLOCK | O_CLOEXEC), 0);
    progress_begin(&progress, ends[1], 100);
    progress.began = progress.drawn = 0;
    for (int i = 0; i < 100; i++)
        progress_step(&progress);
    progress_hide(&progress);
    assert_int_equal(read(ends[0], &byte, 1), -1);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_come_back),
        cmocka_unit_test(pieces_are_sent),
        cmocka_unit_test(pieces_are_made_in_place),
        cmocka_unit_test(a_failed_piece_leaves_the_others),
        cmocka_unit_test(no_room_is_told),
        cmocka_unit_test(lists_are_cut_into_names),
        cmocka_unit_test(lists_of_nothing_are_refused),
        cmocka_unit_test(progress_says_how_far),
        cmocka_unit_test(pipes_get_no_progress),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
