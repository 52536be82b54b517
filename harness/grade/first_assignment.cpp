#include <system_error>
#include <utility>

#include "grade/assignment_file.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

constexpr std::string_view assignment_text = R"(# An assignment of exeunt grade.
#   try it:       exeunt grade --check assignment.toml solution
#   grade:        exeunt grade --assignment assignment.toml --out results SUBMISSION...
# What is commented out shows the defaults, or an example where there is none.

title = "A child and its exit status"

# Where the runs of an item differ: does the best or the worst one count?
# flaky = "worst"

# Bounds of every program; an item's own [item.limits] wins. Seconds, bytes ("64 MiB"), numbers.
# [limits]
# wall = 5.0
# cpu = 3
# memory = "256 MiB"        # of all its processes together
# address_space = "512 MiB" # of each; 0 for sanitizers
# processes = 64            # and threads, at a time
# processes_in_all = 20000
# stdout = "1 MiB"
# stderr = "256 KiB"
# file_size = "16 MiB"
# disk = "64 MiB"
# shared_memory = "16 MiB"
# stack = "8 MiB"
# open_files = 64

# What holds for items that do not say otherwise.
[defaults]
visibility = "visible"      # or "hidden" (instructor only), "after_due"
feedback = "full"           # or "verdict", "words" (nothing of what was expected), "seen" (what the program did)
# stdio = ["pipe"]          # also "tty", "file": an item passes when it passes on all of them
# start_methods = []        # "fork", "spawn", "forkserver", for programs that heed EXEUNT_START_METHOD
# repeat = 1                # runs of each: where they differ the item is flaky

# What a submission may bring: files and folders, folders in folders, bytes of one file and of all.
# [submission]
# members = 200
# depth = 8
# file_size = "1 MiB"
# size = "16 MiB"

[build]
language = "auto"           # by the file's ending: .c, .cpp, .py, .sh; or c, c++, python, shell, make, cmake, prebuilt
flags = ["-Wall"]           # for C and C++
# required = ["main.c"]     # files without which nothing is built
# provided = ["support.h"]  # the instructor's files: a submission's own files of these names are replaced
# [[build.program]]         # a program of several files
# name = "status"
# sources = ["status.c", "tools.c"]
# [build.limits]            # as above, of every command that builds
# wall = 20

# [late]
# due = 2026-10-01T23:59:00+02:00
# grace_minutes = 15
# percent_per_day = 10      # of the score, for every day begun
# percent_at_most = 50
# last_day = 7              # later than that: nothing

# Items may form groups. A weight is shared among a group's items by their points.
# [[group]]
# name = "basics"
# rule = "all_or_nothing"   # or "sum"
# weight = 10

[[item]]
name = "status"             # the submission's program: status.c, status.cpp, status.py, status.sh
title = "The child's exit status reaches its parent"
points = 2
golden = "goldens/status.golden"
# program = "status"        # where it is not called as the item
# args = ["--fast"]
# group = "basics"
# after = ["other_item"]    # judged only where those above it have passed

[[item.hint]]
when = "wrong-tree"         # or another reason; without it: for every failure
text = "Which call waits for a child, and who has to make it?"

# Scenarios of exeunt's own suite are items too, one each:
# [[item]]
# scenarios = ["exit/*"]
# program = "programs"      # the folder of the submission's programs: programs/exit/exit_main_process
# start_methods = ["fork"]

# Solutions that must lose exactly these items: exeunt grade --check proves it.
[[wrong]]
path = "wrong/nobody_waits"
loses = ["status"]
)";

constexpr std::string_view golden_text = R"(-- stdout --
child ended with 7
-- processes --
program            exit 0
  child            exit 7      reaped
)";

constexpr std::string_view solution_text = R"(#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  const pid_t child = fork();
  if (child == 0) _exit(7);
  int status = 0;
  waitpid(child, &status, 0);
  printf("child ended with %d\n", WEXITSTATUS(status));
  return 0;
}
)";

constexpr std::string_view wrong_text = R"(#include <stdio.h>
#include <unistd.h>

int main(void) {
  if (fork() == 0) _exit(7);
  printf("child ended with 7\n");
  return 0;
}
)";

}  // namespace

std::vector<std::filesystem::path> write_first_assignment(const std::filesystem::path& folder) {
  const std::vector<std::pair<std::string, std::string_view>> files{
      {"assignment.toml", assignment_text},
      {"goldens/status.golden", golden_text},
      {"solution/status.c", solution_text},
      {"wrong/nobody_waits/status.c", wrong_text}};
  for (const auto& [name, text] : files) {
    if (std::filesystem::exists(folder / name))
      throw CannotJudge((folder / name).string() + " is there already; --init overwrites nothing");
  }
  std::vector<std::filesystem::path> written;
  for (const auto& [name, text] : files) {
    const std::filesystem::path path = folder / name;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error) throw CannotJudge("cannot make the folder of " + path.string() + ": " + error.message());
    write_file(path, text);
    written.push_back(path);
  }
  return written;
}

}  // namespace harness
