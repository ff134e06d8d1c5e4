#include "alarms.h"

#include <stdio.h>
#include <string.h>

static const char *string_of(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    return cJSON_IsString(item) ? item->valuestring : "";
}

static struct alarm *alarm_of(struct alarms *alarms, const char *rule, bool is_error)
{
    for (int i = 0; i < alarms->nrules; i++)
        if (strcmp(alarms->rules[i].rule, rule) == 0 && alarms->rules[i].is_error == is_error)
            return &alarms->rules[i];
    if (alarms->nrules == ALARM_RULES)
        return NULL;
    struct alarm *alarm = &alarms->rules[alarms->nrules++];
    snprintf(alarm->rule, sizeof alarm->rule, "%s", rule);
    alarm->is_error = is_error;
    return alarm;
}

bool alarms_add(struct alarms *alarms, const cJSON *answer, const char *name)
{
    const cJSON *finding;
    bool any = false;
    alarms->nreports++;
    cJSON_ArrayForEach (finding, cJSON_GetObjectItemCaseSensitive(answer, "findings")) {
        bool is_error = strcmp(string_of(finding, "severity"), "error") == 0;
        bool is_warning = strcmp(string_of(finding, "severity"), "warning") == 0;
        if (strcmp(string_of(finding, "outcome"), "fail") != 0 || (!is_error && !is_warning))
            continue;
        any = true;
        alarms->nerrors += is_error;
        alarms->nwarnings += is_warning;
        struct alarm *alarm = alarm_of(alarms, string_of(finding, "id"), is_error);
        if (!alarm)
            continue;
        if (alarm->times++ == 0)
            snprintf(alarm->example, sizeof alarm->example, "%s: %s", name,
                     string_of(finding, "message"));
    }
    return any;
}

int alarms_print(const struct alarms *alarms)
{
    printf("sound reports: %ld, errors %ld, warnings %ld (%.2f in 1000; bar 5)\n", alarms->nreports,
           alarms->nerrors, alarms->nwarnings,
           alarms->nreports ? 1000.0 * (double)alarms->nwarnings / (double)alarms->nreports : 0.0);
    for (int i = 0; i < alarms->nrules; i++)
        printf("%-8s %-7s %6ld  %s\n", alarms->rules[i].rule,
               alarms->rules[i].is_error ? "error" : "warning", alarms->rules[i].times,
               alarms->rules[i].example);
    bool many = alarms->nwarnings * 1000 > 5 * alarms->nreports;
    if (alarms->nerrors)
        printf("below the bar: %ld errors on sound reports\n", alarms->nerrors);
    if (many)
        printf("below the bar: too many warnings on sound reports\n");
    return (alarms->nerrors > 0) + many;
}
