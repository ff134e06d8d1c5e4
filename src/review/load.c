#include "load.h"

#include <string.h>

#include "gouji/base/message.h"
#include "gouji/base/path.h"

void load_say(struct str *notice, const char *format, ...)
{
    va_list arguments;
    if (notice->nbytes > 0)
        str_add(notice, "; ");
    va_start(arguments, format);
    str_format_v(notice, format, arguments);
    va_end(arguments);
}

static void forbid(struct loaded *out, const char *why)
{
    out->readonly = true;
    load_say(&out->notice, "%s", why);
}

static bool is_open(const struct event *event)
{
    return strcmp(event->type, "open") == 0;
}

/* One that was interrupted goes on after another `open`. */
bool load_find_recovery(const struct event_log *log, const char *head, struct recovery *out)
{
    size_t first = 0;
    const char *from = NULL;
    const cJSON *recovered = NULL;
    for (; first < log->count; first++) {
        recovered = json_get(log->items[first].body, "recovered");
        from = is_open(&log->items[first]) ? json_string(recovered, "head") : NULL;
        if (from && strcmp(from, head) == 0)
            break;
    }
    *out = (struct recovery){.first = first};
    if (first == log->count)
        return false;
    out->taken = json_integer(recovered, "taken", 0);
    for (size_t i = first + 1; i < log->count; i++)
        out->done += !is_open(&log->items[i]);
    return true;
}

/* Each event holds the hash of the line before it. */
bool load_holds(const struct loaded *out, const char *head)
{
    struct recovery recovery;
    for (size_t i = 1; i < out->log.count; i++) {
        const char *prev = json_string(out->log.items[i].json, "prev");
        if (prev && strcmp(prev, head) == 0)
            return true;
    }
    if (load_find_recovery(&out->log, head, &recovery) && recovery.done >= recovery.taken)
        return true;
    return out->log.count > 0 && strcmp(out->log.head, head) == 0;
}

/* The first event of the verdict file that the journal has otherwise. */
static int64_t parting(const struct loaded *out, const struct event_log *recorded, int64_t last)
{
    for (size_t i = 0; i < recorded->count; i++) {
        const struct event *there = &recorded->items[i];
        const struct event *here = event_find(&out->log, there->n);
        if (!here || strcmp(here->type, there->type) != 0 || strcmp(here->at, there->at) != 0)
            return there->n;
    }
    return last;
}

/* The verdict file records what the journal has not: its state is shown. */
static int take_recorded(struct loaded *out, const struct verdict_file *reference, struct err *err)
{
    struct event_log recorded;
    struct recovery begun;
    int64_t lacks = reference->events - (int64_t)out->log.count;
    if (load_find_recovery(&out->log, reference->head, &begun))
        lacks = begun.taken - begun.done;
    event_log_init(&recorded);
    if (verdict_to_log(reference->json, &recorded, err)) {
        event_log_release(&recorded);
        if (err->kind == ERR_NOMEM)
            return -1;
        forbid(out, _("the verdict file cannot be understood and the journal is incomplete; "
                      "opened read-only"));
        return 0;
    }
    if (lacks > 0 && !out->readonly && reference == &out->file)
        out->missing = lacks;
    out->readonly = true;
    if (!out->file.stamp.exists && out->file.json)
        load_say(&out->notice,
                 _("the verdict file is gone; this is the generation before it (.bak)"));
    if (lacks > 0)
        load_say(&out->notice,
                 out->missing ? _("read-only: the journal lacks %lld of %lld events; put it back, "
                                  "or type :recover")
                              : _("read-only: the journal lacks %lld of %lld events; put it back"),
                 (long long)lacks, (long long)reference->events);
    else
        load_say(&out->notice,
                 _("journal and verdict file part at event %lld; nothing was chosen; opened "
                   "read-only with the verdict file's decisions"),
                 (long long)parting(out, &recorded, reference->events));
    event_log_release(&out->log);
    out->log = recorded;
    return 0;
}

