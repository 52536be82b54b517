#pragma once

#include <filesystem>

namespace harness {

/// A folder of its own in TMPDIR, or /tmp, which goes with it and with all that is in it.
class TemporaryFolder {
 public:
  /// @throws CannotJudge where none can be made.
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace harness
