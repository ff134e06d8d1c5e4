/* cli/shelf: reports are counted in while there is room, and none beyond it. */
#include "check.h"

#include "../../src/cli/shelf.h"
#include "gouji/base/arena.h"

static void room_ends(void **state)
{
    (void)state;
    enum { MANY = 10000, HALF = 32 * 1024 };
    struct report small = {.arena = arena_new()}, large = {.arena = arena_new()};
    struct shelf shelf = {0};
    size_t n = 0;
    assert_non_null(arena_raw(small.arena, HALF));
    assert_non_null(arena_raw(large.arena, (size_t)2 * HALF));
    while (n < MANY && shelf_takes(&shelf, &large))
        n++;
    assert_in_range(n, 100, MANY / 10); /* many reports, but few of all there are */
    size_t full = shelf.nbytes;
    assert_false(shelf_takes(&shelf, &large));
    assert_int_equal(shelf.nbytes, full); /* a refused one takes no room */
    shelf.nbytes -= arena_nbytes(small.arena);
    assert_true(shelf_takes(&shelf, &small));
    assert_false(shelf_takes(&shelf, &large));
    arena_free(small.arena);
    arena_free(large.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(room_ends)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
