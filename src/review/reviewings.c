#include "reviewings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/path.h"
#include "load.h"

/* The conclusion in force, else the last thing done. */
static void take_log(struct reviewing *reviewing, const struct event_log *log)
{
    const struct event *concluded = NULL;
    for (size_t i = 0; i < log->count; i++) {
        const struct event *event = &log->items[i];
        if (!event->undone && strcmp(event->type, "conclude") == 0)
            concluded = event;
        else if (!event->undone && strcmp(event->type, "reopen") == 0)
            concluded = NULL;
    }
    if (log->count == 0)
        return;
    const struct event *last = concluded ? concluded : &log->items[log->count - 1];
    const char *status = concluded ? json_string(concluded->body, "status") : NULL;
    reviewing->conclusion = status ? conclusion_find(status) : CONCLUSION_NONE;
    reviewing->state = reviewing->conclusion != CONCLUSION_NONE ? QUEUE_CONCLUDED : QUEUE_IN_REVIEW;
    snprintf(reviewing->at, sizeof reviewing->at, "%s", last->at ? last->at : "");
}

static void look_into(struct reviewing *reviewing, const char *report_path,
                      const struct review_options *options)
{
    struct places places;
    struct loaded loaded;
    if (places_find(report_path, options, reviewing->name, &places, NULL))
        return;
    if (load_review(&places, &loaded, NULL) == 0) {
        take_log(reviewing, &loaded.log);
        loaded_release(&loaded);
    }
    places_release(&places);
}

static bool is_before(const struct reviewing *a, const struct reviewing *b, const char *wanted)
{
    bool a_wanted = wanted && strcmp(a->name, wanted) == 0;
    bool b_wanted = wanted && strcmp(b->name, wanted) == 0;
    bool a_concluded = a->state == QUEUE_CONCLUDED, b_concluded = b->state == QUEUE_CONCLUDED;
    if (a_wanted != b_wanted)
        return a_wanted;
    return a_concluded != b_concluded ? a_concluded : strcmp(a->at, b->at) > 0;
}

static void choose(struct reviewings *all, const char *report_path,
                   const struct review_options *options)
{
    for (size_t i = 0; i < all->count; i++)
        look_into(&all->items[i], report_path, options);
    for (size_t i = 1; i < all->count; i++)
        if (is_before(&all->items[i], &all->items[all->chosen], options->reviewer))
            all->chosen = i;
}

int reviewings_find(struct places_listing *listing, const char *report_path,
                    const struct review_options *options, struct reviewings *out)
{
    struct places places;
    char **names = NULL;
    *out = (struct reviewings){NULL, 0, 0};
    if (places_find(report_path, options, options->reviewer ? options->reviewer : "x", &places,
                    NULL))
        return 0;
    size_t n = places_reviewers(listing, places.verdict, path_name(report_path), &names);
    places_release(&places);
    out->items = calloc(n ? n : 1, sizeof *out->items);
    for (size_t i = 0; i < n; i++) {
        if (out->items)
            out->items[out->count++] = (struct reviewing){.name = names[i], .state = QUEUE_FAILED};
        else
            free(names[i]);
    }
    free(names);
    if (out->count > 1)
        choose(out, report_path, options);
    return out->items ? 0 : -1;
}

void reviewings_release(struct reviewings *reviewings)
{
    for (size_t i = 0; i < reviewings->count; i++)
        free(reviewings->items[i].name);
    free(reviewings->items);
    *reviewings = (struct reviewings){NULL, 0, 0};
}
