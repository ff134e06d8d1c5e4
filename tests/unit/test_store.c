/* save, journal, lock: what must never be lost. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "gouji/base/path.h"
#include "gouji/base/str.h"
#include "gouji/store/journal.h"
#include "gouji/store/lock.h"
#include "gouji/store/save.h"

struct place {
    char dir[40];
    char *file;
};

static int set_up(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    strcpy(place->dir, "/tmp/gouji-store-XXXXXX");
    if (!mkdtemp(place->dir))
        return -1;
    place->file = path_join(place->dir, "report.txt");
    *state = place;
    return 0;
}

static int tear_down(void **state)
{
    struct place *place = *state;
    char *command = NULL;
    if (asprintf(&command, "chmod -R u+w '%s'; rm -rf '%s'", place->dir, place->dir) < 0 ||
        system(command))
        return -1;
    free(command);
    free(place->file);
    free(place);
    return 0;
}

static void assert_content(const char *path, const char *expected)
{
    char *bytes = NULL;
    size_t n = 0;
    struct err err = {0};
    if (path_read(path, 1 << 20, "test", &bytes, &n, &err))
        fail_msg("%s", err.text);
    assert_string_equal(bytes, expected);
    free(bytes);
}

static size_t count_files(const char *dir)
{
    char *command = NULL;
    assert_true(asprintf(&command, "ls -A '%s' | wc -l", dir) > 0);
    FILE *pipe = popen(command, "r");
    int n = 0;
    assert_int_equal(fscanf(pipe, "%d", &n), 1);
    pclose(pipe);
    free(command);
    return (size_t)n;
}

static void save_replaces_and_keeps_a_generation(void **state)
{
    struct place *place = *state;
    struct save_stamp stamp = {0};
    struct err err = {0};
    assert_int_equal(save_file(place->file, &stamp, NULL, slice_of("one"), &stamp, &err), 0);
    assert_content(place->file, "one");
    assert_int_equal(chmod(place->file, 0640), 0);
    assert_int_equal(save_file(place->file, &stamp, NULL, slice_of("two"), &stamp, &err), 0);
    assert_content(place->file, "two");
    char *backup = path_join(place->dir, "report.txt.bak");
    assert_content(backup, "one");
    struct stat info;
    assert_int_equal(stat(place->file, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_int_equal(count_files(place->dir), 2);
    free(backup);
}

static void save_never_overwrites_anothers_change(void **state)
{
    struct place *place = *state;
    struct save_stamp stamp = {0}, before = {0};
    struct err err = {0};
    assert_int_equal(save_file(place->file, NULL, NULL, slice_of("one"), &stamp, &err), 0);
    assert_int_equal(save_file(place->file, NULL, NULL, slice_of("other"), NULL, &err), 0);
    assert_int_equal(save_file(place->file, &stamp, NULL, slice_of("mine"), &stamp, &err), -1);
    assert_int_equal(err.kind, ERR_CHANGED);
    assert_content(place->file, "other");
    /* Believed absent, but there. */
    assert_int_equal(save_file(place->file, &before, NULL, slice_of("mine"), &stamp, &err), -1);
    assert_int_equal(err.kind, ERR_CHANGED);
}

/* What is gone cannot be overwritten: it is made again. */
static void save_makes_a_removed_file_again(void **state)
{
    struct place *place = *state;
    struct save_stamp stamp = {0};
    struct err err = {0};
    assert_int_equal(save_file(place->file, NULL, NULL, slice_of("one"), &stamp, &err), 0);
    assert_int_equal(unlink(place->file), 0);
    assert_int_equal(save_file(place->file, &stamp, NULL, slice_of("two"), &stamp, &err), 0);
    assert_content(place->file, "two");
}

/* Of two hosts or containers that share a folder, processes have the same number:
 * a name that another file's save uses is not ours to remove or to rename. */
