// Uses each library that the command is linked with, so that linking this finds out whether all of them, and
// all that they need in turn, are there in the form that was asked for.
#include <re2/re2.h>
#include <seccomp.h>
#include <sqlite3.h>

#include <boost/filesystem/operations.hpp>

int main(int, char** words) {
  const re2::RE2 pattern("[a-z]+");
  sqlite3* database = nullptr;
  const bool opened = sqlite3_open(":memory:", &database) == SQLITE_OK;
  seccomp_release(seccomp_init(SCMP_ACT_ALLOW));
  return opened && re2::RE2::FullMatch(words[0], pattern) && boost::filesystem::exists(words[0]) ? 0 : 1;
}
