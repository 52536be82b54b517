#include "support/helper_marks.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace harness {
namespace {

using Words = std::vector<std::string>;

HelperKind of_python(const Words& arguments) {
  static const Words marks{"from multiprocessing.resource_tracker import main",
                           "from multiprocessing.forkserver import main"};
  return helper_kind(arguments, marks);
}

HelperKind of_code(const std::string& code) {
  return of_python({"/usr/bin/python3", "-c", code});
}

TEST(HelperMarks, StatementIsFoundWhereverItStandsInTheCode) {
  EXPECT_EQ(of_code("from multiprocessing.forkserver import main; main(6, 7, ['__main__'], **{})"),
            HelperKind::known);
  EXPECT_EQ(of_code("import sys; from multiprocessing.forkserver import main; main(6, 7, sys_argv=sys.argv)"),
            HelperKind::known);
  EXPECT_EQ(of_code("from multiprocessing.resource_tracker import main;main(5)"), HelperKind::known);
  EXPECT_EQ(of_code("import sys\nfrom multiprocessing.forkserver import main"), HelperKind::known);
}

TEST(HelperMarks, OptionsOfTheInterpreterStandBeforeTheCode) {
  const std::string code = "from multiprocessing.forkserver import main; main(3)";
  EXPECT_EQ(of_python({"python3", "-B", "-X", "dev", "-Wignore", "-W", "error", "-I", "-c", code, "x"}),
            HelperKind::known);
  EXPECT_EQ(of_python({"python3", "-Xdev", "--check-hash-based-pycs", "never", "-c", code}),
            HelperKind::known);
  EXPECT_EQ(of_python({"python3", "-Ic", code}), HelperKind::known);
  EXPECT_EQ(of_python({"python3", "-c" + code}), HelperKind::known);
}

TEST(HelperMarks, WhatIsNotExecutedIsNoMark) {
  const std::string code = "from multiprocessing.forkserver import main; main(3)";
  EXPECT_EQ(of_python({"python3", "/tmp/" + code + "/x.py", code}), HelperKind::none);
  EXPECT_EQ(of_python({"python3", "x.py", "-c", code}), HelperKind::none);
  EXPECT_EQ(of_python({"python3", "-c", "print()", code}), HelperKind::none);
  EXPECT_EQ(of_python({"python3", "-m", "http.server", "-c", code}), HelperKind::none);
  EXPECT_EQ(of_python({"python3", "--", "-c", code}), HelperKind::none);
  EXPECT_EQ(of_python({"python3", "-W", "-c", code}), HelperKind::none);
  EXPECT_EQ(of_python({"python3", "-c"}), HelperKind::none);
  EXPECT_EQ(of_python({"python3"}), HelperKind::none);
  EXPECT_EQ(of_python({}), HelperKind::none);
}

TEST(HelperMarks, ChildrenOfSpawnAreNoHelpers) {
  EXPECT_EQ(
      of_python({"python3", "-c",
                 "from multiprocessing.spawn import spawn_main; spawn_main(tracker_fd=5, pipe_handle=7)",
                 "--multiprocessing-fork"}),
      HelperKind::none);
}

TEST(HelperMarks, OtherProgramsThatUseTheModuleAreNoHelpers) {
  EXPECT_EQ(of_code("import multiprocessing; multiprocessing.Process().start()"), HelperKind::none);
  EXPECT_EQ(of_code("from multiprocessing import Process, Event"), HelperKind::none);
  EXPECT_EQ(of_code("from multiprocessing.shared_memory import SharedMemory"), HelperKind::none);
  EXPECT_EQ(of_code("import my_multiprocessing.forkserver"), HelperKind::none);
  EXPECT_EQ(of_code("import my.multiprocessing.forkserver"), HelperKind::none);
  EXPECT_EQ(of_code("import multiprocessing.forkserver_tests"), HelperKind::none);
}

TEST(HelperMarks, HelpersOfAVersionThatIsNotKnownLookAlike) {
  EXPECT_EQ(of_code("import multiprocessing.forkserver as server; server.main(3)"), HelperKind::alike);
  EXPECT_EQ(of_code("from multiprocessing.forkserver import serve; serve(3)"), HelperKind::alike);
  EXPECT_EQ(of_code("from multiprocessing import context, resource_tracker; resource_tracker.main(3)"),
            HelperKind::alike);
  EXPECT_EQ(of_code("from multiprocessing.process_server import main; main(3)"), HelperKind::alike);
  EXPECT_EQ(of_python({"python3", "-m", "multiprocessing.forkserver", "3"}), HelperKind::alike);
  EXPECT_EQ(of_code("from multiprocessing import context; import resource_tracker"), HelperKind::none);
}

TEST(HelperMarks, AnyOtherMarkIsHowAnArgumentBegins) {
  const Words marks{"--exeunt-forkserver", "exeunt-server"};
  EXPECT_EQ(helper_kind(Words{"./p", "--exeunt-forkserver", "7"}, marks), HelperKind::known);
  EXPECT_EQ(helper_kind(Words{"qemu", "./p", "--exeunt-forkserver=7"}, marks), HelperKind::known);
  EXPECT_EQ(helper_kind(Words{"exeunt-server"}, marks), HelperKind::known);
  EXPECT_EQ(helper_kind(Words{"/home/exeunt-server/p", "--exeunt-spawn"}, marks), HelperKind::none);
  EXPECT_EQ(helper_kind(Words{"./p", "--exeunt-forkserver"}, {}), HelperKind::none);
}

}  // namespace
}  // namespace harness
