/* Files of a review cut at every byte and with every bit flipped: what is shown
 * is what was decided, or nothing and a word about it, and never anything else.
 * By default a sample, by a prime step; GOUJI_EXHAUSTIVE=1: every one. Then a
 * verdict file beyond the sample is opened as a review only where reading it
 * does not tell already that it is damaged. */
#include "../../src/review/verdict.h"
#include "review_fixture.h"

struct file {
    const char *path;
    char *bytes;
    size_t nbytes;
};

/* What the files of the finished session say, and what no files say. */
struct said {
    struct str whole, nothing;
    struct file verdict, journal;
};

static size_t step(size_t sampled)
{
    const char *chosen = getenv("GOUJI_EXHAUSTIVE");
    return chosen && *chosen && strcmp(chosen, "0") != 0 ? 1 : sampled;
}

static void tell(const struct review *review, struct str *out)
{
    const struct note *notes;
    const struct problem *problems;
    const struct mark *marks;
    const struct reading *readings;
    for (size_t i = 0; i < review_findings(review)->nitems; i++) {
        struct decision decision = review_decision(review, i);
        const struct finding *item = &review_findings(review)->items[i];
        str_format(out, "%s/%s %d %s %s %s\n", item->rule->id, item->instance,
                   (int)decision.verdict, decision.reason, decision.by, decision.at);
    }
    for (size_t i = 0, n = review_notes(review, &notes); i < n; i++)
        str_format(out, "note %s %s %s\n", notes[i].text, notes[i].by, notes[i].at);
    for (size_t i = 0, n = review_problems(review, &problems); i < n; i++)
        str_format(out, "problem %d %s %s\n", (int)problems[i].level, problems[i].text,
                   problems[i].basis);
    for (size_t i = 0, n = review_marks(review, &marks); i < n; i++)
        str_format(out, "mark %c %s\n", marks[i].name, marks[i].target.cell);
    for (size_t i = 0, n = review_readings(review, &readings); i < n; i++)
        str_format(out, "reading %s %d %lld\n", readings[i].cell, (int)readings[i].state,
                   (long long)readings[i].value);
    struct conclusion_state conclusion = review_conclusion(review);
    str_format(out, "conclusion %d %s\n", (int)conclusion.status,
               conclusion.note ? conclusion.note : "");
    assert_false(out->failed);
}

/* Opens what stands on the disk, to look; true: read-only, and it says why. */
static bool look(struct desk *desk, struct str *out)
{
    struct err err = {0};
    struct review *review = review_open(desk->report, NULL, desk->rules, &desk->options, &err);
    if (!review)
        fail_msg("%s", err.text);
    str_clear(out);
    tell(review, out);
    bool told = review_is_readonly(review) && review_notice(review);
    review_close(review, NULL); /* opened to look: writes nothing */
    return told;
}

static void session(struct desk *desk)
{
    static const struct target report = TARGET_REPORT;
    static const struct correction correction = {"T3.denied_3.np", "0"};
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    desk_decide(desk, "T3-02", "denied_2", VERDICT_EXPLAINED, "已说明");
    OK(review_annotate(desk->review, report, "看过原件", why));
    OK(review_correct(desk->review, &correction, 1, NULL, "看错", why));
    OK(review_add_problem(desk->review, report, SEVERITY_WARNING, "缺统计期限", "条例", why));
    OK(review_mark(desk->review, 'b', (struct target){-1, "T3.new.np", {0, 0}}, why));
    OK(review_conclude(desk->review, CONCLUSION_RETURNED, "请改正", true, why));
}

static void prepare(struct desk *desk, struct said *said)
{
    desk_set(desk, "unable_1", 0, 3);
    desk_set(desk, "denied_2", 0, 1);
    desk_start(desk);
    *said = (struct said){.verdict.path = desk->verdict, .journal.path = desk->journal};
    tell(desk->review, &said->nothing);
    session(desk);
    tell(desk->review, &said->whole);
    OK(review_close(desk->review, why));
    desk->review = NULL;
    said->verdict.bytes = desk_slurp(desk->verdict, &said->verdict.nbytes);
    said->journal.bytes = desk_slurp(desk->journal, &said->journal.nbytes);
}

