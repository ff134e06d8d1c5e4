/* Reading a report in the workstation: what the panes show, where keys lead,
 * and what deciding says on the screen. */
#include "folder_fixture.h"

/* ---- what is said of decisions ---- */

/* Two findings of one cause: the first stays open while only the second is decided. */
static void test_cause_in_part_decided_is_told(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\n/\ntext:T3-02 total\n<Enter>\nc\ndump:said\n"
                            "/\ntext:T3-01 np\n<Enter>\ndump:head\nc\ndump:all\n");
    char *head = strstr(dumps, "== head"), *all = strstr(dumps, "== all");
    expect_not_in(all, "[1/2]");
    expect_in(all, "decided 1/");
    *all = '\0';
    expect_in(head, "open         [1/3] ");
    expect_in(head, "[1 of the 3 findings of this cause decided]");
    *head = '\0';
    expect_in(dumps, "T3-02 total: confirmed  1 of the 3 findings of its cause decided");
    free(dumps);
}

/* A reason begun for one verdict is not the reason of another. */
static void test_reason_draft_belongs_to_its_verdict(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\nr\ntext:数字错了列\n<Esc>\ne\ndump:other\n<Esc>\n"
                            "r\ndump:same\n<Esc>\n");
    char *same = strstr(dumps, "== same");
    expect_in(same, "数字错了列");
    *same = '\0';
    expect_not_in(strstr(dumps, "== other"), "数字错了列");
    free(dumps);
    expect_run(desk, "gf\nr\ndump\n", "数字错了列");        /* in the next session too */
    expect_run(desk, "gf\nr\n<Enter>\ngn\ndump\n", "note"); /* decided: no draft left */
    dumps = run(desk, "gn\ndump\n");
    expect_not_in(dumps, "draft");
    free(dumps);
}

/* What a conclusion counted changes only when the report is reopened. */
static void test_deciding_reopens_a_concluded_report(void **state)
{
    static const char *const acts[] = {"gf\nc\n", "gf\ns\n", "gd\nA\n", "gt\nR\n"};
    struct desk *desk = *state;
    write_unbalanced(desk);
    free(run(desk, "C\ntext:3\n<Enter>\n"));
    for (size_t i = 0; i < COUNT(acts); i++) {
        char keys[64];
        snprintf(keys, sizeof keys, "%sdump\n<Enter>\ndump:after\n", acts[i]);
        char *dumps = run(desk, keys);
        expect_in(dumps, "Concluded: returned. Why is it reopened?");
        expect_in(strstr(dumps, "== after"), "It stays concluded");
        expect_in(strstr(dumps, "== after"), "[returned]");
        expect_in(strstr(dumps, "== after"), " 0/15 ");
        free(dumps);
    }
    char *dumps = run(desk, "gf\nc\ntext:单位重报\n<Enter>\ndump\n");
    expect_in(dumps, "confirmed");
    expect_in(dumps, "decided 1/");
    expect_not_in(dumps, "[returned]");
    free(dumps);
}

/* An act on all tagged waits for the reason, and is forgotten when there is none. */
static void test_reopening_for_the_tagged(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    free(run(desk, "C\ntext:3\n<Enter>\n"));
    char *dumps = run(desk, "gf\ngg\nt\nj\nj\nt\n;\ns\n<Enter>\ndump:stays\n"
                            ";\ns\ntext:单位重报\n<Enter>\ndump:asks\n");
    expect_not_in(strstr(dumps, "== asks"), "[returned]");
    *strstr(dumps, "== asks") = '\0';
    expect_in(dumps, "It stays concluded");
    expect_not_in(dumps, "on all tagged");
    free(dumps);
}

static void test_notes_need_no_reopening(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "C\ntext:3\n<Enter>\na\ntext:补记\n<C-s>\ndump\n");
    expect_in(dumps, "Note kept");
    expect_in(dumps, "[returned]");
    free(dumps);
}

/* ---- the text ---- */

/* What the status line says of the text's cursor: "line/lines". */
static void expect_line(const char *dump, size_t line)
{
    char want[32];
    snprintf(want, sizeof want, "a.txt  %zu/", line);
    expect_in(dump, want);
}

