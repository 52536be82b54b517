#pragma once

#include <cstdint>
#include <string>

#include "model/event.hpp"
#include "support/unique_fd.hpp"
#include "watch/recorder.hpp"

namespace harness::watch {

/// The reading end of one output stream of the program: a pipe, a terminal's master, or the file itself.
class Output {
 public:
  Output() = default;
  Output(Stream stream, UniqueFd reader, bool is_file);

  /// Takes what is there, without waiting. Nothing is kept beyond `limit` bytes.
  /// @param recorder  Takes note of it; nullptr: somebody else does.
  void drain(Recorder* recorder, std::uint64_t limit);

  /// Whether more than the limit came.
  bool over_limit() const { return over_limit_; }
  /// Whether no more can come: every writer has closed.
  bool ended() const { return ended_; }
  int fd() const { return reader_.get(); }
  bool is_file() const { return is_file_; }
  std::string take_bytes() { return std::move(bytes_); }

 private:
  ssize_t read_some(char* buffer, std::size_t size);

  Stream stream_ = Stream::out;
  UniqueFd reader_;
  bool is_file_ = false;
  bool ended_ = false;
  bool over_limit_ = false;
  std::string bytes_;
};

}  // namespace harness::watch
