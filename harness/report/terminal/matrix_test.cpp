#include "report/terminal/matrix.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "record/test_results.hpp"

namespace harness {
namespace {

class MatrixTest : public testing::Test {
 protected:
  MatrixTest() {
    for (const char* implementation : {"reference", "cpython"}) {
      for (const StdioMode stdio : {StdioMode::pipe, StdioMode::tty}) {
        run_.plan("exit/child", StartMethod::fork, stdio, implementation);
        run_.plan("exit/child", StartMethod::forkserver, stdio, implementation);
        run_.plan("exit/main", std::nullopt, stdio, implementation);
      }
    }
  }

  std::string table(const Style& style) {
    std::ostringstream out;
    Matrix matrix(out, style);
    run_.play(matrix, [](const Case& c) {
      const bool cpython = c.conditions.implementation == "cpython";
      if (cpython && c.conditions.start_method == StartMethod::fork && c.conditions.stdio == StdioMode::tty)
        return wrong_exit(c);
      if (cpython && !c.conditions.start_method) return judged(c, Verdict::skip, std::nullopt, "no twin");
      return passed(c);
    });
    return out.str();
  }
  TestRun run_;
};

TEST_F(MatrixTest, IsATableOfScenariosByImplementationAndStartMethod) {
  EXPECT_EQ(table({.unicode = false}),
            "\n"
            "            reference       cpython 3.11.2\n"
            "            f  s  fs        f  s  fs      \n"
            "exit/child  ++    ++        +x    ++      \n"
            "exit/main   ++              --            \n"
            "passed      6/6             3/6           \n"
            "f fork, s spawn, fs forkserver; in a cell: pipe, tty.  + pass x fail t timeout ! broken ~ "
            "known_fail - skip\n");
}

TEST_F(MatrixTest, OfSeveralRepetitionsTheWorstCounts) {
  run_ = TestRun();
  for (int i = 0; i < 3; ++i)
    run_.plan("exit/child", StartMethod::fork, StdioMode::pipe);
  std::ostringstream out;
  Matrix matrix(out, {.unicode = false});
  int runs = 0;
  run_.play(matrix, [&](const Case& c) {
    return ++runs == 2 ? judged(c, Verdict::timeout, ReasonCode::timeout, "late") : passed(c);
  });
  EXPECT_NE(out.str().find("exit/child  t "), std::string::npos) << out.str();
}

TEST_F(MatrixTest, OfNothingIsNothing) {
  run_ = TestRun();
  EXPECT_EQ(table({}), "");
}

}  // namespace
}  // namespace harness
