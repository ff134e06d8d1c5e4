/* Characters whose width terminals do not agree on, and what is shown for them
 * on one that draws them two columns wide: there, counting one, we would not be
 * in step with it. */
#include <stddef.h>

#include <uniwidth.h>

#include "terminal.h"

static const struct {
    wchar_t first, last;
    char shown;
} stand_ins[] = {
    {0xB0, 0xB0, 'o'},     {0xB1, 0xB1, '+'},     {0xB7, 0xB7, '.'},     {0xD7, 0xD7, 'x'},
    {0xF7, 0xF7, '/'},     {0x2010, 0x2015, '-'}, {0x2016, 0x2016, '|'}, {0x2018, 0x2019, '\''},
    {0x201C, 0x201D, '"'}, {0x2020, 0x2022, '*'}, {0x2025, 0x2027, '.'}, {0x2030, 0x2030, '%'},
    {0x203B, 0x203B, '*'}, {0x2103, 0x2103, 'C'}, {0x2116, 0x2116, 'N'}, {0x2160, 0x217F, 'I'},
    {0x2190, 0x2190, '<'}, {0x2191, 0x2191, '^'}, {0x2192, 0x2192, '>'}, {0x2193, 0x2193, 'v'},
    {0x221A, 0x221A, 'v'}, {0x2260, 0x2260, '!'}, {0x2264, 0x2264, '<'}, {0x2265, 0x2265, '>'},
    {0x2500, 0x2501, '-'}, {0x2502, 0x2503, '|'}, {0x2504, 0x254B, '+'}, {0x2550, 0x2573, '+'},
    {0x2580, 0x258F, '#'}, {0x2592, 0x2595, '#'}, {0x25A0, 0x25FF, '*'}, {0x2605, 0x2606, '*'},
};

wchar_t stand_in(wchar_t wide)
{
    if (wide < 0x80 || uc_width((ucs4_t)wide, "UTF-8") != 1 || uc_width((ucs4_t)wide, "GBK") != 2)
        return L'\0';
    if (wide >= 0x2460 && wide <= 0x249B) /* circled and bracketed: the last digit */
        return L'0' + (wide - 0x2460 + 1) % 20 % 10;
    for (size_t i = 0; i < sizeof stand_ins / sizeof stand_ins[0]; i++)
        if (wide >= stand_ins[i].first && wide <= stand_ins[i].last)
            return (wchar_t)stand_ins[i].shown;
    return L'?';
}
