#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "model/start_method.hpp"
#include "model/stdio_mode.hpp"

namespace harness {

/// A release number as far as goldens compare it: "3.11.2" is {3, 11, 2}; what is missing is 0.
struct Version {
  std::array<int, 3> parts{};
  auto operator<=>(const Version&) const = default;
};

/// The first three numbers in `text`, or nothing where it starts with none.
std::optional<Version> parse_version(const std::string& text);

/// What some scenario shows that not everything which executes programs can do; an emulator cannot, say.
/// Whether it works is found by trying it: scenarios/support/facilities.cpp is the program that does.
///
///   clone3         a process may make a sibling of its own
///   exec           a program may execute its own file
///   nocldwait      children of a process with SA_NOCLDWAIT leave no zombies
///   own-threads    /proc/self/task has the threads that the program started, and no other
///   silent-abort   a process that dies of SIGABRT leaves nothing on stderr
///   subreaper      a process may adopt the orphans among its descendants
///   vfork          the child of vfork() has its parent's memory, which stands still
inline constexpr std::array<std::string_view, 7> known_facilities{
    "clone3", "exec", "nocldwait", "own-threads", "silent-abort", "subreaper", "vfork"};

/// Whether an implementation of this name is the twins, executed by an interpreter of Python: "cpython",
/// "pypy", or "python:MODULE", which has MODULE in the place of multiprocessing.
bool is_twins(std::string_view implementation);

/// MODULE of "python:MODULE"; empty for any other name, and where Python could not import what stands there.
std::string_view stand_in_of(std::string_view implementation);

/// Under what a program runs: what the conditions of a golden's sections speak about.
struct Conditions {
  std::string implementation = "reference";   ///< "reference", one of the twins' names, or that of a folder
  std::optional<Version> version{};           ///< of the implementation
  std::optional<Version> python_version{};    ///< of the language that the twins' interpreter speaks
  std::optional<StartMethod> start_method{};  ///< nothing where the scenario starts no process
  StdioMode stdio = StdioMode::pipe;
  std::string platform = "linux";
  std::set<std::string> lacking{};  ///< facilities that the programs were found to go without here
  bool operator==(const Conditions&) const = default;
};

}  // namespace harness
