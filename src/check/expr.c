#include "expr.h"

#include <ctype.h>
#include <stdio.h>

#include "expr_terms.h"

/* The usual: what a side that serves several expressions mostly comes to. */
enum { MAX_PARTS = 4, USUAL_TERMS = 16, USUAL_CELLS = 64 };

/* A path cut at its single dots. */
struct parts {
    struct slice part[MAX_PARTS];
    size_t n;
};

static bool parts_split(const char *path, struct parts *parts)
{
    parts->n = 0;
    const char *start = path;
    for (const char *p = path;; p++) {
        if (p[0] == '.' && p[1] == '.') {
            p++;
            continue;
        }
        if (*p != '.' && *p != '\0')
            continue;
        if (p == start || parts->n == MAX_PARTS)
            return false;
        parts->part[parts->n++] = slice_make(start, (size_t)(p - start));
        if (*p == '\0')
            return true;
        start = p + 1;
    }
}

static bool is_plain(struct slice part)
{
    return !memchr(part.ptr, '{', part.nbytes) && !memchr(part.ptr, '}', part.nbytes);
}

static bool axis_read(struct slice part, bool is_row, struct axis *axis)
{
    const char *dots = memchr(part.ptr, '.', part.nbytes); /* no other dot is in a part */
    *axis = (struct axis){.kind = AXIS_IDS, .first = part, .last = part};
    if (slice_is(part, is_row ? "{r}" : "{c}"))
        axis->kind = AXIS_LOOP;
    else if (is_row && slice_is(part, "leaves"))
        axis->kind = AXIS_LEAVES;
    else if (!is_row && slice_is(part, "all"))
        axis->kind = AXIS_ALL;
    else if (!is_row && slice_is(part, "only"))
        axis->kind = AXIS_ONLY;
    if (dots) {
        axis->first = slice_make(part.ptr, (size_t)(dots - part.ptr));
        axis->last = slice_make(dots + 2, (size_t)(part.ptr + part.nbytes - dots - 2));
    }
    axis->first_key = form_id_key(axis->first);
    axis->last_key = form_id_key(axis->last);
    return axis->kind == AXIS_LOOP || is_plain(part);
}

/* table.rows.columns, table.block.rows.columns or {row}.columns */
static bool term_split(struct term *term)
{
    struct parts parts;
    if (!parts_split(term->path, &parts) || parts.n < 2 ||
        !axis_read(parts.part[parts.n - 1], false, &term->cols))
        return false;
    term->is_loop_row = slice_is(parts.part[0], "{row}");
    term->rows.kind = AXIS_LOOP;
    if (term->is_loop_row)
        return parts.n == 2;
    term->block = parts.n == MAX_PARTS ? parts.part[1] : slice_make("", 0);
    return parts.n > 2 && is_plain(term->block) &&
           places_table(parts.part[0].ptr, parts.part[0].nbytes, &term->table) &&
           axis_read(parts.part[parts.n - 2], true, &term->rows);
}

static bool is_path_char(char c)
{
    return isalnum((unsigned char)c) || strchr("_.{}", c);
}

static int parse_number(const char **cursor, struct term *term)
{
    term->is_constant = true;
    for (; isdigit((unsigned char)**cursor); (*cursor)++) {
        if (term->constant > 1000000000)
            return -1;
        term->constant = term->constant * 10 + (**cursor - '0');
    }
    return 0;
}

static int parse_path(const char **cursor, struct arena *arena, struct term *term)
{
    static const char prior[] = "prior:";
    if (strncmp(*cursor, prior, sizeof prior - 1) == 0) {
        term->is_prior = true;
        *cursor += sizeof prior - 1;
    }
    size_t n = 0;
    while ((*cursor)[n] && is_path_char((*cursor)[n]))
        n++;
    term->path = arena_copy(arena, slice_make(*cursor, n));
    *cursor += n;
    return term->path && term_split(term) ? 0 : -1;
}

static void skip_space(const char **cursor)
{
    while (**cursor == ' ')
        (*cursor)++;
}

/* One signed term; the first may leave its sign out. */
static int parse_term(const char **cursor, bool is_first, struct arena *arena, struct term *term)
{
    term->sign = 1;
    skip_space(cursor);
    if (**cursor == '+' || **cursor == '-') {
        term->sign = **cursor == '-' ? -1 : 1;
        (*cursor)++;
    } else if (!is_first) {
        return -1;
    }
    skip_space(cursor);
    int result = isdigit((unsigned char)**cursor) ? parse_number(cursor, term)
                                                  : parse_path(cursor, arena, term);
    skip_space(cursor);
    return result;
}

