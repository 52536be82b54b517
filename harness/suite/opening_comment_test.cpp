#include "suite/opening_comment.hpp"

#include <gmock/gmock.h>

#include "support/errors.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(OpeningComment, OfACppProgram) {
  const OpeningComment comment = read_opening_comment(
      "// A child that exits with status 1.\n"
      "//\n"
      "// The child leaves by exit(1), so the line\n"
      "// after it never runs.\n"
      "//\n"
      "// Source: Python library reference: sys.exit,\n"
      "// multiprocessing.Process.exitcode\n"
      "// Start methods: fork, spawn\n"
      "// Platforms: linux, darwin\n"
      "#include \"support/scenario.hpp\"\n"
      "// not this\n",
      "x.cpp");
  EXPECT_EQ(comment.title, "A child that exits with status 1.");
  EXPECT_EQ(comment.teaching, "The child leaves by exit(1), so the line after it never runs.");
  EXPECT_EQ(comment.source, "Python library reference: sys.exit, multiprocessing.Process.exitcode");
  EXPECT_THAT(comment.start_methods, ElementsAre(StartMethod::fork, StartMethod::spawn));
  EXPECT_THAT(comment.platforms, ElementsAre("linux", "darwin"));
}

TEST(OpeningComment, OfAPythonProgram) {
  const OpeningComment comment = read_opening_comment(
      "#!/usr/bin/env python3\n\"\"\"A title. And more.\n\nSource: there\n\"\"\"\nimport sys\n", "x.py");
  EXPECT_EQ(comment.title, "A title.");
  EXPECT_EQ(comment.teaching, "And more.");
  EXPECT_EQ(comment.source, "there");
  EXPECT_EQ(comment.start_methods.size(), 3U);
  EXPECT_EQ(read_opening_comment("# Hash title\nimport x\n", "x.py").title, "Hash title");
}

TEST(OpeningComment, NoneMeansThatItStartsNoProcess) {
  EXPECT_THAT(read_opening_comment("// T.\n// Start methods: none\n", "x").start_methods, IsEmpty());
}

TEST(OpeningComment, NamesFileAndLineOfAnUnknownStartMethod) {
  try {
    read_opening_comment("// T.\n// Start methods: frok\n", "a/x.cpp");
    FAIL() << "took an unknown start method";
  } catch (const CannotJudge& error) {
    EXPECT_STREQ(error.what(),
                 "a/x.cpp:2: unknown start method 'frok'; there are: fork, spawn, forkserver, none");
  }
}

TEST(OpeningComment, MayBeMissing) {
  EXPECT_EQ(read_opening_comment("#include <x>\nint main() {}\n", "x").title, "");
  EXPECT_EQ(read_opening_comment("", "x").title, "");
}

}  // namespace
}  // namespace harness
