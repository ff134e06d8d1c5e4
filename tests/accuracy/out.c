#include "out.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const traditional[][2] = {
    {"条", "條"}, {"项", "項"}, {"内", "內"}, {"数", "數"}, {"对", "對"}, {"总", "總"},
    {"规", "規"}, {"处", "處"}, {"决", "決"}, {"强", "強"}, {"业", "業"}, {"费", "費"},
    {"购", "購"}, {"额", "額"}, {"申", "申"}, {"请", "請"}, {"织", "織"}, {"机", "機"},
    {"构", "構"}, {"会", "會"}, {"务", "務"}, {"计", "計"}, {"结", "結"}, {"转", "轉"},
    {"办", "辦"}, {"理", "理"}, {"开", "開"}, {"动", "動"}, {"区", "區"}, {"这", "這"},
    {"国", "國"}, {"护", "護"}, {"权", "權"}, {"属", "屬"}, {"类", "類"}, {"过", "過"},
    {"执", "執"}, {"询", "詢"}, {"无", "無"}, {"关", "關"}, {"没", "沒"}, {"现", "現"},
    {"补", "補"}, {"确", "確"}, {"访", "訪"}, {"举", "舉"}, {"报", "報"}, {"诉", "訴"},
    {"复", "復"}, {"当", "當"}, {"获", "獲"}, {"继", "繼"}, {"续", "續"}, {"维", "維"},
    {"纠", "糾"}, {"审", "審"}, {"经", "經"}, {"讼", "訟"}, {"题", "題"}, {"进", "進"},
    {"问", "問"}, {"体", "體"}, {"废", "廢"}, {"发", "發"}, {"单", "單"}, {"万", "萬"},
    {"减", "減"}, {"许", "許"}, {"罚", "罰"}, {"况", "況"}, {"农", "農"}, {"镇", "鎮"},
    {"乡", "鄉"}, {"县", "縣"}, {"据", "據"}, {"勾", "勾"}, {"系", "係"}, {"为", "為"},
    {"与", "與"}, {"应", "應"}, {"实", "實"}, {"门", "門"}, {"设", "設"}, {"网", "網"},
};

static const char *const folded[][2] = {
    {"（", "("}, {"）", ")"}, {"，", ","}, {"：", ":"}, {"；", ";"}};

void out_release(struct out *out)
{
    free(out->bytes);
    *out = (struct out){0};
}

static void add_bytes(struct out *out, const char *bytes, size_t nbytes)
{
    if (out->nbytes + nbytes + 1 > out->capacity) {
        out->capacity = 2 * (out->nbytes + nbytes) + 4096;
        out->bytes = realloc(out->bytes, out->capacity);
        if (!out->bytes) {
            fputs("out of memory\n", stderr);
            exit(2);
        }
    }
    memcpy(out->bytes + out->nbytes, bytes, nbytes);
    out->nbytes += nbytes;
    out->bytes[out->nbytes] = '\0';
}

static const char *swapped(const char *const pairs[][2], size_t npairs, const char *at, size_t n)
{
    for (size_t i = 0; i < npairs; i++)
        if (strlen(pairs[i][0]) == n && memcmp(pairs[i][0], at, n) == 0)
            return pairs[i][1];
    return NULL;
}

size_t text_char_nbytes(const char *text)
{
    unsigned char lead = (unsigned char)*text;
    return lead == 0 ? 0 : lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

void out_add(struct out *out, const char *text)
{
    for (size_t n; *text; text += n) {
        n = text_char_nbytes(text);
        const char *other = NULL;
        if (*text == '\n' && out->crlf)
            other = "\r\n";
        if (!other && n == 3 && out->half)
            other = swapped(folded, sizeof folded / sizeof folded[0], text, n);
        if (!other && n == 3 && out->traditional)
            other = swapped(traditional, sizeof traditional / sizeof traditional[0], text, n);
        if (other)
            add_bytes(out, other, strlen(other));
        else
            add_bytes(out, text, n);
    }
}

void out_format(struct out *out, const char *format, ...)
{
    char text[4096];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    out_add(out, text);
}

void out_repeat(struct out *out, const char *text, int times)
{
    for (int i = 0; i < times; i++)
        out_add(out, text);
}

void out_trim(struct out *out)
{
    while (out->nbytes && strchr(" \t\r\n", out->bytes[out->nbytes - 1]))
        out->bytes[--out->nbytes] = '\0';
}

int text_width(const char *text, bool wide)
{
    int width = 0;
    for (size_t n; *text; text += n) {
        n = text_char_nbytes(text);
        width += n >= 3 && wide ? 2 : 1;
    }
    return width;
}
