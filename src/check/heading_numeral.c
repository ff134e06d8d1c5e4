#include "heading_numeral.h"

#include <string.h>

enum { TEN = 10, HAN_NBYTES = 3 };

static const char *const DIGITS[TEN] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

int heading_numeral_value(struct slice numeral)
{
    int value = 0;
    for (size_t i = 0; i + HAN_NBYTES <= numeral.nbytes; i += HAN_NBYTES) {
        int digit = 0;
        for (int d = 0; d < TEN; d++)
            if (memcmp(numeral.ptr + i, DIGITS[d], HAN_NBYTES) == 0)
                digit = d + 1;
        if (digit == 0)
            return 0;
        value = digit == TEN ? (value ? value : 1) * TEN : value + digit;
    }
    return numeral.nbytes % HAN_NBYTES == 0 ? value : 0;
}

const char *heading_numeral_name(int value)
{
    return value >= 1 && value <= TEN ? DIGITS[value - 1] : NULL;
}
