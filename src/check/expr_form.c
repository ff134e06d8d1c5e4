/* Formulas against the form alone, as no report is at hand. */
#include "expr_form.h"

#include "expr_terms.h"

static bool is_in_block(const struct term *term, const struct form_block *block)
{
    size_t first, last;
    return (term->is_loop_row || places_is_id(block->id, term->block)) &&
           expr_find_range(&term->rows, block, true, &first, &last) &&
           expr_find_range(&term->cols, block, false, &first, &last);
}

static bool is_in_forms(const struct term *term, const struct forms *forms)
{
    for (size_t i = 0; i < forms_count(forms); i++)
        for (int t = 0; t < TABLE_COUNT; t++) {
            const struct form_table *table = &forms_at(forms, i)->tables[t];
            for (size_t b = 0; b < table->nblocks; b++)
                if ((term->is_loop_row || term->table == table->id) &&
                    is_in_block(term, &table->blocks[b]))
                    return true;
        }
    return false;
}

const char *expr_foreign(const struct expr *expr, const struct forms *forms)
{
    for (size_t i = 0; i < expr->nterms; i++)
        if (!expr->terms[i].is_constant && !is_in_forms(&expr->terms[i], forms))
            return expr->terms[i].path;
    return NULL;
}

unsigned expr_uses(const struct expr *expr)
{
    unsigned uses = 0;
    for (size_t i = 0; i < expr->nterms; i++) {
        const struct term *term = &expr->terms[i];
        if (term->is_constant)
            continue;
        uses |= term->is_loop_row ? EXPR_ROW : term->rows.kind == AXIS_LOOP ? EXPR_ROW_ID : 0;
        uses |= term->cols.kind == AXIS_LOOP ? EXPR_COLUMN : 0;
    }
    return uses;
}

/* Whether a row that the term names has cells. */
static bool has_rows(const struct term *term, const struct form_block *block,
                     const struct binding *at)
{
    size_t first, last;
    if (term->rows.kind == AXIS_LOOP) {
        if (!expr_find_loop(at, block, true, &first))
            return false;
        last = first;
    } else if (!expr_find_range(&term->rows, block, true, &first, &last)) {
        return false;
    }
    while (first <= last && (block->rows[first].is_group ||
                             (term->rows.kind == AXIS_LEAVES && !block->rows[first].is_leaf)))
        first++;
    return first <= last;
}

static bool has_columns(const struct term *term, const struct form_block *block,
                        const struct binding *at)
{
    size_t first, last;
    return term->cols.kind == AXIS_LOOP ? expr_find_loop(at, block, false, &first)
                                        : expr_find_range(&term->cols, block, false, &first, &last);
}

static bool term_fits(const struct term *term, const struct form *form, const struct binding *at)
{
    if (term->is_loop_row && !at->block)
        return false;
    const struct form_table *table = &form->tables[term->is_loop_row ? at->table : term->table];
    struct slice id = term->is_loop_row ? slice_of(at->block->id) : term->block;
    for (size_t i = 0; i < table->nblocks; i++)
        if (places_is_id(table->blocks[i].id, id))
            return has_rows(term, &table->blocks[i], at) &&
                   has_columns(term, &table->blocks[i], at);
    return false;
}

bool expr_fits(const struct expr *expr, const struct form *form, const struct binding *at,
               bool is_prior)
{
    for (size_t i = 0; i < expr->nterms; i++) {
        const struct term *term = &expr->terms[i];
        if (!term->is_constant && term->is_prior == is_prior && !term_fits(term, form, at))
            return false;
    }
    return true;
}

static int add_share(struct linear *linear, const struct term *term, int64_t times,
                     struct arena *arena)
{
    for (size_t i = 0; i < linear->n; i++) {
        struct share *share = &linear->shares[i];
        if (share->is_prior == term->is_prior && strcmp(share->path, term->path) == 0) {
            share->times += times;
            return 0;
        }
    }
    struct share *share =
        arena_push(arena, &linear->shares, &linear->capacity, linear->n, sizeof *share);
    if (!share)
        return -1;
    *share = (struct share){term->path, times, term->is_prior};
    linear->n++;
    return 0;
}

int expr_add_to(const struct expr *expr, int64_t times, struct arena *arena, struct linear *linear)
{
    for (size_t i = 0; i < expr->nterms; i++) {
        const struct term *term = &expr->terms[i];
        if (term->is_constant)
            linear->constant += times * term->sign * term->constant;
        else if (add_share(linear, term, times * term->sign, arena) < 0)
            return -1;
    }
    return 0;
}

bool linear_is_constant(const struct linear *linear)
{
    for (size_t i = 0; i < linear->n; i++)
        if (linear->shares[i].times != 0)
            return false;
    return true;
}

static bool has_share(const struct linear *linear, const struct share *share, int64_t times)
{
    for (size_t i = 0; i < linear->n; i++)
        if (linear->shares[i].is_prior == share->is_prior &&
            strcmp(linear->shares[i].path, share->path) == 0)
            return linear->shares[i].times == times;
    return times == 0;
}

bool linear_is_times(const struct linear *a, const struct linear *b, int sign)
{
    for (size_t i = 0; i < a->n; i++)
        if (!has_share(b, &a->shares[i], sign * a->shares[i].times))
            return false;
    for (size_t i = 0; i < b->n; i++)
        if (!has_share(a, &b->shares[i], sign * b->shares[i].times))
            return false;
    return true;
}
