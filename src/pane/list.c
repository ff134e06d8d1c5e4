#include "list.h"

#include <string.h>

#include "gouji/base/arena.h"
#include "gouji/text/fold.h"

void list_release(struct list *list)
{
    str_release(&list->pattern);
}

static void keep_visible(struct list *list)
{
    size_t height = list->height ? list->height : 1;
    size_t ahead = list->leaps ? height / 2 : 0;
    if (list->cursor < list->top)
        list->top = list->cursor > ahead ? list->cursor - ahead : 0;
    if (list->cursor >= list->top + height)
        list->top = list->cursor + ahead - height + 1;
    size_t last_top = list->count > height ? list->count - height : 0;
    if (list->top > last_top)
        list->top = last_top;
}

void list_fit(struct list *list, size_t count, int height)
{
    list->count = count;
    list->height = height > 0 ? (size_t)height : 0;
    if (count == 0)
        list->cursor = list->top = 0;
    else if (list->cursor >= count)
        list->cursor = count - 1;
    keep_visible(list);
}

static void move_by(struct list *list, long delta)
{
    long to = (long)list->cursor + delta;
    if (to >= (long)list->count)
        to = (long)list->count - 1;
    list->cursor = to < 0 ? 0 : (size_t)to;
    keep_visible(list);
}

/* The rows move under the cursor, which stays on its own while that is seen. */
static void roll_by(struct list *list, long delta)
{
    size_t height = list->height ? list->height : 1;
    long last_top = list->count > height ? (long)(list->count - height) : 0;
    long top = (long)list->top + delta;
    list->top = (size_t)(top < 0 ? 0 : top > last_top ? last_top : top);
    if (list->cursor < list->top)
        list->cursor = list->top;
    else if (list->cursor >= list->top + height)
        list->cursor = list->top + height - 1;
}

void list_scroll(struct list *list, size_t above)
{
    list->top = list->cursor > above ? list->cursor - above : 0;
}

static void put_cursor_at(struct list *list, size_t row)
{
    size_t last_top = list->count > list->height ? list->count - list->height : 0;
    size_t top = list->cursor > row ? list->cursor - row : 0;
    list->top = top < last_top ? top : last_top;
}

/* The rows that the action, done once, moves the cursor down by; 0: it does something else. */
static long rows_down(const struct list *list, enum action action)
{
    long page = list->height > 3 ? (long)list->height - 2 : 1;
    long half = list->height > 1 ? (long)list->height / 2 : 1;
    switch ((int)action) {
    case ACTION_LINE_DOWN:
        return 1;
    case ACTION_LINE_UP:
        return -1;
    case ACTION_PAGE_DOWN:
        return page;
    case ACTION_PAGE_UP:
        return -page;
    case ACTION_HALF_DOWN:
        return half;
    case ACTION_HALF_UP:
        return -half;
    default:
        return 0;
    }
}

/* Rolls the rows, or goes to one; false: the action does neither. */
static bool roll_or_go(struct list *list, enum action action, int count)
{
    long times = count > 0 ? count : 1;
    switch ((int)action) {
    case ACTION_SCROLL_DOWN:
        roll_by(list, times);
        break;
    case ACTION_SCROLL_UP:
        roll_by(list, -times);
        break;
    case ACTION_TOP:
        list->cursor = 0;
        break;
    case ACTION_GOTO_END:
        list->cursor = 0;
        move_by(list, count > 0 ? count - 1 : (long)list->count);
        break;
    case ACTION_PERCENT:
        list->cursor = 0;
        move_by(list, (long)list->count * (count < 100 ? count : 100) / 100);
        break;
    case ACTION_LINE_TOP:
        put_cursor_at(list, 0);
        break;
    case ACTION_LINE_MIDDLE:
        put_cursor_at(list, list->height / 2);
        break;
    case ACTION_LINE_BOTTOM:
        put_cursor_at(list, list->height ? list->height - 1 : 0);
        break;
    default:
        return false;
    }
    return true;
}

unsigned list_move(struct list *list, enum action action, int count)
{
    long down = rows_down(list, action);
    if (down != 0)
        move_by(list, down * (count > 0 ? count : 1));
    else if (!roll_or_go(list, action, count))
        return REACT_UNHANDLED;
    keep_visible(list);
    return REACT_REDRAW;
}

/* ---- searching ---- */

