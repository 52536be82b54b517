// The twins with a module in the place of multiprocessing: modules that are made here and wrap it.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <map>

#include "judge_run.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class StandIn : public testing::Test {
 protected:
  void SetUp() override {
    ::setenv("PYTHONPATH", modules().c_str(), 1);
    write("modules/faithful.py", "from multiprocessing import *\n__version__ = '2.5.1'\n");
    write("modules/changed.py",
          "import multiprocessing\n"
          "from multiprocessing import *\n"
          "__version__ = '0.9'\n"
          "class Process(multiprocessing.Process):\n"
          "    exitcode = property(lambda self: 42)\n");
    write("scenarios/exit/status.py",
          "import multiprocessing\n"
          "import os\n"
          "import sys\n"
          "method = os.environ['EXEUNT_START_METHOD']\n"
          "def task():\n"
          "    sys.exit(3)\n"
          "if __name__ == '__main__':\n"
          "    multiprocessing.set_start_method(method)\n"
          "    child = multiprocessing.Process(target=task)\n"
          "    child.start()\n"
          "    child.join()\n"
          "    print(multiprocessing.__name__, child.exitcode)\n");
    write("scenarios/exit/status.golden",
          "-- stdout [python:changed<1] --\nchanged 42\n"
          "-- stdout [python:faithful>=2.5] --\nfaithful 3\n"
          "-- stdout [cpython|pypy] --\nmultiprocessing 3\n"
          "-- stdout --\n(of nobody)\n"
          "-- processes --\nprogram  exit 0\n  child  exit 3  reaped\n");
  }
  void TearDown() override { ::unsetenv("PYTHONPATH"); }

  JudgeRun run(const std::string& implementation, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"run",         "--implementation", implementation, "--json",
                                       judge_.json(), "--stdio",          "pipe",         "--scenarios",
                                       suite(),       "--expected",       suite(),        "exit/status"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return judge_.run(arguments);
  }

 private:
  std::string suite() const { return (folder_.path() / "scenarios").string(); }
  fs::path modules() const { return folder_.path() / "modules"; }
  void write(const std::string& name, const std::string& text) {
    fs::create_directories((folder_.path() / name).parent_path());
    std::ofstream(folder_.path() / name) << text;
  }

  TestFolder folder_;
  Judge judge_{folder_.path()};
};

TEST_F(StandIn, HasItsPlaceInTheProgramAndInItsChildrenUnderEveryStartMethod) {
  const JudgeRun seen = run("python:faithful,python:changed,cpython");
  EXPECT_EQ(seen.exit_status, 0) << seen.out << seen.err;
  std::map<std::string, int> passed;
  for (const nlohmann::json& one : seen.results) {
    EXPECT_EQ(one.at("verdict"), "pass") << told(one);
    EXPECT_FALSE(one.at("python_version").is_null());
    ++passed[one.at("implementation").get<std::string>() + " " + one.at("version").get<std::string>()];
  }
  EXPECT_EQ(passed["python:faithful 2.5.1"], 3);
  EXPECT_EQ(passed["python:changed 0.9"], 3);
  EXPECT_EQ(passed.size(), 3U);
}

TEST_F(StandIn, WhatCannotBeJudgedEndsWithTwoAndWhatIsNotThereIsSkipped) {
  EXPECT_EQ(run("python:unheard_of").exit_status, 2);
  EXPECT_THAT(run("python:unheard_of").err, HasSubstr("has no module 'unheard_of'"));
  EXPECT_EQ(run("python:json").exit_status, 2);
  EXPECT_EQ(run("cpython", {"--python", "/nonexistent/python3"}).exit_status, 77);
  EXPECT_EQ(run("pypy", {"--python", "/bin/true"}).exit_status, 2);
}

TEST_F(StandIn, AWordThatIsNoImplementationIsAWrongCommandLine) {
  EXPECT_EQ(run("pipy").exit_status, 3);
  EXPECT_THAT(run("pipy").err, HasSubstr("(closest: 'pypy')"));
  EXPECT_EQ(run("python:").exit_status, 3);
}

}  // namespace
}  // namespace harness
