#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "support/unique_fd.hpp"

namespace harness {

/// The lines of a file, one after the other, in a buffer that is as large as the longest of them needs.
class LineReader {
 public:
  /// @throws CannotJudge where the file cannot be read.
  explicit LineReader(const std::filesystem::path& path);

  /// Goes to the next line. @return false behind the last one. @throws CannotJudge
  bool next();
  /// The present line without its end; until next() is called.
  std::string_view line() const { return line_; }
  /// Where it begins in the file.
  std::uint64_t offset() const { return offset_; }
  /// Whether it lacks its end: the last one of a file that was cut short.
  bool torn() const { return torn_; }

 private:
  bool fill();

  std::filesystem::path path_;
  UniqueFd fd_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;     // of what is not told yet, in buffer_
  std::size_t end_ = 0;       // of what was read
  std::uint64_t passed_ = 0;  // where buffer_ begins in the file
  std::string_view line_;
  std::uint64_t offset_ = 0;
  bool torn_ = false;
};

}  // namespace harness
