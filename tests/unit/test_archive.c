/* text/archive: the page in a web archive, whole or damaged. */
#include "reading.h"

#include "gouji/text/archive.h"

#define HEAD                                                                                       \
    "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E5?=\r\nMIME-Version: 1.0\r\n"                  \
    "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"                                \
    "\tboundary=\"----x--\"\r\n\r\n\r\n"

static void reads(const char *text, const char *wanted)
{
    struct arena *arena = arena_new();
    struct slice page;
    assert_true(archive_is(slice_of(text)));
    assert_int_equal(archive_page(slice_of(text), arena, &page), 0);
    assert_string_equal(page.ptr, wanted);
    assert_int_equal(page.nbytes, strlen(wanted));
    arena_free(arena);
}

static void pages(void **state)
{
    (void)state;
    reads(HEAD "------x--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
               "quoted-printable\r\n\r\n<p>=E4=B8=80=3D=\r\n1</p>\r\n------x----\r\n",
          "<p>一=1</p>\r\n");
    reads(HEAD "------x--\nContent-Type: image/png\n\n<i>\n------x--\nContent-Type: text/html\n"
               "Content-Transfer-Encoding: base64\n\nPHA+\nMTwv\ncD4=\n------x----\n",
          "<p>1</p>");
    reads(HEAD "------x--\r\nContent-type: text/html\r\n\r\n<p>1=2</p>", "<p>1=2</p>");
    reads(HEAD "------x--\r\nContent-Type: text/css\r\n\r\np{}\r\n------x----\r\n", "");
    reads(HEAD "------x--\r\nContent-Type: text/html", "");
    reads(HEAD "------x--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
               "quoted-printable\r\n\r\n=E4=B8=8",
          "\xE4\xB8=8");
    reads(HEAD "", "");
    reads("MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>1</p>", "");
}

static void others(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "\n",
                                        "<html>MIME-Version: multipart/related",
                                        "一、总体情况：",
                                        "From: a\n\nMIME-Version: 1.0 multipart/related",
                                        "MIME-Version: 1.0\nContent-Type: text/plain"};
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_false(archive_is(slice_of(texts[i])));
}

static void report_in_it(void **state)
{
    static const char text[] =
        HEAD "------x--\r\nContent-Type: text/html\r\n\r\n<html><body><h1>" TITLE
             "</h1><p>一、总体情况</p>"
             "<p>公开信息12条。</p><p>二、主动公开政府信息情况</p><p>无表。</p>"
             "<p>六、其他需要报告的事项</p><p>无。</p></body></html>\r\n------x----\r\n";
    struct report *report = read_text(state, text);
    assert_int_equal(report->who.year, 2021);
    assert_int_equal(report->nsections, 3);
    report_free(report);
    struct err err = {0};
    assert_null(report_read("a.mht", slice_of(HEAD), *state, &err));
    if (!strstr(err.text, "web archive"))
        fail_msg("%s", err.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pages), cmocka_unit_test(others),
                                       cmocka_unit_test(report_in_it)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
