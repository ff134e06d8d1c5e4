/* What others did to a review's files while it was open. */
#include <string.h>

#include "gouji/base/message.h"
#include "session.h"

void session_check_files(struct review *review)
{
    bool lost = review->lock && !lock_is_ours(review->lock);
    if (review->journal && (lost || !journal_is_ours(review->journal))) {
        journal_close(review->journal, NULL);
        review->journal = NULL;
    }
    if (lost) {
        lock_release(review->lock);
        review->lock = NULL;
    }
}

static bool is_as_read(const char *path, const struct save_stamp *then)
{
    struct save_stamp now;
    return save_stamp_read(path, &now, NULL) == 0 && now.exists == then->exists &&
           now.inode == then->inode && now.device == then->device && now.nbytes == then->nbytes &&
           now.mtime_ns == then->mtime_ns;
}

/* Another session has saved the same events meanwhile. */
static void take_file(struct loaded *disk, struct loaded *now)
{
    verdict_file_release(&disk->file);
    cJSON_Delete(disk->reference);
    disk->file = now->file;
    disk->reference = now->reference;
    disk->journal_stamp = now->journal_stamp;
    now->file = (struct verdict_file){.health = VERDICT_FILE_MISSING, .head = ""};
    now->reference = NULL;
}

/* Hash of the line before line `n`, counted from 0. NULL: not known. */
static const char *head_before(const struct loaded *loaded, size_t n)
{
    if (n == loaded->journal_nlines)
        return loaded->journal_head;
    return n < loaded->log.count ? json_string(loaded->log.items[n].json, "prev") : NULL;
}

/* Do the first lines of the longer make up the shorter? */
static bool begins_with(const struct loaded *longer, const struct loaded *shorter)
{
    if (longer->journal_nlines < shorter->journal_nlines)
        return false;
    const char *head = head_before(longer, shorter->journal_nlines);
    return head && strcmp(head, shorter->journal_head) == 0;
}

static int write_again(struct review *review, size_t from, struct err *err)
{
    int status = 0;
    for (size_t i = from; !status && i < review->disk.journal_nlines; i++) {
        char hash[HASH_HEX_NBYTES];
        struct str line = STR_INIT;
        json_canonical(review->disk.log.items[i].json, &line);
        status = line.failed ? err_set_nomem(err)
                             : journal_append(review->journal, str_slice(&line), hash, err);
        str_release(&line);
        const char *before = head_before(&review->disk, i + 1);
        if (!status && (!before || strcmp(hash, before) != 0))
            status = err_set(err, ERR_INPUT, "%s", _("the journal does not read back as written"));
    }
    return status;
}

/* Somebody removed or cut the journal: what is in memory is written to it again. */
static int put_back(struct review *review, struct loaded *now, struct err *err)
{
    review->journal = journal_open(review->places.journal, true,
                                   places_mode(&review->places, review->report->path), err);
    if (!review->journal)
        return -1;
    if (write_again(review, now->journal_nlines, err)) {
        journal_close(review->journal, NULL);
        review->journal = NULL;
        return -1;
    }
    load_say(&review->disk.notice,
             _("somebody removed or cut the journal; what it lacked was written again"));
    review->dirty = true;
    if (!now->file.stamp.exists || load_holds(&review->disk, now->file.head))
        take_file(&review->disk, now);
    return 0;
}

/* Nothing of the new state is taken: what is shown stays shown. */
static int stay(struct review *review, const struct loaded *now, struct err *err)
{
    review->readonly = true;
    if (now->notice.nbytes > 0)
        load_say(&review->disk.notice, "%s", str_text(&now->notice));
    bool lacks = !begins_with(now, &review->disk);
    if (lacks || !now->journal_whole) {
        review->parted = true;
        review->dirty = review->dirty || lacks;
        load_say(&review->disk.notice,
                 _("the journal is not the one of this session any more; what is shown goes into "
                   "the verdict file"));
        if (review_save(review, err))
            return -1;
    }
    return session_refuse(review, err);
}

/* The journal has more than we know of. */
static int go_on(struct review *review, struct loaded *now, struct err *err)
{
    const struct findings *before = review->findings;
    struct loaded old = review->disk;
    review->disk = *now;
    if (session_refold(review, err)) {
        *now = review->disk;
        review->disk = old;
        return -1;
    }
    *now = old;
    if (old.notice.nbytes > 0 && review->disk.notice.nbytes == 0)
        load_say(&review->disk.notice, "%s", str_text(&old.notice));
    review->open_written = false;
    return before == review->findings
               ? 0
               : err_set(err, ERR_CHANGED, "%s",
                         _("another session changed readings meanwhile; the findings are new, "
                           "please look and do it again"));
}

int session_read_again(struct review *review, struct err *err)
{
    struct loaded now;
    int status = 0;
    if (is_as_read(review->places.journal, &review->disk.journal_stamp) &&
        is_as_read(review->places.verdict, &review->disk.file.stamp))
        return 0;
    if (load_review(&review->places, &now, err))
        return -1;
    if (now.journal_whole && now.journal_nlines < review->disk.journal_nlines &&
        begins_with(&review->disk, &now))
        status = put_back(review, &now, err);
    else if (now.readonly || !begins_with(&now, &review->disk))
        status = stay(review, &now, err);
    else if (now.journal_nlines == review->disk.journal_nlines)
        take_file(&review->disk, &now);
    else
        status = go_on(review, &now, err);
    loaded_release(&now);
    return status;
}
