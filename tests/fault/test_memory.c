/* Each allocation fails in turn, once and for ever: reading, checking, reviewing
 * and saving either do all they were asked or say why not; never something else,
 * never a leak, never a lost act. By default the first allocation of each way to
 * get to one; GOUJI_EXHAUSTIVE=1: all of them. */
#include <pthread.h>

#include "refuse.h"

#include "gouji/check/finding.h"

enum { SESSION_STEP = 5 };

static char *text;
static size_t ntext;
static struct slice page;
static char rules_dir[] = "/tmp/gouji-rules-XXXXXX", rules_file[96];

struct checking {
    struct desk *desk;
    const char *name;
    struct slice bytes;
    struct str *said;
    struct err *err;
    int status;
};

static void *check_here(void *closure)
{
    struct checking *job = closure;
    struct report *report = report_read(job->name, job->bytes, job->desk->forms, job->err);
    struct findings *findings =
        report ? findings_make(report, NULL, job->desk->rules, NULL, 0, job->err) : NULL;
    for (size_t i = 0; findings && i < findings->nitems; i++) {
        const struct finding *item = &findings->items[i];
        str_format(job->said, "%s/%s %d %s\n", item->rule->id, item->instance, (int)item->outcome,
                   item->message[LANG_ZH]);
    }
    job->status = findings ? 0 : -1;
    findings_free(findings);
    report_free(report);
    return NULL;
}

/* On a thread of its own: what each thread keeps for its searches is made anew. */
static int check_again(struct desk *desk, const char *name, struct slice bytes, struct str *said,
                       struct err *err)
{
    struct checking job = {desk, name, bytes, said, err, -1};
    pthread_t thread;
    if (pthread_create(&thread, NULL, check_here, &job) != 0)
        return err_set_nomem(err);
    pthread_join(thread, NULL);
    return job.status;
}

static int check_text(struct desk *desk, struct str *said, struct err *err)
{
    return check_again(desk, "a.txt", slice_make(text, ntext), said, err);
}

static int check_page(struct desk *desk, struct str *said, struct err *err)
{
    return check_again(desk, "a.html", page, said, err);
}

static int read_text(struct desk *desk, struct str *said, struct err *err)
{
    struct report *report = report_read("a.txt", slice_make(text, ntext), desk->forms, err);
    if (report)
        str_format(said, "%zu\n", report->nlines);
    report_free(report);
    return report ? 0 : -1;
}

static int load_rules(struct desk *desk, struct str *said, struct err *err)
{
    (void)desk;
    struct ruleset *rules = ruleset_load("data/rules", err);
    if (rules)
        str_add(said, ruleset_sha256(rules));
    ruleset_free(rules);
    return rules ? 0 : -1;
}

/* A file with faults of every sort: all of them are told, or none. */
static int check_rules(struct desk *desk, struct str *said, struct err *err)
{
    return ruleset_check(rules_dir, desk->forms, rules_file, said, err) < 0 ? -1 : 0;
}

static int load_forms(struct desk *desk, struct str *said, struct err *err)
{
    (void)desk;
    struct forms *forms = forms_load("data/forms", err);
    if (forms)
        str_add(said, forms_find(forms, "2021")->tables[TABLE_T3].blocks[0].cell_ids[0]);
    forms_free(forms);
    return forms ? 0 : -1;
}

/* Opens the files of an earlier session to look at them. */
static int look(struct desk *desk, struct str *said, struct err *err)
{
    struct review *review = review_open(desk->report, NULL, desk->rules, &desk->options, err);
    if (!review)
        return -1;
    const struct log_entry *log;
    struct review_counts counts = review_count(review);
    str_format(said, "%zu %zu %d %s\n", counts.entries, counts.decided, review_is_readonly(review),
               review_notice(review) ? review_notice(review) : "");
    size_t n = review_log(review, &log);
    if (n == 0)
        str_add(said, "not enough memory"); /* what its caller shows then: nothing */
    for (size_t i = 0; i < n; i++)
        str_format(said, "%s %s\n", log[i].type, log[i].summary);
    int status = review_opinion(review, OPINION_TEXT, LANG_ZH, true, said, err);
    return review_close(review, NULL) || status ? -1 : 0;
}

