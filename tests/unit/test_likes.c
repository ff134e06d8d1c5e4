/* Of a batch the report whose prose is most like another's, however many say the same. */
#include "check.h"

#include "../../src/cli/likes.h"

enum { MANY = 300, COMMON = 30 };

static char owners[MANY];
static struct sketch sketches[MANY];

static bool any(const void *owner, const void *other)
{
    return owner != other;
}

static bool odd(const void *owner, const void *other)
{
    (void)owner;
    return (size_t)((const char *)other - owners) % 2 == 1;
}

/* The first hashes of all are the same, the others each one's own. */
static void make_sketch(size_t i, size_t ncommon, struct sketch *sketch)
{
    for (sketch->n = 0; sketch->n < SKETCH_MOST; sketch->n++)
        sketch->items[sketch->n] =
            sketch->n < ncommon ? 1000 + sketch->n : 1000000 + 1000 * i + sketch->n;
}

static struct likes *make_likes(size_t n)
{
    struct likes *likes = likes_new();
    assert_non_null(likes);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(likes_add(likes, &owners[i], &sketches[i]), 0);
    likes_settle(likes);
    return likes;
}

/* 64 others, 65, many: each has one like it. */
static void one_text_is_found_in_any_number(void **state)
{
    static const size_t numbers[] = {2, 64, 65, 66, 67, MANY};
    (void)state;
    for (size_t k = 0; k < COUNT(numbers); k++) {
        for (size_t i = 0; i < numbers[k]; i++)
            make_sketch(i, SKETCH_MOST, &sketches[i]);
        struct likes *likes = make_likes(numbers[k]);
        for (size_t i = 0; i < numbers[k]; i++) {
            const void *found = likes_find(likes, &owners[i], &sketches[i], any);
            if (!found || found == &owners[i])
                fail_msg("%zu reports: none like %zu", numbers[k], i);
        }
        const void *odd_one = likes_find(likes, &owners[1], &sketches[1], odd);
        assert_true(numbers[k] < 4 || (odd_one && odd_one != &owners[1]));
        likes_free(likes);
    }
}

/* What all have in common makes no two of them more alike than what two have. */
static void boilerplate_does_not_hide_a_copy(void **state)
{
    enum { A = 7, B = 280, COPIED = 20 };
    (void)state;
    for (size_t i = 0; i < MANY; i++)
        make_sketch(i, COMMON, &sketches[i]);
    memcpy(&sketches[B].items[COMMON], &sketches[A].items[COMMON],
           COPIED * sizeof *sketches[A].items);
    struct likes *likes = make_likes(MANY);
    assert_ptr_equal(likes_find(likes, &owners[A], &sketches[A], any), &owners[B]);
    assert_ptr_equal(likes_find(likes, &owners[B], &sketches[B], any), &owners[A]);
    likes_free(likes);
}

/* One with a fifth in common is no match for the many with all. */
static void a_copy_of_many_is_before_a_part(void **state)
{
    enum { A = 100, B = 200, SHARED = 40 };
    (void)state;
    for (size_t i = 0; i < MANY; i++)
        make_sketch(i, i == B ? 0 : SHARED, &sketches[i]);
    memcpy(&sketches[B].items[SHARED], &sketches[A].items[SHARED],
           (SKETCH_MOST - SHARED) * sizeof *sketches[A].items);
    struct likes *likes = make_likes(MANY);
    const void *found = likes_find(likes, &owners[A], &sketches[A], any);
    assert_non_null(found);
    assert_ptr_not_equal(found, &owners[B]);
    likes_free(likes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_text_is_found_in_any_number),
        cmocka_unit_test(boilerplate_does_not_hide_a_copy),
        cmocka_unit_test(a_copy_of_many_is_before_a_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
