#pragma once

#include <thread>

#include "watch/launcher/unique_handle_windows.hpp"

namespace harness::watch {

/// Passes on what comes through a pipe, on a thread of its own, until nobody holds the pipe open.
class Output {
 public:
  /// @param to  borrowed.
  Output(UniqueHandle from, HANDLE to, bool unix_lines);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() { thread_.join(); }

 private:
  UniqueHandle from_;
  std::thread thread_;
};

}  // namespace harness::watch
