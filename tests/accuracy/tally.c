#include "tally.h"

#include <math.h>
#include <stdio.h>

void tally_add(struct tally *tally, const struct sheet *sheet, const struct score *score)
{
    score_add(&tally->classes[sheet->layout][sheet->damaged], score);
    for (int i = 0; i < TRAP_COUNT; i++) {
        if (!sheet->traps[i])
            continue;
        score_add(&tally->traps[i], score);
        tally->laid[i] += sheet->traps[i];
        tally->nfailed[i] += score_has_failed(score);
    }
}

/* Wilson's interval of 95 %; where nothing failed the rule of three. */
static void interval(long right, long all, double *low, double *high)
{
    double n = (double)all, p = all ? (double)right / n : 1, z = 1.96;
    if (all == 0 || right == all) {
        *low = all > 3 ? 1 - 3 / n : 0;
        *high = 1;
        return;
    }
    double middle = p + z * z / (2 * n), half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    *low = (middle - half) / (1 + z * z / n);
    *high = (middle + half) / (1 + z * z / n);
}

static void print_rate(long right, long all)
{
    double low, high;
    interval(right, all, &low, &high);
    if (all == 0)
        printf(" %26s", "-");
    else
        printf(" %8.4f [%7.3f,%8.4f]", 100.0 * (double)right / (double)all, 100 * low, 100 * high);
}

static void print_row(const char *name, const struct score *s)
{
    if (s->nreports == 0)
        return;
    printf("%-6s %5ld %8ld", name, s->nreports, s->ncells);
    print_rate(s->nexact, s->ncells);
    printf(" %5ld %5ld %5ld %6ld", s->ninvented, s->nsilent, s->nmisread, s->nmissed);
    print_rate(s->ntables_exact, s->ntables);
    printf(" %5ld/%ld %5ld/%ld %6ld/%ld %5ld/%ld %4ld %4ld %4ld\n",
           s->nsections - s->nsections_right, s->nsections, s->nyears - s->nyears_right, s->nyears,
           s->nspans - s->nspans_right, s->nspans, s->nagencies - s->nagencies_right, s->nagencies,
           s->nverdicts - s->nverdicts_right, s->noverclaims, s->nalarms);
}

static void print_traps(const struct tally *tally)
{
    printf("\n%-6s %7s %8s %7s %6s %6s %6s  %s\n", "trap", "reports", "times", "failed", "invent",
           "silent", "cells", "what");
    for (int i = 0; i < TRAP_COUNT; i++) {
        const struct score *s = &tally->traps[i];
        printf("%-6s %7ld %8ld %7ld %6ld %6ld %6ld  %s\n", trap_specs[i].code, s->nreports,
               tally->laid[i], tally->nfailed[i], s->ninvented, s->nsilent, s->ncells - s->nexact,
               trap_specs[i].text);
    }
}

static int fall_short(const char *group, const char *what, long right, long all, double bar)
{
    if (all == 0 || (double)right >= bar * (double)all)
        return 0;
    printf("below the bar: %s, %s: %.4f %% of %ld, not %.2f %%\n", group, what,
           100.0 * (double)right / (double)all, all, 100 * bar);
    return 1;
}

static int hold_to_shares(const struct score *clean, const struct score *damaged,
                          const struct score *all)
{
    return fall_short("clean", "cells exact", clean->nexact, clean->ncells, 0.9999) +
           fall_short("clean", "tables exact", clean->ntables_exact, clean->ntables, 0.999) +
           fall_short("damaged", "cells exact", damaged->nexact, damaged->ncells, 0.995) +
           fall_short("all", "sections", all->nsections_right, all->nsections, 0.999) +
           fall_short("all", "year", all->nyears_right, all->nyears, 0.999) +
           fall_short("all", "report or none", all->nverdicts_right, all->nverdicts, 0.999);
}

/* What must never be: no share of it is right. */
static int hold_to_counts(const struct score *all)
{
    if (all->ninvented)
        printf("below the bar: %ld invented\n", all->ninvented);
    if (all->nsilent)
        printf("below the bar: %ld silently wrong\n", all->nsilent);
    return (all->ninvented > 0) + (all->nsilent > 0);
}

int tally_print(const struct tally *tally, bool few)
{
    struct score clean = {0}, damaged = {0}, all = {0};
    printf("%-6s %5s %8s %-27s %5s %5s %5s %6s %-26s %s\n", "class", "n", "cells",
           " cells exact % [95 %]", "inv.", "sil.", "misr.", "missed", " tables exact % [95 %]",
           "wrong of: sections, year, spans, agency; verdict; overclaims; alarms");
    for (int i = 0; i < LAYOUT_COUNT; i++)
        for (int torn = 0; torn < 2; torn++) {
            const struct score *score = &tally->classes[i][torn];
            char name[16];
            snprintf(name, sizeof name, "%s%s", layout_names[i], torn ? "*" : "");
            print_row(name, score);
            score_add(&all, score);
            score_add(layout_is_clean((enum layout)i) && !torn ? &clean : &damaged, score);
        }
    print_row("clean", &clean);
    print_row("damag.", &damaged);
    print_row("all", &all);
    print_traps(tally);
    printf("\n* the text lost something; its truth is what the text decides.\n");
    return hold_to_counts(&all) + (few ? 0 : hold_to_shares(&clean, &damaged, &all));
}
