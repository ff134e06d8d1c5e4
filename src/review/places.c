#include "places.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/base/vec.h"
#include "gouji/text/decode.h"

enum { NAME_MAX_NBYTES = 255, REVIEWER_MAX_NBYTES = 64 };

static const char suffix[] = ".verdict.json";

int places_check_reviewer(const char *name, struct err *err)
{
    size_t nbytes = strlen(name), taken = 0;
    bool good = nbytes > 0;
    for (size_t i = 0; good && i < nbytes; i += taken) {
        int32_t c = text_next(name + i, nbytes - i, &taken);
        good = c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0);
    }
    if (!good)
        return err_set(err, ERR_USAGE, "%s",
                       _("the reviewer's name must be UTF-8 without control characters"));
    if (nbytes > REVIEWER_MAX_NBYTES)
        return err_set(err, ERR_USAGE,
                       _("the reviewer's name has %zu bytes; at most %d are allowed"), nbytes,
                       REVIEWER_MAX_NBYTES);
    return 0;
}

bool places_is_own(const char *file_name)
{
    const char *place = strstr(file_name, suffix);
    return place && place > file_name;
}

/* "a.txt.zhang.verdict.json"; refuses what the file system would not take. */
static char *file_name_for(const char *report_name, const char *reviewer, struct err *err)
{
    char *encoded = path_encode(slice_of(reviewer));
    struct str name = STR_INIT;
    if (!encoded) {
        err_set_nomem(err);
        return NULL;
    }
    str_format(&name, "%s.%s%s", report_name, encoded, suffix);
    size_t nreport = strlen(report_name), nreviewer = strlen(encoded);
    free(encoded);
    if (name.nbytes + strlen(".lock") > NAME_MAX_NBYTES) {
        err_set(
            err, ERR_LIMIT,
            nreviewer > nreport
                ? _("the reviewer's name takes %zu bytes in the verdict file's name, which would "
                    "exceed 255 bytes; choose a shorter reviewer's name")
                : _("the report's file name has %zu bytes; with the reviewer's name the verdict "
                    "file's name would exceed 255 bytes; rename the report"),
            nreviewer > nreport ? nreviewer : nreport);
        str_release(&name);
        return NULL;
    }
    char *text = str_detach(&name);
    if (!text)
        err_set_nomem(err);
    return text;
}

/* Absolute path of a file that need not exist, by its folder. NULL: no memory. */
static char *absolute(const char *path)
{
    char *dir = path_dir(path);
    char *real = dir ? realpath(dir, NULL) : NULL;
    bool starved = !dir || (!real && errno == ENOMEM);
    char *joined = real ? path_join(real, path_name(path)) : starved ? NULL : strdup(path);
    free(dir);
    free(real);
    return joined;
}

/* The report's path below the root; its name alone when it is not below. */
static char *relative_path(const char *report_path, const char *root)
{
    char *full = absolute(report_path);
    char *base = root && full ? realpath(root, NULL) : NULL;
    bool starved = !full || (root && !base && errno == ENOMEM);
    size_t n = base ? strlen(base) : 0;
    char *found = NULL;
    if (n > 0 && strncmp(full, base, n) == 0 && (full[n] == '/' || base[n - 1] == '/'))
        found = strdup(full + n + (full[n] == '/'));
    else if (!starved)
        found = strdup(path_name(report_path));
    free(full);
    free(base);
    return found;
}

/* Could a file be made here, folders below the first existing one included?
 * -1: no memory. */
static int can_write_folder(const char *path, bool *can)
{
    char *dir = path_dir(path);
    while (dir && access(dir, F_OK) != 0 && errno == ENOENT && strcmp(dir, ".") != 0 &&
           strcmp(dir, "/") != 0) {
        char *up = path_dir(dir);
        free(dir);
        dir = up;
    }
    *can = dir && faccessat(AT_FDCWD, dir, W_OK | X_OK, AT_EACCESS) == 0;
    int status = dir ? 0 : -1;
    free(dir);
    return status;
}

