#pragma once

#include <filesystem>
#include <string>

#include "support/errors.hpp"

namespace harness {

/// A golden that cannot be read: "PATH:LINE: what and why; what is allowed".
class BadGolden : public CannotJudge {
 public:
  BadGolden(const std::filesystem::path& path, int line, const std::string& what)
      : CannotJudge(path.string() + ":" + std::to_string(line) + ": " + what) {}
};

/// What is wrong in one line, before the path is known.
class BadLine : public CannotJudge {
 public:
  BadLine(int at, const std::string& what) : CannotJudge(what), line(at) {}
  const int line;
};

}  // namespace harness
