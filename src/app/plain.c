/* The workstation without a screen: commands from one stream, answers on
 * another, a line at a time. The same actions do the work; what would open a
 * prompt asks for a line, what would open a pop-up prints it. */
#include "plain.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/message.h"
#include "gouji/text/sanitise.h"
#include "gouji/ui/memscreen.h"

enum { NUMBER_MAX_NBYTES = 9 };

/* Text of others is in nearly everything that is said: all of it goes out masked, as glyphs. */
static void put_shown(const struct plain *plain, struct slice text)
{
    struct str masked = STR_INIT, shown = STR_INIT;
    str_append(&masked, text);
    desk_mask(&plain->app->desk, 0, &masked);
    sanitise_append(&shown, str_slice(&masked), 1);
    fputs(str_text(&shown), plain->out);
    str_release(&masked);
    str_release(&shown);
}

void plain_print(const struct plain *plain, const struct str *text)
{
    put_shown(plain, str_slice(text));
    if (text->nbytes && text->data[text->nbytes - 1] != '\n')
        fputc('\n', plain->out);
}

/* ---- commands of this mode's own ---- */

static void plain_help(struct plain *plain, const char *argument);

static const struct verb {
    const char *name;
    void (*run)(struct plain *plain, const char *argument);
    const char *help;
} verbs[] = {
    {"queue", plain_queue, N_("the reports and how far they are")},
    {"open", plain_open, N_("open report NUMBER, or the one whose name holds WORD")},
    {"status", plain_status, N_("the open report: counts, conclusion, whether all is saved")},
    {"findings", plain_findings,
     N_("findings with their numbers: all, the open ones, or those that pass a filter")},
    {"finding", plain_finding, N_("go to finding NUMBER; none: the one gone to, at length")},
    {"text", plain_text, N_("the report's text, or its lines FROM [TO]")},
    {"tables", plain_tables, N_("the rebuilt tables")},
    {"cell", plain_cell, N_("go to cell ID, such as T3.total.np")},
    {"notes", plain_notes, N_("notes, added problems, drafts")},
    {"outline", plain_outline, N_("sections and tables")},
    {"log", plain_log, N_("the log of this review")},
    {"help", plain_help, N_("this list")},
};
enum { VERB_COUNT = sizeof verbs / sizeof verbs[0] };

static void plain_help(struct plain *plain, const char *argument)
{
    (void)argument;
    struct str out = STR_INIT;
    for (size_t i = 0; i < VERB_COUNT; i++)
        str_format(&out, "%s: %s\n", verbs[i].name, _(verbs[i].help));
    str_format(&out, "%s\n",
               _("A number goes to that finding, in the queue it opens that report; a command "
                 "may follow it. A question is answered by the next line; an empty one takes what "
                 "stands there, a single dot cancels. A note ends with a line that is a dot."));
    for (int i = 0; i < ACTION_TOTAL; i++)
        if (action_entry((enum action)i)->contexts & IN_LISTS)
            str_format(&out, "%s: %s\n", action_entry((enum action)i)->name,
                       _(action_entry((enum action)i)->help));
    plain_print(plain, &out);
    str_release(&out);
}

static const struct verb *find_verb(const char *name, size_t nbytes)
{
    for (size_t i = 0; i < VERB_COUNT; i++)
        if (strlen(verbs[i].name) == nbytes && strncmp(verbs[i].name, name, nbytes) == 0)
            return &verbs[i];
    return NULL;
}

static void go_to_number(struct plain *plain, const char *number)
{
    if (plain->app->document)
        plain_finding(plain, number);
    else
        plain_open(plain, number);
}

static void run_line(struct plain *plain, const char *line)
{
    line += strspn(line, " \t:");
    size_t n = strcspn(line, " \t");
    if (n == 0)
        return;
    const char *argument = line + n + strspn(line + n, " \t");
    const struct verb *verb = find_verb(line, n);
    if (verb) {
        verb->run(plain, argument);
    } else if (strspn(line, "0123456789") == n && n <= NUMBER_MAX_NBYTES) {
        char number[NUMBER_MAX_NBYTES + 1];
        memcpy(number, line, n);
        number[n] = '\0';
        go_to_number(plain, number);
        if (argument[0])
            run_line(plain, argument);
    } else {
        command_line_run(plain->app, line);
    }
}

/* ---- questions ---- */