static void test_filter_shows_only_lines_that_hold_it(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\n&\ntext:没有需要\n<Enter>\ndump:some\nj\ndump:next\n"
                            "&\n<Enter>\ngg\ndump:all\n&\n<Enter>\ndump:said\n"
                            "&\ntext:没有这句\n<Enter>\ndump:none\n");
    char *next = strstr(dumps, "== next"), *all = strstr(dumps, "== all");
    char *none = strstr(dumps, "== none");
    expect_in(none, "No line holds these words; all are shown: 没有这句");
    expect_in(none, "本年度认真开展");
    *none = '\0';
    expect_in(all, "本年度认真开展");
    expect_in(strstr(all, "== said"), "All lines are shown");
    *all = '\0';
    expect_in(next, "& 没有需要: 4/");
    *next = '\0';
    expect_in(dumps, "本部分没有需要说明的情况");
    expect_not_in(dumps, "本年度认真开展");
    expect_in(dumps, "4 of ");
    free(dumps);
}

/* Keys that come before the next frame find the cursor in a line not shown. */
static void test_moving_in_filtered_lines(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\n3G\n&\ntext:没有需要\n<Enter>\nj\nk\n3G\n<Space>\n3G\n<C-u>\n"
                            "l\nh\n1G\nj\ndump\n");
    expect_in(dumps, "& 没有需要: 4/");
    expect_line(dumps, 33);
    free(dumps);
}

static void test_pages_are_stops(void **state)
{
    struct desk *desk = *state;
    desk->prose =
        "第一页的话。\n- 1 -\n第二页的话。\n\f第三页的话。\n— 3 —\n第四页的话。\n2024\n尾";
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\ngg\n]p\ndump:a\n]p\ndump:b\n]p\ndump:c\n]p\ndump:d\n"
                            "[p\n[p\n[p\n[p\ndump:e\n2]p\ndump:f\n");
    static const size_t lines[] = {5, 6, 8, 8, 1, 6};
    char *at = dumps;
    for (size_t i = 0; i < COUNT(lines); i++) {
        char name[8] = "== a";
        name[3] = (char)('a' + i);
        at = strstr(at, name);
        assert_non_null(at);
        char *end = strstr(at + 4, "\n== ");
        if (end)
            *end = '\0';
        expect_line(at, lines[i]);
        if (name[3] == 'd')
            expect_in(at, "No further one in this direction");
        at = end ? end + 1 : at;
    }
    free(dumps);
}

static void test_places_have_names(void **state)
{
    static const struct {
        const char *name, *shown;
    } places[] = {
        {"goto 3", ">text"},
        {"goto 3", "a.txt  3/"},
        {"50%", ">text"},
        {"S3", "a.txt  6/"},
        {"三", "a.txt  6/"},
        {"T3", ">tables"},
        {"表三", "T3.new.np"},
        {"T3.denied_2.sp", "T3.denied_2.sp"},
        {"t3.total.np", "表三（七） 自然人 = 9"},
        {"T3-02 total", ">findings"},
        {"goto T3-02 open", "表三（一）：六类"},
        {"goto nowhere", "No such place"},
        {"nowhere", "No command is called nowhere"},
    };
    struct desk *desk = *state;
    write_unbalanced(desk);
    for (size_t i = 0; i < COUNT(places); i++) {
        char keys[160];
        snprintf(keys, sizeof keys, ":\ntext:%s\n<Enter>\ndump\n", places[i].name);
        char *dumps = run_as(desk, "zhang", false, keys, 40, 160);
        expect_in(dumps, places[i].shown);
        free(dumps);
    }
}

/* '' goes to the place before the last jump, and once more comes back. */
static void test_previous_place_goes_both_ways(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\n3G\n12G\n''\ndump:there\n''\ndump:back\n"
                            "<C-o>\ndump:older\n]j\ndump:newer\n");
    char *back = strstr(dumps, "== back"), *older = strstr(dumps, "== older");
    char *newer = strstr(dumps, "== newer");
    expect_line(newer, 12);
    *newer = '\0';
    expect_line(older, 3);
    *older = '\0';
    expect_line(back, 12);
    *back = '\0';
    expect_line(dumps, 3);
    free(dumps);
}

