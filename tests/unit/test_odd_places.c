/* Reviews where they are hard to keep: other things in the places of their
 * files, names that are no words, a folder that goes away, a clock set back, a
 * stream that is closed. A word is said, nothing hangs, nothing that stood there is spoilt. */
#include <fcntl.h>

#include "gouji/base/json.h"
#include "gouji/store/journal.h"
#include "program_pty.h"

enum { HANGS_AFTER_S = 60 };

static const struct target whole = TARGET_REPORT;

static bool has_note(const struct desk *desk, const char *text)
{
    const struct note *notes;
    size_t n = review_notes(desk->review, &notes);
    for (size_t i = 0; i < n; i++)
        if (strcmp(notes[i].text, text) == 0)
            return true;
    return false;
}

/* ---- other things in the places of the files ---- */

static int place_folder(const char *path)
{
    return mkdir(path, 0700);
}

static int place_pipe(const char *path)
{
    return mkfifo(path, 0600);
}

static int place_device(const char *path)
{
    return symlink("/dev/zero", path);
}

static int place_full_device(const char *path)
{
    return symlink("/dev/full", path);
}

static int place_dead_link(const char *path)
{
    return symlink("nowhere/at-all", path);
}

static int place_link_to_itself(const char *path)
{
    return symlink(path_name(path), path);
}

static const struct {
    const char *name;
    int (*place)(const char *path);
} things[] = {{"a folder", place_folder},       {"a pipe", place_pipe},
              {"a device", place_device},       {"a full device", place_full_device},
              {"a dead link", place_dead_link}, {"a link to itself", place_link_to_itself}};

/* A note by hand, as far as it comes; what is said when it does not. */
static bool try_session(struct desk *desk, struct err *err)
{
    desk->report = report_open(desk->report_path, desk->forms, err);
    assert_non_null(desk->report);
    desk->review = review_open(desk->report, NULL, desk->rules, &desk->options, err);
    bool done = desk->review && review_annotate(desk->review, whole, "看过", err) == 0;
    done = review_close(desk->review, done ? err : NULL) == 0 && done;
    report_free(desk->report);
    desk->review = NULL;
    desk->report = NULL;
    return done;
}

static void meet(struct desk *desk, const char *end, size_t which)
{
    struct err err = {0};
    struct stat before, after;
    char *path = NULL;
    assert_true(asprintf(&path, "%s%s", desk->verdict, end) > 0);
    assert_int_equal(things[which].place(path), 0);
    assert_int_equal(lstat(path, &before), 0);
    alarm(HANGS_AFTER_S);
    bool done = try_session(desk, &err);
    alarm(0);
    printf("    %s at *%s: %s\n", things[which].name, end, done ? "done" : err.text);
    if (!done)
        assert_true(err.text[0]);
    assert_int_equal(lstat(path, &after), 0);
    if (before.st_ino != after.st_ino || before.st_mode != after.st_mode)
        assert_true(done && S_ISLNK(before.st_mode)); /* a link may be replaced, by a whole file */
    if (done) {
        desk_open(desk);
        assert_true(has_note(desk, "看过"));
        desk_close(desk);
    }
    free(path);
}

static void other_things_in_their_places(void **state)
{
    static const char *const ends[] = {"", "l", ".lock", ".bak"};
    struct desk *desk = *state;
    char *command = NULL;
    assert_true(asprintf(&command, "rm -rf %s/a.txt.* %s/gouji", desk->dir, desk->dir) > 0);
    desk_write(desk);
    for (size_t i = 0; i < COUNT(things); i++)
        for (size_t k = 0; k < COUNT(ends); k++) {
            meet(desk, ends[k], i);
            assert_int_equal(system(command), 0);
        }
    free(command);
}

/* ---- names ---- */

static void session_on(struct desk *desk, const char *name)
{
    desk->report_path = path_join(desk->dir, name);
    desk_write(desk);
    desk_open(desk);
    OK(review_annotate(desk->review, whole, "看过", why));
    OK(review_save(desk->review, why));
    desk_close(desk);
    desk_open(desk);
    if (!has_note(desk, "看过") || review_notice(desk->review))
        fail_msg("%s: %s", name,
                 review_notice(desk->review) ? review_notice(desk->review) : "nothing came back");
    desk_close(desk);
    free(desk->report_path);
}

