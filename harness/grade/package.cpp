#include "grade/package.hpp"

#include <fcntl.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "grade/archive_program.hpp"
#include "pipeline/shim_path.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view setup = R"sh(#!/bin/sh
# Run once, when Gradescope builds the image.
set -e
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
  gcc g++ make cmake python3 bubblewrap libseccomp2 libarchive13 libsqlite3-0 libre2-9 libfmt9
chmod +x /autograder/source/bin/*
)sh";

constexpr std::string_view run_text = R"sh(#!/bin/sh
# Run for every submission. What is graded so far stands in results.json at every moment.
# Where the container allows no sandbox, grading is refused; --allow-unsandboxed runs submissions without one,
# and they can then read the assignment's goldens.
results=/autograder/results/results.json
submitted=$(sed -n 's/.*"created_at": *"\([^"]*\)".*/\1/p' /autograder/submission_metadata.json | head -n 1)
/autograder/source/bin/exeunt grade --assignment /autograder/source/assignment/ASSIGNMENT --one --quiet \
  ${submitted:+--submitted-at "$submitted"} --out /tmp/exeunt-results \
  --format "gradescope=$results" /autograder/submission
status=$?
[ -s "$results" ] ||
  printf '{"score": 0, "output": "The autograder could not run (status %s). Tell your instructor."}\n' "$status" >"$results"
)sh";

class ZipWriter {
 public:
  explicit ZipWriter(const fs::path& path)
      : path_(path), program_(ArchiveProgram::Task::write, created(path)) {}

  void add(const std::string& name, std::string_view content, bool executable) {
    constexpr std::size_t piece = 1U << 20U;
    tell(ArchiveMember{name, ArchiveMember::Kind::file, executable, content.size()});
    for (; !content.empty(); content.remove_prefix(std::min(piece, content.size())))
      tell(ArchivePiece{std::string(content.substr(0, piece))});
  }

  void close() {
    tell(ArchiveEnd{});
    const std::optional<ArchiveMessage> answer = program_.channel().receive();
    if (!answer) complain("exeunt-archive ended before it was written");
    if (const auto* damage = std::get_if<ArchiveDamage>(&*answer)) complain(damage->why);
  }

 private:
  static UniqueFd created(const fs::path& path) {
    UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (!file) throw_errno("cannot write " + path.string());
    return file;
  }

  void tell(const ArchiveMessage& message) {
    if (!program_.channel().send(message)) close();  // its last word is why
  }

  [[noreturn]] void complain(const std::string& why) const {
    throw CannotJudge("cannot write " + path_.string() + ": " + why);
  }

  fs::path path_;
  ArchiveProgram program_;
};

void add_folder(ZipWriter& zip, const fs::path& folder, const std::string& prefix) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && !entry.is_symlink()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const bool executable = (fs::status(file).permissions() & fs::perms::owner_exec) != fs::perms::none;
    zip.add(prefix + file.lexically_relative(folder).string(), read_file(file), executable);
  }
}

}  // namespace

void write_gradescope_package(const fs::path& assignment, const fs::path& zip_path) {
  fs::path making = zip_path;
  making += ".making";
  ZipWriter zip(making);
  std::string run(run_text);
  const std::string mark = "ASSIGNMENT";
  run.replace(run.find(mark), mark.size(), assignment.filename().string());
  zip.add("setup.sh", setup, true);
  zip.add("run_autograder", run, true);
  zip.add("bin/exeunt", read_file("/proc/self/exe"), true);
  zip.add("bin/exeunt-shim", read_file(shim_path()), true);
  zip.add("bin/exeunt-archive", read_file(ArchiveProgram::path()), true);
  add_folder(zip, fs::absolute(assignment).parent_path(), "assignment/");
  zip.close();
  std::error_code error;
  fs::rename(making, zip_path, error);
  if (error) throw CannotJudge("cannot write " + zip_path.string() + ": " + error.message());
}

}  // namespace harness
