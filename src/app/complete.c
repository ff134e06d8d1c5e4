/* What could stand at the end of a command line: commands, options and their
 * values, themes, ready reasons, names of files. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/base/vec.h"
#include "gouji/review/filter.h"
#include "gouji/text/fold.h"
#include "gouji/ui/theme.h"

/* Offers the word when what was typed is its beginning. */
static void offer(struct offers *offers, const char *typed, const char *word, const char *help)
{
    bool begins = strncmp(word, typed, strlen(typed)) == 0 ||
                  fold_match(slice_of(word), slice_of(typed)) >= FOLD_BEGINS;
    if (begins)
        offers_add(offers, word, help);
}

static void offer_actions(struct offers *offers, const char *typed)
{
    for (int i = 0; i < ACTION_TOTAL; i++)
        offer(offers, typed, action_entry((enum action)i)->name,
              _(action_entry((enum action)i)->help));
}

static void offer_choices(struct offers *offers, const char *typed, const char *option)
{
    for (size_t i = 0; config_choice(option, i); i++)
        offer(offers, typed, config_choice(option, i), "");
}

static void offer_words(struct offers *offers, const char *typed, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        offer(offers, typed, words[i], "");
}

static void offer_themes(struct offers *offers, const char *typed)
{
    struct str names = STR_INIT;
    theme_names(&names);
    char *rest = names.data;
    for (char *name; (name = strsep(&rest, "\n")) && name[0];)
        offer(offers, typed, name, "");
    str_release(&names);
}

static void offer_options(struct offers *offers, const char *typed)
{
    const char *equals = strpbrk(typed, "= ");
    if (!equals) {
        for (size_t i = 0; config_option(i); i++)
            offer(offers, typed, config_option(i), config_option_help(i));
        offers->suffix = "=";
        return;
    }
    char name[32];
    size_t n = (size_t)(equals - typed);
    if (n >= sizeof name)
        return;
    memcpy(name, typed, n);
    name[n] = '\0';
    offers->stem += n + 1;
    if (strcmp(name, "theme") == 0)
        offer_themes(offers, equals + 1);
    else
        offer_choices(offers, equals + 1, name);
}

static void offer_reasons(struct app *app, const char *typed, const char *command)
{
    for (size_t i = 0; i < app->config.nreasons; i++)
        if (strcmp(verdict_name(app->config.reasons[i].verdict), command) == 0)
            offer(&app->prompt.offers, typed, app->config.reasons[i].text, "");
}

static void offer_conclusions(struct offers *offers, const char *typed)
{
    for (int c = CONCLUSION_PASSED; c <= CONCLUSION_RETURNED; c++)
        offer(offers, typed, conclusion_name((enum conclusion)c),
              desk_conclusion_text((enum conclusion)c));
}

static void offer_named(struct offers *offers, const char *typed, const char *(*name)(size_t))
{
    for (size_t i = 0; name(i); i++)
        offer(offers, typed, name(i), "");
}

static void offer_cells(struct app *app, const char *typed)
{
    size_t position = 0;
    const struct report *report = desk_report(&app->desk);
    for (const struct cell *cell; report && (cell = report_next_cell(report, &position));)
        offer(&app->prompt.offers, typed, cell->id, "");
}

static void offer_marks(struct app *app, const char *typed)
{
    const struct mark *marks = NULL;
    size_t n = app->document ? review_marks(app->document->review, &marks) : 0;
    for (size_t i = 0; i < n; i++)
        offer(&app->prompt.offers, typed, (const char[]){marks[i].name, '\0'}, "");
}

static bool is_dir(const char *dir, const char *name)
{
    struct stat st;
    char *path = path_join(dir, name);
    bool yes = path && stat(path, &st) == 0 && S_ISDIR(st.st_mode);
    free(path);
    return yes;
}

/* Hidden files only when their dot was typed. */
static void offer_files(struct offers *offers, const char *typed)
{
    const char *slash = strrchr(typed, '/'), *base = slash ? slash + 1 : typed;
    char *begun = slash ? strndup(typed, (size_t)(slash - typed) + 1) : strdup("./");
    char *folder = begun ? path_from_home(begun) : NULL;
    DIR *dir = folder ? opendir(folder) : NULL;
    offers->stem += (size_t)(base - typed);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        if (entry->d_name[0] == '.' && base[0] != '.')
            continue;
        struct str name = STR_INIT;
        str_format(&name, "%s%s", entry->d_name, is_dir(folder, entry->d_name) ? "/" : "");
        offer(offers, base, str_text(&name), "");
        str_release(&name);
    }
    if (dir)
        closedir(dir);
    free(folder);
    free(begun);
}

