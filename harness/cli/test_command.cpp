#include "cli/test_command.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "cli/verbs.hpp"
#include "support/file.hpp"

namespace harness {

Machinery test_machinery() {
  Machinery machinery;
  machinery.examine = [] {
    return std::vector<HostFact>{{"see", true, "by looking", ""}, {"fly", false, "no wings", "grow some"}};
  };
  machinery.revision_of = [](const RunRequest&) { return SuiteRevision{"12ab", false, "x86_64"}; };
  machinery.request_stop = []() noexcept { ++stops_asked(); };
  return machinery;
}

int& stops_asked() {
  static int count = 0;
  return count;
}

namespace {

void expect_explained(int status, const std::string& name) {
  for (const NamedVerb& verb : verbs()) {
    if (verb.name != name) continue;
    const Verb made = verb.make();
    const std::vector<ExitStatus>& explained = made.options->exit_statuses();
    EXPECT_TRUE(std::any_of(explained.begin(), explained.end(),
                            [&](const ExitStatus& one) { return !one.code || one.code == status; }))
        << name << ": exit status " << status;
  }
}

}  // namespace

int TestCommand::operator()(std::vector<std::string> arguments) {
  std::istringstream in(input);
  std::ostringstream out_stream;
  std::ostringstream err_stream;
  const auto variable = [this](const std::string& name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::nullopt : std::optional<std::string>(found->second);
  };
  const std::string name = arguments.empty() ? "" : arguments.front();
  status = exeunt(std::move(arguments), {in, out_stream, err_stream, in_is_terminal, out_is_terminal, false,
                                         [this] { return size; }, variable, machinery});
  expect_explained(status, name);
  out = out_stream.str();
  err = err_stream.str();
  return status;
}

TestFolder::TestFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "exeunt.XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test");
  path_ = pattern;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

TestSuite::TestSuite() {
  for (const char* folder :
       {"scenarios/exit", "scenarios/orphans", "expected/exit", "expected/orphans", "programs"}) {
    std::filesystem::create_directories(path() / folder);
  }
  write_file(*this / "scenarios/exit/exit_main_process.cpp",
             "// The main process exits.\n//\n// It says so\n// first.\n//\n// Source: sys.exit\n// Start "
             "methods: none\n"
             "#include \"support/scenario.hpp\"\n\nint main() { print(\"bye\"); }  // ends\n");
  write_file(*this / "scenarios/exit/exit_main_process.py", "# The main process exits.\n\nprint('bye')\n");
  write_file(*this / "expected/exit/exit_main_process.golden", "-- stdout --\nbye\n");
  write_file(*this / "scenarios/exit/exit_child.cpp", "// A child exits.\nint main() {}\n");
  write_file(*this / "expected/exit/exit_child.golden", "-- stdout --\n");
  write_file(*this / "scenarios/orphans/left.cpp", "// A child is left.\nint main() {}\n");
  write_file(*this / "expected/orphans/left.golden", "-- stdout --\n");
}

std::vector<std::string> TestSuite::with(std::vector<std::string> arguments) const {
  for (const char* name : {"scenarios", "expected", "programs"}) {
    arguments.push_back(std::string("--") + name);
    arguments.push_back(*this / name);
  }
  return arguments;
}

}  // namespace harness
