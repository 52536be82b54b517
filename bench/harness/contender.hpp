#pragma once

#include <functional>
#include <string>
#include <vector>

#include "harness/suite_folder.hpp"

namespace bench {

/// A harness that runs a suite.
struct Contender {
  std::string name;
  std::string absent = {};  ///< why it is not here; empty: it is
  bool slow = false;        ///< a thousand programs take it longer than a person waits
  /// Writes what it needs into the folder and tells the command.
  std::function<std::vector<std::string>(const SuiteFolder&, int jobs)> prepare;
};

/// `exeunt run` at a level of observation, with its own choice of jobs.
Contender exeunt_at(const std::string& level);

/// ctest, pytest, GNU make, kyua, bats, prove: with `jobs` at once where they can.
std::vector<Contender> other_harnesses();

/// The floor, which runs every program so many times.
std::vector<std::string> bare_loop(const SuiteFolder& suite, int at_once, int times);

}  // namespace bench
