/* err, arena, str, vec, map, hash, path. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "gouji/base/arena.h"
#include "gouji/base/err.h"
#include "gouji/base/hash.h"
#include "gouji/base/log.h"
#include "gouji/base/map.h"
#include "gouji/base/path.h"
#include "gouji/base/str.h"
#include "gouji/base/vec.h"

static void err_cuts_at_whole_characters(void **state)
{
    (void)state;
    struct str text = STR_INIT;
    struct err err = {0};
    str_byte(&text, 'a');
    for (int i = 0; i < 1000; i++)
        str_add(&text, "勾");
    assert_int_equal(err_set(&err, ERR_INPUT, "%s", str_text(&text)), -1);
    size_t n = strlen(err.text);
    assert_true(n < sizeof err.text && (n - 1) % 3 == 0);
    err_prefix(&err, "ab");
    assert_int_equal(strncmp(err.text, "ab: a", 5), 0);
    n = strlen(err.text);
    assert_int_equal((n - 5) % 3, 0);
    str_release(&text);
}

static void arena_gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t n = 0; n < 3000; n += 7) {
        unsigned char *p = arena_alloc(arena, n);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xAA, n);
    }
    assert_non_null(arena_alloc(arena, 3 * 1024 * 1024));
    assert_false(arena_failed(arena));
    assert_null(arena_array(arena, SIZE_MAX / 2, 4));
    assert_true(arena_failed(arena));
    arena_free(arena);
}

static void arena_push_keeps_items(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    int *items = NULL;
    size_t capacity = 0, count = 0;
    for (int i = 0; i < 1000; i++) {
        int *item = arena_push(arena, &items, &capacity, count, sizeof *items);
        assert_int_equal(*item, 0);
        *item = i;
        count++;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    assert_string_equal(arena_format(arena, "%d-%s", 5, "件"), "5-件");
    arena_free(arena);
}

/* Alone it grows where it is; what is allocated behind it stays untouched. */
static void arena_push_stays_while_it_is_last(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    int *items = NULL;
    size_t capacity = 0, count = 0;
    const int *first = arena_push(arena, &items, &capacity, count++, sizeof *items);
    char *behind = NULL;
    for (int i = 1; i < 100000; i++) {
        if (i == 100) {
            assert_ptr_equal(items, first);
            behind = arena_string(arena, "behind");
        }
        *(int *)arena_push(arena, &items, &capacity, count++, sizeof *items) = i;
    }
    for (int i = 0; i < 100000; i++)
        assert_int_equal(items[i], i);
    assert_string_equal(behind, "behind");
    arena_free(arena);
}

/* Whether printf is asked or not. */
static void str_formats(void **state)
{
    (void)state;
    struct str s = STR_INIT;
    const char *volatile none = NULL;
    str_format(&s, "%s“%s”%zu%%", "", "勾稽", (size_t)0);
    assert_string_equal(str_text(&s), "“勾稽”0%");
    str_format(&s, "%s%zu; ", "a", (size_t)4294967295U);
    str_format(&s, "%zu %s %5.1f|", (size_t)10, "b", 2.5);
    str_format(&s, "%s.", none);
    assert_string_equal(str_text(&s), "“勾稽”0%a4294967295; 10 b   2.5|(null).");
    str_release(&s);
}

static void str_edits(void **state)
{
    (void)state;
    struct str s = STR_INIT;
    assert_string_equal(str_text(&s), "");
    str_add(&s, "abc");
    str_insert(&s, 1, slice_of("勾稽"));
    assert_string_equal(str_text(&s), "a勾稽bc");
    str_remove(&s, 1, 3);
    assert_string_equal(str_text(&s), "a稽bc");
    str_format(&s, "%03d", 7);
    str_code_point(&s, 0x20000);
    str_code_point(&s, 0xD800);
    assert_string_equal(str_text(&s), "a稽bc007𠀀\xEF\xBF\xBD");
    char *owned = str_detach(&s);
    assert_string_equal(owned, "a稽bc007𠀀\xEF\xBF\xBD");
    assert_int_equal(s.nbytes, 0);
    free(owned);
}

