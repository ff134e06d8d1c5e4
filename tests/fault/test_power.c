/* The power goes. What a session does to its folder is recorded; then, after
 * each call, every folder that a disk may hold is built: of bytes not yet synced
 * none, all, half, or zeros in their place, and of the changes of names since
 * the folder was synced any selection. In each of them what had been confirmed
 * by then is there, and no file is damaged. */
#include "session.h"

enum {
    STEPS_MAX = 512,
    FILES_MAX = 64,
    NAMES_MAX = 16,
    CHANGES_MAX = 10, /* of names between two syncs of the folder */
    NAME_NBYTES = 128,
};

/* What may be on the disk of bytes that were written and not synced. */
enum loss { LOSS_ALL, LOSS_NONE, LOSS_HALF, LOSS_ZEROS, LOSS_FIRST_PAGE, LOSS_COUNT };

/* One call, and what had been tried and confirmed when it was made. */
struct step {
    const char *name;
    char from[NAME_NBYTES], to[NAME_NBYTES];
    ino_t inode; /* 0: the folder */
    char *bytes;
    size_t nbytes;
    struct result at;
};

static struct {
    struct step steps[STEPS_MAX];
    int n;
    const struct result *result;
} record;

static void copy_name(char out[NAME_NBYTES], const char *path)
{
    snprintf(out, NAME_NBYTES, "%s", path ? path_name(path) : "");
}

/* Locks need not outlive the power. */
static bool is_lock(const struct call_told *call)
{
    return call->from && strstr(call->from, ".lock");
}

static void note(const struct call_told *call)
{
    struct stat info;
    struct step *step = &record.steps[record.n];
    if (!call->name || is_lock(call))
        return;
    assert_true(record.n < STEPS_MAX);
    *step = (struct step){.name = call->name, .nbytes = call->nbytes, .at = *record.result};
    copy_name(step->from, call->from);
    copy_name(step->to, call->to);
    if (call->from ? fstatat(call->fd, call->from, &info, 0) == 0 : fstat(call->fd, &info) == 0)
        step->inode = S_ISDIR(info.st_mode) ? 0 : info.st_ino;
    if (call->bytes) {
        step->bytes = malloc(call->nbytes + 1);
        memcpy(step->bytes, call->bytes, call->nbytes);
    }
    record.n++;
}

/* ---- the disk ---- */

struct content {
    ino_t inode;
    char bytes[64 * 1024];
    size_t nbytes, synced;
};

struct name {
    char name[NAME_NBYTES];
    struct content *content;
};

struct renaming {
    char from[NAME_NBYTES], to[NAME_NBYTES]; /* "" none */
    struct content *content;                 /* of `to` */
};

struct names {
    struct name items[NAMES_MAX];
    int n;
};

struct disk {
    struct content files[FILES_MAX];
    int nfiles;
    struct names synced, now;
    struct renaming changes[CHANGES_MAX];
    int nchanges;
};

static struct name *find_name(struct names *names, const char *name)
{
    for (int i = 0; i < names->n; i++)
        if (strcmp(names->items[i].name, name) == 0)
            return &names->items[i];
    return NULL;
}

static void apply(struct names *names, const struct renaming *change)
{
    struct name *to = find_name(names, change->to), *from = NULL;
    if (*change->to && !to) {
        assert_true(names->n < NAMES_MAX);
        to = &names->items[names->n++];
        memcpy(to->name, change->to, sizeof to->name);
    }
    if (to)
        to->content = change->content;
    from = *change->from ? find_name(names, change->from) : NULL;
    if (from)
        *from = names->items[--names->n];
}

static void change_names(struct disk *disk, const char *from, const char *to,
                         struct content *content)
{
    assert_true(disk->nchanges < CHANGES_MAX);
    struct renaming *change = &disk->changes[disk->nchanges++];
    *change = (struct renaming){.content = content};
    copy_name(change->from, from);
    copy_name(change->to, to);
    apply(&disk->now, change);
}

static struct content *new_file(struct disk *disk, ino_t inode)
{
    assert_true(disk->nfiles < FILES_MAX);
    struct content *file = &disk->files[disk->nfiles++];
    file->inode = inode;
    return file;
}

/* The last made of this number: numbers are used again. */
static struct content *find_file(struct disk *disk, ino_t inode)
{
    for (int i = disk->nfiles; i-- > 0;)
        if (disk->files[i].inode == inode)
            return &disk->files[i];
    return NULL;
}

static void write_file(struct disk *disk, const struct step *step)
{
    struct content *file = find_file(disk, step->inode);
    if (!file)
        return; /* a lock */
    assert_true(file->nbytes + step->nbytes <= sizeof file->bytes);
    memcpy(file->bytes + file->nbytes, step->bytes, step->nbytes);
    file->nbytes += step->nbytes;
}

