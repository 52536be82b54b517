#include "pipeline/revision.hpp"

#include <chrono>
#include <system_error>

#include "pipeline/program_kind.hpp"
#include "run/event_loop.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"
#include "support/find_program.hpp"

namespace harness {
namespace {

constexpr std::chrono::seconds patience{2};

SuiteRevision asked_of_git(const SuitePaths& paths) {
  try {
    const CommandResult asked = EventLoop::run_command(
        {find_program("git").string(), "--no-optional-locks", "-C", paths.expected.string(), "status",
         "--porcelain=v2", "--branch", "--", ".", std::filesystem::absolute(paths.scenarios).string()},
        patience);
    if (asked.timed_out || asked.wait_status != 0) return {};
    return parse_git_status(asked.out);
  } catch (const CannotJudge&) {  // there is no git
    return {};
  }
}

// The programs of a suite are built together: the first that is found tells of all.
std::string kind_in(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->path().has_extension() || !entry->is_regular_file(error)) continue;
    if (const std::string kind = program_kind(entry->path()); !kind.empty()) return kind;
  }
  return "";
}

std::string programs_of(const RunRequest& request) {
  std::string text = kind_in(request.paths.programs);
  if (!request.platform.empty()) text += (text.empty() ? "" : ", ") + request.platform;
  if (!request.through.empty())
    text += (text.empty() ? "" : ", ") + ("through " + request.through.filename().string());
  return text;
}

}  // namespace

SuiteRevision parse_git_status(std::string_view text) {
  constexpr std::string_view commit = "# branch.oid ";
  SuiteRevision revision;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with(commit)) revision.revision = line.substr(commit.size());
    if (!line.starts_with("#")) revision.dirty = true;
  }
  if (revision.revision == "(initial)") revision.revision.clear();
  if (revision.revision.empty()) return {};
  if (!revision.dirty) revision.dirty = false;
  return revision;
}

SuiteRevision revision_of(const RunRequest& request) {
  SuiteRevision revision = asked_of_git(request.paths);
  revision.programs = programs_of(request);
  return revision;
}

}  // namespace harness
