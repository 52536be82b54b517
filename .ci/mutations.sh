# What the two scripts share that break the project in small ways: process/mutations/run and harness/mutations/run.
# A list of mutations has one on each line: FILE | sed expression | what it breaks.
# shellcheck shell=bash disable=SC2034  # jobs and pattern are for the scripts

# read_arguments [--check] [--jobs N] [PATTERN]: sets check, jobs, and pattern, which lines to take must contain.
read_arguments() {
  jobs=$(nproc)
  check=no
  if [ "${1:-}" = --check ]; then
    check=yes
    shift
  fi
  if [ "${1:-}" = --jobs ]; then
    jobs=$2
    shift 2
  fi
  pattern=${1:-}
}

# The mutations of a list that are to be tried.
mutations() { grep -v -e '^#' -e '^$' "$1" | grep -F -e "$pattern" || true; }

file_of() { printf '%s' "${1%% | *}"; }
what_of() { printf '%s' "${1##* | }"; }
expression_of() {
  local rest=${1#* | }
  printf '%s' "${rest% | *}"
}

# mutated FILE EXPRESSION COPY: writes the changed file. Fails where not exactly one line is another.
mutated() {
  sed "$2" "$1" >"$3"
  [ "$(diff "$1" "$3" | grep -c '^<' || true)" = 1 ]
}

# check_fit LIST FOLDER: whether each mutation of the list changes one line of its file below the folder.
check_fit() {
  local mutation copy status=0
  copy=$(mktemp)
  while IFS= read -r mutation; do
    mutated "$2/$(file_of "$mutation")" "$(expression_of "$mutation")" "$copy" && continue
    echo "$1: changes not one line of $2/$(file_of "$mutation"): $(what_of "$mutation")"
    status=1
  done < <(mutations "$1")
  rm -f "$copy"
  return "$status"
}
