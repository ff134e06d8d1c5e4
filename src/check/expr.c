#include "expr.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "gouji/base/vec.h"
#include "places.h"

enum { PATH_MAX_NBYTES = 128, MAX_PARTS = 4 };

struct term {
    int sign;
    bool is_prior;
    bool is_constant;
    int64_t constant;
    char path[PATH_MAX_NBYTES];
};

struct expr {
    struct term *terms;
    size_t nterms, capacity;
};

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
            return parts->n >= 3;
        start = p + 1;
    }
}

static const char *placeholder(const struct binding *binding, struct slice name)
{
    if (slice_is(name, "{row}"))
        return binding->row;
    if (slice_is(name, "{r}"))
        return binding->row_id;
    if (slice_is(name, "{c}"))
        return binding->col;
    return NULL;
}

/* Puts the loop's values into a path. False when one is not bound or unknown. */
static bool substitute(const char *path, const struct binding *binding, char out[PATH_MAX_NBYTES])
{
    size_t n = 0;
    for (const char *p = path; *p;) {
        struct slice piece = slice_make(p, strcspn(p, "{"));
        if (*p == '{') {
            const char *close = strchr(p, '}');
            piece = slice_make(p, close ? (size_t)(close - p) + 1 : 1);
            p += piece.nbytes;
            piece = slice_of(placeholder(binding, piece));
            if (!piece.ptr)
                return false;
        } else {
            p += piece.nbytes;
        }
        if (n + piece.nbytes >= PATH_MAX_NBYTES)
            return false;
        memcpy(out + n, piece.ptr, piece.nbytes);
        n += piece.nbytes;
    }
    out[n] = '\0';
    return true;
}

