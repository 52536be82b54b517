#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "cli/exeunt.hpp"
#include "cli/machinery.hpp"

namespace harness {

/// The machinery of these tests: what it runs, the test says.
Machinery test_machinery();

/// How often its request_stop was called.
int& stops_asked();

/// The command, called with streams of its own. Whatever it does, its exit status is one that its --help
/// explains.
struct TestCommand {
  Machinery machinery = test_machinery();
  std::map<std::string, std::string> environment{{"LANG", "C.UTF-8"}};
  std::string input;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  TerminalSize size{};

  int status = -1;
  std::string out;
  std::string err;

  int operator()(std::vector<std::string> arguments);
};

/// A folder that goes with the test.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// A small suite in a folder: exit/exit_main_process (no start method), exit/exit_child (three),
/// orphans/left.
class TestSuite : public TestFolder {
 public:
  TestSuite();
  /// `arguments` and the options that point at this suite.
  std::vector<std::string> with(std::vector<std::string> arguments) const;
};

}  // namespace harness
