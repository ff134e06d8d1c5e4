/* What every unit test includes before cmocka. */
#ifndef GOUJI_TESTS_CHECK_H
#define GOUJI_TESTS_CHECK_H

/* cmocka.h needs these first, in this order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