static void names_that_are_no_words(void **state)
{
    static const char *const names[] = {"two\nlines.txt", "\x1b[31mred.txt",  " .txt",
                                        "-rf.txt",        "a b'c\"d$e`f.txt", "\xff\xfe.txt",
                                        "%s%n.txt",       "\u202Etxt.exe",    ".hidden.txt"};
    struct desk *desk = *state;
    char *own = desk->report_path;
    for (size_t i = 0; i < COUNT(names); i++)
        session_on(desk, names[i]);
    desk->report_path = own;
}

/* As long as a name may be, so that no name is left for the verdict file. */
static void a_name_too_long_is_refused(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    char *own = desk->report_path, longest[256] = "";
    for (size_t i = 0; i + 3 < sizeof longest; i += 3)
        memcpy(longest + i, "报", 3);
    longest[sizeof longest - 1] = '\0';
    desk->report_path = path_join(desk->dir, longest);
    desk_write(desk);
    assert_false(try_session(desk, &err));
    assert_non_null(strstr(err.text, "255"));
    free(desk->report_path);
    desk->report_path = own;
    longest[200] = '\0';
    session_on(desk, longest);
    desk->report_path = own;
}

/* Words that are no characters: refused, or kept so that they are read again. */
static void words_that_are_no_characters(void **state)
{
    static const char *const words[] = {"\xff", "a\xc0\xafz", "\xed\xa0\x80", "\xe6\x8a",
                                        "\x1b[2J\a"};
    struct desk *desk = *state;
    desk_start(desk);
    for (size_t i = 0; i < COUNT(words); i++) {
        struct err err = {0};
        if (review_annotate(desk->review, whole, words[i], &err))
            assert_true(err.text[0]);
        OK(review_annotate(desk->review, whole, "其后", why));
        OK(review_save(desk->review, why));
        desk_open(desk);
        assert_null(review_notice(desk->review));
        assert_true(has_note(desk, "其后"));
    }
    desk_close(desk);
}

/* An edited report whose name is no UTF-8 is still the one that was reviewed. */
static void such_a_name_is_known_again(void **state)
{
    struct desk *desk = *state;
    char *own = desk->report_path;
    desk->report_path = path_join(desk->dir, "\xb1\xa8\xb8\xe6.txt");
    desk_start(desk);
    OK(review_annotate(desk->review, whole, "看过", why));
    desk_close(desk);
    desk->prose = "本年度另有说明。";
    desk_start(desk);
    assert_true(has_note(desk, "看过"));
    assert_null(review_notice(desk->review));
    desk_close(desk);
    free(desk->report_path);
    desk->report_path = own;
}

/* ---- a folder that goes away ---- */

static void the_folder_is_put_away(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    char away[60];
    snprintf(away, sizeof away, "%s.away", desk->dir);
    desk_start(desk);
    OK(review_annotate(desk->review, whole, "先前", why));
    assert_int_equal(rename(desk->dir, away), 0);
    bool done = review_annotate(desk->review, whole, "其间", &err) == 0;
    bool saved = review_save(desk->review, &err) == 0;
    assert_true((done && saved) || err.text[0]);
    assert_true(has_note(desk, "先前"));
    assert_int_equal(rename(away, desk->dir), 0);
    OK(review_annotate(desk->review, whole, "其后", why));
    desk_close(desk);
    desk_open(desk);
    assert_true(has_note(desk, "先前") && has_note(desk, "其后"));
    assert_true(!done || has_note(desk, "其间"));
    desk_close(desk);
}

static void the_folder_is_removed(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    char *command = NULL;
    assert_true(asprintf(&command, "rm -r %s", desk->dir) > 0);
    desk_start(desk);
    OK(review_annotate(desk->review, whole, "先前", why));
    assert_int_equal(system(command), 0);
    assert_int_equal(review_annotate(desk->review, whole, "其后", &err), -1);
    assert_true(err.text[0]);
    assert_true(has_note(desk, "先前"));
    err.text[0] = '\0';
    assert_int_equal(review_save(desk->review, &err), -1);
    assert_true(err.text[0]);
    assert_int_equal(review_close(desk->review, &err), -1);
    desk->review = NULL;
    assert_int_equal(mkdir(desk->dir, 0700), 0); /* for who removes it at the end */
    free(command);
}

/* ---- a clock set back ---- */

