#include "support/find_program.hpp"

#include <gtest/gtest.h>

#include "support/errors.hpp"
#include "support/file.hpp"
#include "support/temporary_folder.hpp"

namespace harness {
namespace {

std::string error_of(const std::string& word) {
  try {
    (void)find_program(word);
  } catch (const CannotJudge& error) {
    return error.what();
  }
  return "found";
}

TEST(FindProgram, LooksInPath) {
  EXPECT_EQ(find_program("sh").filename(), "sh");
  EXPECT_TRUE(find_program("sh").is_absolute());
  EXPECT_EQ(find_program("/bin/sh"), "/bin/sh");
}

TEST(FindProgram, KnowsWhatAShellReadsItself) {
  const TemporaryFolder temporary;
  const std::filesystem::path folder = temporary.path();
  for (const char* text : {"", "echo hello\n", ": # not the first two characters: #!\n"}) {
    write_file(folder / "script", text);
    EXPECT_TRUE(is_for_the_shell(folder / "script")) << text;
  }
  write_file(folder / "script", "#!/bin/sh\n");
  EXPECT_FALSE(is_for_the_shell(folder / "script"));
  EXPECT_FALSE(is_for_the_shell("/bin/sh"));
  EXPECT_FALSE(is_for_the_shell(folder / "none"));
}

TEST(FindProgram, TellsWhyThereIsNone) {
  EXPECT_EQ(error_of("no-such-program"), "cannot start no-such-program: there is no such program on PATH");
  EXPECT_EQ(error_of("./no-such-program"), "cannot start ./no-such-program: no such file");
  EXPECT_EQ(error_of("/etc/passwd"), "cannot start /etc/passwd: it is not an executable file");
}

}  // namespace
}  // namespace harness