/* Jumps lead back into the report one came from, and to the queue. */
static void test_jumps_cross_reports(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, "<Enter>\ngd\n12G\n>\ngd\n8G\n<C-o>\n<C-o>\ndump:first\n"
                                   "]j\n]j\ndump:second\n''\n''\ndump:same\nq\n<C-o>\ndump:queue\n"
                                   "]j\ndump:left\n");
    char *second = strstr(dumps, "== second"), *same = strstr(dumps, "== same");
    char *queue = strstr(dumps, "== queue"), *left = strstr(dumps, "== left");
    expect_in(left, ">queue");
    *left = '\0';
    expect_in(queue, "a2022.txt  8/");
    *queue = '\0';
    expect_in(same, "a2022.txt  8/");
    *same = '\0';
    expect_in(second, "a2022.txt  8/");
    *second = '\0';
    expect_in(dumps, "a2021.txt  12/");
    free(dumps);
}

static void test_enter_leads_to_the_note(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\n3G\na\ntext:甲\n<C-s>\n1G\na\ntext:乙\n<C-s>\n"
                            "<Enter>\ndump:second\ngd\n3G\n<Enter>\nj\nk\n<Enter>\ndump:first\n"
                            "<Esc>\ngd\n11G\n<Enter>\ndump:none\n");
    expect_in(strstr(dumps, "== none"), "No finding and no note speaks of this line");
    expect_in(dumps, ">notes");
    expect_in(strstr(dumps, "== first"), "Note: line 3");
    free(dumps);
}

/* While one types, the match behind the cursor is shown, and Esc goes back. */
static void test_backward_search_is_shown_while_typed(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\n20G\ng/\ntext:一、\ndump:typed\n<Esc>\ndump:left\n");
    expect_line(strstr(dumps, "== left"), 20);
    *strstr(dumps, "== left") = '\0';
    expect_line(dumps, 7);
    free(dumps);
}

/* Enter goes where the preview was, and '' back to where typing began. */
static void test_search_sets_out_from_its_beginning(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\n20G\ng/\ntext:一、\ndump:typed\n<Enter>\ndump:there\n"
                            "''\ndump:back\n/\ntext:总计\ndump\n<Enter>\n''\ndump:again\n");
    char *back = strstr(dumps, "== back"), *again = strstr(dumps, "== again");
    expect_line(again, 20);
    *strstr(back + 4, "\n== ") = '\0';
    expect_line(back, 20);
    *back = '\0';
    expect_line(strstr(dumps, "== there"), 7);
    free(dumps);
}

static void test_chopped_lines_scroll_sideways(void **state)
{
    struct desk *desk = *state;
    desk->prose =
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌"
        "亥甲乙丙丁戊己庚辛壬癸";
    write_unbalanced(desk);
    char *dumps = run_as(desk, "zhang", false,
                         "gd\n3G\nS\ndump:cut\nl\nl\ndump:moved\n1000000l\ndump:far\n"
                         "q\n<Enter>\ngd\ndump:back\n"
                         "0h\n9999999h\nS\ndump:wrapped\n",
                         40, 80);
    char *moved = strstr(dumps, "== moved"), *far = strstr(dumps, "== far");
    char *back = strstr(dumps, "== back");
    char *wrapped = strstr(dumps, "== wrapped");
    expect_in(wrapped, "亥甲乙丙丁戊己庚辛壬癸");
    expect_in(back, "亥甲乙丙丁戊己庚辛壬癸\n"); /* still where it was scrolled to */
    *back = '\0';
    expect_in(far, "亥甲乙丙丁戊己庚辛壬癸\n"); /* no further than the longest line */
    *far = '\0';
    expect_in(moved, " 3~戊己庚辛");
    expect_in(moved, "chopped 9");
    *moved = '\0';
    expect_in(dumps, " 3 甲乙丙丁");
    expect_in(dumps, "~\n");
    free(dumps);
}

/* A column is shown whole or not at all, and that there are more is marked. */
static void test_columns_beyond_the_edge_are_marked(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run_as(desk, "zhang", false, "gt\nO\nj\ndump:left\n6l\ndump:right\n", 24, 80);
    char *right = strstr(dumps, "== right");
    expect_in(right, "  总计\n");
    expect_in(right, "~ 组织  机构");
    *right = '\0';
    expect_not_in(dumps, "  总计\n");
    expect_in(dumps, "组织  ~\n");
    free(dumps);
}

/* In the smallest pane one row of the header stays, and the status line names the cell. */
static void test_small_screens_tell_the_cell(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps =
        run_as(desk, "zhang", false, "gt\n:\ntext:T3.carry_out.np\n<Enter>\ndump\n", 20, 60);
    expect_in(dumps, "自然~ 商业~ 科研~ 社会~ 法律~  其他  总计");
    expect_in(dumps, "表三 四 自然人 = ");
    free(dumps);
    dumps = run_as(desk, "zhang", false, "gt\n:\ntext:T3.carry_out.np\n<Enter>\ndump\n", 16, 40);
    expect_in(dumps, "表三 四 自然人 = ");
    free(dumps);
}

