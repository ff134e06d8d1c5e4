/* store/journal and what a review makes of it. An odd first byte has the
 * hashes of the chain put right, so that the events themselves are reached. */
#include "fuzz_review.h"

#include <stdio.h>

#include "gouji/store/journal.h"

static const char key[] = "\"prev\":\"";

static char *find_prev(char *line, size_t nbytes)
{
    const size_t nkey = sizeof key - 1;
    for (size_t at = nbytes < nkey + 65 ? 0 : nbytes - nkey - 65 + 1; at-- > 0;)
        if (memcmp(line + at, key, nkey) == 0)
            return line[at + nkey + 64] == '"' ? line + at + nkey : NULL;
    return NULL;
}

static void mend_chain(char *bytes, size_t nbytes)
{
    char head[HASH_HEX_NBYTES];
    memset(head, '0', sizeof head);
    for (size_t at = 0; at < nbytes;) {
        char *newline = memchr(bytes + at, '\n', nbytes - at);
        size_t n = newline ? (size_t)(newline - bytes) - at : nbytes - at;
        char *prev = find_prev(bytes + at, n);
        if (prev)
            memcpy(prev, head, 64);
        hash_hex(bytes + at, n, head);
        at += n + 1;
    }
}

/* The lines are the file's, whole, each naming the one before it. */
static void check_lines(const struct journal_lines *lines, struct slice bytes)
{
    char head[HASH_HEX_NBYTES];
    size_t at = 0;
    memset(head, '0', 64);
    head[64] = '\0';
    for (size_t i = 0; i < lines->nlines; i++) {
        struct slice line = lines->lines[i];
        FUZZ_CHECK(line.nbytes <= bytes.nbytes - at);
        FUZZ_CHECK(memcmp(line.ptr, bytes.ptr + at, line.nbytes) == 0);
        FUZZ_CHECK(memchr(line.ptr, '\n', line.nbytes) == NULL);
        FUZZ_CHECK(memmem(line.ptr, line.nbytes, head, 64) != NULL);
        FUZZ_CHECK(hash_hex(line.ptr, line.nbytes, head) == 0);
        at += line.nbytes;
        FUZZ_CHECK(at < bytes.nbytes && bytes.ptr[at] == '\n');
        at++;
    }
    FUZZ_CHECK(strcmp(head, lines->head) == 0);
    FUZZ_CHECK(lines->broken_line == 0 || lines->broken_line == lines->nlines + 1);
    FUZZ_CHECK(lines->broken_line > 0 || at + lines->torn_nbytes == bytes.nbytes);
}

/* A torn tail goes when the journal is opened to write, and the next line holds. */
static void check_append(const char *path, const struct journal_lines *before, struct err *err)
{
    char line[160], hash[HASH_HEX_NBYTES];
    struct journal_lines after;
    struct journal *journal = journal_open(path, false, 0600, err);
    FUZZ_CHECK(journal != NULL);
    snprintf(line, sizeof line, "{%s%s\",\"t\":\"x\"}", key, before->head);
    FUZZ_CHECK(journal_append(journal, slice_of(line), hash, err) == 0);
    FUZZ_CHECK(journal_close(journal, err) == 0);
    FUZZ_CHECK(journal_load(path, &after, err) == 0);
    FUZZ_CHECK(after.broken_line == 0 && after.torn_nbytes == 0);
    FUZZ_CHECK(after.nlines == before->nlines + 1 && strcmp(after.head, hash) == 0);
    for (size_t i = 0; i < before->nlines; i++)
        FUZZ_CHECK(slice_equal(before->lines[i], after.lines[i]));
    journal_lines_release(&after);
}

static void check_journal(struct slice bytes)
{
    char path[FUZZ_PATH_NBYTES];
    struct journal_lines lines;
    struct err err = {0};
    fuzz_spill(fuzz_path("lines.jsonl", path), bytes);
    FUZZ_CHECK(journal_load(path, &lines, &err) == 0 && lines.exists);
    check_lines(&lines, bytes);
    if (lines.broken_line == 0)
        check_append(path, &lines, &err);
    journal_lines_release(&lines);
}

static char *tell(bool readonly)
{
    struct str told = STR_INIT;
    struct review *review = fuzz_open_review(readonly);
    fuzz_tell_review(review, &told);
    review_close(review, NULL);
    return str_detach(&told);
}

/* Looking changes nothing and says the same twice. */
static void check_replay(const char *path, struct slice bytes)
{
    size_t nbytes;
    char *first = tell(true), *second = tell(true);
    FUZZ_CHECK(first && second && strcmp(first, second) == 0);
    char *now = fuzz_slurp(path, &nbytes);
    FUZZ_CHECK(now && slice_equal(slice_make(now, nbytes), bytes));
    free(first);
    free(second);
    free(now);
}

static size_t count_notes(const struct review *review)
{
    const struct note *notes;
    return review_notes(review, &notes);
}

/* An act that was confirmed is there at the next opening. */
static void check_act(void)
{
    struct err err = {0};
    struct review *review = fuzz_open_review(false);
    size_t before = count_notes(review);
    bool done = review_annotate(review, (struct target)TARGET_REPORT, "记下", &err) == 0;
    size_t after = count_notes(review);
    FUZZ_CHECK(after == before + done);
    FUZZ_CHECK(review_close(review, &err) == 0);
    review = fuzz_open_review(true);
    FUZZ_CHECK(count_notes(review) == after);
    review_close(review, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[FUZZ_PATH_NBYTES];
    if (size == 0)
        return 0;
    char *bytes = malloc(size);
    FUZZ_CHECK(bytes != NULL);
    memcpy(bytes, data + 1, size - 1);
    if (data[0] & 1)
        mend_chain(bytes, size - 1);
    struct slice journal = slice_make(bytes, size - 1);
    check_journal(journal);
    fuzz_report();
    fuzz_remove_review();
    fuzz_spill(fuzz_path("a.txt.zhang.verdict.jsonl", path), journal);
    check_replay(path, journal);
    check_act();
    fuzz_remove_review();
    free(bytes);
    return 0;
}