static void release(struct said *said)
{
    str_release(&said->whole);
    str_release(&said->nothing);
    free(said->verdict.bytes);
    free(said->journal.bytes);
}

static void put(const struct file *file, size_t nbytes)
{
    desk_spill(file->path, file->bytes, nbytes);
}

/* Both files as they were, but for what is tried next. */
static void restore(const struct desk *desk, const struct said *said, bool other)
{
    char backup[160];
    snprintf(backup, sizeof backup, "%s.bak", desk->verdict);
    unlink(backup);
    put(&said->verdict, said->verdict.nbytes);
    put(&said->journal, said->journal.nbytes);
    if (!other)
        unlink(desk->journal);
}

static void check(struct desk *desk, const struct said *said, const char *what, size_t at,
                  bool may_be_nothing, struct str *now)
{
    bool told = look(desk, now);
    bool same = strcmp(str_text(now), str_text(&said->whole)) == 0;
    bool nothing = strcmp(str_text(now), str_text(&said->nothing)) == 0;
    if (!same && !(may_be_nothing && nothing && told))
        fail_msg("%s %zu: loaded with another meaning:\n%s", what, at, str_text(now));
}

static bool is_told_damaged(const struct said *said, const struct file *file)
{
    struct verdict_file read;
    struct err err = {0};
    if (file != &said->verdict)
        return false;
    assert_int_equal(verdict_read(file->path, &read, &err), 0);
    bool told = read.health == VERDICT_FILE_DAMAGED && read.why[0];
    verdict_file_release(&read);
    return told;
}

/* The first bytes of a file as it now is in memory, beside the other file or alone. */
static void check_damaged(struct desk *desk, const struct said *said, const struct file *file,
                          size_t nbytes, bool other, bool in_sample, const char *what, size_t at)
{
    struct str now = STR_INIT;
    put(file, nbytes);
    if (in_sample || !is_told_damaged(said, file)) {
        restore(desk, said, other);
        put(file, nbytes);
        check(desk, said, what, at, !other, &now);
    }
    str_release(&now);
}

static void flip_each(struct desk *desk, const struct said *said, struct file *file, bool other,
                      size_t sampled)
{
    size_t n = 0;
    desk->options.readonly = true;
    for (size_t bit = 0; bit < file->nbytes * 8; bit += step(sampled), n++) {
        char *byte = &file->bytes[bit / 8], whole = *byte;
        *byte = (char)(whole ^ (1 << bit % 8));
        check_damaged(desk, said, file, file->nbytes, other, bit % sampled == 0, "bit", bit);
        *byte = whole;
    }
    printf("%zu bits flipped of %zu, none loaded with another meaning\n", n, file->nbytes * 8);
}

static void cut_each(struct desk *desk, const struct said *said, struct file *file, bool other,
                     size_t sampled)
{
    size_t n = 0;
    desk->options.readonly = true;
    for (size_t nbytes = 0; nbytes < file->nbytes; nbytes += step(sampled), n++)
        check_damaged(desk, said, file, nbytes, other, nbytes % sampled == 0, "cut at", nbytes);
    printf("cut at %zu of %zu bytes, never loaded with another meaning\n", n, file->nbytes);
}

#define CASE_OF(name, each, file, other, sampled)                                                  \
    static void name(void **state)                                                                 \
    {                                                                                              \
        struct said said;                                                                          \
        prepare(*state, &said);                                                                    \
        each(*state, &said, &said.file, other, sampled);                                           \
        release(&said);                                                                            \
    }

CASE_OF(verdict_cut_beside_its_journal, cut_each, verdict, true, 41)
CASE_OF(verdict_cut_alone, cut_each, verdict, false, 41)
CASE_OF(verdict_flipped_beside_its_journal, flip_each, verdict, true, 409)
CASE_OF(verdict_flipped_alone, flip_each, verdict, false, 409)
CASE_OF(journal_cut, cut_each, journal, true, 23)
CASE_OF(journal_flipped, flip_each, journal, true, 211)

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(verdict_cut_beside_its_journal),
        CASE(verdict_cut_alone),
        CASE(verdict_flipped_beside_its_journal),
        CASE(verdict_flipped_alone),
        CASE(journal_cut),
        CASE(journal_flipped),
    };
    return cmocka_run_group_tests_name("damage", tests, NULL, NULL);
}
