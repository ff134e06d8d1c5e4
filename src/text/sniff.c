#include "gouji/text/decode.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unictype.h>

#include "gouji/base/message.h"
#include "gouji/base/str.h"
#include "wide.h"

enum { SNIFF_NBYTES = 64 * 1024, HTML_NBYTES = 8 * 1024, LEAST_PARAGRAPHS = 3 };

static bool has_utf16_bom(struct slice bytes)
{
    return slice_has_prefix(bytes, slice_of("\xFF\xFE")) ||
           slice_has_prefix(bytes, slice_of("\xFE\xFF"));
}

static struct slice skip_utf8_bom(struct slice bytes)
{
    struct slice bom = slice_of("\xEF\xBB\xBF");
    size_t n = slice_has_prefix(bytes, bom) ? bom.nbytes : 0;
    return slice_make(bytes.ptr + n, bytes.nbytes - n);
}

static bool is_space(int32_t c)
{
    return c >= 0 && uc_is_property_white_space((ucs4_t)c);
}

static bool is_blank_utf8(struct slice bytes)
{
    for (size_t i = 0, used; i < bytes.nbytes; i += used)
        if (!is_space(text_next(bytes.ptr + i, bytes.nbytes - i, &used)))
            return false;
    return true;
}

static bool is_blank_utf16(struct slice bytes)
{
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    int high = p[0] == 0xFE ? 0 : 1; /* which byte of a pair is the upper one */
    for (size_t i = 2; i + 1 < bytes.nbytes; i += 2)
        if (!is_space(p[i + (size_t)high] << 8 | p[i + (size_t)!high]))
            return false;
    return bytes.nbytes % 2 == 0;
}

/* Bytes that no text in any of our encodings has many of: below the blank, but for tabs and
 * line ends, and for the bells that end Word's cells; and DEL. */
static inline unsigned char is_control(unsigned char c)
{
    return ((c < ' ') & ((unsigned char)(c - '\t') > '\r' - '\t') & (c != '\a')) | (c == 0x7F);
}

enum { STRETCH = 32 };

/* How many of so many bytes are controls. Compilers make a few vector instructions of it. */
static size_t count_controls(const char *bytes)
{
    unsigned char n = 0;
    for (size_t i = 0; i < STRETCH; i++)
        n = (unsigned char)(n + is_control((unsigned char)bytes[i]));
    return n;
}

static bool is_binary(struct slice bytes)
{
    size_t ncontrol = 0, at = 0;
    for (; bytes.nbytes - at >= STRETCH; at += STRETCH)
        ncontrol += count_controls(bytes.ptr + at);
    for (; at < bytes.nbytes; at++)
        ncontrol += is_control((unsigned char)bytes.ptr[at]);
    return ncontrol * 10 > bytes.nbytes;
}

static enum text_kind zip_kind(struct slice bytes)
{
    if (slice_contains(bytes, "word/"))
        return TEXT_KIND_DOCX;
    return slice_contains(bytes, "OFD.xml") ? TEXT_KIND_OFD : TEXT_KIND_ZIP;
}

/* The beginning of a file as characters of one byte, for looking at mark-up:
 * UTF-16 loses the zero half of its ASCII characters. */
static size_t markup_head(struct slice bytes, bool wide, char head[HTML_NBYTES + 1])
{
    size_t n = 0, nmark = has_utf16_bom(bytes) ? 2 : 0;
    struct slice rest =
        wide ? slice_make(bytes.ptr + nmark, bytes.nbytes - nmark) : skip_utf8_bom(bytes);
    if (!wide) {
        n = rest.nbytes < HTML_NBYTES ? rest.nbytes : HTML_NBYTES;
        memcpy(head, rest.ptr, n);
    }
    for (size_t i = 0; wide && i < rest.nbytes && n < HTML_NBYTES; i++)
        if (rest.ptr[i] != '\0')
            head[n++] = rest.ptr[i];
    head[n] = '\0';
    return n;
}

static bool ends_name(char c)
{
    return c != '\0' && strchr("> \n\r\t/", c);
}

static bool starts_tag(const char *at)
{
    static const char tags[] =
        "!doctype html|html|head|body|meta|title|table|div|p|span|style|"
        "script|base|center|main|article|section|header|nav|h1|h2|h3|link|"
        "font|b|strong|tbody|tr|ul|ol|form|br|a|img|o:p|xml|hr|pre|dl|iframe|";
    for (const char *tag = tags; *tag;) {
        size_t n = strcspn(tag, "|");
        if (strncasecmp(at, tag, n) == 0 && ends_name(at[n]))
            return true;
        tag += n + 1;
    }
    return false;
}

