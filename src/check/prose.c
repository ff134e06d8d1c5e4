#include "prose.h"

#include "gouji/base/json.h"
#include "wording.h"

/* Years are stated like quantities but are none. */
static bool is_quantity(const struct figure *figure)
{
    return !figure->is_list_number && strcmp(figure->unit, "年") != 0;
}

/* The sentence's figures are those from `from` on that name it. */
static void take_figures(const struct report *report, struct marked *marked, size_t from)
{
    size_t i = from;
    while (i < report->nfigures && report->figures[i].sentence < marked->index)
        i++;
    marked->first_figure = i;
    while (i < report->nfigures && report->figures[i].sentence == marked->index)
        i++;
    marked->nfigures = i - marked->first_figure;
}

/* Where the sentence's quantities stand in its fold, one behind the other. */
static void find_quantities(const struct report *report, struct marked *marked, struct mark *marks)
{
    const struct fold *fold = &marked->sentence->fold;
    size_t i = 0, end = marked->first_figure + marked->nfigures;
    for (size_t f = marked->first_figure; f < end; f++) {
        const struct figure *figure = &report->figures[f];
        if (!is_quantity(figure))
            continue;
        while (i < fold->nbytes && fold_start(fold, i) < figure->span.start)
            i++;
        if (i == fold->nbytes || fold_start(fold, i) > figure->span.start)
            continue;
        struct mark *mark = &marks[marked->nmarks++];
        mark->start = (uint32_t)i;
        while (i < fold->nbytes && fold_start(fold, i) < figure->span.end)
            i++;
        mark->end = (uint32_t)i;
        mark->figure = (uint32_t)f;
    }
}

/* The sentence's text with its marks, which come to stand in it. */
static void write_marked(const struct marked *marked, struct mark *marks, char *text)
{
    const struct fold *fold = &marked->sentence->fold;
    size_t from = 0, n = 0;
    for (size_t i = 0; i < marked->nmarks; from = marks[i++].end) {
        memcpy(text + n, fold->text + from, marks[i].start - from);
        n += marks[i].start - from;
        marks[i].at = (uint32_t)n;
        memcpy(text + n, PROSE_MARK, PROSE_MARK_NBYTES);
        n += PROSE_MARK_NBYTES;
    }
    memcpy(text + n, fold->text + from, fold->nbytes - from + 1); /* and the NUL */
}

/* Most sentences have no number: they are read as they are. */
static int mark_sentence(struct evaluation *run, struct marked *marked)
{
    const struct fold *fold = &marked->sentence->fold;
    struct mark *marks = NULL;
    size_t nbytes = fold->nbytes;
    marked->text = slice_make(fold->text, nbytes);
    if (marked->nfigures == 0)
        return 0;
    if (!(marks = arena_raw(run->arena, marked->nfigures * sizeof *marks)))
        return -1;
    find_quantities(run->report, marked, marks);
    for (size_t i = 0; i < marked->nmarks; i++)
        nbytes = nbytes + PROSE_MARK_NBYTES - (marks[i].end - marks[i].start);
    char *text = arena_raw(run->arena, nbytes + 1);
    if (!text)
        return -1;
    write_marked(marked, marks, text);
    marked->marks = marks;
    marked->text = slice_make(text, nbytes);
    return 0;
}

static const uint32_t *count_quantities(struct evaluation *run)
{
    const struct report *report = run->report;
    uint32_t *ordinals = arena_array(run->arena, report->nfigures, sizeof *ordinals), n = 0;
    for (size_t i = 0; ordinals && i < report->nfigures; i++)
        ordinals[i] = n += is_quantity(&report->figures[i]);
    return ordinals;
}

const struct marked *prose_marked(struct evaluation *run)
{
    const struct report *report = run->report;
    struct marked *prose = arena_array(run->arena, report->nsentences, sizeof *prose);
    size_t figure = 0;
    for (size_t i = 0; prose && i < report->nsentences; i++) {
        prose[i].index = i;
        prose[i].sentence = &report->sentences[i];
        take_figures(report, &prose[i], figure);
        figure = prose[i].first_figure + prose[i].nfigures;
        if (mark_sentence(run, &prose[i]) < 0)
            return NULL;
    }
    run->prose = prose;
    return prose;
}

