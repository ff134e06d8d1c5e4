/* The names of verdicts and conclusions, the same in files, commands and keys. */
#include <string.h>

#include "gouji/review/review.h"

static const char *const verdicts[VERDICT_COUNT] = {
    [VERDICT_NONE] = "",
    [VERDICT_CONFIRMED] = "confirmed",
    [VERDICT_MISREAD] = "misread",
    [VERDICT_EXPLAINED] = "explained",
    [VERDICT_NOT_AN_ERROR] = "not-an-error",
    [VERDICT_LATER] = "later",
    [VERDICT_CANNOT_TELL] = "cannot-tell",
};

static const char *const conclusions[] = {
    [CONCLUSION_NONE] = "",
    [CONCLUSION_PASSED] = "passed",
    [CONCLUSION_PASSED_WITH_NOTES] = "passed-with-notes",
    [CONCLUSION_RETURNED] = "returned",
};

const char *verdict_name(enum verdict verdict)
{
    return verdict < VERDICT_COUNT ? verdicts[verdict] : "";
}

enum verdict verdict_find(const char *name)
{
    for (int v = VERDICT_CONFIRMED; name && v < VERDICT_COUNT; v++)
        if (strcmp(verdicts[v], name) == 0)
            return (enum verdict)v;
    return VERDICT_NONE;
}

bool verdict_needs_reason(enum verdict verdict)
{
    return verdict == VERDICT_MISREAD || verdict == VERDICT_EXPLAINED ||
           verdict == VERDICT_NOT_AN_ERROR;
}

const char *conclusion_name(enum conclusion conclusion)
{
    return conclusion <= CONCLUSION_RETURNED ? conclusions[conclusion] : "";
}

enum conclusion conclusion_find(const char *name)
{
    for (int c = CONCLUSION_PASSED; name && c <= CONCLUSION_RETURNED; c++)
        if (strcmp(conclusions[c], name) == 0)
            return (enum conclusion)c;
    return CONCLUSION_NONE;
}
