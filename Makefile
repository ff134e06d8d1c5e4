# gouji: make, make run, make test. See README.md. V=1 shows whole commands.

PREFIX  ?= /usr/local
BUILD   ?= build
CC      ?= cc
MODE    ?= release
V       ?= 0
Q        = $(if $(filter 1,$(V)),,@)

# Hardware that checks where calls and jumps land, where the compiler knows of it.
CET     := $(shell $(CC) -fcf-protection -E -x c /dev/null >/dev/null 2>&1 && echo -fcf-protection)

# Small structs are cleared by plain stores: a string instruction, which gcc takes for them on
# x86, needs longer to begin than most of them to be cleared.
CLEARING  = -mmemset-strategy=unrolled_loop:512:noalign,libcall:-1:noalign
CLEARED  := $(shell $(CC) $(CLEARING) -E -x c /dev/null >/dev/null 2>&1 && echo $(CLEARING))

# -fno-plt: libraries' functions are called by their addresses, all of which are known once the
# program starts (-z now), without a stub in between.

# Thousands of places to be relocated in a few hundred bytes, where linker and C library can.
RELR    := $(shell $(CC) -Wl,--help 2>/dev/null | grep -q pack-relative-relocs && \
             grep -qs GLIBC_ABI_DT_RELR "$$($(CC) -print-file-name=libc.so.6)" && \
             echo -Wl,-z,pack-relative-relocs)

LINKED   = ncursesw libcjson libpcre2-8
PACKAGES = $(LINKED) libxml-2.0
TESTPKGS = cmocka vterm
VERSION := 0.1.0
GITREV  := $(shell git rev-parse --short=8 HEAD 2>/dev/null)

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat-security -Wvla -Werror
ifeq ($(MODE),asan)
OPT  = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
else ifeq ($(MODE),debug)
OPT  = -O0 -g
else ifeq ($(MODE),fuzz)
# Comparisons are not traced: it costs a third of the speed, and the dictionaries know the words.
OPT  = -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined \
       -fno-sanitize-coverage=trace-cmp -fno-omit-frame-pointer
else ifeq ($(MODE),coverage)
# Counted in a file that is mapped, so that what ran before a kill is counted too.
OPT  = -O1 -g -fcoverage-mapping -Xclang -mllvm -Xclang -runtime-counter-relocation \
       -fprofile-instr-generate=$(abspath $(BUILD))/profile/%c%m.profraw
else
OPT  = -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection \
       $(CET) $(CLEARED) -fPIE -fno-plt
LDOPT = -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code $(RELR)
endif

CFLAGS  ?=
CPPFLAGS_ALL = -Iinclude -D_GNU_SOURCE -DGOUJI_VERSION='"$(VERSION)"' \
               -DLIBXML2_SONAME='"$(XML2_SONAME)"' $(CPPFLAGS)
CFLAGS_ALL   = -std=c11 $(WARN) $(OPT) $(CFLAGS)
PKG_CFLAGS   = $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
# Archives where they are installed: every shared library costs the start some
# tenths of a millisecond, and libcrypto, wanted for SHA-256 alone, two. libxml2
# is not linked but loaded when a web page is met (src/text/html_library.h).
LIB_DIR      = $(shell pkg-config --variable=libdir libcrypto 2>/dev/null)
archived     = $(foreach lib,$(1),$(or $(wildcard $(lib:-l%=$(LIB_DIR)/lib%.a)),$(lib)))
PKG_LIBS     = $(call archived,$(shell pkg-config --libs $(LINKED) 2>/dev/null) -lunistring \
               -lcrypto)
XML2_SONAME := $(or $(shell objdump -p $(LIB_DIR)/libxml2.so 2>/dev/null | \
                            awk '$$1 == "SONAME" { print $$2 }'),libxml2.so.2)
TEST_LIBS    = $(shell pkg-config --libs $(TESTPKGS) 2>/dev/null)