static void save_leaves_what_another_save_makes(void **state)
{
    struct place *place = *state;
    struct save_stamp stamp = {0};
    struct err err = {0};
    char *other = path_join(place->dir, "other.txt"),
         *kept = path_join(place->dir, "report.txt.bak");
    assert_int_equal(save_file(place->file, NULL, NULL, slice_of("one"), &stamp, &err), 0);
    assert_int_equal(save_file(other, NULL, NULL, slice_of("other"), NULL, &err), 0);
    char *link_name = NULL;
    assert_true(asprintf(&link_name, "%s/.gouji.%ld.bak.tmp", place->dir, (long)getpid()) > 0);
    assert_int_equal(link(other, link_name), 0);
    assert_int_equal(save_file(place->file, &stamp, NULL, slice_of("two"), &stamp, &err), 0);
    assert_content(link_name, "other");
    assert_content(kept, "one");
    free(link_name);
    free(other);
    free(kept);
}

/* The same inode, time and size: only what it holds tells. */
static void save_sees_a_change_within_one_tick(void **state)
{
    struct place *place = *state;
    struct save_stamp stamp = {0};
    struct err err = {0};
    struct stat info;
    assert_int_equal(save_file(place->file, NULL, NULL, slice_of("one"), &stamp, &err), 0);
    assert_int_equal(stat(place->file, &info), 0);
    int fd = open(place->file, O_WRONLY);
    assert_int_equal(pwrite(fd, "two", 3, 0), 3);
    struct timespec times[] = {info.st_atim, info.st_mtim};
    assert_int_equal(futimens(fd, times), 0);
    close(fd);
    assert_int_equal(save_file(place->file, &stamp, NULL, slice_of("mine"), &stamp, &err), -1);
    assert_int_equal(err.kind, ERR_CHANGED);
    assert_content(place->file, "two");
}

