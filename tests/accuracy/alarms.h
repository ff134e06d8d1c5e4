/* What the checks raise on sound reports. */
#ifndef ACCURACY_ALARMS_H
#define ACCURACY_ALARMS_H

#include <cjson/cJSON.h>
#include <stdbool.h>

enum { ALARM_RULES = 160 };

struct alarms {
    long nreports, nerrors, nwarnings;
    struct alarm {
        char rule[16];
        bool is_error;
        long times;
        char example[240];
    } rules[ALARM_RULES];
    int nrules;
};

/* Counts errors and warnings of one answer. True: there was one. */
bool alarms_add(struct alarms *alarms, const cJSON *answer, const char *name);

/* Returns how many bars are missed: no error, and at most five warnings in a
 * thousand reports. */
int alarms_print(const struct alarms *alarms);

#endif