/* Of the sentences as people read them, and of the marks in them. */
static const struct letters *note_letters(struct evaluation *run, const struct marked *prose)
{
    size_t n = run->report->nsentences;
    struct letters *letters = arena_alloc(run->arena, sizeof *letters);
    if (!letters || !prose || letters_make(letters, run->arena, n) < 0)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        const struct fold *fold = &prose[i].sentence->fold;
        letters_add(letters, i, slice_make(fold->text, fold->nbytes));
        if (prose[i].nfigures > 0)
            letters_add(letters, i, slice_of(PROSE_MARK));
    }
    return letters;
}

int prose_mark(struct evaluation *run)
{
    if (!run->prose && !run->failed) {
        run->ordinals = count_quantities(run);
        run->letters = note_letters(run, prose_marked(run));
        run->failed = !run->ordinals || !run->letters;
    }
    return run->failed ? -1 : 0;
}

/* The first sentence of the set from this one on; one behind all when there is none. */
static size_t next_in_set(struct prose_set set, size_t sentence, size_t nwords)
{
    for (size_t word = sentence / 64; word < nwords; word++, sentence = word * 64) {
        uint64_t rest = set.words[word] >> sentence % 64;
        if (rest)
            return sentence + (size_t)__builtin_ctzll(rest);
    }
    return nwords * 64;
}

static bool are_marked(struct evaluation *run)
{
    return (run->prose && !run->failed) || prose_mark(run) == 0;
}

bool prose_next(struct prose_walk *walk)
{
    struct evaluation *run = walk->run;
    if (!are_marked(run))
        return false;
    if (walk->only.words)
        walk->next = next_in_set(walk->only, walk->next, run->letters->nwords);
    if (walk->next >= run->report->nsentences)
        return false;
    walk->now = &run->prose[walk->next++];
    return true;
}

void prose_where_too(struct evaluation *run, struct pattern_list list, struct prose_set *set)
{
    for (size_t i = 0; i < list.n && set->words; i++)
        letters_find(run->letters, &list.items[i].needs, set->words);
}

static struct prose_set no_sentences(struct evaluation *run)
{
    struct prose_set set = {NULL};
    if (are_marked(run))
        set.words = arena_raw(run->arena, run->letters->nwords * sizeof *set.words);
    for (size_t i = 0; set.words && i < run->letters->nwords; i++)
        set.words[i] = 0;
    run->failed |= set.words == NULL;
    return set;
}

struct prose_set prose_where(struct evaluation *run, struct pattern_list list)
{
    struct prose_set set = no_sentences(run);
    prose_where_too(run, list, &set);
    return set;
}

void prose_set_add(const struct evaluation *run, struct prose_set *set, struct prose_set more)
{
    for (size_t i = 0; set->words && more.words && i < run->letters->nwords; i++)
        set->words[i] |= more.words[i];
}

struct prose_set prose_where_needs(struct evaluation *run, const struct needs *needs, size_t n)
{
    struct prose_set set = no_sentences(run);
    for (size_t i = 0; i < n && set.words; i++)
        letters_find(run->letters, &needs[i], set.words);
    return set;
}

bool prose_find_one(const struct prose_walk *walk, const struct pattern *pattern,
                    struct slice piece, size_t from, struct match *match)
{
    return letters_may(walk->run->letters, &pattern->needs, walk->now->index) &&
           pattern_find(pattern, piece, from, match);
}

bool prose_find(const struct prose_walk *walk, struct pattern_list list, struct slice piece,
                struct match *match)
{
    for (size_t i = 0; i < list.n; i++)
        if (prose_find_one(walk, &list.items[i], piece, 0, match))
            return true;
    return false;
}

bool prose_match(const struct prose_walk *walk, struct pattern_list list, struct slice piece)
{
    struct match match;
    return prose_find(walk, list, piece, &match);
}