static void save_follows_symlinks_and_cancels(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    char *real = path_join(place->dir, "real");
    assert_int_equal(save_file(real, NULL, NULL, slice_of("old"), NULL, &err), 0);
    assert_int_equal(symlink("real", place->file), 0);
    assert_int_equal(save_file(place->file, NULL, NULL, slice_of("new"), NULL, &err), 0);
    assert_content(real, "new");
    struct stat info;
    assert_int_equal(lstat(place->file, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    size_t before = count_files(place->dir);
    struct save *save = save_begin(real, NULL, 0, NULL, &err);
    assert_non_null(save);
    assert_int_equal(save_write(save, slice_of("half"), &err), 0);
    save_cancel(save);
    assert_content(real, "new");
    assert_int_equal(count_files(place->dir), before);
    free(real);
}

/* RLIMIT_FSIZE stands in for a full disk: write fails in the middle. */
static void save_keeps_the_old_file_when_the_disk_is_full(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    assert_int_equal(save_file(place->file, NULL, NULL, slice_of("old"), NULL, &err), 0);
    pid_t child = fork();
    if (child == 0) {
        struct rlimit small = {10, 10};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        int status = save_file(place->file, NULL, NULL, slice_of("0123456789abcdef"), NULL, &err);
        _exit(status == -1 && err.kind == ERR_FULL ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_content(place->file, "old");
    assert_int_equal(count_files(place->dir), 1);
}

/* A lock nobody got must not look like one that was left; an older one stays. */
static void lock_leaves_nothing_when_the_disk_is_full(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    for (int nfiles = 0; nfiles < 2; nfiles++) {
        pid_t child = fork();
        if (child == 0) {
            struct rlimit small = {10, 10};
            signal(SIGXFSZ, SIG_IGN);
            setrlimit(RLIMIT_FSIZE, &small);
            struct lock *lock = lock_take(place->file, "zhang", 0600, NULL, NULL, NULL, &err);
            _exit(!lock && err.kind == ERR_FULL ? 0 : 1);
        }
        int status = 0;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_int_equal(status, 0);
        assert_int_equal(count_files(place->dir), nfiles);
        fclose(fopen(place->file, "w"));
    }
}

/* Appends an event-like line continuing the chain. */
static int append(struct journal *journal, char head[HASH_HEX_NBYTES], int n, struct err *err)
{
    struct str line = STR_INIT;
    str_format(&line,
               "{\"b\":{\"note\":\"\\\"prev\\\":\\\"x\\\"\"},\"n\":%d,\"prev\":\"%s\",\"t\":\"x\"}",
               n, head);
    int status = journal_append(journal, str_slice(&line), head, err);
    str_release(&line);
    return status;
}

static void fill(const char *path, int n, char head[HASH_HEX_NBYTES])
{
    struct err err = {0};
    memset(head, '0', 64);
    head[64] = '\0';
    struct journal *journal = journal_open(path, true, 0600, &err);
    assert_non_null(journal);
    for (int i = 1; i <= n; i++)
        assert_int_equal(append(journal, head, i, &err), 0);
    assert_int_equal(journal_close(journal, &err), 0);
}

static void journal_comes_back(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    struct journal_lines lines;
    char head[HASH_HEX_NBYTES];
    assert_int_equal(journal_load(place->file, &lines, &err), 0);
    assert_false(lines.exists);
    fill(place->file, 5, head);
    assert_int_equal(journal_load(place->file, &lines, &err), 0);
    assert_true(lines.exists);
    assert_int_equal(lines.nlines, 5);
    assert_string_equal(lines.head, head);
    assert_int_equal(lines.torn_nbytes + lines.broken_line, 0);
    journal_lines_release(&lines);
}

static void journal_drops_a_torn_tail_at_every_byte(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    struct journal_lines lines;
    char head[HASH_HEX_NBYTES];
    struct stat info;
    fill(place->file, 2, head);
    assert_int_equal(journal_load(place->file, &lines, &err), 0);
    size_t first = lines.lines[0].nbytes + 1;
    journal_lines_release(&lines);
    assert_int_equal(stat(place->file, &info), 0);
    for (off_t cut = info.st_size - 1; cut >= (off_t)first; cut--) {
        assert_int_equal(truncate(place->file, cut), 0);
        assert_int_equal(journal_load(place->file, &lines, &err), 0);
        assert_int_equal(lines.nlines, 1);
        assert_int_equal(lines.torn_nbytes, (size_t)cut - first);
        assert_int_equal(lines.broken_line, 0);
        memcpy(head, lines.head, sizeof head);
        journal_lines_release(&lines);
    }
    /* A tail of half a line is cut before the next event is appended. */
    FILE *file = fopen(place->file, "a");
    fputs("{\"half", file);
    fclose(file);
    struct journal *journal = journal_open(place->file, false, 0600, &err);
    assert_non_null(journal);
    assert_int_equal(append(journal, head, 2, &err), 0);
    assert_int_equal(journal_close(journal, &err), 0);
    assert_int_equal(journal_load(place->file, &lines, &err), 0);
    assert_int_equal(lines.nlines, 2);
    assert_int_equal(lines.torn_nbytes, 0);
    journal_lines_release(&lines);
}

/* Of the last line the end reached the disk and the beginning did not. */
static void journal_drops_a_last_line_of_zeros(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    struct journal_lines lines;
    char head[HASH_HEX_NBYTES];
    fill(place->file, 2, head);
    assert_int_equal(journal_load(place->file, &lines, &err), 0);
    off_t second = (off_t)lines.lines[0].nbytes + 1;
    journal_lines_release(&lines);
    int fd = open(place->file, O_WRONLY);
    assert_int_equal(pwrite(fd, "\0\0\0\0", 4, second), 4);
    close(fd);
    assert_int_equal(journal_load(place->file, &lines, &err), 0);
    assert_int_equal(lines.nlines, 1);
    assert_int_equal(lines.broken_line, 0);
    assert_true(lines.torn_nbytes > 0);
    memcpy(head, lines.head, sizeof head);
    journal_lines_release(&lines);
    struct journal *journal = journal_open(place->file, false, 0600, &err);
    assert_non_null(journal);
    assert_int_equal(append(journal, head, 2, &err), 0);
    assert_int_equal(journal_close(journal, &err), 0);
    assert_int_equal(journal_load(place->file, &lines, &err), 0);
    assert_int_equal(lines.nlines, 2);
    assert_int_equal(lines.broken_line, 0);
    journal_lines_release(&lines);
}

static void journal_says_where_the_chain_breaks(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    struct journal_lines lines;
    char head[HASH_HEX_NBYTES];
    fill(place->file, 4, head);
    assert_int_equal(journal_load(place->file, &lines, &err), 0);
    off_t at = lines.lines[1].ptr - lines.bytes + 10; /* inside line 2's note */
    journal_lines_release(&lines);
    int fd = open(place->file, O_WRONLY);
    assert_int_equal(pwrite(fd, "Z", 1, at), 1);
    close(fd);
    assert_int_equal(journal_load(place->file, &lines, &err), 0);
    assert_int_equal(lines.broken_line, 3); /* line 3 no longer continues line 2 */
    assert_int_equal(lines.nlines, 2);
    journal_lines_release(&lines);
}

static void journal_refuses_after_a_failed_append(void **state)
{
    struct place *place = *state;
    char head[HASH_HEX_NBYTES];
    fill(place->file, 1, head);
    pid_t child = fork();
    if (child == 0) {
        struct err err = {0};
        struct stat info;
        struct journal *journal = journal_open(place->file, false, 0600, &err);
        stat(place->file, &info);
        struct rlimit small = {(rlim_t)info.st_size + 10, (rlim_t)info.st_size + 10};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        int first = append(journal, head, 2, &err);
        int second = append(journal, head, 2, &err);
        _exit(first == -1 && second == -1 && err.kind == ERR_FULL ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    struct journal_lines lines;
    struct err err = {0};
    assert_int_equal(journal_load(place->file, &lines, &err), 0);
    assert_int_equal(lines.nlines, 1);
    assert_int_equal(lines.torn_nbytes, 0);
    journal_lines_release(&lines);
}

/* Runs f in a child and gives its exit status. */
static int in_child(const char *path, int (*f)(const char *))
{
    pid_t child = fork();
    if (child == 0)
        _exit(f(path));
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

static int try_take(const char *path)
{
    struct err err = {0};
    struct lock_owner owner = {0};
    struct lock *lock = lock_take(path, "li", 0600, &owner, NULL, NULL, &err);
    if (lock) {
        lock_release(lock);
        return 10;
    }
    return err.kind == ERR_LOCKED && strcmp(owner.user, "zhang") == 0 && strstr(err.text, "zhang")
               ? 20
               : 30;
}

static int try_peek(const char *path)
{
    struct err err = {0};
    struct lock_owner owner = {0};
    int held = lock_peek(path, &owner, &err);
    return held == 1 && strcmp(owner.user, "zhang") == 0 ? 1 : held == 0 ? 0 : 9;
}

static int take_and_die(const char *path)
{
    struct err err = {0};
    return lock_take(path, "dead", 0600, NULL, NULL, NULL, &err) ? 0 : 1;
}

/* A gibibyte, most of it a hole. */
static void journal_is_never_too_long_to_be_read(void **state)
{
    enum { LIMIT = 1 << 30 };
    struct place *place = *state;
    struct err err = {0};
    char head[HASH_HEX_NBYTES] = "0";
    int fd = open(place->file, O_WRONLY | O_CREAT, 0600);
    assert_int_equal(pwrite(fd, "\nx\n", 3, LIMIT - 30), 3);
    close(fd);
    struct journal *journal = journal_open(place->file, false, 0600, &err);
    assert_non_null(journal);
    assert_int_equal(journal_append(journal, slice_of("0123456789abcdef0123456789"), head, &err),
                     0);
    assert_int_equal(journal_append(journal, slice_of(""), head, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    assert_int_equal(journal_close(journal, &err), 0);
    struct stat info;
    assert_int_equal(stat(place->file, &info), 0);
    assert_int_equal(info.st_size, LIMIT);
}

static void journal_is_an_ordinary_file(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    assert_int_equal(mkfifo(place->file, 0600), 0);
    assert_null(journal_open(place->file, true, 0600, &err));
    assert_int_equal(err.kind, ERR_INPUT);
}

static int peek_as_nobody(const char *path)
{
    enum { NOBODY = 65534, HANGS_AFTER_S = 20 };
    /* Where there is no such user to become, root may write and never waits. */
    if (geteuid() == 0 && setresuid(NOBODY, NOBODY, NOBODY))
        return try_peek(path);
    alarm(HANGS_AFTER_S);
    return try_peek(path);
}

/* Put there by somebody else; opening it would wait for a writer. */
static void lock_that_is_a_pipe_is_not_waited_for(void **state)
{
    struct place *place = *state;
    assert_int_equal(chmod(place->dir, 0755), 0);
    assert_int_equal(mkfifo(place->file, 0600), 0);
    assert_int_equal(chmod(place->file, 0444), 0);
    assert_int_equal(in_child(place->file, peek_as_nobody), 0);
}

static void lock_names_its_owner(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    bool taken_over = true;
    assert_int_equal(in_child(place->file, try_peek), 0);
    struct lock *lock = lock_take(place->file, "zhang", 0600, NULL, &taken_over, NULL, &err);
    assert_non_null(lock);
    assert_false(taken_over);
    assert_int_equal(in_child(place->file, try_take), 20);
    assert_int_equal(in_child(place->file, try_peek), 1);
    /* A POSIX lock would be lost here. */
    int fd = open(place->file, O_RDONLY);
    close(fd);
    assert_int_equal(in_child(place->file, try_take), 20);
    lock_release(lock);
    assert_int_equal(in_child(place->file, try_take), 10);
}

/* Somebody removed the lock file, and another took a new one: that one stays. */
static void lock_of_another_is_not_released(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    struct lock *first = lock_take(place->file, "zhang", 0600, NULL, NULL, NULL, &err);
    assert_non_null(first);
    assert_true(lock_is_ours(first));
    assert_int_equal(unlink(place->file), 0);
    assert_false(lock_is_ours(first));
    struct lock *second = lock_take(place->file, "li", 0600, NULL, NULL, NULL, &err);
    assert_non_null(second);
    lock_release(first);
    assert_null(lock_take(place->file, "wang", 0600, NULL, NULL, NULL, &err));
    assert_int_equal(err.kind, ERR_LOCKED);
    lock_release(second);
}

static void lock_of_a_dead_owner_is_taken_over(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    bool taken_over = false;
    assert_int_equal(in_child(place->file, take_and_die), 0);
    struct lock *lock = lock_take(place->file, "zhang", 0600, NULL, &taken_over, NULL, &err);
    assert_non_null(lock);
    assert_true(taken_over);
    lock_release(lock);
}

/* ~/.local/state/gouji/session.json -> /dev/null, as people do with histories. */
static void save_replaces_ordinary_files_only(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    struct stat info;
    char *pipe = path_join(place->dir, "pipe");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_int_equal(symlink("pipe", place->file), 0);
    assert_int_equal(save_file(place->file, NULL, NULL, slice_of("x"), NULL, &err), -1);
    assert_non_null(strstr(err.text, "ordinary"));
    assert_true(lstat(pipe, &info) == 0 && S_ISFIFO(info.st_mode));
    assert_int_equal(count_files(place->dir), 2);
    free(pipe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
        TEST(save_replaces_and_keeps_a_generation),
        TEST(save_never_overwrites_anothers_change),
        TEST(save_makes_a_removed_file_again),
        TEST(save_leaves_what_another_save_makes),
        TEST(save_sees_a_change_within_one_tick),
        TEST(save_follows_symlinks_and_cancels),
        TEST(save_replaces_ordinary_files_only),
        TEST(save_keeps_the_old_file_when_the_disk_is_full),
        TEST(journal_comes_back),
        TEST(journal_drops_a_torn_tail_at_every_byte),
        TEST(journal_drops_a_last_line_of_zeros),
        TEST(journal_says_where_the_chain_breaks),
        TEST(journal_refuses_after_a_failed_append),
        TEST(journal_is_never_too_long_to_be_read),
        TEST(journal_is_an_ordinary_file),
        TEST(lock_that_is_a_pipe_is_not_waited_for),
        TEST(lock_names_its_owner),
        TEST(lock_leaves_nothing_when_the_disk_is_full),
        TEST(lock_of_another_is_not_released),
        TEST(lock_of_a_dead_owner_is_taken_over),
    };
    return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