static void map_finds_all(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct map *map = map_new();
    assert_null(map_get(map, slice_of("x")));
    for (int i = 0; i < 5000; i++)
        assert_int_equal(
            map_set(map, slice_of(arena_format(arena, "key %d", i)), arena_format(arena, "%d", i)),
            0);
    assert_int_equal(map_set(map, slice_of("key 17"), "again"), 0);
    assert_int_equal(map_set(map, slice_make(NULL, 0), "empty"), 0);
    assert_int_equal(map_count(map), 5001);
    assert_string_equal(map_get(map, slice_of("key 4999")), "4999");
    assert_string_equal(map_get(map, slice_of("key 17")), "again");
    assert_string_equal(map_get(map, slice_of("")), "empty");
    assert_string_equal(map_get(map, slice_make(NULL, 0)), "empty");
    assert_null(map_get(map, slice_of("key 5000")));
    assert_string_equal(map_keep(map, slice_of("key 17"), "once more"), "again");
    assert_string_equal(map_keep(map, slice_of("key 5000"), "new"), "new");
    assert_string_equal(map_get(map, slice_of("key 5000")), "new");
    assert_int_equal(map_count(map), 5002);
    map_free(map);
    arena_free(arena);
}

static void hash_known_answers(void **state)
{
    (void)state;
    static const struct {
        size_t nbytes; /* letters a: around the ends of blocks */
        const char *hex;
    } cases[] = {
        {0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
        {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
        {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
        {119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
        {128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"},
    };
    char hex[HASH_HEX_NBYTES], whole[HASH_HEX_NBYTES], letters[128];
    memset(letters, 'a', sizeof letters);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(hash_hex(letters, cases[i].nbytes, hex), 0);
        assert_string_equal(hex, cases[i].hex);
    }
    const struct slice parts[] = {slice_of("a"), slice_of(""), slice_of("bc")};
    assert_int_equal(hash_hex_parts(parts, 3, whole), 0);
    assert_int_equal(hash_hex("abc", 3, hex), 0); /* FIPS 180-4 example */
    assert_string_equal(hex, whole);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void path_names_encode_both_ways(void **state)
{
    (void)state;
    static const struct {
        const char *plain, *encoded;
    } cases[] = {
        {"zhang_3-X", "zhang_3-X"},
        {"张三", "%E5%BC%A0%E4%B8%89"},
        {"a/b c%.", "a%2Fb%20c%25%2E"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *encoded = path_encode(slice_of(cases[i].plain));
        char *decoded = path_decode(slice_of(encoded));
        assert_string_equal(encoded, cases[i].encoded);
        assert_string_equal(decoded, cases[i].plain);
        free(encoded);
        free(decoded);
    }
    char *odd = path_decode(slice_of("%zz%4"));
    assert_string_equal(odd, "%zz%4");
    free(odd);
}

static void path_parts(void **state)
{
    (void)state;
    char *a = path_join("dir/", "x"), *b = path_join("dir", "/x"), *c = path_join("", "x");
    char *d = path_dir("/x"), *e = path_dir("a/b/c"), *f = path_dir("c");
    assert_string_equal(a, "dir/x");
    assert_string_equal(b, "/x");
    assert_string_equal(c, "x");
    assert_string_equal(d, "/");
    assert_string_equal(e, "a/b");
    assert_string_equal(f, ".");
    assert_string_equal(path_name("a/b/c"), "c");
    free(a), free(b), free(c), free(d), free(e), free(f);
}

static void path_read_refuses_odd_things(void **state)
{
    (void)state;
    char dir[] = "/tmp/gouji-path-XXXXXX";
    assert_non_null(mkdtemp(dir));
    char *fifo = path_join(dir, "fifo"), *big = path_join(dir, "big"),
         *deep = path_join(dir, "a/b/c");
    char *bytes = NULL;
    size_t n = 0;
    struct err err = {0};
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_int_equal(path_read(fifo, 100, "t", &bytes, &n, &err), -1);
    assert_int_equal(err.kind, ERR_INPUT);
    assert_int_equal(path_read(dir, 100, "t", &bytes, &n, &err), -1);
    assert_int_equal(err.kind, ERR_INPUT);
    assert_int_equal(path_read("/dev/zero", 100, "t", &bytes, &n, &err), -1);
    assert_int_equal(path_read("/no/such", 100, "t", &bytes, &n, &err), -1);
    assert_int_equal(err.kind, ERR_IO);
    assert_non_null(strstr(err.text, "/no/such"));
    FILE *file = fopen(big, "w");
    assert_non_null(file);
    fprintf(file, "%0101d", 0);
    fclose(file);
    assert_int_equal(path_read(big, 100, "some limit", &bytes, &n, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    assert_non_null(strstr(err.text, "some limit"));
    assert_int_equal(path_read(big, 101, "t", &bytes, &n, &err), 0);
    assert_int_equal(n, 101);
    assert_int_equal(bytes[101], '\0');
    assert_int_equal(path_make_dirs(deep, &err), 0);
    assert_int_equal(path_make_dirs(deep, &err), 0);
    struct stat info;
    assert_int_equal(stat(deep, &info), 0);
    free(bytes);
    char *command = NULL;
    assert_true(asprintf(&command, "rm -rf '%s'", dir) > 0);
    assert_int_equal(system(command), 0);
    free(command), free(fifo), free(big), free(deep);
}

static void vec_room_grows(void **state)
{
    (void)state;
    short *items = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < 100; i++) {
        assert_int_equal(vec_room(&items, &capacity, i, sizeof *items), 0);
        items[i] = (short)i;
    }
    assert_true(capacity >= 100 && items[99] == 99);
    free(items);
}

static void log_to_a_full_disk_is_told(void **state)
{
    (void)state;
    struct err err;
    assert_int_equal(log_open("/dev/full", &err), 0);
    log_line("a line");
    assert_int_equal(log_close(), -1);
    assert_int_equal(log_close(), 0);
}

/* A line each, whatever is in it. */
static void log_is_plain_text(void **state)
{
    (void)state;
    char path[] = "/tmp/gouji-log-XXXXXX", *bytes = NULL;
    size_t nbytes;
    struct err err = {0};
    close(mkstemp(path));
    log_line("before it is open");
    assert_int_equal(log_open("/nowhere/log", &err), -1);
    assert_int_equal(log_open(path, &err), 0);
    log_line("%s %d", "a\nb\x1b[2J\xe4\xb8\xad", 7);
    assert_int_equal(log_close(), 0);
    log_line("after it was closed");
    assert_int_equal(path_read(path, 1000, "log", &bytes, &nbytes, &err), 0);
    assert_non_null(strstr(bytes, " a\\x0Ab\\x1B[2J\\xE4\\xB8\\xAD 7\n"));
    assert_ptr_equal(strchr(bytes, '\n'), bytes + nbytes - 1);
    free(bytes);
    unlink(path);
}

/* -v is no "verbose": the name behind it may be that of a report. */
static void log_goes_into_no_other_file(void **state)
{
    (void)state;
    static const char *const others[] = {"某局2023年政府信息公开工作年度报告\n",
                                         "1",
                                         "12.345",
                                         "2023.5 x\n",
                                         "12.345x",
                                         "{\"a\": 1}\n"};
    char path[] = "/tmp/gouji-log-XXXXXX", *bytes = NULL;
    size_t nbytes;
    struct err err = {0};
    int fd = mkstemp(path);
    for (size_t i = 0; i < COUNT(others); i++) {
        assert_int_equal(ftruncate(fd, 0), 0);
        assert_int_equal(pwrite(fd, others[i], strlen(others[i]), 0), strlen(others[i]));
        assert_int_equal(log_open(path, &err), -1);
        assert_int_equal(path_read(path, 1000, "log", &bytes, &nbytes, &err), 0);
        assert_string_equal(bytes, others[i]);
        free(bytes);
    }
    assert_int_equal(ftruncate(fd, 0), 0);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(log_open(path, &err), 0);
        log_line("line %d", i);
        log_close();
    }
    close(fd);
    unlink(path);
}

/* To open a pipe that nobody reads would wait for somebody who does. */
static void log_waits_for_no_pipe(void **state)
{
    (void)state;
    char dir[] = "/tmp/gouji-log-XXXXXX", path[sizeof dir + 8];
    struct err err = {0};
    assert_non_null(mkdtemp(dir));
    snprintf(path, sizeof path, "%s/pipe", dir);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(log_open(path, &err), -1);
    assert_non_null(strstr(err.text, path));
    int reader = open(path, O_RDONLY | O_NONBLOCK);
    assert_int_equal(log_open(path, &err), 0);
    log_close();
    close(reader);
    unlink(path);
    rmdir(dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(err_cuts_at_whole_characters),
        cmocka_unit_test(arena_gives_zeroed_aligned_memory),
        cmocka_unit_test(arena_push_keeps_items),
        cmocka_unit_test(arena_push_stays_while_it_is_last),
        cmocka_unit_test(str_formats),
        cmocka_unit_test(str_edits),
        cmocka_unit_test(log_is_plain_text),
        cmocka_unit_test(log_to_a_full_disk_is_told),
        cmocka_unit_test(log_goes_into_no_other_file),
        cmocka_unit_test(log_waits_for_no_pipe),
        cmocka_unit_test(map_finds_all),
        cmocka_unit_test(hash_known_answers),
        cmocka_unit_test(path_names_encode_both_ways),
        cmocka_unit_test(path_parts),
        cmocka_unit_test(path_read_refuses_odd_things),
        cmocka_unit_test(vec_room_grows),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