/* No more terms than that are read: each but the first has a sign, and the last may be none. */
static size_t most_terms(const char *text)
{
    size_t n = 2;
    for (; (text = strpbrk(text, "+-")); text++)
        n++;
    return n;
}

struct expr *expr_compile(const char *text, struct arena *arena, struct err *err)
{
    struct expr *expr = arena_alloc(arena, sizeof *expr + most_terms(text) * sizeof *expr->terms);
    const char *cursor = text;
    do {
        const char *start = cursor;
        if (!expr ||
            parse_term(&cursor, expr->nterms == 0, arena, &expr->terms[expr->nterms]) < 0) {
            if (arena_failed(arena))
                err_set_nomem(err);
            else
                err_set(err, ERR_INPUT, _("the formula \"%s\" is not understood at \"%s\""), text,
                        start);
            return NULL;
        }
        expr->nterms++;
    } while (*cursor);
    return expr;
}

/* Where the cells of a term are in the form at hand. What the loop does not
 * change is looked up once for all its instances. */
struct located {
    const struct seen_block *block; /* NULL: the form has none such */
    uint16_t *rows;                 /* those in use */
    size_t first_col, last_col;
    uint16_t nrows, row; /* a single one, in rows */
    bool has_rows, has_cols;
    bool is_settled; /* none of it is the loop's */
};

static bool find_id(struct slice id, uint32_t key, const struct form_block *block, bool is_row,
                    size_t *index)
{
    const uint32_t *keys = is_row ? block->row_keys : block->col_keys;
    size_t n = is_row ? block->nrows : block->ncols;
    for (size_t i = 0; i < n; i++) {
        if (keys[i] != key || !places_is_id(is_row ? block->rows[i].id : block->cols[i].id, id))
            continue;
        *index = i;
        return true;
    }
    return false;
}

static enum expr_result locate_block(struct evaluation *run, const struct term *term,
                                     const struct binding *binding, struct located *at)
{
    const struct seen_block *before = at->block;
    if (before && (!term->is_loop_row || before->form == binding->block))
        return EXPR_OK;
    if (term->is_loop_row && !binding->block)
        return EXPR_NOT_IN_FORM;
    const struct seen_table *table =
        eval_table(run, term->is_prior, term->is_loop_row ? binding->table : term->table);
    if (!table)
        return EXPR_NO_MEMORY;
    struct slice id = term->is_loop_row ? slice_of(binding->block->id) : term->block;
    const struct seen_block *block = table->blocks, *end = block + table->nblocks;
    while (block < end && !places_is_id(block->form->id, id))
        block++;
    at->block = block < end ? block : NULL;
    if (at->block != before)
        at->has_rows = at->has_cols = false;
    return at->block ? EXPR_OK : EXPR_NOT_IN_FORM;
}

bool expr_find_range(const struct axis *axis, const struct form_block *block, bool is_row,
                     size_t *first, size_t *last)
{
    *first = 0;
    *last = (is_row ? block->nrows : block->ncols) - 1;
    if (axis->kind != AXIS_IDS)
        return axis->kind != AXIS_ONLY || block->ncols == 1;
    bool is_one = axis->first.ptr == axis->last.ptr;
    if (!find_id(axis->first, axis->first_key, block, is_row, first) ||
        (!is_one && !find_id(axis->last, axis->last_key, block, is_row, last)))
        return false;
    *last = is_one ? *first : *last;
    return *first <= *last;
}

bool expr_find_loop(const struct binding *binding, const struct form_block *block, bool is_row,
                    size_t *index)
{
    int at = is_row ? binding->row : binding->col;
    if (!binding->block || at < 0)
        return false;
    *index = (size_t)at;
    if (block == binding->block)
        return true;
    const struct form_block *own = binding->block;
    return find_id(slice_of(is_row ? own->rows[at].id : own->cols[at].id),
                   is_row ? own->row_keys[at] : own->col_keys[at], block, is_row, index);
}

static enum expr_result locate_rows(struct arena *arena, const struct term *term,
                                    const struct binding *binding, struct located *at)
{
    const struct form_block *form = at->block->form;
    size_t first, last;
    bool is_loop = term->rows.kind == AXIS_LOOP;
    if (at->has_rows && !is_loop)
        return EXPR_OK;
    if (is_loop ? !expr_find_loop(binding, form, true, &first)
                : !expr_find_range(&term->rows, form, true, &first, &last))
        return EXPR_NOT_IN_FORM;
    last = is_loop ? first : last;
    at->rows = first == last ? &at->row : arena_raw(arena, (last - first + 1) * sizeof *at->rows);
    at->nrows = 0;
    for (size_t row = first; at->rows && row <= last; row++)
        if (at->block->used[row] && (term->rows.kind != AXIS_LEAVES || form->rows[row].is_leaf))
            at->rows[at->nrows++] = (uint16_t)row;
    at->has_rows = at->rows != NULL;
    return at->has_rows ? EXPR_OK : EXPR_NO_MEMORY;
}