bool prose_says(struct evaluation *run, size_t sentence, struct pattern_list list)
{
    struct prose_walk walk = {.run = run, .next = sentence};
    if (list.n == 0 || !prose_next(&walk))
        return false;
    const struct fold *fold = &walk.now->sentence->fold;
    return prose_match(&walk, list, slice_make(fold->text, fold->nbytes));
}

struct word_list word_list_of(struct arena *arena, const cJSON *list)
{
    struct slice *items = arena_raw(arena, (size_t)cJSON_GetArraySize(list) * sizeof(struct slice));
    struct word_list words = {items, 0};
    const cJSON *word;
    json_each (word, items ? list : NULL)
        if (cJSON_IsString(word))
            items[words.n++] = slice_of(word->valuestring);
    return words;
}

bool word_list_meets(struct word_list words, struct slice text)
{
    for (size_t i = 0; i < words.n; i++)
        if (slice_find(text, words.items[i]))
            return true;
    return false;
}

void prose_where_words_too(struct evaluation *run, struct word_list words, struct prose_set *set)
{
    for (size_t i = 0; i < words.n && set->words; i++)
        letters_find_word(run->letters, words.items[i], set->words);
}

struct prose_set prose_where_words(struct evaluation *run, struct word_list words)
{
    struct prose_set set = no_sentences(run);
    prose_where_words_too(run, words, &set);
    return set;
}

bool prose_set_is_empty(const struct evaluation *run, struct prose_set set)
{
    for (size_t i = 0; set.words && i < run->letters->nwords; i++)
        if (set.words[i])
            return false;
    return true;
}

/* How many marks stand at byte `at` or before it. */
static size_t marks_upto(const struct marked *marked, size_t at)
{
    size_t low = 0, high = marked->nmarks;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (marked->marks[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t prose_figure_at(const struct prose_walk *walk, size_t at)
{
    size_t n = marks_upto(walk->now, at);
    const struct mark *last = n > 0 ? &walk->now->marks[n - 1] : NULL;
    return last && last->at == at ? last->figure : PATTERN_NONE;
}

/* The folded byte of a marked one: of a mark, where its number begins. */
static size_t folded_byte(const struct marked *marked, size_t at)
{
    size_t i = marks_upto(marked, at);
    if (i == 0)
        return at;
    const struct mark *mark = &marked->marks[i - 1];
    size_t behind = mark->at + PROSE_MARK_NBYTES;
    return at < behind ? mark->start : mark->end + (at - behind);
}

/* What stands within a list that is read otherwise is all of it. */
struct span prose_span(const struct prose_walk *walk, size_t start, size_t end)
{
    const struct marked *now = walk->now;
    const struct respread *list = now->list;
    bool starts_in = list && start > list->start && start < list->end;
    bool ends_in = list && end > list->start && end <= list->end;
    size_t from = starts_in ? folded_byte(list->from, list->start) : folded_byte(now, start);
    size_t upto = ends_in ? folded_byte(list->from, list->upto) : folded_byte(now, end);
    return fold_span(&now->sentence->fold, from, upto);
}

struct slice prose_back(struct slice text, size_t at)
{
    size_t start = at > PROSE_REACH ? at - PROSE_REACH : 0;
    while (start < at && !prose_starts_character(text.ptr[start]))
        start++;
    return slice_make(text.ptr + start, at - start);
}

struct slice prose_ahead(struct slice text, size_t at)
{
    size_t end = text.nbytes - at > PROSE_REACH ? at + PROSE_REACH : text.nbytes;
    while (end > at && end < text.nbytes && !prose_starts_character(text.ptr[end]))
        end--;
    return slice_make(text.ptr + at, end - at);
}

/* Length of the separator of clauses at p, 0 when none stands there. */
static size_t separator(const char *p)
{
    static const char stop[] = "。";
    return *p == ',' || *p == ';' ? 1 : strncmp(p, stop, strlen(stop)) == 0 ? strlen(stop) : 0;
}

/* Whether a separator ends before byte `at`. */
static bool follows_separator(struct slice text, size_t at)
{
    static const size_t sizes[] = {1, 3};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (at >= sizes[i] && separator(text.ptr + at - sizes[i]) == sizes[i])
            return true;
    return false;
}

struct slice prose_since(struct slice text, size_t at)
{
    struct slice back = prose_back(text, at);
    const char *stop = memrchr(back.ptr, ';', back.nbytes);
    return stop ? slice_make(stop + 1, (size_t)(back.ptr + back.nbytes - (stop + 1))) : back;
}

struct slice prose_clause(struct slice text, size_t at)
{
    struct slice back = prose_back(text, at), ahead = prose_ahead(text, at);
    size_t least = at - back.nbytes, most = at + ahead.nbytes, start = at, end = at;
    while (start > least && !follows_separator(text, start))
        start--;
    while (end < most && !separator(text.ptr + end))
        end++;
    return slice_make(text.ptr + start, end - start);
}

struct seen prose_seen(struct evaluation *run, size_t figure)
{
    const struct figure *stated = &run->report->figures[figure];
    char ordinal[CELL_VALUE_NBYTES];
    const char *const parts[] = {"TXT.", cell_format(run->ordinals[figure], false, ordinal)};
    const char *cell = arena_join(run->arena, parts, sizeof parts / sizeof *parts);
    run->failed |= cell == NULL;
    bool is_whole = stated->value % CELL_SCALE == 0;
    return (struct seen){
        .cell = cell ? cell : "TXT",
        .state = CELL_NUMBER,
        .value = is_whole ? stated->value / CELL_SCALE : stated->value,
        .is_decimal = !is_whole,
        .text = report_slice(run->report, stated->span),
        .span = stated->span,
    };
}

const char *prose_instance(struct evaluation *run, size_t n)
{
    return wording_count(run, n);
}

struct slice prose_folded(struct evaluation *run, const char *text)
{
    struct fold fold;
    if (fold_text(run->arena, slice_of(text), 0, FOLD_LABEL, &fold) == 0)
        return slice_make(fold.text, fold.nbytes);
    run->failed = true;
    return slice_of("");
}

const char *prose_word_in(const cJSON *words, struct slice text)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, words) {
        if (cJSON_IsString(word) && slice_contains(text, word->valuestring))
            return word->valuestring;
    }
    return NULL;
}

bool prose_word_is(const cJSON *words, const char *text)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, words) {
        if (text && cJSON_IsString(word) && strcmp(word->valuestring, text) == 0)
            return true;
    }
    return false;
}