/* ---- filters ---- */

static void offer_rules(struct app *app, const char *typed)
{
    for (size_t i = 0; i < ruleset_count(app->rules); i++) {
        const struct rule *rule = ruleset_at(app->rules, i);
        offer(&app->prompt.offers, typed, rule->id, desk_lang_text(&app->desk, rule->name));
    }
}

static void offer_values(struct app *app, enum filter_subject subject, const char *field,
                         const char *typed)
{
    const char *shown;
    if (strcmp(field, "rule") == 0 || fold_match(slice_of("规则"), slice_of(field)) == FOLD_IS)
        offer_rules(app, typed);
    for (size_t i = 0;; i++) {
        const char *word = filter_field_word(subject, field, i, &shown);
        if (!word)
            return;
        offer(&app->prompt.offers, typed, word, shown);
    }
}

/* A field's name, or what may stand behind its sign. */
static void offer_filter(struct app *app, const char *typed)
{
    struct offers *offers = &app->prompt.offers;
    enum filter_subject subject = app->document ? FILTER_FINDINGS : FILTER_REPORTS;
    const char *last = typed + strlen(typed);
    while (last > typed && !strchr(" (|!", last[-1]))
        last--;
    size_t n = strcspn(last, "=<>~");
    offers->stem += (size_t)(last - typed);
    if (last[n]) {
        char *field = strndup(last, n);
        const char *value = last + n + strspn(last + n, "=<>~");
        offers->stem += (size_t)(value - last);
        offers->suffix = " ";
        if (field)
            offer_values(app, subject, field, value);
        free(field);
        return;
    }
    offers->suffix = "=";
    for (size_t i = 0; filter_field_name(subject, i, false); i++) {
        offer(offers, last, filter_field_name(subject, i, false),
              filter_field_name(subject, i, true));
        if (last[0]) /* both at once would be too many */
            offer(offers, last, filter_field_name(subject, i, true),
                  filter_field_name(subject, i, false));
    }
}

static const char *const tutorial_words[] = {"next", "previous", "end", NULL};

/* What is the same in every report; false: the action takes something else. */
static bool offer_fixed(struct offers *offers, enum action action, const char *typed)
{
    switch ((int)action) {
    case ACTION_SET:
        offer_options(offers, typed);
        break;
    case ACTION_THEME:
        offer_themes(offers, typed);
        break;
    case ACTION_LAYOUT:
        offer_choices(offers, typed, "layout");
        break;
    case ACTION_HELP:
        offer_actions(offers, typed);
        break;
    case ACTION_OPINION:
    case ACTION_VERSIONS:
        offer_files(offers, typed);
        break;
    case ACTION_SORT:
        offer_named(offers, typed, queue_sort_name);
        break;
    case ACTION_GROUP:
        offer_named(offers, typed, queue_group_name);
        break;
    case ACTION_TUTORIAL:
        offer_words(offers, typed, tutorial_words);
        break;
    case ACTION_FREQUENCY:
        offer_named(offers, typed, frequency_by_name);
        break;
    case ACTION_CONCLUDE:
        offer_conclusions(offers, typed);
        break;
    default:
        return false;
    }
    return true;
}

static void offer_arguments(struct app *app, enum action action, const char *typed)
{
    if (offer_fixed(&app->prompt.offers, action, typed))
        return;
    switch ((int)action) {
    case ACTION_GOTO:
        offer_cells(app, typed);
        break;
    case ACTION_GOTO_MARK:
        offer_marks(app, typed);
        break;
    case ACTION_FILTER:
    case ACTION_TAG_MATCHING:
    case ACTION_UNTAG:
        offer_filter(app, typed);
        break;
    case ACTION_MISREAD:
    case ACTION_EXPLAINED:
    case ACTION_NOT_AN_ERROR:
        offer_reasons(app, typed, action_entry(action)->name);
        break;
    default:
        break;
    }
}

static int by_word(const void *a, const void *b)
{
    const struct offer *x = a, *y = b;
    return strcmp(x->word, y->word);
}

/* Something written before or a template, whose beginning stands on the last line. */
struct worded {
    struct offers *offers;
    const char *typed;
};