static bool holds_words(const char *hay, char *words)
{
    char *rest = NULL;
    for (char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        if (!strstr(hay, word))
            return false;
    return true;
}

bool text_matches(const char *text, const char *pattern)
{
    /* White space of the pattern parts words; in the text it is dropped. */
    struct arena *arena = arena_new();
    if (!arena)
        return false;
    struct fold hay, needle;
    bool found = fold_text(arena, slice_of(text), 0, FOLD_SEARCH, &hay) == 0 &&
                 fold_text(arena, slice_of(pattern), 0, FOLD_CASE | FOLD_SIMPLIFY, &needle) == 0 &&
                 holds_words(hay.text, needle.text);
    arena_free(arena);
    return found;
}

static bool search_once(struct list *list, const char *pattern, bool backward, list_text *text,
                        const void *closure, bool *wrapped)
{
    struct str row = STR_INIT;
    bool found = false;
    for (size_t i = 1; i <= list->count && !found; i++) {
        size_t step = backward ? list->count - i : i;
        size_t at = (list->cursor + step) % list->count;
        str_clear(&row);
        text(closure, at, &row);
        found = text_matches(str_text(&row), pattern);
        if (found) {
            *wrapped = backward ? at >= list->cursor : at <= list->cursor;
            list->cursor = at;
        }
    }
    str_release(&row);
    return found;
}

/* Which of the rows that match the cursor is on, unless there are too many rows to look at. */
static void count_matches(const struct list *list, const char *pattern, struct desk *desk,
                          list_text *text, const void *closure)
{
    enum { ROWS_MAX = 2000 };
    struct str row = STR_INIT;
    size_t nmatches = 0, at = 0;
    desk->found.is_known = list->count <= ROWS_MAX;
    for (size_t i = 0; i < list->count && desk->found.is_known; i++) {
        str_clear(&row);
        text(closure, i, &row);
        nmatches += text_matches(str_text(&row), pattern);
        at = i == list->cursor ? nmatches : at;
    }
    str_release(&row);
    desk->found.at = nmatches > 0 ? at : 0;
    desk->found.count = nmatches;
}

/* 3/17 */
static void say_match(const struct list *list, struct desk *desk, list_text *text,
                      const void *closure, const char *note)
{
    count_matches(list, str_text(&list->pattern), desk, text, closure);
    if (desk->found.count > 0)
        desk_say(desk, TONE_PLAIN, "%s  %zu/%zu  %s", str_text(&list->pattern), desk->found.at,
                 desk->found.count, note);
    else if (note[0])
        desk_say(desk, TONE_PLAIN, "%s", note);
}

unsigned list_search(struct list *list, struct desk *desk, enum action action, int count,
                     const char *argument, list_text *text, const void *closure)
{
    bool starts = action == ACTION_SEARCH || action == ACTION_SEARCH_BACK;
    if (!starts && action != ACTION_SEARCH_NEXT && action != ACTION_SEARCH_PREV)
        return REACT_UNHANDLED;
    if (starts && argument && argument[0]) {
        str_clear(&list->pattern);
        str_add(&list->pattern, argument);
    }
    if (starts)
        list->backward = action == ACTION_SEARCH_BACK;
    if (list->pattern.nbytes == 0) {
        desk_say(desk, TONE_PLAIN, _("Nothing to search for; / starts a search"));
        return REACT_REDRAW;
    }
    bool backward = list->backward != (action == ACTION_SEARCH_PREV);
    bool wrapped = false;
    size_t first = 0;
    for (int i = 0; i < (count > 0 ? count : 1); i++) {
        if (!search_once(list, str_text(&list->pattern), backward, text, closure, &wrapped)) {
            desk_say(desk, TONE_ERROR, _("Not found: %s"), str_text(&list->pattern));
            return REACT_REDRAW;
        }
        if (i == 0)
            first = list->cursor;
        else if (list->cursor == first) /* once around: the rest is less than that */
            count = i + 1 + (count - i - 1) % i;
    }
    say_match(list, desk, text, closure,
              !wrapped   ? ""
              : backward ? _("search hit TOP, continued at BOTTOM")
                         : _("search hit BOTTOM, continued at TOP"));
    keep_visible(list);
    return REACT_REDRAW;
}

void list_preview(struct list *list, struct desk *desk, enum action action, const char *pattern,
                  list_text *text, const void *closure)
{
    bool wrapped;
    if (action != ACTION_SEARCH && action != ACTION_SEARCH_BACK)
        return;
    if (!list->previewing) {
        list->origin = list->cursor;
        list->origin_top = list->top;
    }
    list->previewing = pattern != NULL;
    list->cursor = list->origin < list->count ? list->origin : 0;
    list->top = list->origin_top;
    if (pattern && pattern[0]) {
        search_once(list, pattern, action == ACTION_SEARCH_BACK, text, closure, &wrapped);
        count_matches(list, pattern, desk, text, closure);
    }
    keep_visible(list);
}