/* The first mark-up that is neither comment nor XML declaration is a tag of
 * HTML, and nothing but white space stands before it. */
static bool is_html(struct slice bytes, bool wide)
{
    static const char blanks[] = " \t\r\n\f";
    char head[HTML_NBYTES + 1];
    struct slice text = skip_utf8_bom(bytes);
    size_t first = 0;
    while (first < text.nbytes && memchr(blanks, text.ptr[first], sizeof blanks - 1))
        first++;
    if (!wide && (first == text.nbytes || text.ptr[first] != '<'))
        return false; /* as nearly every report */
    markup_head(bytes, wide, head);
    const char *at = head;
    for (;;) {
        at += strspn(at, blanks);
        if (*at != '<')
            return false;
        const char *end = strncmp(at, "<!--", 4) == 0 ? "-->" : at[1] == '?' ? "?>" : NULL;
        if (!end)
            return starts_tag(at + 1);
        at = strstr(at, end);
        if (!at)
            return false;
        at += strlen(end);
    }
}

/* A text with its tables, or its paragraphs, in mark-up. */
static bool holds_markup(struct slice bytes)
{
    size_t n = 0;
    for (const char *at = bytes.ptr, *end = at + bytes.nbytes;
         (at = memchr(at, '<', (size_t)(end - at))) != NULL; at++) {
        if (end - at >= 5 && strncasecmp(at, "</td>", 5) == 0)
            return true;
        n += (end - at >= 4 && strncasecmp(at, "</p>", 4) == 0) ||
             (end - at >= 6 && strncasecmp(at, "</div>", 6) == 0);
        if (n >= LEAST_PARAGRAPHS)
            return true;
    }
    return false;
}

/* |---|:--:|: the line below the head of a table in Markdown. */
static bool is_delimiter_row(struct slice line)
{
    size_t nbars = 0, nstrokes = 0;
    for (size_t i = 0; i < line.nbytes; i++) {
        if (!strchr("|-: \t\r", line.ptr[i]))
            return false;
        nbars += line.ptr[i] == '|';
        nstrokes += line.ptr[i] == '-';
    }
    return nbars >= 2 && nstrokes >= nbars;
}

/* Markdown may keep blocks of HTML; its own tables tell it from a web page, whose
 * tables are mark-up. */
static bool is_markdown(struct slice bytes)
{
    bool has_row = false;
    for (size_t at = 0; at < bytes.nbytes;) {
        struct slice rest = slice_make(bytes.ptr + at, bytes.nbytes - at);
        const char *newline = memchr(rest.ptr, '\n', rest.nbytes);
        size_t n = newline ? (size_t)(newline - rest.ptr) : rest.nbytes;
        if (n && rest.ptr[0] == '|' && is_delimiter_row(slice_make(rest.ptr, n)))
            has_row = true;
        at += n + 1;
    }
    return has_row && !slice_contains(bytes, "</td>") && !slice_contains(bytes, "</TD>");
}

