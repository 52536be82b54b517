#!/bin/sh
# What ./exeunt answers on a machine that has nothing: it installs and builds only for what needs it.
set -u
project=$(cd "$(dirname "$0")/.." && pwd)
cd "$project/setup" || exit 2
. ./expect.sh

# A fresh checkout's files, as far as the script reads them, and stand-ins that note that they were called.
mkdir "$work/checkout"
cp -r "$project/exeunt" "$project/VERSION" "$project/setup" "$work/checkout"
cp "$project"/packages*.txt "$work/checkout"
for tool in apt-get cmake ninja sudo; do stand_in "$tool" "echo $tool \"\$@\" >>'$work/called'; exit 1"; done
stand_in dpkg-query "exit 1"
stand_in apt-cache "exit 1"

# answer WORDS...: what the script prints, both streams, then its status.
answer() {
  rm -f "$work/called"
  PATH=$work/bin:$PATH "$work/checkout/exeunt" "$@" 2>&1
  printf 'status %s' $?
}
called() { if [ -f "$work/called" ]; then echo "called: $(cat "$work/called")"; else echo "nothing called"; fi; }

expect "--version" "exeunt $(cat "$project/VERSION")
status 0" "$(answer --version)"
expect "--version builds nothing" "nothing called" "$(called)"

for words in --help -h help; do
  expect "$words names each command" "" "$(answer $words >"$work/help"; while read -r name rest; do
    grep -q "^  $name  *$rest\$" "$work/help" || echo "$name"; done <"$project/setup/commands.txt")"
  expect "$words ends with 0" "status 0" "$(tail -n 1 "$work/help")"
  expect "$words builds nothing" "nothing called" "$(called)"
done

expect "a wrong command" "exeunt: unknown command 'jion'; ./exeunt --help lists them
status 3" "$(answer jion)"
expect "a wrong option" "exeunt: unknown command '--jion'; ./exeunt --help lists them
status 3" "$(answer --jion)"
expect "a command that is a pattern" "exeunt: unknown command 'r.n'; ./exeunt --help lists them
status 3" "$(answer r.n)"
expect "wrong commands build nothing" "nothing called" "$(called)"
expect "no command" "status 3" "$(answer | tail -n 1)"
expect "a command's help before it is built" "status 0" "$(answer run --help | tail -n 1)"
expect "which builds nothing" "nothing called" "$(called)"

answer run >"$work/said"
expect "a command that needs the build asks for packages" "yes" "$(grep -q '^\(apt-get\|sudo\)' "$work/called" && echo yes)"
expect "a failure to install ends with 2" "status 2" "$(tail -n 1 "$work/said")"

# A built command is handed whatever it knows better.
mkdir -p "$work/checkout/build/default"
printf '#!/bin/sh\necho "built: $*"\n' >"$work/checkout/build/default/exeunt"
chmod +x "$work/checkout/build/default/exeunt"
expect "a wrong command, to the built one" "built: jion
status 0" "$(answer jion)"
expect "a command's help, to the built one" "built: run --help
status 0" "$(answer run --help)"

# Where there is no apt, one message says what is needed.
for tool in apt-get dpkg-query apt-cache; do rm "$work/bin/$tool"; done
for tool in sh sed grep cat cut tr dirname id find mkdir rm tail nproc env printf mktemp; do
  found=$(command -v "$tool") && [ -x "$found" ] && ln -sf "$found" "$work/bin/$tool"
done
stand_in dnf "exit 1"
rm -rf "$work/checkout/build"
expect "without apt: the command of the package manager that is here" "1 sudo dnf install cmake" \
  "$(PATH=$work/bin "$work/checkout/exeunt" run 2>&1 | grep 'cmake ' | sed 's/ gcc-c.*//; s/^ */1 /')"
conclude