static bool locate_cols(const struct term *term, const struct binding *binding, struct located *at)
{
    const struct form_block *form = at->block->form;
    bool is_loop = term->cols.kind == AXIS_LOOP;
    if (at->has_cols && !is_loop)
        return true;
    at->has_cols = is_loop
                       ? expr_find_loop(binding, form, false, &at->first_col)
                       : expr_find_range(&term->cols, form, false, &at->first_col, &at->last_col);
    at->last_col = is_loop ? at->first_col : at->last_col;
    return at->has_cols;
}

static enum expr_result locate_anew(struct evaluation *run, const struct term *term,
                                    const struct binding *binding, struct located *at)
{
    if (term->is_prior && !run->prior)
        return EXPR_NOT_IN_FORM;
    enum expr_result result = locate_block(run, term, binding, at);
    if (result == EXPR_OK)
        result = locate_rows(run->arena, term, binding, at);
    if (result == EXPR_OK && (!locate_cols(term, binding, at) || at->nrows == 0))
        result = EXPR_NOT_IN_FORM;
    at->is_settled = result == EXPR_OK && !term->is_loop_row && term->rows.kind != AXIS_LOOP &&
                     term->cols.kind != AXIS_LOOP;
    return result;
}

/* Most often only the loop's row or column is another one, of the same block. */
static inline enum expr_result locate(struct evaluation *run, const struct term *term,
                                      const struct binding *binding, struct located *at)
{
    if (at->is_settled)
        return EXPR_OK;
    bool by_row = term->rows.kind == AXIS_LOOP, by_col = term->cols.kind == AXIS_LOOP;
    bool is_next = at->has_cols && at->nrows > 0 && at->block->form == binding->block &&
                   (!by_row || (binding->row >= 0 && at->block->used[binding->row])) &&
                   (!by_col || binding->col >= 0);
    if (!is_next)
        return locate_anew(run, term, binding, at);
    if (by_row)
        at->row = (uint16_t)binding->row;
    if (by_col)
        at->first_col = at->last_col = (size_t)binding->col;
    return EXPR_OK;
}

static bool make_room(const struct evaluation *run, struct side *side, size_t n)
{
    if (side->capacity - side->noperands >= n)
        return true;
    size_t capacity = side->noperands + n;
    if (side->capacity > 0)
        capacity = capacity < USUAL_CELLS ? USUAL_CELLS : 2 * capacity;
    struct operand *operands = arena_raw(run->arena, capacity * sizeof *operands);
    if (!operands)
        return false;
    if (side->noperands > 0)
        memcpy(operands, side->operands, side->noperands * sizeof *operands);
    side->operands = operands;
    side->capacity = capacity;
    return true;
}

static bool add_cells(const struct evaluation *run, const struct term *term, enum table_id table,
                      const struct located *at, struct side *side)
{
    if (!make_room(run, side, at->nrows * (at->last_col - at->first_col + 1)))
        return false;
    const struct form_block *form = at->block->form;
    struct operand one = {
        .sign = term->sign, .is_prior = term->is_prior, .table = table, .block = form};
    struct operand *to = side->operands + side->noperands;
    for (size_t i = 0; i < at->nrows; i++) {
        one.row = at->rows[i];
        one.seen = at->block->cells + one.row * form->ncols + at->first_col;
        for (size_t col = at->first_col; col <= at->last_col; col++, one.seen++) {
            one.col = (uint16_t)col;
            *to++ = one;
        }
    }
    side->noperands = (size_t)(to - side->operands);
    return true;
}

static enum expr_result expand_term(struct evaluation *run, size_t index,
                                    const struct binding *binding, struct side *side)
{
    const struct term *term = &side->expr->terms[index];
    struct located *at = &side->located[index];
    enum expr_result result = locate(run, term, binding, at);
    if (result != EXPR_OK)
        return result;
    size_t first = side->noperands;
    if (!add_cells(run, term, term->is_loop_row ? binding->table : term->table, at, side))
        return EXPR_NO_MEMORY;
    side->targets[side->ntargets++] = (struct target){.term = index,
                                                      .first = first,
                                                      .count = side->noperands - first,
                                                      .is_prior = term->is_prior};
    return EXPR_OK;
}

