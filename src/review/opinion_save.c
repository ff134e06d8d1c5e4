/* The opinion in a file of its own. A name typed in haste may be that of the
 * report or of a review, and a file replaced twice is gone for good. */
#include <stdlib.h>
#include <sys/stat.h>

#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/store/save.h"
#include "places.h"
#include "session.h"

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
    return save_file(path, NULL, review->report->path, text, NULL, err);
}
