# shellcheck shell=sh
# What to do where there is no apt: the packages of other systems, as far as their names are known. Sourced by sh.

# The names were looked up, not tried. "-" behind a manager's command: no package is known for these.
elsewhere_packages() {
  cat <<'LIST'
dnf      sudo dnf install cmake gcc-c++ libstdc++-static glibc-static make ninja-build pkgconf python3 gtest-devel gmock-devel google-benchmark-devel boost-devel boost-static cli11-devel fmt-devel json-devel pugixml-devel re2-devel libseccomp-devel bubblewrap tomlplusplus-devel libarchive-devel sqlite-devel
pacman   sudo pacman -S --needed cmake gcc make ninja pkgconf python gtest benchmark boost cli11 fmt nlohmann-json pugixml re2 libseccomp bubblewrap tomlplusplus libarchive sqlite
zypper   sudo zypper install cmake gcc-c++ make ninja pkgconf python3 gtest gmock benchmark-devel libboost_headers-devel libboost_filesystem-devel libboost_process-devel cli11-devel fmt-devel nlohmann_json-devel pugixml-devel re2-devel libseccomp-devel bubblewrap tomlplusplus-devel libarchive-devel sqlite3-devel
apk      apk add cmake g++ make samurai pkgconf python3 gtest-dev benchmark-dev boost-dev boost-static cli11-dev fmt-dev nlohmann-json pugixml-dev re2-dev libseccomp-dev bubblewrap tomlplusplus-dev libarchive-dev sqlite-dev linux-headers
brew     brew install cmake make ninja pkgconf python googletest google-benchmark boost cli11 fmt nlohmann-json pugixml re2 tomlplusplus libarchive sqlite
LIST
}

# The one message: what is needed, and the command for the package manager that is here, or for all.
explain_elsewhere() {
  cat <<'TEXT'
exeunt: this system has no apt, so nothing was installed, and something that the build needs is missing.
Needed: CMake 3.25, a compiler for C++20 (GCC 12 or Clang 14), ninja, make, pkgconf, Python 3; the libraries GoogleTest,
Google Benchmark, Boost 1.81 (filesystem, and process since 1.86), CLI11, fmt 9, nlohmann-json, pugixml, dtl,
kainjow-mustache, re2, toml++, libarchive, SQLite; on Linux also libseccomp and bubblewrap.
TEXT
  for manager in dnf pacman zypper apk brew; do
    if command -v "$manager" >/dev/null 2>&1; then here=$manager; break; fi
  done
  elsewhere_packages | while read -r manager command; do
    if [ "${here:-$manager}" = "$manager" ]; then printf '  %s\n' "$command"; fi
  done
  cat <<'TEXT'
dtl (dtl/dtl.hpp) and mustache (kainjow/mustache.hpp) are headers alone, which these have no package for as far as is
known: copy them to where the compiler looks. Then give this command again.
TEXT
}
