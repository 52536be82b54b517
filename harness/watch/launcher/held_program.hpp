#pragma once

#include <sys/types.h>

#include <csignal>
#include <string>
#include <vector>

#include "support/unique_fd.hpp"

namespace harness::watch {

/// A new process that becomes the program when it is let go, and ends where it is not. It has this process's
/// standard streams and a process group of its own, to which it takes the terminal where it has one.
class HeldProgram {
 public:
  /// @param words  the file and its arguments.
  /// @param mask   of the signals that the program begins with.
  /// @throws  std::system_error
  HeldProgram(const std::vector<std::string>& words, const sigset_t& mask);

  pid_t pid() const { return pid_; }
  /// @throws  std::system_error  where it cannot become the program.
  void let_go();

 private:
  std::string name_;
  pid_t pid_ = 0;
  UniqueFd gate_;    ///< a byte lets it go
  UniqueFd report_;  ///< why it could not; closed by the exec
};

}  // namespace harness::watch
