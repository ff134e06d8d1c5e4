/* Tables as spreadsheets export them: fields between commas, semicolons or tabs. */
#include "reading.h"

#include "gouji/base/str.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

#define T2                                                                                         \
    "二、主动公开政府信息情况\n第二十条第（一）项,,,\n"                       \
    "信息内容,本年制发件数,本年废止件数,现行有效件数\n"                      \
    "规章,,0,12\n行政规范性文件,\"1,204\",3,\n第二十条第（五）项,,,\n"           \
    "信息内容,本年处理决定数量,,\n行政许可,17,,\n第二十条第（六）项,,,\n" \
    "信息内容,本年处理决定数量,,\n行政处罚,4,,\n行政强制,0,,\n"

/* Quoted header cells, broken over lines. */
#define T4                                                                                         \
    "四、政府信息公开行政复议、行政诉讼情况\n"                                  \
    "行政复议,,,,,行政诉讼,,,,,,,,,\n"                                                     \
    "\"结果\n维持\",\"结果\n纠正\",\"其他\n结果\",\"尚未\n审结\",总计,"          \
    "未经复议直接起诉,,,,,复议后起诉,,,,\n"                                           \
    ",,,,,结果维持,结果纠正,其他结果,尚未审结,总计,"                             \
    "结果维持,结果纠正,其他结果,尚未审结,总计\n"                                 \
    "1,,,2,3,4,0,0,0,4,,,,5,5\n"

static const struct wanted cells[] = {{"T2.a1.regulation.issued", "blank"},
                                      {"T2.a1.regulation.abolished", "0"},
                                      {"T2.a1.normative.issued", "1,204"},
                                      {"T2.a1.normative.in_force", "blank"},
                                      {"T2.a5.license.decisions", "17"},
                                      {"T2.a6.coercion.decisions", "0"},
                                      {"T4.review.upheld", "1"},
                                      {"T4.review.corrected", "blank"},
                                      {"T4.review.total", "3"},
                                      {"T4.direct.upheld", "4"},
                                      {"T4.after.upheld", "blank"},
                                      {"T4.after.pending", "5"},
                                      {NULL, NULL}};

static void check_cells(const struct report *report, const char *layout)
{
    assert_text(report->tables[TABLE_T2].layout, layout);
    assert_text(report->tables[TABLE_T4].layout, layout);
    assert_int_equal(count_unlike(report, "", cells), 0);
}

/* The text with other separators between the fields. */
static char *separated(const char *text, char separator)
{
    char *out = strdup(text);
    bool in_quotes = false;
    assert_non_null(out);
    for (char *at = out; *at; at++) {
        in_quotes = in_quotes != (*at == '"');
        *at = *at == ',' && !in_quotes ? separator : *at;
    }
    return out;
}

