#!/bin/sh
# Which packages are missing, on systems that these stand-ins for dpkg-query and apt-cache pretend to be.
set -u
cd "$(dirname "$0")" || exit 2
. ./expect.sh
. ./packages.sh

# system "INSTALLED..." "KNOWN...": dpkg-query and apt-cache as they would answer there.
system() {
  # shellcheck disable=SC2016  # for the stand-ins
  stand_in dpkg-query 'shift 2; for name; do case " '"$1"' " in *" $name "*) echo "$name install ok installed" ;;
    *) case " '"$1"' " in *" $name-removed "*) echo "$name deinstall ok config-files" ;; esac ;; esac; done'
  # shellcheck disable=SC2016
  stand_in apt-cache 'shift; for name; do case " '"$2"' " in *" $name "*) candidate=1.2-3 ;; *" $name-virtual "*) candidate="(none)" ;;
    *) continue ;; esac; printf "%s:\n  Installed: (none)\n  Candidate: %s\n  Version table:\n" "$name" "$candidate"; done'
}

missing() {
  printf '%s\n' "$1" >"$work/list"
  PATH=$work/bin:$PATH missing_packages "$work/list" | tr '\n' ' '
}

system "" "a b c"
expect "all of a list, in its order" "b a " "$(missing 'b
a')"
expect "blank lines and comments say nothing" "a " "$(missing '
# c
  a   # b
')"
system "a" "a b"
expect "what is installed is not installed again" "b " "$(missing 'a
b')"
system "" "old new"
expect "the first alternative that the lists have" "old " "$(missing 'older | old | new')"
system "new" "old new"
expect "an installed alternative is enough, whichever" "" "$(missing 'old | new')"
system "a-removed" "a"
expect "a package that was removed is missing" "a " "$(missing 'a')"
system "" "only-virtual-virtual b"
expect "a package without a candidate is not known" "b " "$(missing 'only-virtual | b')"
system "" "a"
expect "a need that only newer releases have" "" "$(missing 'newer | -')"
system "" "newer"
expect "the same, where there is one" "newer " "$(missing 'newer | -')"
system "" ""
expect "without package lists the first name, so that apt explains itself" "a " "$(missing 'a | b')"
system "ab" "a"
expect "a name is matched whole" "a " "$(missing 'a')"
system "" "g++ libx1.81-dev libx-dev"
expect "names with signs" "g++ libx1.81-dev " "$(missing 'g++
libx1.81-dev | libx-dev')"
conclude