LIB_FLOORS  = base text report check store review
APP_FLOORS  = ui pane term app cli
LIB_SOURCES = $(foreach floor,$(LIB_FLOORS),$(sort $(wildcard src/$(floor)/*.c)))
APP_SOURCES = $(foreach floor,$(APP_FLOORS),$(sort $(wildcard src/$(floor)/*.c)))
LIB_OBJECTS = $(LIB_SOURCES:%.c=$(BUILD)/%.o)
APP_OBJECTS = $(APP_SOURCES:%.c=$(BUILD)/%.o)
UNIT_SOURCES = $(sort $(wildcard tests/unit/test_*.c))
UNITS       = $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/tests/unit/%)
FAULT_SOURCES = $(sort $(wildcard tests/fault/test_*.c))
FAULTS      = $(FAULT_SOURCES:%.c=$(BUILD)/%)
FUZZ_SOURCES = $(sort $(wildcard tests/fuzz/fuzz_*.c))
FUZZERS     = $(FUZZ_SOURCES:%.c=$(BUILD)/%)
ACCURACY    = $(BUILD)/tests/accuracy/accuracy
PO_SOURCES  = $(wildcard data/po/*.po)
MO_FILES    = $(PO_SOURCES:data/po/%.po=$(BUILD)/locale/%/LC_MESSAGES/gouji.mo)

# Says what is missing, once, instead of a page of compiler errors.
ifeq ($(filter run test asan fuzz deps clean format check-includes lint analyze,$(MAKECMDGOALS)),)
DEPS_CHECK := $(shell .ci/deps check build >/tmp/gouji-deps.$$$$ 2>&1 || cat /tmp/gouji-deps.$$$$; rm -f /tmp/gouji-deps.$$$$)
endif

.PHONY: all check check-tests analyze valgrind coverage exhaustive check-messages run test unit asan lint format install clean deps check-includes bench \
        accuracy accuracy-short false-alarms fuzz fuzzers
.DEFAULT_GOAL := all

all: $(BUILD)/gouji $(MO_FILES)

# Only this file is compiled anew when nothing but the commit has changed; the
# stamp is written only when it says something else.
$(BUILD)/src/main.o: CPPFLAGS_ALL += -DGOUJI_BUILD='"$(if $(GITREV),git:$(GITREV))"'
$(BUILD)/src/main.o: $(BUILD)/commit
$(BUILD)/commit: FORCE
	@mkdir -p $(@D)
	$(Q)echo '$(GITREV)' | cmp -s - $@ || echo '$(GITREV)' >$@
FORCE:

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo "  CC    $<"
	$(Q)$(CC) $(CPPFLAGS_ALL) $(PKG_CFLAGS) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# What every start would do again is done once: the data files parsed (src/base/json_store.h) and
# the patterns of the rules compiled (src/check/pattern_store.h).
RULE_FILES = $(sort $(wildcard data/rules/*.json))
DATA_FILES = $(RULE_FILES) $(sort $(wildcard data/forms/*.json))
$(BUILD)/compile-documents: $(BUILD)/src/ahead/compile_documents.o \
                           $(filter $(BUILD)/src/base/%,$(LIB_OBJECTS))
$(BUILD)/compile-patterns: $(BUILD)/src/ahead/compile_patterns.o $(LIB_OBJECTS) $(BUILD)/documents.o
$(BUILD)/compile-documents $(BUILD)/compile-patterns:
	@echo "  LD    $@"
	$(Q)$(CC) $(CFLAGS_ALL) $(LDOPT) -o $@ $^ $(PKG_LIBS) $(LDFLAGS)

$(BUILD)/documents.c: $(BUILD)/compile-documents $(DATA_FILES)
	@echo "  GEN   $@"
	$(Q)$< $(DATA_FILES) >$@.part && mv $@.part $@

$(BUILD)/patterns.c: $(BUILD)/compile-patterns $(RULE_FILES)
	@echo "  GEN   $@"
	$(Q)$< data/rules >$@.part && mv $@.part $@

AHEAD = $(BUILD)/documents.o $(BUILD)/patterns.o
$(AHEAD): %.o: %.c
	@echo "  CC    $<"
	$(Q)$(CC) -Isrc $(CPPFLAGS_ALL) $(PKG_CFLAGS) $(CFLAGS_ALL) -c -o $@ $<

$(BUILD)/libgouji.a: $(LIB_OBJECTS) $(AHEAD)
	@echo "  AR    $@"
	$(Q)rm -f $@ && ar rcs $@ $^

$(BUILD)/libgoujiapp.a: $(APP_OBJECTS)
	@echo "  AR    $@"
	$(Q)rm -f $@ && ar rcs $@ $^

$(BUILD)/gouji: $(BUILD)/src/main.o $(BUILD)/libgoujiapp.a $(BUILD)/libgouji.a
	@echo "  LD    $@"
	$(Q)$(CC) $(CFLAGS_ALL) $(LDOPT) -o $@ $^ $(PKG_LIBS) $(LDFLAGS)

$(BUILD)/locale/%/LC_MESSAGES/gouji.mo: data/po/%.po
	@mkdir -p $(@D)
	@echo "  MO    $@"
	$(Q)msgfmt --check-format -o $@ $<

$(BUILD)/tests/unit/%: tests/unit/%.c $(BUILD)/libgoujiapp.a $(BUILD)/libgouji.a
	@mkdir -p $(@D)
	@echo "  LD    $@"
	$(Q)$(CC) $(CPPFLAGS_ALL) -Itests $(PKG_CFLAGS) $(CFLAGS_ALL) -MMD -MP -o $@ $< \
	    $(BUILD)/libgoujiapp.a $(BUILD)/libgouji.a $(TEST_LIBS) $(PKG_LIBS) $(LDFLAGS)

export BUILD
SCRIPT_TESTS = $(sort $(wildcard tests/e2e/*.sh))
ASAN_ENV = ASAN_OPTIONS=detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1

# run and test install what is missing first, so the libraries' flags must be
# asked for in a second make.
run:
	@.ci/deps install build
	@$(MAKE) --no-print-directory all
	$(BUILD)/gouji data/samples

test:
	@.ci/deps install test
	@$(MAKE) --no-print-directory check

# What coverage is measured with: everything that is not a measurement itself.
check-tests: $(UNITS) $(FAULTS) $(FUZZERS)
	@tests/tools/run-tests.sh $^ $(filter-out %accuracy.sh,$(SCRIPT_TESTS)) || true

check: all $(UNITS) $(FAULTS) $(FUZZERS) $(ACCURACY) check-includes check-messages
	@tests/tools/run-tests.sh $(UNITS) $(FAULTS) $(FUZZERS) $(SCRIPT_TESTS)

unit: $(UNITS)
	@tests/tools/run-tests.sh $(UNITS)

asan:
	@.ci/deps install test
	@$(ASAN_ENV) TEST_TIMEOUT=900 $(MAKE) --no-print-directory BUILD=$(BUILD)/asan MODE=asan check

# Programs of tests/fault: every allocation and every call to the file system comes by them first.
FAULT_WRAPS = malloc calloc realloc aligned_alloc free strdup strndup realpath access close \
              faccessat fchmod fcntl fdatasync flock fstat fstatat fsync ftruncate link linkat lseek mkdir open \
              openat pread pthread_create pthread_join pwrite read rename renameat scandir stat \
              unlink unlinkat write
FAULT_SHARED = tests/fault/memory.c tests/fault/calls.c
$(BUILD)/tests/fault/%: tests/fault/%.c $(FAULT_SHARED) $(wildcard tests/fault/*.h tests/unit/*.h) \
                        $(BUILD)/libgoujiapp.a $(BUILD)/libgouji.a
	@mkdir -p $(@D)
	@echo "  LD    $@"
	$(Q)$(CC) $(CPPFLAGS_ALL) -Itests/unit $(PKG_CFLAGS) $(CFLAGS_ALL) $(FAULT_WRAPS:%=-Wl,--wrap=%) -o $@ \
	    $(filter %.c,$^) $(BUILD)/libgoujiapp.a $(BUILD)/libgouji.a $(TEST_LIBS) $(PKG_LIBS) $(LDFLAGS)

# A target of tests/fuzz is one program: with a main that runs the committed corpus through it, or,
# in MODE=fuzz, with clang's libFuzzer.
FUZZ_SHARED = tests/fuzz/fuzz.c tests/fuzz/promises.c
FUZZ_MAIN   = $(if $(filter fuzz,$(MODE)),,tests/fuzz/replay.c)
FUZZ_MODE   = $(if $(filter fuzz,$(MODE)),-fsanitize=fuzzer)
fuzzers: $(FUZZERS)
$(BUILD)/tests/fuzz/%: tests/fuzz/%.c $(FUZZ_SHARED) $(FUZZ_MAIN) $(wildcard tests/fuzz/*.h) \
                       $(BUILD)/libgoujiapp.a $(BUILD)/libgouji.a
	@mkdir -p $(@D)
	@echo "  LD    $@"
	$(Q)$(CC) $(CPPFLAGS_ALL) $(PKG_CFLAGS) $(CFLAGS_ALL) $(FUZZ_MODE) -Wl,--wrap=save_file -o $@ \
	    $(filter %.c,$^) $(BUILD)/libgoujiapp.a $(BUILD)/libgouji.a $(PKG_LIBS) $(LDFLAGS)

# TIME=SECONDS for each target; TARGET="json html" for some of them. Wants clang.
TIME ?= 60
fuzz:
	@.ci/deps install fuzz
	@$(MAKE) --no-print-directory CC=clang MODE=fuzz BUILD=$(BUILD)/fuzz \
	    $(if $(TARGET),$(TARGET:%=$(BUILD)/fuzz/tests/fuzz/fuzz_%),fuzzers)
	@BUILD=$(BUILD)/fuzz tests/fuzz/run.sh $(TIME) $(TARGET)

deps:
	@.ci/deps check test

check-includes:
	@tests/tools/check-includes.sh

check-messages:
	@tests/tools/check-messages.sh

# File by file: behind the first one clang-tidy takes every va_list for one that was not started.
lint: CPPFLAGS_ALL += -DGOUJI_BUILD='""'
lint: check-includes
	printf '%s\n' $(LIB_SOURCES) $(APP_SOURCES) src/main.c | xargs -P "$$(nproc)" -I {} \
	    clang-tidy --quiet {} -- $(CPPFLAGS_ALL) $(PKG_CFLAGS) -std=c11
	cppcheck --quiet --enable=warning,portability --inline-suppr --error-exitcode=1 \
	    --suppress=missingIncludeSystem -Iinclude --include=tests/tools/cppcheck.h src

# gcc's own analysis of paths, one warning is a failure. What goes into a list that grows is
# lost in its eyes: leaks are told by MODE=asan and valgrind.
analyze:
	@for file in $(LIB_SOURCES) $(APP_SOURCES); do \
	    gcc $(CPPFLAGS_ALL) $(PKG_CFLAGS) -std=c11 -O1 -fanalyzer -Wno-analyzer-malloc-leak -Werror \
	        -c -o /dev/null $$file || \
	    failed=1; done; [ -z "$$failed" ]

# No invalid access, no leak. Of tests whose children end in the midst, with all they hold, the
# accesses alone; the leaks of those are told by MODE=asan.
VALGRIND_TESTS   ?= unit/test_json unit/test_html unit/test_grid unit/test_event unit/test_anchor
VALGRIND_FORKING ?= unit/test_store unit/test_verdict
VALGRIND = valgrind --quiet --error-exitcode=9 --child-silent-after-fork=yes
valgrind: all $(VALGRIND_TESTS:%=$(BUILD)/tests/%) $(VALGRIND_FORKING:%=$(BUILD)/tests/%)
	@for test in $(VALGRIND_TESTS:%=$(BUILD)/tests/%) $(VALGRIND_FORKING:%=$(BUILD)/tests/%); do \
	    echo "  $$test"; leaks="--leak-check=full --errors-for-leak-kinds=definite"; \
	    case " $(VALGRIND_FORKING) " in *" $${test#$(BUILD)/tests/} "*) leaks=--leak-check=no;; esac; \
	    $(VALGRIND) $$leaks $$test >$(BUILD)/valgrind.log 2>&1 || \
	    { tail -n 40 $(BUILD)/valgrind.log; exit 1; }; done

# Sides of conditions never taken, by reason: $(BUILD)/coverage/uncovered.txt. Wants clang and llvm.
coverage:
	@rm -rf $(BUILD)/coverage/profile
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/coverage MODE=coverage CC=clang TEST_TIMEOUT=1800 \
	    all check-tests
	@BUILD=$(BUILD)/coverage tests/tools/coverage.sh

# Sampled by default; here every allocation, call, byte and bit. Takes an hour.
EXHAUSTIVE = fault/test_calls fault/test_kill fault/test_power fault/test_memory unit/test_damage
exhaustive: $(EXHAUSTIVE:%=$(BUILD)/tests/%)
	@for test in $^; do echo "  $$test"; GOUJI_EXHAUSTIVE=1 $$test >$(BUILD)/exhaustive.log 2>&1 || \
	    { tail -n 40 $(BUILD)/exhaustive.log; exit 1; }; \
	    grep -aE 'survived|none lost|flipped|cut at| runs, ' $(BUILD)/exhaustive.log; done


# REPORT=FILE measures with another report; N=… PAGES=… SEED=… other reports in the batch.
REPORT ?= data/samples/09-luming-tongjiju-2023.txt
bench: all $(BUILD)/tests/bench/bench $(BUILD)/tests/bench/batch $(BUILD)/tests/bench/queue $(ACCURACY)
	GOUJI_DATA=$(CURDIR)/data $(BUILD)/tests/bench/bench $(BUILD)/gouji $(REPORT)
	GOUJI_DATA=$(CURDIR)/data tests/bench/batch.sh $(BUILD)/gouji $(ACCURACY) $(BUILD)/tests/bench/batch
	GOUJI_DATA=$(CURDIR)/data tests/bench/queue.sh $(BUILD)/gouji $(ACCURACY) \
	    $(BUILD)/tests/bench/queue

$(BUILD)/tests/bench/%: tests/bench/%.c tests/vtpty.h $(BUILD)/libgouji.a
	@mkdir -p $(@D)
	@echo "  LD    $@"
	$(Q)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) $(LDOPT) -o $@ $< $(BUILD)/libgouji.a \
	    $(TEST_LIBS) $(PKG_LIBS) $(LDFLAGS)

# SEED=… N=… CLASS=A1,H KEEP=FOLDER make accuracy repeats and keeps what failed.
accuracy: all $(ACCURACY)
	@GOUJI_DATA=$(CURDIR)/data $(ACCURACY) $(BUILD)/gouji

# All classes, few reports: seeds that hold to every bar, and a fresh one that shall invent nothing.
# What the checks raise on reports in which nothing is wrong; SEED, N, CLASS, KEEP as above.
false-alarms: all $(ACCURACY)
	@GOUJI_DATA=$(CURDIR)/data SOUND=1 $(ACCURACY) $(BUILD)/gouji

accuracy-short: all $(ACCURACY)
	@tests/e2e/accuracy.sh

$(ACCURACY): $(wildcard tests/accuracy/*.[ch]) Makefile
	@mkdir -p $(@D)
	@echo "  LD    $@"
	$(Q)$(CC) $(CPPFLAGS_ALL) $(PKG_CFLAGS) $(CFLAGS_ALL) -o $@ $(filter %.c,$^) \
	    $(shell pkg-config --libs libcjson 2>/dev/null) -lm $(LDFLAGS)

# The tables of cases are laid out by hand.
format:
	clang-format -i $$(git ls-files 'src/*.[ch]' 'include/*.h' 'tests/*.[ch]' | grep -v /cases_)

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/gouji
	install $(BUILD)/gouji $(DESTDIR)$(PREFIX)/bin/gouji
	cp -R data/forms data/rules data/samples data/keys data/reasons data/*.json themes \
	    $(DESTDIR)$(PREFIX)/share/gouji/
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 \
	    $(DESTDIR)$(PREFIX)/share/man/man7
	for page in data/man/*; do \
	    install -m 644 $$page $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/; done
	install -D -m 644 data/completions/gouji.bash \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions/gouji
	install -D -m 644 data/completions/_gouji \
	    $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_gouji
	install -D -m 644 data/completions/gouji.fish \
	    $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/gouji.fish
	for mo in $(MO_FILES:$(BUILD)/locale/%=%); do \
	    install -D -m 644 $(BUILD)/locale/$$mo $(DESTDIR)$(PREFIX)/share/locale/$$mo; done

clean:
	rm -rf $(BUILD)

-include $(LIB_OBJECTS:.o=.d) $(APP_OBJECTS:.o=.d) $(UNITS:=.d) \
    $(BUILD)/src/main.d $(BUILD)/src/ahead/compile_patterns.d \
    $(BUILD)/src/ahead/compile_documents.d
