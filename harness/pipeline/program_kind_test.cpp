#include "pipeline/program_kind.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>

#include "support/file.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

struct ProgramKind : testing::Test {
  fs::path folder;
  ProgramKind() {
    std::string pattern = (fs::temp_directory_path() / "exeunt.XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
  }
  ~ProgramKind() override { fs::remove_all(folder); }
  std::string of(const std::string& bytes) const {
    write_file(folder / "program", bytes);
    return program_kind(folder / "program");
  }
};

TEST_F(ProgramKind, OfThisTestIsThatOfThisMachine) {
  EXPECT_THAT(program_kind("/proc/self/exe"), testing::MatchesRegex("[a-z0-9_]+, (static|ld-.*)"));
}

TEST_F(ProgramKind, IsToldByTheFirstBytes) {
  EXPECT_EQ(of("#!/bin/sh\n"), "script");
  EXPECT_EQ(of("MZ\x90"), "windows");
  EXPECT_EQ(of("hello"), "");
  EXPECT_EQ(of(""), "");
  EXPECT_EQ(of("\x7f"
               "ELF\x02"),
            "");
  EXPECT_EQ(program_kind(folder / "none"), "");
}

}  // namespace
}  // namespace harness
