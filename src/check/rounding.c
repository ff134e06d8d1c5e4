#include "rounding.h"

#include "gouji/base/ascii.h"

enum { TOLERANCE_PERCENT = 10, FAR_TIMES = 10, FAR_APART = 100 };

static int64_t place_factor(struct slice text)
{
    static const struct {
        const char *word;
        int64_t factor;
    } places[] = {{"千", 1000}, {"万", 10000}, {"亿", 100000000}};
    int64_t factor = 1;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        factor *= slice_contains(text, places[i].word) ? places[i].factor : 1;
    return factor;
}

int64_t rounding_step(const struct report *report, const struct figure *figure)
{
    struct slice text = report_slice(report, figure->span);
    if (text.nbytes == 0 || !ascii_is_digit(*text.ptr))
        return CELL_SCALE;
    int64_t step = CELL_SCALE * place_factor(text);
    bool behind_point = false;
    for (size_t i = 0; i < text.nbytes; i++) {
        step /= behind_point && ascii_is_digit(text.ptr[i]) ? 10 : 1;
        behind_point |= text.ptr[i] == '.';
    }
    return step;
}

/* Of 280 ten, of 3000 a thousand. */
static int64_t last_place(int64_t value)
{
    int64_t place = 1;
    while (value > 0 && value % (10 * place) == 0)
        place *= 10;
    return place;
}

bool rounding_is_bound(const struct figure *figure)
{
    return figure->approximate && (figure->bound == FIGURE_FROM || figure->bound == FIGURE_BELOW);
}

bool rounding_is_far(const struct figure *figure, int64_t count)
{
    int64_t value = figure->value / CELL_SCALE;
    int64_t less = value < count ? value : count, more = value < count ? count : value;
    return rounding_is_bound(figure) && more - less > FAR_APART && more / FAR_TIMES > less;
}

bool rounding_allows(const struct report *report, const struct figure *figure, int64_t count)
{
    int64_t value = figure->value / CELL_SCALE;
    int64_t off = value > count ? value - count : count - value;
    if (rounding_is_bound(figure))
        return figure->bound == FIGURE_FROM ? count >= value : count <= value;
    if (figure->approximate && figure->bound == FIGURE_ONWARD &&
        (count < value || count - value < last_place(value)))
        return count >= value; /* 60余 is not 57 */
    return (figure->approximate && off <= count / (100 / TOLERANCE_PERCENT)) ||
           off <= rounding_step(report, figure) / CELL_SCALE / 2;
}
