/* The opinion in a file of its own. A name typed in haste, or completed, may be that
 * of a report or of a review, and a file replaced twice is gone for good. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/store/save.h"
#include "opinion.h"
#include "places.h"

static bool is_file_of(const struct report *report, const struct stat *there)
{
    struct stat info;
    return report && stat(report->path, &info) == 0 && info.st_ino == there->st_ino &&
           info.st_dev == there->st_dev;
}

static bool belongs_to_review(const char *path)
{
    char *real = realpath(path, NULL);
    bool own = places_is_own(path_name(path)) || (real && places_is_own(path_name(real)));
    free(real);
    return own;
}

static bool begins_as_opinion(struct slice text)
{
    if (slice_has_prefix(text, slice_of("# ")))
        text = slice_make(text.ptr + 2, text.nbytes - 2);
    for (size_t i = 0; i < sizeof title_words / sizeof *title_words; i++)
        for (int lang = 0; lang < LANG_COUNT; lang++)
            if (slice_has_prefix(text, slice_of(title_words[i][lang])))
                return true;
    return false;
}

/* What may be replaced: an earlier opinion, or a file in which nothing stands. */
static bool may_replace(const char *path, const struct stat *there)
{
    char head[256];
    if (!S_ISREG(there->st_mode))
        return true; /* told apart where it is written */
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : read(fd, head, sizeof head);
    if (fd >= 0)
        close(fd);
    return n == 0 || (n > 0 && begins_as_opinion(slice_make(head, (size_t)n)));
}

int review_opinion_save(const struct review *review, const char *path, struct slice text,
                        struct err *err)
{
    struct stat there;
    bool exists = stat(path, &there) == 0;
    if (exists && (is_file_of(review->report, &there) || is_file_of(review->prior, &there)))
        return err_set(err, ERR_USAGE, _("%s: is the report; give the opinion another name"), path);
    if (belongs_to_review(path))
        return err_set(err, ERR_USAGE, _("%s: is kept for a review; give the opinion another name"),
                       path);
    if (exists && !may_replace(path, &there))
        return err_set(err, ERR_USAGE,
                       _("%s: is there and is no opinion; give the opinion another name"), path);
    return save_file(path, NULL, review->report->path, text, NULL, err);
}
