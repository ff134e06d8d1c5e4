/* A scenario run with one allocation after the other refused: it does all it was
 * asked or says why not; never something else, never a leak. By default the
 * first allocation of each way to get to one; GOUJI_EXHAUSTIVE=1: all of them. */
#ifndef GOUJI_TESTS_REFUSE_H
#define GOUJI_TESTS_REFUSE_H

#include "session.h"

enum { SIDE_BY_SIDE_RUNS = 64 };

/* What is done: 0 and what came out of it, or -1 and why not. */
typedef int (*scenario)(struct desk *desk, struct str *said, struct err *err);

struct tally {
    long sites, allocations, runs, refused, failed, broken;
};

/* All of them are shown, before the case fails. */
static inline void complain(struct tally *tally, long nth, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    printf("allocation %ld: ", nth);
    vprintf(format, arguments);
    va_end(arguments);
    printf("\n");
    fflush(stdout);
    memory_show_refused();
    tally->broken++;
}

static inline void show_difference(const char *got, const char *wanted)
{
    while (*got && *got == *wanted)
        got++, wanted++;
    printf("    %.60s\n    not\n    %.60s\n", got, wanted);
}

static inline void run_refused(struct desk *desk, scenario run, const struct str *wanted, long nth,
                               enum memory_refusal refusal, struct tally *tally)
{
    struct err err = {0};
    struct str said = STR_INIT;
    long live = memory_live();
    memory_fail(nth, refusal);
    int status = run(desk, &said, &err);
    tally->refused += memory_fail_end();
    tally->runs++;
    tally->failed += status != 0;
    if (status && !err.text[0])
        complain(tally, nth, "failed without a word");
    bool told = said.failed || strstr(str_text(&said), "not enough memory");
    if (!status && !told && strcmp(str_text(&said), str_text(wanted)) != 0) {
        complain(tally, nth, "came out otherwise, without a word");
        show_difference(str_text(&said), str_text(wanted));
    }
    str_release(&said);
    if (memory_live() != live)
        complain(tally, nth, "%ld blocks leaked (%s)", memory_live() - live, err.text);
}

/* Both threads of a check are refused at once: what comes out may be told by either. */
static inline void refuse_side_by_side(struct desk *desk, scenario run, const struct str *wanted,
                                       long total)
{
    struct tally tally = {0};
    for (long nth = 1; nth < total; nth += 1 + total / SIDE_BY_SIDE_RUNS)
        run_refused(desk, run, wanted, nth, REFUSED_SIDE_BY_SIDE, &tally);
    assert_int_equal(tally.broken, 0);
}

static inline void print_tally(const char *name, const struct tally *tally)
{
    printf("%s: %ld allocations by %ld ways; %ld runs, %ld refused, %ld gave up and said so\n",
           name, tally->allocations, tally->sites, tally->runs, tally->refused, tally->failed);
}

static inline void refuse_each(struct desk *desk, const char *name, scenario run)
{
    struct err err = {0};
    struct str wanted = STR_INIT;
    struct memory_survey survey;
    assert_int_equal(run(desk, &wanted, &err), 0); /* what is loaded once is loaded */
    str_clear(&wanted);
    memory_survey_start();
    assert_int_equal(run(desk, &wanted, &err), 0);
    memory_survey_end(&survey);
    struct tally tally = {.sites = (long)survey.nsites, .allocations = survey.total};
    size_t n = exhaustive() ? (size_t)survey.total : survey.nsites;
    for (size_t i = 0; i < n; i++) {
        long nth = exhaustive() ? (long)i + 1 : survey.nth[i];
        run_refused(desk, run, &wanted, nth, REFUSED_ONCE, &tally);
        if (!exhaustive() || i % 16 == 0)
            run_refused(desk, run, &wanted, nth, REFUSED_FOR_EVER, &tally);
    }
    refuse_side_by_side(desk, run, &wanted, survey.total);
    print_tally(name, &tally);
    assert_true(tally.failed > 0);
    assert_int_equal(tally.broken, 0);
    free(survey.nth);
    str_release(&wanted);
}

#endif