void span_list_add(struct evaluation *run, struct span_list *list, struct span span)
{
    if (span_empty(span))
        return;
    struct span *room =
        arena_push(run->arena, &list->items, &list->capacity, list->n, sizeof *list->items);
    if (!room) {
        run->failed = true;
        return;
    }
    *room = span;
    list->n++;
}

static struct slice quote_of(const struct evaluation *run, struct span sentence,
                             const struct span_list *spans)
{
    uint32_t first = spans && spans->n > 0 ? spans->items[0].start : sentence.start;
    return prose_around(report_slice(run->report, sentence),
                        first > sentence.start ? first - sentence.start : 0);
}

struct finding *prose_report(struct evaluation *run, const struct rule *rule, const char *instance,
                             enum outcome outcome, const char *condition,
                             const struct message_value *values, size_t nvalues,
                             const struct span_list *spans, const struct sentence *sentence)
{
    struct finding *finding = eval_add(run, rule, instance, outcome, condition);
    if (!finding)
        return NULL;
    finding->condition = condition;
    eval_message(run, finding, condition, values, nvalues);
    if (spans)
        eval_set_spans(run, finding, spans->items, spans->n);
    if (sentence)
        finding->quote = prose_masked(run, quote_of(run, sentence->span, spans));
    return finding;
}

static bool is_line_sign(char c)
{
    return c == '\n' || c == '\r' || c == '\t';
}

const char *prose_text(struct evaluation *run, struct span span)
{
    struct slice text = prose_masked(run, report_slice(run->report, span));
    struct str out = STR_INIT;
    for (size_t i = 0, end; i < text.nbytes; i = end + 1) {
        for (end = i; end < text.nbytes && !is_line_sign(text.ptr[end]);)
            end++;
        str_append(&out, slice_make(text.ptr + i, end - i));
    }
    return wording_keep(run, &out);
}