static void offer_wording(void *closure, const char *text)
{
    enum { WORDINGS_MAX = 40 };
    const struct worded *worded = closure;
    struct offers *offers = worded->offers;
    if (offers->n == WORDINGS_MAX || strcmp(text, worded->typed) == 0)
        return;
    for (size_t i = 0; i < offers->n; i++)
        if (strcmp(offers->items[i].word, text) == 0)
            return;
    offer(offers, worded->typed, text, "");
}

static void collect_wordings(struct app *app, const char *text)
{
    const char *last = strrchr(text, '\n');
    struct worded worded = {&app->prompt.offers, last ? last + 1 : text};
    offers_release(worded.offers);
    worded.offers->suffix = "";
    worded.offers->stem = (size_t)(worded.typed - text);
    wording_each(app, offer_wording, &worded);
}

static void collect_commands(struct app *app, const char *line)
{
    struct offers *offers = &app->prompt.offers;
    size_t start = strspn(line, " \t"), n = strcspn(line + start, " \t");
    offers_release(offers);
    offers->suffix = "";
    if (line[start + n] == '\0') {
        offers->stem = start;
        offers->suffix = " ";
        offer_actions(offers, line + start);
    } else {
        size_t rest = start + n + strspn(line + start + n, " \t");
        char *name = strndup(line + start, n);
        enum action action = name ? action_find(name) : ACTION_NOTHING;
        free(name);
        offers->stem = rest;
        if (action != ACTION_NOTHING)
            offer_arguments(app, action, line + rest);
    }
    if (offers->n > 1)
        qsort(offers->items, offers->n, sizeof *offers->items, by_word);
}

static void collect(struct app *app, const char *line)
{
    struct offers *offers = &app->prompt.offers;
    if (app->prompt.history == HISTORY_COMMAND) {
        collect_commands(app, line);
    } else if (app->prompt.history == HISTORY_FILTER) {
        offers_release(offers);
        offers->suffix = "";
        offer_filter(app, line);
        if (offers->n > 1)
            qsort(offers->items, offers->n, sizeof *offers->items, by_word);
    } else {
        collect_wordings(app, line);
    }
}

/* Bytes all offered words begin with, never half a character. */
static size_t common_nbytes(const struct offers *offers)
{
    const char *first = offers->items[0].word;
    size_t n = strlen(first);
    for (size_t i = 1; i < offers->n; i++)
        while (strncmp(first, offers->items[i].word, n) != 0)
            n--;
    while (n > 0 && ((unsigned char)first[n] & 0xC0) == 0x80)
        n--;
    return n;
}

static void put(struct app *app, const char *word, size_t nbytes, const char *suffix)
{
    struct prompt *prompt = &app->prompt;
    struct str line = STR_INIT;
    str_format(&line, "%.*s%.*s%s", (int)prompt->offers.stem, lineedit_text(prompt->edit),
               (int)nbytes, word, suffix);
    if (!line.failed)
        lineedit_set(prompt->edit, str_slice(&line));
    str_release(&line);
}

static void say_blanks(struct app *app)
{
    if (app->prompt.history >= HISTORY_NOTE && wording_has_blanks(lineedit_text(app->prompt.edit)))
        desk_say(&app->desk, TONE_PLAIN,
                 _("Nothing is known for what stands in braces: write it yourself"));
}

/* The first Tab fills in what is common to all; further ones go through them. */
void complete_line(struct app *app)
{
    struct prompt *prompt = &app->prompt;
    struct offers *offers = &prompt->offers;
    const char *line = lineedit_text(prompt->edit);
    if (lineedit_caret(prompt->edit) != strlen(line))
        return;
    if (offers->n > 1) {
        offers->at = offers->going ? (offers->at + 1) % offers->n : 0;
        offers->going = true;
        put(app, offers->items[offers->at].word, strlen(offers->items[offers->at].word), "");
        say_blanks(app);
        return;
    }
    collect(app, line);
    if (offers->n == 0) {
        desk_say(&app->desk, TONE_PLAIN, _("Nothing to fill in here"));
    } else if (offers->n == 1) {
        bool folder = offers->suffix[0] && strchr(offers->items[0].word, '/');
        put(app, offers->items[0].word, strlen(offers->items[0].word),
            folder ? "" : offers->suffix);
        offers_release(offers);
        say_blanks(app);
    } else {
        put(app, offers->items[0].word, common_nbytes(offers), "");
    }
}
