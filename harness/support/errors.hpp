#pragma once

#include <stdexcept>
#include <string>

namespace harness {

/// The command line asks for something that does not exist. Exit status 3.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& what) : std::runtime_error(what) {}
};

/// Nothing can be judged: a bad golden, a missing program, a host that refuses. Exit status 2.
class CannotJudge : public std::runtime_error {
 public:
  explicit CannotJudge(const std::string& what) : std::runtime_error(what) {}
};

/// "STEP: the text of the error number `error`".
std::string errno_text(const std::string& step, int error);

/// Throws CannotJudge with errno_text(step, errno).
[[noreturn]] void throw_errno(const std::string& step);

}  // namespace harness