/* The tables go along with the text's cursor, unless the link is off. */
static void test_panes_are_linked(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\n1G\n11G\ngt\ndump:linked\nL\ngd\n14G\ngt\ndump:own\n"
                            "L\nj\ngd\ndump:back\n");
    char *own = strstr(dumps, "== own"), *back = strstr(dumps, "== back");
    expect_line(back, 12);
    *back = '\0';
    expect_in(own, "T3.denied_1.np");
    expect_in(own, "unlinked");
    *own = '\0';
    expect_in(dumps, "T3.denied_1.np");
    free(dumps);
}

static const char local_table[] =
    "本年度平台建设情况如下。\n\t统计指标\n\t单位\n\t统计数\n\n\t（一）回应关注热点数\n（同一热点计"
    "一次）\n\t次\n\t68\n\n"
    "\t（二）通过不同渠道和方式回应解读的情况\n\t——\n\t\n\n\t1.新闻发布会\n\t次\n\t3\n\n"
    "\t2.政策解读\n\t篇\n\t35\n\n\n以上情况属实。";

/* A table of the report's own is gone to, marked, asked about and noted on, as the
 * form's are. */
static void test_local_tables_go_along(void **state)
{
    struct desk *desk = *state;
    desk->prose = local_table;
    write_unbalanced(desk);
    char *dumps = run(
        desk, ":\ntext:PA-06\n<Enter>\ngt\ndump:finding\nj\nj\na\ntext:查\n<C-s>\n"
              "dump:note\nR\ndump:correct\ngd\n/\ntext:政策解读\n<Enter>\nj\nj\ngt\ndump:text\n");
    char *note = strstr(dumps, "== note"), *text = strstr(dumps, "== text");
    expect_in(text, "政策解读 = 35");
    *text = '\0';
    expect_in(note, "of the form first");
    expect_in(note, "3WN");
    *note = '\0';
    expect_in(dumps, "68W");
    expect_in(dumps, "回应关注热点数 = 68  !PA-06  line ");
    free(dumps);
}

static void test_one_pane_at_a_time(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, ":\ntext:layout single\n<Enter>\ngd\ndump:text\ngt\ndump:tables\n");
    char *tables = strstr(dumps, "== tables");
    expect_in(tables, ">tables");
    expect_not_in(tables, "report ");
    *tables = '\0';
    expect_in(dumps, ">text");
    expect_not_in(dumps, "tables ");
    free(dumps);
}

/* ---- the tables ---- */

/* The status line tells which checks use the cell and whether they hold; = and
 * Enter write out the sums that hold, too. */
static void test_cell_tells_its_checks(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "carry_in", 0, 1);
    desk_set(desk, "carry_in", DESK_COLS - 1, 1);
    write_unbalanced(desk);
    char *dumps = run(desk, "gt\n/\ntext:T3.carry_in.np\n<Enter>\ndump:failing\n"
                            "=\ndump:sums\nq\nl\ndump:holding\nE\ndump:rules\n");
    char *sums = strstr(dumps, "== sums"), *holding = strstr(dumps, "== holding");
    expect_in(holding, "表三 二 商业企业 = 0  =T3-01 =T3-02");
    *holding = '\0';
    expect_in(sums, "10 + 1 = 11 ≠ 9 + 0 = 9，差 2");
    expect_in(sums, "T3-02 carry_in  pass");
    expect_in(sums, "1 = 1\n");
    *sums = '\0';
    expect_in(dumps, "表三 二 自然人 = 1  !T3-01 =T3-02");
    free(dumps);
}

/* Either all rows of a header stand on the pane or none. */
static void test_header_is_never_cut(void **state)
{
    static const int rows[] = {24, 25, 26, 28, 30};
    struct desk *desk = *state;
    write_unbalanced(desk);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str keys = STR_INIT;
        for (int row = 1; row <= 28; row++)
            str_add(&keys, "gt\nj\ndump\n");
        char *dumps = run_as(desk, "zhang", false, str_text(&keys), rows[i], 80);
        for (char *at = dumps; (at = strstr(at, "tables "));) {
            const char *line = strchr(at, '\n') + 1;
            const char *next = strchr(line, '\n') + 1;
            bool cut = memmem(line, (size_t)(next - line), "业     构", strlen("业     构"));
            if (cut)
                fail_msg("%d rows\n%s", rows[i], at);
            at += 1;
        }
        free(dumps);
        str_release(&keys);
    }
}