enum text_kind text_sniff(struct slice bytes)
{
    bool whole = bytes.nbytes <= SNIFF_NBYTES;
    struct slice head = whole ? bytes : slice_make(bytes.ptr, SNIFF_NBYTES);
    struct slice first = head.nbytes > 1024 ? slice_make(head.ptr, 1024) : head;
    if (head.nbytes == 0)
        return TEXT_KIND_EMPTY;
    if (slice_contains(first, "%PDF-"))
        return TEXT_KIND_PDF;
    if (slice_has_prefix(head, slice_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")))
        return TEXT_KIND_OLE;
    if (slice_has_prefix(head, slice_of("PK\x03\x04")) ||
        slice_has_prefix(head, slice_of("PK\x05\x06")))
        return zip_kind(head);
    if (slice_has_prefix(head, slice_of("{\\rtf")))
        return TEXT_KIND_RTF;
    bool wide = has_utf16_bom(head);
    if (whole && (wide ? is_blank_utf16(head) : is_blank_utf8(skip_utf8_bom(head))))
        return TEXT_KIND_EMPTY;
    if (!wide && memchr(head.ptr, 0, head.nbytes)) {
        enum text_encoding encoding;
        wide = wide_without_mark(head, &encoding);
        if (!wide)
            return TEXT_KIND_BINARY;
    }
    if (!wide && is_binary(head))
        return TEXT_KIND_BINARY;
    bool is_page = is_html(head, wide) || (!wide && holds_markup(bytes));
    return is_page && !is_markdown(bytes) ? TEXT_KIND_HTML : TEXT_KIND_TEXT;
}

/* ---- advice ---- */

/* One word of a POSIX shell, also when the name begins with '-'. */
static void shell_quote(const char *path, struct str *out)
{
    str_add(out, path[0] == '-' ? "'./" : "'");
    for (const char *p = path; *p; p++) {
        if (*p == '\'')
            str_add(out, "'\\''");
        else
            str_byte(out, *p);
    }
    str_byte(out, '\'');
}

static bool exists(const struct str *path)
{
    struct stat info;
    return path->nbytes > 0 && lstat(str_text(path), &info) == 0;
}

/* The path with its ending changed to .txt. */
static void text_name(const char *path, int number, struct str *out)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    str_clear(out);
    str_append(out, slice_make(path, dot && dot > name ? (size_t)(dot - path) : strlen(path)));
    if (number > 1)
        str_format(out, "-%d", number);
    str_add(out, ".txt");
}

/* Where the text may go without overwriting anything: {new}. */
static void add_new_name(const char *path, struct str *out)
{
    struct str name = STR_INIT;
    int number = 1;
    do
        text_name(path, number++, &name);
    while (exists(&name));
    shell_quote(str_text(&name), out);
    str_release(&name);
}

/* The same for a program that takes a folder and names the file itself: the
 * report's own, or a new one in it when the name is taken. */
static void add_folder(const char *path, struct str *out)
{
    struct str name = STR_INIT, folder = STR_INIT;
    const char *slash = strrchr(path, '/');
    text_name(path, 1, &name);
    str_append(&folder, slash ? slice_make(path, (size_t)(slash - path + 1)) : slice_of("./"));
    size_t nparent = folder.nbytes;
    for (int number = 1; exists(&name); number++) {
        struct str inner = STR_INIT;
        str_append(&inner, slice_make(str_text(&folder), nparent));
        str_format(&inner, number > 1 ? "text-%d" : "text", number);
        str_release(&folder);
        folder = inner;
        if (!exists(&folder))
            break;
    }
    shell_quote(str_text(&folder), out);
    str_release(&folder);
    str_release(&name);
}

/* What to do about a file of this kind. {file} is its path, {new} and {folder}
 * say where the text may go, all quoted for the shell. */
static const char *advice_format(enum text_kind kind)
{
    switch (kind) {
    case TEXT_KIND_EMPTY:
        return _("there is nothing in it but white space; save the report as text once more: "
                 "{file}");
    case TEXT_KIND_PDF:
        return _("a PDF file, not text; convert it with: pdftotext -layout {file} {new}");
    case TEXT_KIND_OLE:
        return _("a Word or WPS file, not text; convert it with: soffice --headless "
                 "--convert-to 'txt:Text (encoded):UTF8' --outdir {folder} {file}");
    case TEXT_KIND_DOCX:
        return _("a Word file (docx), not text; convert it with: soffice --headless "
                 "--convert-to 'txt:Text (encoded):UTF8' --outdir {folder} {file}");
    case TEXT_KIND_RTF:
        return _("an RTF file, not text; convert it with: soffice --headless "
                 "--convert-to 'txt:Text (encoded):UTF8' --outdir {folder} {file}");
    case TEXT_KIND_OFD:
        return _("an OFD file, not text; print it to PDF in an OFD reader, then: "
                 "pdftotext -layout FILE.pdf {new} (the file is {file})");
    case TEXT_KIND_ZIP:
        return _("a zip archive, not text; unpack it with: unzip {file}");
    case TEXT_KIND_BINARY:
        return _("not text: it holds NUL or control bytes; save the report as text (UTF-8 or "
                 "GB18030) and open that; to see what it is: file {file}");
    case TEXT_KIND_HTML:
        return _("a web page; make text of it first: w3m -dump -cols 9999 {file} > {new}");
    case TEXT_KIND_TEXT:
        break;
    }
    return NULL;
}

char *text_kind_advice(enum text_kind kind, const char *path)
{
    static const struct {
        const char *name;
        void (*add)(const char *path, struct str *out);
    } slots[] = {{"{file}", shell_quote}, {"{new}", add_new_name}, {"{folder}", add_folder}};
    const char *at = advice_format(kind);
    struct str out = STR_INIT;
    if (!at)
        return NULL;
    while (*at) {
        size_t i = 0;
        while (i < 3 && strncmp(at, slots[i].name, strlen(slots[i].name)) != 0)
            i++;
        if (i < 3) {
            slots[i].add(path, &out);
            at += strlen(slots[i].name);
        } else {
            str_byte(&out, *at++);
        }
    }
    return str_detach(&out);
}
