/* Rows in columns: widths, clipping, columns left out, cells for spreadsheets. */
#include "check.h"

#include <string.h>

#include "../../src/cli/listing.h"
#include "gouji/text/width.h"

enum { NAME, STATE, COUNTED, PATH, NCOLUMNS };

static const struct listing_column columns[NCOLUMNS] = {
    [NAME] = {"名称", 8, false, 0},
    [STATE] = {"state", 0, false, 0},
    [COUNTED] = {"n", 0, true, 0},
    [PATH] = {"file", 6, false, 1},
};

static void fill(struct listing *listing)
{
    assert_int_equal(listing_init(listing, columns, NCOLUMNS), 0);
    listing_add_row(listing);
    listing_set(listing, NAME, "某市某县某某某镇人民政府");
    listing_set(listing, STATE, "new");
    listing_format(listing, COUNTED, "%d", 12);
    listing_set(listing, PATH, "reports/some-file-2021.txt");
    listing_add_row(listing);
    listing_set(listing, NAME, "\033[2J局");
    listing_set(listing, STATE, NULL);
    listing_set(listing, COUNTED, "-5");
}

static struct str print(const struct listing *listing, int ncols)
{
    struct output out;
    output_init(&out, -1);
    assert_int_equal(listing_print(listing, ncols, &out), 0);
    return out.pending;
}

/* No line is wider than the room, none ends in a blank. */
static void fits_in_the_room(void **state)
{
    (void)state;
    struct listing listing;
    fill(&listing);
    for (int ncols = 24; ncols < 90; ncols++) {
        struct str text = print(&listing, ncols);
        size_t nlines = 0;
        for (const char *line = str_text(&text); *line; nlines++) {
            size_t n = strcspn(line, "\n");
            if (width_text(slice_make(line, n)) > ncols || (n && line[n - 1] == ' '))
                fail_msg("%d columns: |%.*s|", ncols, (int)n, line);
            line += n + (line[n] == '\n');
        }
        assert_in_range(nlines, 3, 4); /* the last names what was left out */
        str_release(&text);
    }
    listing_release(&listing);
}

static void says_what_is_left_out(void **state)
{
    (void)state;
    struct listing listing;
    fill(&listing);
    struct str text = print(&listing, 26);
    assert_non_null(strstr(str_text(&text), "no room for: file\n"));
    assert_null(strstr(str_text(&text), "some-file"));
    assert_non_null(strstr(str_text(&text), "~"));
    str_release(&text);
    text = print(&listing, 0);
    assert_non_null(strstr(str_text(&text),
                           "某市某县某某某镇人民政府  new    12  reports/some-file-2021.txt\n"));
    assert_null(strstr(str_text(&text), "\033"));
    str_release(&text);
    listing_release(&listing);
}

static void spare_columns_that_are_empty_are_not_shown(void **state)
{
    (void)state;
    struct listing listing;
    assert_int_equal(listing_init(&listing, columns, NCOLUMNS), 0);
    listing_add_row(&listing);
    listing_set(&listing, NAME, "甲");
    struct str text = print(&listing, 0);
    assert_string_equal(str_text(&text), "名称  state  n\n甲\n");
    str_release(&text);
    listing_release(&listing);
}

static void spreadsheet_cells_are_safe(void **state)
{
    (void)state;
    struct listing listing;
    struct output out;
    fill(&listing);
    listing_add_row(&listing);
    listing_set(&listing, NAME, "=1+1");
    listing_set(&listing, STATE, "a\"b");
    listing_set(&listing, PATH, "-x");
    output_init(&out, -1);
    assert_int_equal(listing_print_csv(&listing, &out), 0);
    const char *text = str_text(&out.pending);
    assert_memory_equal(text, "\xEF\xBB\xBF\"名称\",\"state\",",
                        strlen("\xEF\xBB\xBF\"名称\",\"state\","));
    assert_non_null(strstr(text, "\"'=1+1\",\"a\"\"b\",\"\",\"'-x\"\r\n"));
    assert_non_null(strstr(text, ",\"-5\",")); /* a number below zero is one */
    str_release(&out.pending);
    /* names of files may hold any bytes; wide signs begin formulas, too */
    listing_add_row(&listing);
    listing_set(&listing, NAME, "bad\xFF\xE4\xB8.txt");
    listing_set(&listing, STATE, "＝1＋1");
    listing_set(&listing, PATH, "\n=x");
    output_init(&out, -1);
    assert_int_equal(listing_print_csv(&listing, &out), 0);
    assert_non_null(
        strstr(str_text(&out.pending),
               "\"bad\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD.txt\",\"'＝1＋1\",\"\",\"'\n=x\"\r\n"));
    str_release(&out.pending);
    listing_release(&listing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fits_in_the_room),
        cmocka_unit_test(says_what_is_left_out),
        cmocka_unit_test(spare_columns_that_are_empty_are_not_shown),
        cmocka_unit_test(spreadsheet_cells_are_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
