#pragma once

#include <string>
#include <vector>

#include "match/tree_section.hpp"
#include "model/comparison.hpp"
#include "model/process.hpp"

namespace harness {

/// Whether a process is as its line says, as far as both are known. Children are not looked at.
bool fits_line(const ExpectedProcess& expected, const Process& seen);

/// How much a process is like its line: 0 not at all.
int likeness(const ExpectedProcess& expected, const Process& seen);

/// What is wrong about a process that its line stands for; `name` is how sentences call it.
void find_differences(const std::string& name, const ExpectedProcess& expected, const Process& seen,
                      std::vector<Difference>& differences);

/// The ending of the program itself, where it is not as expected. `line` is 0 where no line of a golden says
/// so.
void find_wrong_exit(const std::optional<Ending>& expected, int line, const Process& root,
                     std::vector<Difference>& differences);

/// A leaked process that no line of the golden stands for.
Difference undeclared_leak(const std::string& name, int line);

/// What the line says and the observation could not see.
void note_unseen(const std::string& name, const ExpectedProcess& expected, const Process& seen,
                 std::vector<std::string>& not_checked);

/// An orphan or zombie that a few milliseconds made one.
void note_close_race(const std::string& name, const Process& seen, std::vector<std::string>& close_races);

}  // namespace harness
