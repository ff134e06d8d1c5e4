/* Sentences that name last year: whether what they tell is what last year's report has. */
#ifndef GOUJI_SRC_CHECK_PHRASE_BEFORE_H
#define GOUJI_SRC_CHECK_PHRASE_BEFORE_H

#include "prose.h"

/* "before": a list of {"find": the list of patterns with a number in their group, "cells": those
 * it is of}. True when a number is found and each that is found is what last year's report has in
 * these cells. */
bool phrase_is_of_before(struct evaluation *run, const struct rule *rule, const cJSON *before,
                         struct slice text);

#endif