/* ---- the cases ---- */

static void reading_and_checking_text(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "unable_1", 0, 3);
    desk_write(desk);
    text = desk_slurp(desk->report_path, &ntext);
    refuse_each(desk, "text", check_text);
    free(text);
}

/* More than an arena begins with: there is no room yet for the text itself. */
static void reading_a_long_text(void **state)
{
    struct desk *desk = *state;
    struct str prose = STR_INIT;
    while (prose.nbytes < (size_t)128 * 1024)
        str_add(&prose, "本部分没有需要说明的情况。\n");
    desk->prose = str_text(&prose);
    desk_write(desk);
    text = desk_slurp(desk->report_path, &ntext);
    refuse_each(desk, "long text", read_text);
    free(text);
    str_release(&prose);
}

/* The report's lines as paragraphs, its rows as those of a table. */
static void make_page(const char *lines, struct str *html)
{
    str_add(html, "<html><head><meta charset=\"utf-8\"><title>x</title><style>td .x{display:none}"
                  "</style></head><body>");
    for (bool in_table = false; *lines; lines += strcspn(lines, "\n") + 1) {
        size_t nbytes = strcspn(lines, "\n");
        bool is_row = memchr(lines, '\t', nbytes) != NULL;
        if (is_row != in_table)
            str_add(html, is_row ? "<table>" : "</table>");
        in_table = is_row;
        str_add(html, is_row ? "<tr><td>" : "<p>");
        for (size_t i = 0; i < nbytes; i++)
            if (lines[i] == '\t')
                str_add(html, "<b class=x>9</b></td><td><![if !mso]>");
            else
                str_byte(html, lines[i]);
        str_add(html, is_row ? "</td></tr>\n" : "</p>\n");
    }
    str_add(html, "</body></html>");
}

static void reading_and_checking_a_page(void **state)
{
    struct desk *desk = *state;
    struct str html = STR_INIT;
    desk_write(desk);
    text = desk_slurp(desk->report_path, &ntext);
    make_page(text, &html);
    page = str_slice(&html);
    refuse_each(desk, "page", check_page);
    str_release(&html);
    free(text);
}

static void put(const char *path, const char *words)
{
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(words, out);
    fclose(out);
}

static void checking_a_rule_file(void **state)
{
    char set[96];
    assert_non_null(mkdtemp(rules_dir));
    snprintf(set, sizeof set, "%s/a.json", rules_dir);
    snprintf(rules_file, sizeof rules_file, "%s/b.json", rules_dir);
    put(set, "{\"set\": {\"id\": \"x\", \"version\": \"1\"}}");
    put(rules_file,
        "{\"rulz\": 1, \"off\": [{}], \"rules\": [{}, {\"id\": \"A\", \"version\": 1,\n"
        "\"class\": \"hard\", \"severity\": [{\"is\": \"error\"}], \"name\": \"n\",\n"
        "\"basis\": \"b\", \"kind\": \"NEVER\", \"instance\": \"i\", \"noo\": 1,\n"
        "\"never\": [[\"T3.nope.tot > T9\", \"T3.nope.tot > 0\"]], \"said\": \"x\"},\n"
        "{\"id\": \"B\", \"version\": 1, \"class\": \"hard\", \"severity\": [{\"is\": "
        "\"error\"}],\n\"name\": \"n\", \"basis\": \"b\", \"kind\": \"LE\", \"instance\": \"i\", "
        "\"lhs\": \"T3.nope.tot\",\n\"rhs\": \"0\", \"message\": \"{no}\"}]}");
    refuse_each(*state, "rule file", check_rules);
    unlink(set);
    unlink(rules_file);
    rmdir(rules_dir);
}

static void loading_rules_and_forms(void **state)
{
    refuse_each(*state, "rules", load_rules);
    refuse_each(*state, "forms", load_forms);
}

