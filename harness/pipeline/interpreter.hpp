#pragma once

#include <filesystem>
#include <string>

namespace harness {

/// An interpreter of Python, as it describes itself.
struct Interpreter {
  std::filesystem::path path{};  ///< absolute, links not followed: it finds its virtual environment by it
  std::string name{};            ///< sys.implementation.name: "cpython", "pypy"
  std::string version{};         ///< of the implementation: "3.11.2", "7.3.11"
  std::string python_version{};  ///< of the language: "3.11.2", "3.9.16"
};

/// Asks the interpreter that a word of the command line names: a path, or a name to be looked up in $PATH.
/// @throws CannotJudge where there is none, or it is no Python 3 with a multiprocessing of its own: which,
/// why, and what to do.
Interpreter ask_interpreter(const std::filesystem::path& word);

/// "/usr/bin/python3 (cpython 3.11.2)", for messages.
std::string described(const Interpreter& interpreter);

}  // namespace harness
