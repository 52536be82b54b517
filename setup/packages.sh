# shellcheck shell=sh
# Reads lists of packages (packages.txt says how they are written) and finds what of them is missing. Sourced by sh.

# needs LIST...: one need a line, its alternatives joined by "|", without blanks and comments.
needs() {
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@"
}

# installed_packages NAME...: those of them that dpkg has installed whole.
installed_packages() {
  dpkg-query -W -f='${Package} ${Status}\n' "$@" 2>/dev/null | sed -n 's/ install ok installed$//p'
}

# known_packages NAME...: those of them that the package lists can install.
known_packages() {
  apt-cache policy "$@" 2>/dev/null |
    awk '/^[^ ]/ { name = $1; sub(/:$/, "", name) } $1 == "Candidate:" && $2 != "(none)" { print name }'
}

# has WORD LIST: whether a list of lines has the word.
has() {
  printf '%s\n' "$2" | grep -Fqx -- "$1"
}

# to_install NEED INSTALLED KNOWN: what has to be installed for one need; nothing where it is met.
to_install() {
  alternatives=$(printf '%s' "$1" | tr '|' ' ')
  for name in $alternatives; do
    if has "$name" "$2"; then return; fi
  done
  for name in $alternatives; do
    if [ "$name" = - ]; then return; fi
    if has "$name" "$3"; then
      printf '%s\n' "$name"
      return
    fi
  done
  printf '%s\n' "${1%%|*}"  # apt says what is wrong with it
}

# missing_packages LIST...: what has to be installed for all needs of the lists, one name a line.
missing_packages() {
  names=$(needs "$@" | tr '|' '\n' | grep -vx -e -)
  # shellcheck disable=SC2086  # lists of words
  installed=$(installed_packages $names) known=$(known_packages $names)
  for need in $(needs "$@"); do
    to_install "$need" "$installed" "$known"
  done
}
