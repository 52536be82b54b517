#include "grade/package.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <vector>

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
  gcc g++ make cmake python3 bubblewrap libseccomp2 libarchive13 libsqlite3-0 libre2-9 \
  libpugixml1v5 libboost-filesystem1.81.0
chmod +x /autograder/source/bin/exeunt /autograder/source/bin/exeunt-shim
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
      : path_(path), archive_(::archive_write_new(), ::archive_write_free) {
    ::archive_write_set_format_zip(archive_.get());
    ::archive_write_set_options(archive_.get(), "zip:compression-level=1");
    if (::archive_write_open_filename(archive_.get(), path.c_str()) != ARCHIVE_OK) complain();
  }

  void add(const std::string& name, std::string_view content, bool executable) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(::archive_entry_new(),
                                                                         ::archive_entry_free);
    ::archive_entry_set_pathname(entry.get(), name.c_str());
    ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    ::archive_entry_set_filetype(entry.get(), AE_IFREG);
    ::archive_entry_set_perm(entry.get(), executable ? 0755 : 0644);
    if (::archive_write_header(archive_.get(), entry.get()) != ARCHIVE_OK) complain();
    if (::archive_write_data(archive_.get(), content.data(), content.size()) !=
        static_cast<la_ssize_t>(content.size()))
      complain();
  }

  void close() {
    if (::archive_write_close(archive_.get()) != ARCHIVE_OK) complain();
  }

 private:
  [[noreturn]] void complain() {
    const char* text = ::archive_error_string(archive_.get());
    throw CannotJudge("cannot write " + path_.string() + ": " + (text != nullptr ? text : "unknown reason"));
  }

  fs::path path_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
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
  add_folder(zip, fs::absolute(assignment).parent_path(), "assignment/");
  zip.close();
  std::error_code error;
  fs::rename(making, zip_path, error);
  if (error) throw CannotJudge("cannot write " + zip_path.string() + ": " + error.message());
}

}  // namespace harness