/* A damaged verdict file gives no state; the generation before it may. */
static int judge(struct loaded *out, const struct verdict_file *backup, struct err *err)
{
    bool usable = out->file.health == VERDICT_FILE_WHOLE || out->file.health == VERDICT_FILE_NEWER;
    const struct verdict_file *reference = usable                                 ? &out->file
                                           : backup->health == VERDICT_FILE_WHOLE ? backup
                                                                                  : NULL;
    bool damaged = out->file.health == VERDICT_FILE_DAMAGED;
    bool has_log = out->log.count > 0;
    /* A damaged file that still names a head the journal has is no witness
     * against the journal; neither is one of which nothing can be read. */
    bool holds = reference && reference->events > 0 && load_holds(out, reference->head);
    if (damaged && has_log && load_holds(out, out->file.head))
        holds = true;
    if (damaged && has_log && !holds && out->file.events > (int64_t)out->log.count)
        forbid(out, _("the verdict file is damaged and records more events than the journal has; "
                      "opened read-only; put the whole journal back, or move the verdict file "
                      "away"));
    else if (damaged && has_log && !out->readonly)
        load_say(&out->notice,
                 _("the verdict file is damaged (%s); it will be rebuilt from the journal and the "
                   "damaged one kept beside it"),
                 out->file.why);
    else if (damaged)
        forbid(out, _("the verdict file is damaged and there is no whole journal; opened "
                      "read-only; put the journal back, or move the verdict file away"));
    if (out->file.health == VERDICT_FILE_NEWER)
        forbid(out, _("the verdict file was written by a newer gouji; opened read-only, review on "
                      "with the newer one"));
    if (reference && reference->events > 0 && !holds)
        return take_recorded(out, reference, err);
    out->rebuild = !out->readonly && has_log &&
                   (damaged || !reference || !out->file.stamp.exists ||
                    (int64_t)out->log.count > reference->events);
    return 0;
}

static int read_journal(const struct places *places, struct loaded *out, struct err *err)
{
    struct journal_lines lines;
    struct err why = {0};
    size_t broken = 0;
    /* Taken before reading: a line added meanwhile makes it look changed. */
    if (save_stamp_read(places->journal, &out->journal_stamp, &why) ||
        journal_load(places->journal, &lines, &why)) {
        if (why.kind == ERR_NOMEM)
            return err_set_nomem(err);
        forbid(out, why.text);
        return 0;
    }
    memcpy(out->log.head, lines.head, sizeof lines.head);
    memcpy(out->journal_head, lines.head, sizeof lines.head);
    out->journal_nlines = lines.nlines;
    int status = event_log_read(&out->log, &lines, &broken, err);
    broken = broken ? broken : lines.broken_line;
    if (broken) {
        out->readonly = true;
        load_say(&out->notice,
                 _("the journal %s is broken at line %zu; what stands before it is shown; opened "
                   "read-only; put a whole copy back"),
                 path_name(places->journal), broken);
    } else if (lines.torn_nbytes > 0) {
        load_say(&out->notice, _("an unfinished last line of the journal was dropped"));
    }
    if (lines.is_link)
        forbid(out, _("the journal is a symbolic link, which is never written through; opened "
                      "read-only"));
    out->journal_whole = !status && !broken && !lines.is_link;
    journal_lines_release(&lines);
    event_log_settle(&out->log);
    return status;
}

static int read_verdict(const char *path, struct verdict_file *file, struct loaded *out,
                        struct err *err)
{
    struct err why = {0};
    if (verdict_read(path, file, &why) == 0)
        return 0;
    if (why.kind == ERR_NOMEM)
        return err_set_nomem(err);
    forbid(out, why.text);
    return 0;
}

/* Of a verdict file that is gone the generation before it may still tell. */
static void take_backup(struct verdict_file *file, struct verdict_file *backup)
{
    if (backup->health != VERDICT_FILE_WHOLE)
        return;
    *file = *backup;
    file->stamp = (struct save_stamp){0};
    *backup = (struct verdict_file){.health = VERDICT_FILE_MISSING, .head = ""};
}

int load_review(const struct places *places, struct loaded *out, struct err *err)
{
    struct verdict_file backup = {.health = VERDICT_FILE_MISSING, .head = ""};
    struct err why = {0};
    *out = (struct loaded){.file = {.health = VERDICT_FILE_MISSING, .head = ""}};
    event_log_init(&out->log);
    int status =
        read_journal(places, out, &why) || read_verdict(places->verdict, &out->file, out, &why);
    if (!status &&
        (out->file.health == VERDICT_FILE_DAMAGED || out->file.health == VERDICT_FILE_MISSING))
        status = read_verdict(places->backup, &backup, out, &why);
    if (!status && out->file.health == VERDICT_FILE_MISSING)
        take_backup(&out->file, &backup);
    status = status || judge(out, &backup, &why);
    const struct verdict_file *from = backup.json ? &backup : &out->file;
    if (!status && from->json && from->health != VERDICT_FILE_DAMAGED)
        out->reference = cJSON_Duplicate(from->json, true);
    else if (!status && out->file.json)
        out->reference = cJSON_Duplicate(out->file.json, true);
    verdict_file_release(&backup);
    if (!status && !out->notice.failed)
        return 0;
    loaded_release(out);
    return err_set(err, why.kind ? why.kind : ERR_NOMEM, "%s",
                   why.kind ? why.text : _("out of memory"));
}

void loaded_release(struct loaded *loaded)
{
    event_log_release(&loaded->log);
    verdict_file_release(&loaded->file);
    cJSON_Delete(loaded->reference);
    str_release(&loaded->notice);
    memset(loaded, 0, sizeof *loaded);
}
