#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/start_method.hpp"

namespace harness {

/// One behaviour of the suite. Its name is its path: "exit/exit_child_status_one".
struct Scenario {
  std::string name{};
  std::string title{};                       ///< first sentence of the opening comment
  std::string teaching{};                    ///< the rest of it, paragraphs separated by an empty line
  std::string source{};                      ///< after "Source:"
  std::vector<StartMethod> start_methods{};  ///< empty: it starts no process and runs once
  std::vector<std::string> platforms{};      ///< empty: everywhere
  std::filesystem::path program{};           ///< the C++ source; empty where it has none
  std::filesystem::path twin{};              ///< the Python source; empty where it has none
  std::filesystem::path golden{};
  int blocking_calls = 0;  ///< how often its source blocks for a time: a hint at how long it takes
  std::string chapter() const { return name.substr(0, name.find('/')); }
};

}  // namespace harness