struct side *expr_sides(struct evaluation *run)
{
    if (!run->sides)
        run->sides = arena_array(run->arena, 2, sizeof *run->sides);
    run->failed |= run->sides == NULL;
    return run->sides;
}

/* Nothing is known of the expression's places yet. */
static bool begin(struct side *side, const struct expr *expr, struct arena *arena)
{
    side->expr = NULL;
    if (side->nterms_room < expr->nterms) {
        bool is_usual = side->nterms_room > 0 && expr->nterms < USUAL_TERMS;
        size_t n = is_usual ? USUAL_TERMS : expr->nterms;
        side->targets = arena_raw(arena, n * sizeof *side->targets);
        side->located = arena_raw(arena, n * sizeof *side->located);
        side->nterms_room = side->targets && side->located ? n : 0;
        if (side->nterms_room == 0)
            return false;
    }
    memset(side->located, 0, expr->nterms * sizeof *side->located);
    side->expr = expr;
    return true;
}

static bool sum_cells(const struct term *term, const struct located *at, int64_t *sum)
{
    for (size_t i = 0; i < at->nrows; i++) {
        const struct seen *cells = at->block->cells + at->rows[i] * at->block->form->ncols;
        for (size_t col = at->first_col; col <= at->last_col; col++)
            if (cells[col].state != CELL_NUMBER || cells[col].is_decimal ||
                __builtin_add_overflow(*sum, term->sign * cells[col].value, sum))
                return false;
    }
    return true;
}

enum expr_result expr_sum(const struct expr *expr, struct evaluation *run,
                          const struct binding *binding, struct side *side, int64_t *sum)
{
    if (side->expr != expr && !begin(side, expr, run->arena))
        return EXPR_NO_MEMORY;
    enum expr_result result = EXPR_OK;
    *sum = 0;
    for (size_t i = 0; i < expr->nterms && result == EXPR_OK; i++) {
        const struct term *term = &expr->terms[i];
        struct located *at = &side->located[i];
        if (term->is_constant)
            *sum += term->sign * term->constant;
        else if ((result = locate(run, term, binding, at)) == EXPR_OK && !sum_cells(term, at, sum))
            result = EXPR_OPEN;
    }
    return result;
}

enum expr_result expr_expand(const struct expr *expr, struct evaluation *run,
                             const struct binding *binding, struct side *side)
{
    if (side->expr != expr && !begin(side, expr, run->arena))
        return EXPR_NO_MEMORY;
    side->noperands = side->ntargets = 0;
    side->constant = 0;
    enum expr_result result = EXPR_OK;
    for (size_t i = 0; i < expr->nterms && result == EXPR_OK; i++) {
        if (expr->terms[i].is_constant)
            side->constant += expr->terms[i].sign * expr->terms[i].constant;
        else
            result = expand_term(run, i, binding, side);
    }
    return result;
}

/* T3.open..other_3.np: a range of leaves is named by its ends. */
static const char *leaves_address(const struct evaluation *run, const struct side *side,
                                  const struct target *target)
{
    const struct operand *first = &side->operands[target->first];
    const struct operand *last = &side->operands[target->first + target->count - 1];
    const struct form_block *block = first->block;
    return arena_format(run->arena, "%s..%s.%s",
                        places_cell_id(run->arena, first->table, block, first->row, NULL),
                        block->rows[last->row].id, block->cols[first->col].id);
}

/* What stands for a placeholder: the target's own row or column. */
static const char *placeholder(const struct evaluation *run, const struct operand *first,
                               struct slice name)
{
    if (slice_is(name, "{row}"))
        return places_cell_id(run->arena, first->table, first->block, first->row, NULL);
    return slice_is(name, "{r}") ? first->block->rows[first->row].id
                                 : first->block->cols[first->col].id;
}

const char *expr_address(const struct evaluation *run, const struct side *side,
                         const struct target *target)
{
    const struct term *term = &side->expr->terms[target->term];
    const struct operand *first = &side->operands[target->first];
    if (term->rows.kind == AXIS_LEAVES)
        return leaves_address(run, side, target);
    struct str out = STR_INIT;
    for (const char *p = term->path; *p;) {
        size_t plain = strcspn(p, "{"), named = p[plain] ? strcspn(p + plain, "}") + 1 : 0;
        str_append(&out, slice_make(p, plain));
        if (named > 0)
            str_add(&out, placeholder(run, first, slice_make(p + plain, named)));
        p += plain + named;
    }
    const char *address = out.failed ? NULL : arena_string(run->arena, str_text(&out));
    str_release(&out);
    return address;
}