static void sync_one(struct disk *disk, const struct step *step)
{
    struct content *file = step->inode ? find_file(disk, step->inode) : NULL;
    if (file)
        file->synced = file->nbytes;
    if (step->inode)
        return;
    disk->synced = disk->now;
    disk->nchanges = 0;
}

static void take(struct disk *disk, const struct step *step)
{
    struct name *from = find_name(&disk->now, step->from);
    if (strcmp(step->name, "create") == 0)
        change_names(disk, "", step->from, new_file(disk, step->inode));
    else if (strcmp(step->name, "write") == 0)
        write_file(disk, step);
    else if (strcmp(step->name, "fsync") == 0)
        sync_one(disk, step);
    else if (strcmp(step->name, "rename") == 0 && from)
        change_names(disk, step->from, step->to, from->content);
    else if (strcmp(step->name, "link") == 0 && from)
        change_names(disk, "", step->to, from->content);
    else if (strcmp(step->name, "unlink") == 0 && from)
        change_names(disk, step->from, "", NULL);
}

/* ---- folders that may be found ---- */

static void spill(const struct desk *desk, const struct name *name, enum loss loss)
{
    char path[256], bytes[sizeof name->content->bytes];
    const struct content *file = name->content;
    size_t late = file->nbytes - file->synced, n = file->nbytes;
    memcpy(bytes, file->bytes, n);
    if (loss == LOSS_ALL)
        n = file->synced;
    else if (loss == LOSS_HALF)
        n = file->synced + late / 2;
    else if (loss == LOSS_ZEROS)
        memset(bytes + file->synced, 0, late);
    else if (loss == LOSS_FIRST_PAGE)
        memset(bytes + file->synced, 0, late / 2);
    snprintf(path, sizeof path, "%s/%s", desk->dir, name->name);
    desk_spill(path, bytes, n);
}

static void build(const struct desk *desk, const struct disk *disk, unsigned selection,
                  enum loss loss)
{
    struct before none = {0};
    struct names names = disk->synced;
    session_reset(desk, &none);
    for (int i = 0; i < disk->nchanges; i++)
        if (selection & 1U << i)
            apply(&names, &disk->changes[i]);
    for (int i = 0; i < names.n; i++)
        spill(desk, &names.items[i], loss);
}

static void check_folder(struct desk *desk, const struct before *before,
                         const struct result *result)
{
    check_whole(desk->verdict);
    if (before->exists)
        assert_int_equal(access(desk->verdict, F_OK), 0);
    reopen(desk);
    check_acts(desk, before, result, 1);
    OK(review_close(desk->review, why));
    desk->review = NULL;
}

static long try_all(struct desk *desk, const struct before *before, const struct disk *disk,
                    const struct result *result, long *seen)
{
    long n = 0;
    for (unsigned selection = 0; selection < 1U << disk->nchanges; selection++)
        for (enum loss loss = LOSS_ALL; loss < LOSS_COUNT; loss++) {
            if ((*seen)++ % 4 > 0 && !exhaustive())
                continue;
            build(desk, disk, selection, loss);
            check_folder(desk, before, result);
            n++;
        }
    return n;
}

static void put_before(struct disk *disk, const char *path, const char *bytes, size_t nbytes)
{
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    struct content *file = new_file(disk, info.st_ino);
    memcpy(file->bytes, bytes, nbytes);
    file->nbytes = file->synced = nbytes;
    change_names(disk, "", path, file);
    disk->synced = disk->now;
    disk->nchanges = 0;
}

static void lose_power(struct desk *desk, bool earlier)
{
    struct before before;
    struct result *result = result_new();
    struct disk *disk = calloc(1, sizeof *disk);
    long n = 0, seen = 0;
    session_prepare(desk, earlier, &before);
    session_reset(desk, &before);
    if (earlier) {
        put_before(disk, desk->verdict, before.verdict, before.nverdict);
        put_before(disk, desk->journal, before.journal, before.njournal);
    }
    record.n = 0;
    record.result = result;
    calls_tell(note);
    session_run(desk, result);
    calls_tell(NULL);
    for (int i = 0; i < record.n; i++) {
        take(disk, &record.steps[i]);
        n += try_all(desk, &before, disk, i + 1 < record.n ? &record.steps[i + 1].at : result,
                     &seen);
        free(record.steps[i].bytes);
    }
    printf("%d calls, %ld folders after a loss of power, none lost what was confirmed\n", record.n,
           n);
    session_release(&before);
    free(disk);
    munmap(result, sizeof *result);
}

static void first_session(void **state)
{
    lose_power(*state, false);
}

static void later_session(void **state)
{
    lose_power(*state, true);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {CASE(first_session), CASE(later_session)};
    return cmocka_run_group_tests_name("loss of power", tests, NULL, NULL);
}
