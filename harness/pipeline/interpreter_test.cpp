#include "pipeline/interpreter.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "suite/python.hpp"
#include "support/errors.hpp"
#include "support/temporary_folder.hpp"

namespace harness {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string complaint_about(const std::filesystem::path& word) {
  try {
    ask_interpreter(word);
  } catch (const CannotJudge& error) {
    return error.what();
  }
  return "no complaint";
}

TEST(Interpreter, DescribesItself) {
  if (!find_python("python3")) GTEST_SKIP() << "there is no python3 on PATH";
  const Interpreter found = ask_interpreter("python3");
  EXPECT_TRUE(found.path.is_absolute());
  EXPECT_FALSE(found.name.empty());
  EXPECT_THAT(found.version, testing::MatchesRegex("[0-9]+\\.[0-9]+\\..*"));
  EXPECT_THAT(found.python_version, testing::StartsWith("3."));
  EXPECT_THAT(described(found), HasSubstr(found.name + " " + found.version));
}

TEST(Interpreter, ANameThatIsNowhereOnPathIsSaidToBeSo) {
  EXPECT_THAT(complaint_about("python-of-nobody"),
              AllOf(HasSubstr("'python-of-nobody'"), HasSubstr("on PATH"), HasSubstr("--python")));
}

TEST(Interpreter, APathWithoutAFileIsSaidToBeSo) {
  EXPECT_THAT(complaint_about("/nonexistent/python3"),
              AllOf(HasSubstr("'/nonexistent/python3'"), HasSubstr("no such file")));
}

TEST(Interpreter, AProgramThatIsNoPythonIsRefused) {
  EXPECT_THAT(complaint_about("/bin/true"), HasSubstr("it did not say which Python it is"));
  EXPECT_THAT(complaint_about("/bin/false"), HasSubstr("exit status 1"));
}

TEST(Interpreter, AScriptIsRefusedBecauseItsOwnProcessesWouldBeSeen) {
  const TemporaryFolder folder;
  const std::filesystem::path script = folder.path() / "python3";
  std::ofstream(script) << "#!/bin/sh\nexec python3 \"$@\"\n";
  std::filesystem::permissions(script, std::filesystem::perms::owner_all);
  EXPECT_THAT(complaint_about(script), HasSubstr("a script that starts one"));
}

}  // namespace
}  // namespace harness
