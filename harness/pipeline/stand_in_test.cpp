#include "pipeline/stand_in.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

#include "suite/python.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

// A suite and modules made for one test; PYTHONPATH leads to the modules.
class StandInTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!find_python("python3")) GTEST_SKIP() << "there is no python3 on PATH";
    if (const char* const before = std::getenv("PYTHONPATH")) before_ = before;
    ::setenv("PYTHONPATH", modules().c_str(), 1);
    fs::create_directories(modules());
    module("wrapping.py",
           "from multiprocessing import *\n"
           "__version__ = '1.2.3'\n");
  }
  void TearDown() override {
    if (before_) {
      ::setenv("PYTHONPATH", before_->c_str(), 1);
    } else {
      ::unsetenv("PYTHONPATH");
    }
  }

  fs::path modules() const { return folder_.path() / "modules"; }
  fs::path suite() const { return folder_.path() / "scenarios"; }
  void module(const std::string& name, const std::string& text) { write(modules() / name, text); }
  fs::path twin(const std::string& text) {
    write(suite() / "exit" / "x.py", text);
    return suite() / "exit" / "x.py";
  }
  StandIn made(const std::string& name) { return make_stand_in(ask_interpreter("python3"), name, suite()); }
  std::string copy_of(const std::string& text, const std::string& name = "wrapping") {
    const fs::path program = twin(text);
    return read_file(made(name).program_for(program));
  }
  std::string complaint_about(const std::string& name) {
    twin("import multiprocessing\n");
    try {
      made(name);
    } catch (const CannotJudge& error) {
      return error.what();
    }
    return "no complaint";
  }

 private:
  static void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }

  TemporaryFolder folder_;
  std::optional<std::string> before_;
};

TEST_F(StandInTest, EveryFormOfImportNamesTheModule) {
  EXPECT_EQ(copy_of("import multiprocessing\n"), "import wrapping as multiprocessing\n");
  EXPECT_EQ(copy_of("import os, multiprocessing as mp\n"), "import os, wrapping as mp\n");
  EXPECT_EQ(copy_of("from multiprocessing import Process as P, Event\n"),
            "from wrapping import Process as P, Event\n");
  EXPECT_EQ(copy_of("def f():\n    from multiprocessing import Pipe  # late\n"),
            "def f():\n    from wrapping import Pipe  # late\n");
}

TEST_F(StandInTest, AnImportOverSeveralLinesKeepsTheirNumber) {
  const std::string copy = copy_of("from multiprocessing import (\n    Event,\n    Process,\n)\nx = 1\n");
  EXPECT_THAT(copy, HasSubstr("wrapping import Event, Process\nx = 1\n"));
  EXPECT_EQ(std::ranges::count(copy, '\n'), 5);
}

TEST_F(StandInTest, OtherNamesAreLeftAlone) {
  const std::string text =
      "import multiprocessing_of_others\nfrom .multiprocessing import x\nprint('import multiprocessing')\n";
  EXPECT_EQ(copy_of(text), text);
}

TEST_F(StandInTest, WhatAWrappingModuleHasNotIsWhatItWraps) {
  EXPECT_EQ(copy_of("from multiprocessing.connection import wait\n"),
            "from multiprocessing.connection import wait\n");
  EXPECT_EQ(copy_of("import multiprocessing.context\n"),
            "import multiprocessing.context as multiprocessing, wrapping as multiprocessing\n");
}

TEST_F(StandInTest, TellsVersionMethodsAndWhoseHelpersServeIt) {
  twin("import multiprocessing\n");
  const StandIn found = made("wrapping");
  EXPECT_EQ(found.version, "1.2.3");
  EXPECT_TRUE(found.methods.contains(StartMethod::spawn));
  EXPECT_THAT(found.packages, ElementsAre("wrapping", "multiprocessing"));
  EXPECT_THAT(found.paths, Contains(modules().string()));
}

TEST_F(StandInTest, ATwinThatImportsWhatTheModuleHasNotIsNamed) {
  module("without.py",
         "from multiprocessing import Process, get_context, get_all_start_methods, get_start_method\n");
  const fs::path program = twin("from multiprocessing import Process, Event\n");
  EXPECT_EQ(made("without").why_not(program), "it imports without.Event, which without does not have");
  const fs::path careful =
      twin("try:\n    from multiprocessing import Event\nexcept ImportError:\n    pass\n");
  EXPECT_EQ(made("without").why_not(careful), "");
}

TEST_F(StandInTest, AModuleThatIsNotThereIsSaidToBeSoWithTheClosest) {
  EXPECT_THAT(complaint_about("wraping"), AllOf(HasSubstr("has no module 'wraping' (closest: 'wrapping')"),
                                                HasSubstr("--python"), HasSubstr("PYTHONPATH")));
}

TEST_F(StandInTest, AModuleThatIsNoMultiprocessingIsRefused) {
  EXPECT_THAT(complaint_about("json"), HasSubstr("it is no multiprocessing: it has no Process"));
}

TEST_F(StandInTest, AModuleWhoseImportFailsIsRefusedWithTheReason) {
  module("failing.py", "raise RuntimeError('not today')\n");
  EXPECT_THAT(complaint_about("failing"), HasSubstr("importing it fails: RuntimeError: not today"));
  module("needing.py", "import nobody_has_this\n");
  EXPECT_THAT(complaint_about("needing"), HasSubstr("No module named 'nobody_has_this'"));
  module("ending.py", "import os\nos._exit(0)\n");
  EXPECT_THAT(complaint_about("ending"), HasSubstr("importing it ends the interpreter"));
}

}  // namespace
}  // namespace harness