static void opening_a_review(void **state)
{
    struct desk *desk = *state;
    struct before before;
    struct result *result = result_new();
    session_prepare(desk, true, &before);
    session_run(desk, result);
    refuse_each(desk, "review opened", look);
    session_release(&before);
    munmap(result, sizeof *result);
}

static void session_refused(struct desk *desk, const struct before *before, long nth,
                            enum memory_refusal refusal, struct tally *tally)
{
    struct result result;
    long live = memory_live();
    session_reset(desk, before);
    memory_fail(nth, refusal);
    session_run(desk, &result);
    tally->refused += memory_fail_end();
    tally->runs++;
    tally->failed += result.trouble[0] != '\0';
    if (memory_live() != live)
        complain(tally, nth, "%ld blocks leaked (%s)", memory_live() - live, result.trouble);
    if (getenv("GOUJI_FAULT_TRACE"))
        printf("allocation %ld:\n", nth), fflush(stdout), memory_show_refused();
    if (nth % 8 == 0 || exhaustive())
        print_message("allocation %ld: %s\n", nth, result.trouble);
    session_check(desk, before, &result, ACTS);
}

/* Refused for good, every act after it fails; refused once, the next works. */
static void acting_and_saving(void **state)
{
    struct desk *desk = *state;
    struct before before;
    struct memory_survey survey;
    struct result result;
    session_prepare(desk, true, &before);
    session_reset(desk, &before);
    memory_survey_start();
    session_run(desk, &result);
    memory_survey_end(&survey);
    struct tally tally = {.sites = (long)survey.nsites, .allocations = survey.total};
    size_t n = exhaustive() ? (size_t)survey.total : survey.nsites;
    for (size_t i = 0; i < n; i += exhaustive() ? 1 : SESSION_STEP) {
        long nth = exhaustive() ? (long)i + 1 : survey.nth[i];
        session_refused(desk, &before, nth, REFUSED_ONCE, &tally);
        if (i % (8 * SESSION_STEP) == 0)
            session_refused(desk, &before, nth, REFUSED_FOR_EVER, &tally);
    }
    print_tally("session", &tally);
    assert_int_equal(tally.broken, 0);
    free(survey.nth);
    session_release(&before);
}

static bool note(struct desk *desk, const char *words)
{
    static const struct target report = TARGET_REPORT;
    struct err err = {0};
    return review_annotate(desk->review, report, words, &err) == 0;
}

/* Notes until the event list is full: the next one asks for room when its line
 * stands in the journal already. How many allocations were refused. */
static long note_refused(struct desk *desk, long nth)
{
    enum { FULL = 8 }; /* with the session's opening */
    struct before none = {0};
    session_reset(desk, &none);
    reopen(desk);
    for (int i = 1; i < FULL; i++)
        assert_true(note(desk, "先前"));
    memory_fail(nth, REFUSED_ONCE);
    bool confirmed = note(desk, "其间");
    long refused = memory_fail_end();
    assert_true(note(desk, "其后"));
    OK(review_close(desk->review, why));
    reopen(desk);
    assert_true(has_note(desk, "其后"));
    assert_true(!confirmed || has_note(desk, "其间"));
    OK(review_close(desk->review, why));
    desk->review = NULL;
    return refused;
}

static void an_event_without_room(void **state)
{
    struct desk *desk = *state;
    struct before before;
    long nth = 1;
    session_prepare(desk, false, &before);
    while (note_refused(desk, nth) > 0)
        nth++;
    assert_true(nth > 100);
    session_release(&before);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(reading_and_checking_text),   CASE(reading_a_long_text),
        CASE(reading_and_checking_a_page), CASE(checking_a_rule_file),
        CASE(loading_rules_and_forms),     CASE(opening_a_review),
        CASE(acting_and_saving),           CASE(an_event_without_room),
    };
    memory_wrap_cjson();
    return cmocka_run_group_tests_name("faults of memory", tests, NULL, NULL);
}