/* On a number of the tables + and - go through what would explain its failure. */
/* A list that has not been drawn since the report changed is searched as it is now. */
static void test_search_before_the_next_frame(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    desk_set(desk, "denied_1", 0, 3);
    desk_set(desk, "denied_1", 2, 3);
    desk_set(desk, "unable_2", 4, 3);
    folder_write(desk, "a0.txt", "甲乙县丙丁局", 2019);
    char *dumps = run_folder(desk, "<Enter>\ngf\nwait\nwait\nwait\nwait\nwait\nwait\ndump:drawn\n"
                                   "o\n>\ngf\n/\ntext:zzz\n<Esc>\n>\n/\ntext:zzz\n<Enter>\ndump\n");
    expect_in(dumps, "Not found: zzz");
    free(dumps);
}

static void test_explanations_of_a_number(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run_as(desk, "zhang", false,
                         "gf\ngg\ngt\n:\ntext:T3.open.np\n<Enter>\n+\ndump:one\n"
                         ":\ntext:T3.denied_1.co\n<Enter>\ngf\ngg\ngt\n+\ndump:none\n",
                         40, 160);
    expect_in(strstr(dumps, "== none"), "No explanation is known for this finding");
    *strstr(dumps, "== none") = '\0';
    expect_in(dumps, "explanation ");
    expect_in(dumps, "表三（一） 自然人: 9 应为 10");
    free(dumps);
}

/* A clipped cell shows its whole text, of a table of the report's own too. */
static void test_clipped_cells_show_in_full(void **state)
{
    struct desk *desk = *state;
    desk->prose = "信息内容\t采购项目数量\t采购总金额和其他需要在此说明的有关情况以及备注\n"
                  "政府集中采购\t3\t甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己\n"
                  "分散采购\t4\t无\n";
    write_unbalanced(desk);
    char *dumps = run_as(desk, "zhang", false,
                         "gt\nG\nk\nl\nl\ndump:clipped\n<Enter>\ndump:full\nq\n"
                         ":\ntext:T3.partial.np\n<Enter>\n<Enter>\ndump:label\n",
                         24, 80);
    char *full = strstr(dumps, "== full"), *label = strstr(dumps, "== label");
    expect_in(label, "label: 三、本年度办理结果 / （二）部分公开（区分处理的");
    *label = '\0';
    expect_in(full, "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己\n");
    *full = '\0';
    expect_in(dumps, "甲乙丙丁戊己庚辛壬癸子~");
    free(dumps);
}

static void test_lists_count_their_matches(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gt\n1G\n/\ntext:T3.denied\n<Enter>\ndump:first\n3n\ndump:fourth\n");
    expect_in(strstr(dumps, "== fourth"), "T3.denied  4/8");
    *strstr(dumps, "== fourth") = '\0';
    expect_in(dumps, "T3.denied  1/8");
    free(dumps);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_cause_in_part_decided_is_told),
        CASE(test_reason_draft_belongs_to_its_verdict),
        CASE(test_deciding_reopens_a_concluded_report),
        CASE(test_notes_need_no_reopening),
        CASE(test_reopening_for_the_tagged),
        CASE(test_filter_shows_only_lines_that_hold_it),
        CASE(test_moving_in_filtered_lines),
        CASE(test_pages_are_stops),
        CASE(test_places_have_names),
        CASE(test_previous_place_goes_both_ways),
        CASE(test_jumps_cross_reports),
        CASE(test_enter_leads_to_the_note),
        CASE(test_backward_search_is_shown_while_typed),
        CASE(test_search_sets_out_from_its_beginning),
        CASE(test_chopped_lines_scroll_sideways),
        CASE(test_columns_beyond_the_edge_are_marked),
        CASE(test_small_screens_tell_the_cell),
        CASE(test_panes_are_linked),
        CASE(test_local_tables_go_along),
        CASE(test_one_pane_at_a_time),
        CASE(test_clipped_cells_show_in_full),
        CASE(test_lists_count_their_matches),
        CASE(test_explanations_of_a_number),
        CASE(test_search_before_the_next_frame),
        CASE(test_header_is_never_cut),
        CASE(test_cell_tells_its_checks),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
