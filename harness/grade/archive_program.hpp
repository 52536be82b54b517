#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>

#include "archive/channel.hpp"
#include "support/unique_fd.hpp"

namespace harness {

/// exeunt-archive at work on one archive. Archives come from strangers and the libraries that read them are
/// large: they are read by a program that can do nothing else (see confine.hpp), and told of in messages.
class ArchiveProgram {
 public:
  enum class Task { read, write };

  /// @param archive  the file; open for it to read or to write. @throws CannotJudge
  ArchiveProgram(Task task, const UniqueFd& archive);
  /// Ends it.
  ~ArchiveProgram();
  ArchiveProgram(const ArchiveProgram&) = delete;
  ArchiveProgram& operator=(const ArchiveProgram&) = delete;

  /// Where it is.
  static std::filesystem::path path();

  /// The conversation with it.
  ArchiveChannel& channel() { return *channel_; }

 private:
  UniqueFd socket_;
  pid_t pid_ = -1;
  std::optional<ArchiveChannel> channel_;
};

}  // namespace harness
