#!/bin/bash
# make -j with its job server, a recursive make, and a recipe that fails.
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 99
mkdir sub
cat >Makefile <<'M'
parts := $(addprefix part,1 2 3 4 5 6 7 8)
all: whole below
whole: $(parts)
	@cat $(parts) >$@
part%:
	@echo $@ >$@
below:
	@$(MAKE) --no-print-directory -C sub
fail:
	@exit 3
.PHONY: all below fail
M
printf 'all: a b\n\t@cat a b\na b:\n\t@echo $@ >$@\n' >sub/Makefile
make -s -j4; echo "made $?"
cat whole
make -s -j4 fail 2>/dev/null; echo "failed $?"
