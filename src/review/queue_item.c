/* What the queue keeps of a report and its review. */
#include "gouji/check/mask.h"
#include "queue_private.h"

static void tally(struct arena *arena, struct queue_item *item, const struct review *review,
                  size_t index, size_t *capacity)
{
    const struct finding *finding = &review_findings(review)->items[index];
    struct decision decision = review_decision(review, index);
    bool undecided = finding->outcome == OUTCOME_UNDECIDED;
    size_t i = 0;
    while (i < item->ntallies &&
           (item->tallies[i].rule != finding->rule || item->tallies[i].is_undecided != undecided ||
            item->tallies[i].severity != finding->severity))
        i++;
    if (i == item->ntallies) {
        if (!arena_push(arena, &item->tallies, capacity, i, sizeof *item->tallies))
            return;
        item->tallies[item->ntallies++] =
            (struct queue_tally){finding->rule, finding->severity, undecided, 0, 0};
    }
    item->tallies[i].count++;
    item->tallies[i].open +=
        decision.verdict == VERDICT_NONE || decision.verdict == VERDICT_LATER || decision.stale;
}

static void count(struct arena *arena, struct queue_item *item, const struct review *review)
{
    const struct findings *findings = review_findings(review);
    struct review_counts counts = review_count(review);
    size_t capacity = 0;
    item->errors = findings_failed(findings, SEVERITY_ERROR);
    item->warnings = findings_failed(findings, SEVERITY_WARNING);
    item->infos = findings_failed(findings, SEVERITY_INFO);
    for (size_t i = 0; i < findings->nitems; i++) {
        item->undecided += findings->items[i].outcome == OUTCOME_UNDECIDED;
        tally(arena, item, review, i, &capacity);
    }
    item->entries = counts.entries;
    item->decided = counts.decided;
    item->stale = counts.stale;
}

static struct queue_value value_of(const struct review *review, const char *id)
{
    if (!report_cell(review_report(review), id))
        return (struct queue_value){CELL_ABSENT, 0};
    struct seen seen = review_cell(review, id);
    return (struct queue_value){seen.state, seen.value};
}

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_string(arena, text) : NULL;
}

void queue_fill_item(struct arena *arena, struct queue_item *item, const struct review *review)
{
    const struct report *report = review_report(review);
    const struct log_entry *log;
    size_t nevents = review_log(review, &log);
    item->agency = mask_keep(review_findings(review), arena, report->who.agency);
    item->kind = copy(arena, report->who.kind);
    item->year = report->who.year;
    item->signed_on = report->who.signature_date;
    count(arena, item, review);
    item->received = value_of(review, "T3.new.tot");
    item->carried = value_of(review, "T3.carry_in.tot");
    item->answered = value_of(review, "T3.total.tot");
    item->conclusion = review_conclusion(review).status;
    item->state = item->conclusion != CONCLUSION_NONE ? QUEUE_CONCLUDED
                  : nevents > 0                       ? QUEUE_IN_REVIEW
                                                      : QUEUE_NEW;
    item->reviewer = nevents > 0 ? copy(arena, review_reviewer(review)) : NULL;
}