/* Any values do to see whether a path has the right shape. */
static bool path_is_sound(const char *path)
{
    static const struct binding any = {.row = "T3.r", .row_id = "r", .col = "c"};
    char filled[PATH_MAX_NBYTES];
    struct parts parts;
    enum table_id table;
    return substitute(path, &any, filled) && parts_split(filled, &parts) &&
           places_table(parts.part[0].ptr, parts.part[0].nbytes, &table);
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

static int parse_path(const char **cursor, struct term *term)
{
    static const char prior[] = "prior:";
    if (strncmp(*cursor, prior, sizeof prior - 1) == 0) {
        term->is_prior = true;
        *cursor += sizeof prior - 1;
    }
    size_t n = 0;
    while (**cursor && is_path_char(**cursor) && n + 1 < sizeof term->path)
        term->path[n++] = *(*cursor)++;
    term->path[n] = '\0';
    return path_is_sound(term->path) ? 0 : -1;
}

static void skip_space(const char **cursor)
{
    while (**cursor == ' ')
        (*cursor)++;
}

/* One signed term; the first may leave its sign out. */
static int parse_term(const char **cursor, bool is_first, struct term *term)
{
    *term = (struct term){.sign = 1};
    skip_space(cursor);
    if (**cursor == '+' || **cursor == '-') {
        term->sign = **cursor == '-' ? -1 : 1;
        (*cursor)++;
    } else if (!is_first) {
        return -1;
    }
    skip_space(cursor);
    int result =
        isdigit((unsigned char)**cursor) ? parse_number(cursor, term) : parse_path(cursor, term);
    skip_space(cursor);
    return result;
}

struct expr *expr_compile(const char *text, struct err *err)
{
    struct expr *expr = calloc(1, sizeof *expr);
    if (!expr) {
        err_set_nomem(err);
        return NULL;
    }
    const char *cursor = text;
    do {
        if (vec_room(&expr->terms, &expr->capacity, expr->nterms, sizeof *expr->terms) < 0) {
            err_set_nomem(err);
            expr_free(expr);
            return NULL;
        }
        const char *start = cursor;
        if (parse_term(&cursor, expr->nterms == 0, &expr->terms[expr->nterms]) < 0) {
            err_set(err, ERR_INPUT, _("the formula \"%s\" is not understood at \"%s\""), text,
                    start);
            expr_free(expr);
            return NULL;
        }
        expr->nterms++;
    } while (*cursor);
    return expr;
}

void expr_free(struct expr *expr)
{
    if (!expr)
        return;
    free(expr->terms);
    free(expr);
}

/* A range of row or column indexes, inclusive. */
struct range {
    size_t first, last;
    bool leaves;
};

static bool find_id(struct slice id, const struct form_block *block, bool is_row, size_t *index)
{
    size_t n = is_row ? block->nrows : block->ncols;
    for (size_t i = 0; i < n; i++) {
        if (is_row && block->rows[i].is_group)
            continue;
        const char *own = is_row ? block->rows[i].id : block->cols[i].id;
        if (own[0] == id.ptr[0] && strncmp(own, id.ptr, id.nbytes) == 0 && !own[id.nbytes]) {
            *index = i;
            return true;
        }
    }
    return false;
}

static bool find_range(struct slice part, const struct form_block *block, bool is_row,
                       struct range *range)
{
    *range = (struct range){0};
    if (is_row && slice_is(part, "leaves")) {
        range->leaves = true;
        range->last = block->nrows - 1;
        return true;
    }
    if (!is_row && (slice_is(part, "all") || slice_is(part, "only"))) {
        range->last = block->ncols - 1;
        return slice_is(part, "all") || block->ncols == 1;
    }
    const char *dots = memchr(part.ptr, '.', part.nbytes); /* no other dot is in a part */
    struct slice first = dots ? slice_make(part.ptr, (size_t)(dots - part.ptr)) : part;
    struct slice last =
        dots ? slice_make(dots + 2, (size_t)(part.ptr + part.nbytes - dots - 2)) : part;
    return find_id(first, block, is_row, &range->first) &&
           find_id(last, block, is_row, &range->last) && range->first <= range->last;
}

/* A cell of a table that was not found has only its name. */
static struct seen operand_absent(const struct evaluation *run, const struct operand *operand)
{
    const char *id = places_cell_id(run->arena, operand->table, operand->block, operand->row,
                                    &operand->block->cols[operand->col]);
    return operand->is_prior || !id ? (struct seen){.cell = id, .state = CELL_ABSENT}
                                    : eval_cell(run, id);
}

static struct seen operand_seen(const struct evaluation *run, const struct operand *operand)
{
    const struct report *report = operand->is_prior ? run->prior : run->report;
    const struct cell *cell =
        places_cell(report, operand->table, operand->block, operand->row, operand->col);
    if (!cell)
        return operand_absent(run, operand);
    return operand->is_prior ? places_seen(report, cell) : eval_seen(run, cell);
}

static int add_operand(const struct evaluation *run, struct side *side, struct operand operand)
{
    struct operand *room = arena_push(run->arena, &side->operands, &side->capacity, side->noperands,
                                      sizeof *side->operands);
    if (!room)
        return -1;
    operand.seen = operand_seen(run, &operand);
    if (!operand.seen.cell)
        return -1;
    *room = operand;
    side->noperands++;
    return 0;
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

static enum expr_result expand_cells(const struct evaluation *run, const struct report *report,
                                     const struct term *term, const char *path, struct side *side)
{
    struct parts parts;
    struct operand operand = {.sign = term->sign, .is_prior = term->is_prior};
    struct range rows, cols;
    if (!parts_split(path, &parts) ||
        !places_table(parts.part[0].ptr, parts.part[0].nbytes, &operand.table))
        return EXPR_NOT_IN_FORM;
    char block_id[PATH_MAX_NBYTES] = "";
    if (parts.n == MAX_PARTS)
        memcpy(block_id, parts.part[1].ptr, parts.part[1].nbytes);
    operand.block = places_block(report, operand.table, block_id);
    if (!operand.block || !find_range(parts.part[parts.n - 2], operand.block, true, &rows) ||
        !find_range(parts.part[parts.n - 1], operand.block, false, &cols))
        return EXPR_NOT_IN_FORM;
    struct target *target = &side->targets[side->ntargets];
    *target = (struct target){.first = side->noperands, .is_prior = term->is_prior};
    for (size_t row = rows.first; row <= rows.last; row++) {
        if (!places_row_used(report, operand.table, operand.block, row) ||
            (rows.leaves && !operand.block->rows[row].is_leaf))
            continue;
        operand.row = (uint16_t)row;
        for (size_t col = cols.first; col <= cols.last; col++) {
            operand.col = (uint16_t)col;
            if (add_operand(run, side, operand) < 0)
                return EXPR_NO_MEMORY;
        }
    }
    target->count = side->noperands - target->first;
    if (target->count == 0)
        return EXPR_NOT_IN_FORM;
    target->address =
        rows.leaves ? leaves_address(run, side, target) : arena_string(run->arena, path);
    side->ntargets++;
    return target->address ? EXPR_OK : EXPR_NO_MEMORY;
}

enum expr_result expr_expand(const struct expr *expr, const struct evaluation *run,
                             const struct binding *binding, struct side *side)
{
    *side = (struct side){.targets = arena_array(run->arena, expr->nterms, sizeof *side->targets)};
    if (!side->targets)
        return EXPR_NO_MEMORY;
    for (size_t i = 0; i < expr->nterms; i++) {
        const struct term *term = &expr->terms[i];
        char path[PATH_MAX_NBYTES];
        if (term->is_constant) {
            side->constant += term->sign * term->constant;
            continue;
        }
        const struct report *report = term->is_prior ? run->prior : run->report;
        if (!substitute(term->path, binding, path) || !report)
            return EXPR_NOT_IN_FORM;
        enum expr_result result = expand_cells(run, report, term, path, side);
        if (result != EXPR_OK)
            return result;
    }
    return EXPR_OK;
}