/* All events of the journal happen in a year to come. */
static void move_to_2099(const char *path)
{
    struct journal_lines lines;
    struct err err = {0};
    char head[HASH_HEX_NBYTES];
    assert_int_equal(journal_load(path, &lines, &err), 0);
    assert_true(lines.nlines > 0);
    memset(head, '0', 64);
    head[64] = '\0';
    FILE *out = fopen(path, "w");
    for (size_t i = 0; i < lines.nlines; i++) {
        struct str text = STR_INIT;
        cJSON *event = json_parse(lines.lines[i], &err);
        assert_non_null(event);
        cJSON_ReplaceItemInObjectCaseSensitive(event, "at",
                                               cJSON_CreateString("2099-01-01T00:00:00Z"));
        cJSON_ReplaceItemInObjectCaseSensitive(event, "prev", cJSON_CreateString(head));
        json_canonical(event, &text);
        assert_int_equal(hash_hex(str_text(&text), text.nbytes, head), 0);
        fprintf(out, "%s\n", str_text(&text));
        str_release(&text);
        cJSON_Delete(event);
    }
    fclose(out);
    journal_lines_release(&lines);
}

static void the_clock_is_set_back(void **state)
{
    struct desk *desk = *state;
    const struct timespec times[2] = {{4070908800, 0}, {4070908800, 0}};
    desk_set(desk, "unable_1", 0, 3);
    desk_start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    OK(review_annotate(desk->review, whole, "将来", why));
    desk_close(desk);
    unlink(desk->verdict);
    move_to_2099(desk->journal);
    assert_int_equal(utimensat(AT_FDCWD, desk->journal, times, 0), 0);
    for (int opened = 0; opened < 2; opened++) {
        desk_open(desk);
        assert_false(review_is_readonly(desk->review));
        assert_true(has_note(desk, "将来"));
        desk_decide(desk, "T3-02", "unable_1", opened ? VERDICT_CONFIRMED : VERDICT_LATER, NULL);
        OK(review_save(desk->review, why));
        desk_close(desk);
        assert_int_equal(utimensat(AT_FDCWD, desk->verdict, times, 0), 0);
        desk_open(desk); /* the later act holds, whatever its time says */
        assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict,
                         opened ? VERDICT_CONFIRMED : VERDICT_LATER);
        desk_close(desk);
    }
}

/* ---- streams closed by who started us ---- */

static int run_without(const struct desk *desk, int closed, const char *commands)
{
    const struct run run = {{"GOUJI_REVIEWER=zhang"}, {"--plain"}};
    int status = -1, file = open(commands, O_RDONLY);
    pid_t child = fork();
    if (child == 0) {
        int silent = open("/dev/null", O_WRONLY);
        dup2(file, STDIN_FILENO);
        dup2(silent, STDOUT_FILENO);
        dup2(silent, STDERR_FILENO);
        for (int fd = STDERR_FILENO + 1; fd < 64; fd++)
            close(fd);
        close(closed);
        alarm(HANGS_AFTER_S);
        become(desk, &run);
    }
    close(file);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* The next file must not get its number: be read as commands, or written into. */
static void a_stream_is_closed(void **state)
{
    static const struct {
        int closed, status;
        bool is_decided;
    } cases[] = {{STDIN_FILENO, 0, false}, {STDOUT_FILENO, 2, false}, {STDERR_FILENO, 0, true}};
    struct desk *desk = write_unbalanced(state);
    char *commands = path_join(desk->dir, "commands");
    const char *text = "1 confirmed\nconclude\n3\nopen nowhere\n";
    find_program();
    desk_spill(commands, text, strlen(text));
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(run_without(desk, cases[i].closed, commands), cases[i].status);
        assert_int_equal(any_file(desk, ".verdict.json"), cases[i].is_decided);
    }
    free(commands);
    desk_open(desk);
    assert_false(review_is_readonly(desk->review));
    assert_true(review_count(desk->review).decided > 0);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(other_things_in_their_places), CASE(names_that_are_no_words),
        CASE(a_name_too_long_is_refused),   CASE(such_a_name_is_known_again),
        CASE(words_that_are_no_characters), CASE(the_folder_is_put_away),
        CASE(the_folder_is_removed),        CASE(the_clock_is_set_back),
        CASE(a_stream_is_closed),
    };
    return cmocka_run_group_tests_name("odd places", tests, NULL, NULL);
}