static void reads_separated_values(void **state)
{
    static const struct {
        char separator;
        const char *layout;
    } cases[] = {{',', "CSV"}, {';', "CSV"}, {'\t', "C"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *text = separated(HEAD T2 T4 TAIL, cases[i].separator);
        struct report *report = read_text(state, text);
        check_cells(report, cases[i].layout);
        report_free(report);
        free(text);
    }
}

/* Every cell as an item of a list: the fields in the quotes of a programming language. */
static char *listed(const char *text, char quote, bool is_one)
{
    struct str out = STR_INIT;
    bool was_row = false;
    for (const char *line = text; *line;) {
        size_t n = strcspn(line, "\n");
        bool is_row = memchr(line, ',', n) != NULL;
        str_format(&out, "%s%s", is_row && is_one ? was_row ? ", " : "[" : "", is_row ? "[" : "");
        if (!is_row && was_row && is_one)
            str_add(&out, "]\n");
        if (is_row)
            str_byte(&out, quote);
        for (size_t i = 0; i < n; i++)
            if (is_row && line[i] == ',')
                str_format(&out, "%c, %c", quote, quote);
            else
                str_byte(&out, line[i]);
        if (is_row)
            str_format(&out, "%c]", quote);
        if (!is_row || !is_one)
            str_byte(&out, '\n');
        was_row = is_row;
        line += n + (line[n] == '\n');
    }
    return str_detach(&out);
}

#define PLAIN_ROWS                                                                                 \
    "二、主动公开政府信息情况\n第二十条第（一）项,,,\n"                       \
    "信息内容,本年制发件数,本年废止件数,现行有效件数\n"                      \
    "规章,,0,12\n行政规范性文件,4,3,\n第二十条第（五）项,,,\n"                   \
    "信息内容,本年处理决定数量,,\n行政许可,17,,\n第二十条第（六）项,,,\n" \
    "信息内容,本年处理决定数量,,\n行政处罚,4,,\n行政强制,,,\n"                 \
    "第二十条第（八）项,,,\n信息内容,本年收费金额（单位：万元）,,\n"     \
    "行政事业性收费,0.5,,\n"

static const struct wanted plain_cells[] = {
    {"T2.a1.regulation.issued", "blank"}, {"T2.a1.regulation.abolished", "0"},
    {"T2.a1.normative.issued", "4"},      {"T2.a1.normative.in_force", "blank"},
    {"T2.a5.license.decisions", "17"},    {"T2.a6.coercion.decisions", "blank"},
    {"T2.a8.fee.amount", "0.5"},          {NULL, NULL}};

static void check_plain(void **state, const char *text)
{
    struct report *report = read_text(state, text);
    assert_int_equal(count_unlike(report, "", plain_cells), 0);
    report_free(report);
}

static void reads_lists_of_programs(void **state)
{
    for (int i = 0; i < 4; i++) {
        char *text = listed(HEAD PLAIN_ROWS TAIL, i < 2 ? '"' : '\'', i % 2);
        check_plain(state, text);
        free(text);
    }
}

/* What lost its closing quote may have lost figures, too: it is no shorter number. */
static void leaves_a_torn_item(void **state)
{
    char *text = listed(HEAD PLAIN_ROWS TAIL, '"', 0);
    char *torn = strstr(text, "\"12\"]");
    assert_non_null(torn);
    memcpy(torn, "\"127]", strlen("\"127]"));
    struct report *report = read_text(state, text);
    char shown[SHOWN_NBYTES];
    assert_string_not_equal(show_cell(report, "T2.a1.regulation.in_force", shown), "12");
    report_free(report);
    free(text);
}

static void reads_cells_between_slashes(void **state)
{
    struct str text = STR_INIT;
    for (const char *at = HEAD PLAIN_ROWS TAIL; *at; at++)
        if (*at == ',')
            str_add(&text, " / ");
        else
            str_byte(&text, *at);
    check_plain(state, str_text(&text));
    str_release(&text);
}

/* Blanks part these cells, and slashes are marks. */
static void leaves_marks_alone(void **state)
{
    struct report *report =
        read_text(state, HEAD "三、收到和处理政府信息公开申请情况\n"
                              "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
                              "一、本年新收政府信息公开申请数量 / １２ / / / / １２\n"
                              "二、上年结转政府信息公开申请数量 ７ / / / / / ７\n"
                              "三、本年度办理结果 （一）予以公开 / / ９ / / / ９\n"
                              "（二）部分公开 / / / / / / /\n"
                              "（三）不予公开 1.属于国家秘密 / / / / / / /\n"
                              "2.其他法律行政法规禁止公开 / / ３ / / / ３\n"
                              "3.危及“三安全一稳定” / / / / / / /\n"
                              "4.保护第三方合法权益 / / / ７ / ５ １２\n"
                              "5.属于三类内部事务信息 / / / / / / /\n"
                              "6.属于四类过程性信息 / / / / / / /\n"
                              "7.属于行政执法案卷 / / / / / / /\n"
                              "8.属于行政查询事项 / / / / / / /\n"
                              "（七）总计 １ / ２ / ３ / ６\n" TAIL);
    static const struct wanted wanted[] = {{"T3.new.np", "mark"},
                                           {"T3.new.co", "１２"},
                                           {"T3.carry_in.tot", "７"},
                                           {"T3.open.ri", "９"},
                                           {"T3.denied_1.ls", "mark"},
                                           {"T3.denied_2.tot", "３"},
                                           {"T3.denied_4.ot", "５"},
                                           {"T3.total.np", "１"},
                                           {"T3.total.co", "mark"},
                                           {"T3.total.tot", "６"},
                                           {NULL, NULL}};
    assert_int_equal(count_unlike(report, "", wanted), 0);
    report_free(report);
}

/* A sheet exported whole: its prose, too, is filled up with separators. */
static void reads_a_padded_sheet(void **state)
{
    enum { WIDTH = 15 };
    struct str text = STR_INIT;
    bool in_quotes = false;
    unsigned nfields = 1;
    for (const char *at = HEAD T2 T4 TAIL; *at; at++) {
        in_quotes = in_quotes != (*at == '"');
        nfields += *at == ',' && !in_quotes;
        for (; *at == '\n' && !in_quotes && nfields < WIDTH; nfields++)
            str_byte(&text, ',');
        nfields = *at == '\n' && !in_quotes ? 1 : nfields;
        str_byte(&text, *at);
    }
    struct report *report = read_text(state, str_text(&text));
    check_cells(report, "CSV");
    assert_text(report->who.title, "某县柳河镇2021年政府信息公开工作年度报告");
    assert_text(report->who.agency, "某县柳河镇");
    assert_int_equal(report->who.year, 2021);
    assert_int_equal(report->nsections, 5);
    assert_text(report->sections[0].title, "总体情况");
    report_free(report);
    str_release(&text);
}

/* Some programs leave out the empty fields at the ends of rows: a row with one figure then has
 * two fields. */
static void reads_ragged_rows(void **state)
{
    static const struct wanted wanted[] = {{"T2.a1.regulation.in_force", "12"},
                                           {"T2.a1.normative.issued", "unplaced"},
                                           {"T2.a5.license.decisions", "17"},
                                           {"T2.a6.coercion.decisions", "0"},
                                           {NULL, NULL}};
    struct str text = STR_INIT;
    for (const char *line = HEAD T2 T4 TAIL, *end; *line; line = end + 1) {
        end = line + strcspn(line, "\n");
        size_t n = (size_t)(end - line);
        while (n > 0 && line[n - 1] == ',')
            n--;
        str_format(&text, "%.*s\n", (int)n, line);
    }
    struct report *report = read_text(state, str_text(&text));
    assert_text(report->tables[TABLE_T2].layout, "CSV");
    assert_int_equal(count_unlike(report, "", wanted), 0);
    report_free(report);
    str_release(&text);
}

/* Numbers of lines before each, as a program that shows a file prints them; `same` has the
 * number of the line before it again. */
static void numbered_lines(void **state)
{
    static const char *const forms[] = {"%6d\t%.*s\n", "%6d  %.*s\n",  "%d\t%.*s\n",
                                        "%d: %.*s\n",  "%d:%.*s\n",    "%d. %.*s\n",
                                        "%4d→%.*s\n",  "%3d | %.*s\n", "%03d：%.*s\n"};
    for (int same = -1; same < 6; same += 6)
        for (size_t i = 0; i < COUNT(forms); i++) {
            struct str text = STR_INIT;
            char *fields = separated(HEAD "\n" T2 T4 TAIL, '\t');
            int n = 0;
            for (const char *line = fields; *line; line += strcspn(line, "\n") + 1) {
                n += n != same;
                str_format(&text, forms[i], n, (int)strcspn(line, "\n"), line);
            }
            struct report *report = read_text(state, text.data);
            assert_int_equal(report->text[strspn(report->text, " 0")] == '1', same >= 0);
            if (same < 0) {
                check_cells(report, "C");
                assert_string_equal(report->who.agency, "某县柳河镇");
                assert_int_equal(report->nsections, 5);
            }
            report_free(report);
            str_release(&text);
            free(fields);
        }
}

/* A mail passed on: marks of a quotation before every line. */
static void reads_quoted_text(void **state)
{
    struct str text = STR_INIT;
    for (const char *at = HEAD T2 TAIL "青山县柳河镇\n2022年1月9日\n"; *at; at++) {
        str_add(&text, at[0] != '\n' && text.nbytes == 0 ? "> " : "");
        str_byte(&text, *at == ',' ? '\t' : *at);
        str_add(&text, *at == '\n' && at[1] ? "> " : "");
    }
    struct report *report = read_text(state, str_text(&text));
    const struct cell *cell = report_cell(report, "T2.a5.license.decisions");
    assert_int_equal(cell->value, 17);
    assert_int_equal(memcmp(str_text(&text) + cell->span.start, "17", 2), 0);
    assert_text(report->who.agency, "某县柳河镇");
    assert_int_equal(report->who.signature_date.year, 2022);
    assert_text(report->sections[0].title, "总体情况");
    report_free(report);
    str_release(&text);
}

/* Prose in half-width commas, and a quote that nothing closes, are no rows. */
static void leaves_prose_alone(void **state)
{
    struct report *report = read_text(
        state, HEAD "2021年,公开12,345条,其中1,2,3,4月各100,200,300,400条,5,6,7月各10,20,30条。\n"
                    "三、收到和处理政府信息公开申请情况\n\"未受理,,1,2,3,4,5,6,7,8,9,10,11,12\n"
                    "无表。\n" SECTIONS_5_6);
    for (int t = 0; t < TABLE_COUNT; t++)
        assert_int_equal(report->tables[t].state, TABLE_ABSENT);
    assert_int_equal(report->nsections, 4);
    report_free(report);
}

/* Commas within numbers part no fields, however many lines have them. */
static void leaves_grouped_numbers_alone(void **state)
{
    struct report *report = read_text(
        state, HEAD
        "三、收到和处理政府信息公开申请情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 "
        "其他 总计\n"
        "一、本年新收政府信息公开申请数量 8 133 47 3,488 94 1,388 5,158\n"
        "二、上年结转政府信息公开申请数量 49 52 0 0 0 2,001 2,102\n"
        "三、本年度办理结果 （一）予以公开 0 1,004 1 0 0 1,007 2,012\n"
        "（三）不予公开 1．属于国家秘密 0 2,111 0 0 7 1,112 3,230\n"
        "（七）总计 57 185 39 2,112 94 1,431 3,918\n"
        "四、结转下年度继续办理 0 0 8 1,376 0 1,500 2,884\n" SECTIONS_5_6);
    static const struct wanted wanted[] = {{"T3.new.np", "8"},
                                           {"T3.new.sp", "3,488"},
                                           {"T3.carry_in.tot", "2,102"},
                                           {"T3.denied_1.co", "2,111"},
                                           {"T3.total.tot", "3,918"},
                                           {"T3.carry_out.ot", "1,500"},
                                           {NULL, NULL}};
    assert_text(report->tables[TABLE_T3].layout, "S");
    assert_int_equal(count_unlike(report, "", wanted), 0);
    report_free(report);
}

/* Nor do those of totals alone, be they in the millions; a label and its figure are a row. */
static void leaves_grouped_totals_alone(void **state)
{
    static const struct {
        const char *text, *value;
    } cases[] = {
        {"一、本年新收政府信息公开申请数量\t\t8\t133\t47\t348\t94\t388\t1,018\n"
         "二、上年结转政府信息公开申请数量\t\t49\t52\t0\t0\t900\t201\t1,202\n"
         "三、本年度办理结果\t（一）予以公开\t0\t4\t1\t0\t0\t999\t1,004\n"
         "\t（二）部分公开\t0\t4\t1\t0\t0\t997\t1,002\n"
         "\t（三）不予公开\t1．属于国家秘密\t0\t4\t1\t0\t0\t998\t1,003\n"
         "\t（七）总计\t57\t185\t39\t112\t94\t931\t1,418\n"
         "四、结转下年度继续办理\t\t0\t0\t8\t376\t0\t500\t884\n",
         "1,018"},
        {"一、本年新收政府信息公开申请数量 8 133 47 348 94 999388 1,000,018\n"
         "二、上年结转政府信息公开申请数量 49 52 0 0 900 999201 1,000,202\n"
         "三、本年度办理结果 （一）予以公开 0 4 1 0 0 999999 1,000,004\n"
         "（二）部分公开 0 4 1 0 0 999997 1,000,002\n"
         "（三）不予公开 1．属于国家秘密 0 4 1 0 0 999998 1,000,003\n"
         "（七）总计 57 185 39 112 94 999931 1,000,418\n"
         "四、结转下年度继续办理 0 0 8 376 0 500 884\n",
         "1,000,018"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str text = STR_INIT;
        str_format(&text,
                   HEAD "三、收到和处理政府信息公开申请情况\n自然人 商业企业 科研机构 "
                        "社会公益组织 法律服务机构 其他 总计\n%s" SECTIONS_5_6,
                   cases[i].text);
        struct report *report = read_text(state, text.data);
        assert_text(report->tables[TABLE_T3].layout, i == 0 ? "C" : "S");
        assert_cell(report, "T3.new.tot", cases[i].value);
        assert_cell(report, "T3.total.np", "57");
        report_free(report);
        str_release(&text);
    }
}

#define FIVE "结果维持,结果纠正,其他结果,尚未审结,总计"

/* Spans leave no fields: the rows of a header are the shorter the more they cover. Values may
 * all be marks. */
static void reads_headers_of_spans(void **state)
{
    struct report *report = read_text(
        state, HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
                    "信息内容,本年制发件数,本年废止件数,现行有效件数\n规章,无,无,无\n"
                    "行政规范性文件,—,3,—\n第二十条第（五）项\n信息内容,本年处理决定数量\n"
                    "行政许可,17\n第二十条第（六）项\n信息内容,本年处理决定数量\n行政处罚,无\n"
                    "行政强制,无\n四、政府信息公开行政复议、行政诉讼情况\n行政复议,行政诉讼\n" FIVE
                    ",未经复议直接起诉,复议后起诉\n" FIVE "," FIVE
                    "\n无,1,无,无,1,无,无,无,2,2,无,无,无,无,无\n" TAIL);
    static const struct wanted wanted[] = {{"T2.a1.regulation.issued", "mark"},
                                           {"T2.a1.normative.abolished", "3"},
                                           {"T2.a5.license.decisions", "17"},
                                           {"T4.review.corrected", "1"},
                                           {"T4.direct.pending", "2"},
                                           {"T4.after.total", "mark"},
                                           {NULL, NULL}};
    assert_int_equal(count_unlike(report, "", wanted), 0);
    report_free(report);
}

/* The numbers of a data frame's rows are no values, though a blank cell makes room for one. */
static void leaves_row_numbers(void **state)
{
    struct report *report = read_text(
        state, HEAD "四、政府信息公开行政复议、行政诉讼情况\n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14\n"
                    "0,行政复议,行政复议,行政复议,行政复议,行政复议,行政诉讼,行政诉讼,行政诉讼,"
                    "行政诉讼,行政诉讼,行政诉讼,行政诉讼,行政诉讼,行政诉讼,行政诉讼\n"
                    "1," FIVE ",未经复议直接起诉,未经复议直接起诉,未经复议直接起诉,"
                    "未经复议直接起诉,未经复议直接起诉,复议后起诉,复议后起诉,复议后起诉,"
                    "复议后起诉,复议后起诉\n2," FIVE "," FIVE "," FIVE
                    "\n3,0,0,0,0,0,,0,0,0,0,0,0,8,0,8\n二、主动公开政府信息情况\n,0,1,2,3\n"
                    "0,第二十条第（一）项,,,\n1,信息内容,本年制发件数,本年废止件数,现行有效件数\n"
                    "2,规章,,0,12\n3,行政规范性文件,4,,\n" TAIL);
    static const struct wanted wanted[] = {{"T4.review.upheld", "0"},
                                           {"T4.review.total", "0"},
                                           {"T4.direct.upheld", "blank"},
                                           {"T4.after.other", "8"},
                                           {"T4.after.total", "8"},
                                           {"T2.a1.regulation.issued", "blank"},
                                           {"T2.a1.regulation.in_force", "12"},
                                           {NULL, NULL}};
    assert_int_equal(count_unlike(report, "", wanted), 0);
    report_free(report);
}

/* A quoted value goes on in the line behind the table's last: it is no number before it. */
static void reads_a_torn_last_value(void **state)
{
    struct report *report = read_text(
        state, HEAD "二、主动公开政府信息情况\n第二十条第（一）项\t\t\t\n"
                    "\"信息\n内容\"\t\"本年制发\n件数\"\t\"本年废止\n件数\"\t"
                    "\"现行有效\n件数\"\n规章\t0\t0\t2\n行政规范性文件\t4\t0\t5\n"
                    "第二十条第（八）项\t\t\t\n\"信息\n内容\"\t\"本年收费金额\n（单位：万元）\"\n"
                    "行政事业性收费\t\"1403\n.7648\"\n" TAIL);
    static const struct wanted wanted[] = {{"T2.a8.fee.amount", "text"}, {NULL, NULL}};
    assert_int_equal(count_unlike(report, "", wanted), 0);
    report_free(report);
}

#define FIRST "\"结果\n维持\"\t"
#define SECOND "\"结果\n纠正\"\t"
#define REST_OF_GROUP "\"其他\n结果\"\t\"尚未\n审结\"\t总计"
#define QUOTED_T4(first, second)                                                                                           \
    HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t" \
         "\n" first second REST_OF_GROUP                                                                                   \
         "\t\"未经复议\n直接起诉\"\t\t\t\t\t复议后起诉\t\t\t\t\n\t\t\t\t\t" first second                                   \
             REST_OF_GROUP "\t" first second REST_OF_GROUP                                                                 \
         "\n1\t2\t0\t0\t3\t4\t0\t0\t0\t4\t0\t0\t0\t5\t5\n" TAIL

/* Labels broken inside quotes all stand in their row, wherever their lines end. */
static void reads_the_order_of_quoted_labels(void **state)
{
    struct report *report = read_text(state, QUOTED_T4(FIRST, SECOND));
    static const struct wanted wanted[] = {
        {"T4.review.upheld", "1"}, {"T4.after.total", "5"}, {NULL, NULL}};
    assert_int_equal(count_unlike(report, "", wanted), 0);
    assert_int_equal(report->tables[TABLE_T4].state, TABLE_COMPLETE);
    report_free(report);
    report = read_text(state, QUOTED_T4(SECOND, FIRST));
    static const struct wanted swapped[] = {
        {"T4.review.upheld", "2"}, {"T4.review.corrected", "1"}, {NULL, NULL}};
    assert_int_equal(count_unlike(report, "", swapped), 0);
    assert_int_equal(report->tables[TABLE_T4].state, TABLE_DOUBTFUL);
    report_free(report);
}

/* A sheet with the whole report in it, every field in quotes. */
static void reads_quoted_headings(void **state)
{
#define REST ",\"\",\"\",\"\"\n"
    struct report *report = read_text(
        state, "\"某县柳河镇2021年政府信息公开工作年度报告\"" REST "\"一、总体情况\"" REST
               "\"我镇公开信息12条，收到申请0件。\"" REST "\"二、主动公开政府信息情况\"" REST
               "\"第二十条第（一）项\"" REST
               "\"信息内容\",\"本年制发件数\",\"本年废止件数\",\"现行有效件数\"\n"
               "\"规章\",\"0\",\"0\",\"0\"\n\"行政规范性文件\",\"4\",\"1\",\"15\"\n"
               "\"第二十条第（五）项\"" REST "\"信息内容\",\"本年处理决定数量\",\"\",\"\"\n"
               "\"行政许可\",\"12\",\"\",\"\"\n\"五、存在的主要问题及改进情况\"" REST
               "\"一是不够主动。\"" REST "\"六、其他需要报告的事项\"" REST "\"无。\"" REST
               "\"某县柳河镇人民政府\"" REST "\"2022年1月18日\"" REST);
    static const struct wanted wanted[] = {
        {"T2.a5.license.decisions", "12"}, {"T2.a1.normative.in_force", "15"}, {NULL, NULL}};
    assert_int_equal(count_unlike(report, "", wanted), 0);
    assert_non_null(report_section(report, "S1"));
    assert_non_null(report_section(report, "S2"));
    assert_non_null(report_section(report, "S5"));
    assert_string_equal(report->who.signature_agency, "某县柳河镇人民政府");
    report_free(report);
}

/* A header's rows of fewer fields than the figures below have, as merged cells leave them, are
 * rows, too, where line ends stand in their quotes. */
static void reads_merged_quoted_headers(void **state)
{
    struct report *report = read_text(
        state,
        HEAD T2 "四、政府信息公开行政复议、行政诉讼情况\n\"行政\n复议\",行政诉讼\n"
                "\"结果维\n持\",\"结果\n纠正\",其他结果,尚未审结,总计,未经复议直接起诉,复议后起诉\n"
                "结果维持,结果纠正,\"其他结\n果\",尚未审结,总计,结果维持,结果纠正,其他结果,"
                "尚未审结,总计\n1,2,3,4,10,1,1,1,1,4,2,2,2,2,8\n" TAIL);
    static const struct wanted wanted[] = {{"T4.review.corrected", "2"},
                                           {"T4.direct.total", "4"},
                                           {"T4.after.total", "8"},
                                           {NULL, NULL}};
    assert_int_equal(count_unlike(report, "", wanted), 0);
    assert_int_equal(report->tables[TABLE_T4].state, TABLE_COMPLETE);
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_merged_quoted_headers),
        cmocka_unit_test(reads_quoted_headings),
        cmocka_unit_test(reads_separated_values),
        cmocka_unit_test(reads_a_padded_sheet),
        cmocka_unit_test(reads_ragged_rows),
        cmocka_unit_test(reads_quoted_text),
        cmocka_unit_test(leaves_prose_alone),
        cmocka_unit_test(leaves_grouped_numbers_alone),
        cmocka_unit_test(numbered_lines),
        cmocka_unit_test(leaves_grouped_totals_alone),
        cmocka_unit_test(reads_headers_of_spans),
        cmocka_unit_test(leaves_row_numbers),
        cmocka_unit_test(reads_a_torn_last_value),
        cmocka_unit_test(reads_the_order_of_quoted_labels),
        cmocka_unit_test(reads_lists_of_programs),
        cmocka_unit_test(leaves_a_torn_item),
        cmocka_unit_test(reads_cells_between_slashes),
        cmocka_unit_test(leaves_marks_alone),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