/* Below `dir`, at the report's relative (or, for the state folder, absolute) path. */
static char *below(const char *dir, const char *report_path, const char *name)
{
    char *folder = strchr(report_path, '/') ? path_dir(report_path) : strdup("");
    char *inner = folder ? path_join(folder, name) : NULL;
    while (inner && inner[0] == '/')
        memmove(inner, inner + 1, strlen(inner));
    char *path = inner ? path_join(dir, inner) : NULL;
    free(folder);
    free(inner);
    return path;
}

/* 0 with NULL: there is no state folder. -1: no memory. */
static int state_place(const char *report_path, const char *name, char **place)
{
    struct err why = {0};
    char *state = path_state_dir(&why);
    char *dir = state ? path_join(state, "verdicts") : NULL;
    char *full = dir ? absolute(report_path) : NULL;
    *place = full ? below(dir, full, name) : NULL;
    bool starved = state ? !*place : why.kind == ERR_NOMEM;
    free(state);
    free(dir);
    free(full);
    return starved ? -1 : 0;
}

static char *beside(const char *report_path, const char *name)
{
    char *dir = path_dir(report_path);
    char *path = dir ? path_join(dir, name) : NULL;
    free(dir);
    return path;
}

/* What cannot be looked at may be there: then it is tried, and the reason said. */
static bool may_exist(const char *path)
{
    return access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

static int has_files(const char *verdict, bool *has)
{
    struct str journal = STR_INIT;
    str_format(&journal, "%sl", verdict);
    int status = journal.failed ? -1 : 0;
    *has = may_exist(verdict) || (!status && may_exist(str_text(&journal)));
    str_release(&journal);
    return status;
}

/* Chooses between beside and the state folder (NULL: there is none): where there
 * are files, beside the report first; else the state folder when the report's own
 * refuses writing. Takes both. */
static int choose(struct places *out, char *near, char *far)
{
    bool near_exists = false, far_exists = false, can = false;
    if (!near || has_files(near, &near_exists) || (far && has_files(far, &far_exists)) ||
        can_write_folder(near, &can)) {
        free(near);
        free(far);
        return -1;
    }
    bool use_far = far && !near_exists && (far_exists || !can);
    out->verdict = use_far ? far : near;
    out->other = NULL;
    out->elsewhere = use_far;
    if (!use_far && far_exists)
        out->other = far;
    else
        free(use_far ? near : far);
    return 0;
}

static char *with_suffix(const char *path, const char *more)
{
    struct str text = STR_INIT;
    str_format(&text, "%s%s", path, more);
    return str_detach(&text);
}

/* The verdict file's own place. */
static int find_verdict(const char *report_path, const struct review_options *options,
                        const char *name, struct places *out)
{
    char *far = NULL;
    out->relative = relative_path(report_path, options->root);
    if (!out->relative)
        return -1;
    if (!options->verdicts_dir)
        return state_place(report_path, name, &far) || choose(out, beside(report_path, name), far)
                   ? -1
                   : 0;
    out->verdict = below(options->verdicts_dir, out->relative, name);
    out->elsewhere = true;
    return out->verdict ? 0 : -1;
}

int places_find(const char *report_path, const struct review_options *options, const char *reviewer,
                struct places *out, struct err *err)
{
    bool can = false;
    *out = (struct places){0};
    char *name = file_name_for(path_name(report_path), reviewer, err);
    if (!name)
        return -1;
    int status = find_verdict(report_path, options, name, out);
    free(name);
    if (!status) {
        out->journal = with_suffix(out->verdict, "l");
        out->lock = with_suffix(out->verdict, ".lock");
        out->backup = with_suffix(out->verdict, ".bak");
        status = can_write_folder(out->verdict, &can);
    }
    if (status || !out->journal || !out->lock || !out->backup) {
        places_release(out);
        return err_set_nomem(err);
    }
    out->journal_refuses = can && access(out->journal, F_OK) == 0 &&
                           faccessat(AT_FDCWD, out->journal, W_OK, AT_EACCESS) != 0;
    out->writable = can && !out->journal_refuses;
    return 0;
}

void places_release(struct places *places)
{
    free(places->verdict);
    free(places->journal);
    free(places->lock);
    free(places->backup);
    free(places->relative);
    free(places->other);
    *places = (struct places){0};
}

mode_t places_mode(const struct places *places, const char *report_path)
{
    struct stat info;
    mode_t mode = 0600;
    char *dir = path_dir(places->verdict);
    if (stat(places->verdict, &info) == 0)
        mode = info.st_mode & 0777;
    else if (dir && stat(dir, &info) == 0 && (info.st_mode & S_ISGID))
        mode = 0640;
    else if (stat(report_path, &info) == 0 && (info.st_mode & S_IRGRP))
        mode = 0640;
    free(dir);
    return mode;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The reviewer in "<report>.<reviewer>.verdict.json" (or its journal), else NULL. */
static char *reviewer_in(const char *file, const char *report_name)
{
    size_t n = strlen(report_name), nfile = strlen(file), nsuffix = sizeof suffix - 1;
    if (nfile > 0 && file[nfile - 1] == 'l')
        nfile--;
    if (nfile <= n + 1 + nsuffix || strncmp(file, report_name, n) != 0 || file[n] != '.' ||
        strncmp(file + nfile - nsuffix, suffix, nsuffix) != 0)
        return NULL;
    struct slice encoded = slice_make(file + n + 1, nfile - nsuffix - n - 1);
    return memchr(encoded.ptr, '.', encoded.nbytes) ? NULL : path_decode(encoded);
}

void places_listing_release(struct places_listing *listing)
{
    for (size_t i = 0; i < listing->count; i++)
        free(listing->names[i]);
    free(listing->names);
    free(listing->dir);
    listing->dir = NULL;
    listing->names = NULL;
    listing->count = listing->capacity = 0;
}

static int add_name(struct places_listing *listing, const char *given)
{
    char *name = strdup(given);
    if (!name ||
        vec_room(&listing->names, &listing->capacity, listing->count, sizeof *listing->names) < 0) {
        free(name);
        return -1;
    }
    listing->names[listing->count++] = name;
    return 0;
}

/* What is short of a name for want of memory is listed anew the next time. */
static void list_names(struct places_listing *listing)
{
    DIR *folder = opendir(listing->dir);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        if (places_is_own(entry->d_name) && add_name(listing, entry->d_name) < 0)
            listing->changed = (struct timespec){0};
    if (folder)
        closedir(folder);
    if (listing->count > 1)
        qsort(listing->names, listing->count, sizeof *listing->names, compare_names);
}

/* Takes over dir. */
static void look_again(struct places_listing *listing, char *dir)
{
    struct stat info = {.st_mode = 0};
    bool known = dir && stat(dir, &info) == 0 && listing->dir && strcmp(dir, listing->dir) == 0 &&
                 info.st_mtim.tv_sec == listing->changed.tv_sec &&
                 info.st_mtim.tv_nsec == listing->changed.tv_nsec;
    if (known) {
        free(dir);
        return;
    }
    places_listing_release(listing);
    listing->dir = dir;
    listing->changed = info.st_mtim;
    if (dir)
        list_names(listing);
}

size_t places_reviewers(struct places_listing *listing, const char *verdict_path,
                        const char *report_name, char ***names)
{
    size_t count = 0, capacity = 0, kept = 0, n = strlen(report_name);
    look_again(listing, path_dir(verdict_path));
    *names = NULL;
    for (size_t i = vec_text_place(listing->names, listing->count, report_name);
         i < listing->count && strncmp(listing->names[i], report_name, n) == 0; i++) {
        char *name = reviewer_in(listing->names[i], report_name);
        if (name && vec_room(names, &capacity, count, sizeof **names) == 0)
            (*names)[count++] = name;
        else
            free(name);
    }
    if (count > 1)
        qsort(*names, count, sizeof **names, compare_names);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && strcmp((*names)[kept - 1], (*names)[i]) == 0)
            free((*names)[i]);
        else
            (*names)[kept++] = (*names)[i];
    }
    return kept;
}