static void ask(struct plain *plain)
{
    const struct prompt *prompt = &plain->app->prompt;
    struct str out = STR_INIT;
    const char *text = lineedit_text(prompt->edit);
    const char *keys = prompt->multiline ? strstr(prompt->label, "  (") : NULL;
    size_t n = keys ? (size_t)(keys - prompt->label) : strlen(prompt->label);
    str_format(&out, "? %.*s%s%s%s\n%s", (int)n, prompt->label, text[0] ? " [" : "", text,
               text[0] ? "]" : "", str_text(&prompt->hints));
    if (prompt->multiline)
        str_format(&out, "%s\n", _("(a line that is only a dot ends it)"));
    plain_print(plain, &out);
    str_release(&out);
    plain->asked = true;
    plain->answered = false;
}

static void type(struct app *app, const char *text)
{
    while (app->prompt.open && *text) {
        struct key key = {KEY_CHAR, '<', 0};
        size_t used = *text == '<' ? 1 : key_parse(text, &key);
        if (used == 0)
            return;
        prompt_key(app, key);
        text += used;
    }
}

/* One line answers, or ends with a dot what has many. */
static void answer(struct plain *plain, const char *line)
{
    struct app *app = plain->app;
    bool dot = strcmp(line, ".") == 0;
    plain->asked = false;
    if (dot && (!app->prompt.multiline || !plain->answered)) {
        app_cancel(app);
    } else if (dot) {
        prompt_accept(app);
    } else if (app->prompt.multiline) {
        if (plain->answered)
            prompt_key(app, (struct key){.code = KEY_ENTER_});
        else
            lineedit_set(app->prompt.edit, slice_of(""));
        plain->answered = true;
        plain->asked = true;
        type(app, line);
    } else {
        if (line[0])
            lineedit_set(app->prompt.edit, slice_of(""));
        type(app, line);
        if (app->prompt.open)
            prompt_accept(app);
    }
}

/* ---- what came of it ---- */

static void tell_messages(struct plain *plain)
{
    const struct desk *desk = &plain->app->desk;
    size_t fresh = desk->said - plain->said;
    plain->said = desk->said;
    for (size_t i = fresh < desk->nmessages ? desk->nmessages - fresh : 0; i < desk->nmessages;
         i++) {
        struct str out = STR_INIT;
        str_format(&out, "%s%s", desk->messages[i].tone == TONE_ERROR ? "! " : "",
                   desk->messages[i].text);
        plain_print(plain, &out);
        str_release(&out);
    }
}

static void tell_copied(struct plain *plain)
{
    const char *dumps = memscreen_dumps(plain->app->screen);
    put_shown(plain, slice_of(dumps + plain->copied));
    plain->copied = strlen(dumps);
}

static void tell(struct plain *plain)
{
    struct app *app = plain->app;
    app_compose(app);
    if (app->overlay != PANE_COUNT) {
        plain_pane(plain, app->overlay);
        app->overlay = PANE_COUNT;
    }
    tell_messages(plain);
    tell_copied(plain);
    plain_tell_place(plain);
    if (app->prompt.open && !plain->asked)
        ask(plain);
}

/* ^C cancels for someone who types, and ends what is piped in. */
static void take_signal(struct plain *plain, int number)
{
    if (number == SIGINT && plain->interactive) {
        app_cancel(plain->app);
        return;
    }
    plain->app->quitting = true;
    plain->app->status = 128 + number;
}

/* Nobody decides on what cannot be read. */
static bool is_heard(struct plain *plain)
{
    if (!plain->failed && fflush(plain->out) != 0)
        plain->failed = errno;
    if (!plain->failed && ferror(plain->out))
        plain->failed = EIO;
    return !plain->failed;
}

/* False at the end. */
static bool step(struct plain *plain)
{
    const char *line;
    int number;
    if (plain->interactive && !plain->app->prompt.open)
        fputs("> ", plain->out);
    if (!is_heard(plain))
        return false;
    enum lines_event event = lines_read(plain->lines, &line, &number);
    if (event == LINES_END)
        return false;
    if (event == LINES_SIGNAL)
        take_signal(plain, number);
    else if (plain->app->prompt.open)
        answer(plain, line);
    else
        run_line(plain, line);
    tell(plain);
    return true;
}

int plain_loop(struct app *app, struct err *err)
{
    struct plain plain = {.app = app,
                          .out = app->streams->out,
                          .place = {.item = -1, .problem = -1},
                          .interactive = app->streams->interactive};
    app->desk.is_plain = true;
    plain.lines = lines_new(app->streams->in, err);
    if (!plain.lines)
        return -1;
    if (app->document)
        plain_status(&plain, "");
    else
        plain_queue(&plain, "");
    tell(&plain);
    while (!app->quitting && step(&plain))
        continue;
    if (app->prompt.open)
        drafts_keep(app);
    lines_free(plain.lines);
    if (is_heard(&plain) || plain.failed == EPIPE)
        return 0;
    return err_set(err, ERR_IO, _("cannot write the output: %s; what was written is not complete"),
                   strerror(plain.failed));
}
