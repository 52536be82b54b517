#include "support/file.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include "support/errors.hpp"

namespace harness {
namespace {

class FileTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directory(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  const std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / ("exeunt_file_test." + std::to_string(::getpid()));
};

TEST_F(FileTest, KeepsEveryByte) {
  const std::string content("a\0b\r\n\xff", 6);
  write_file(folder_ / "x", content);
  EXPECT_EQ(read_file(folder_ / "x"), content);
}

TEST_F(FileTest, ReplacesAndLeavesNothingBeside) {
  write_file(folder_ / "x", "old");
  write_file(folder_ / "x", "new");
  EXPECT_EQ(read_file(folder_ / "x"), "new");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
}

TEST_F(FileTest, NamesTheFileItCannotRead) {
  try {
    read_file(folder_ / "missing");
    FAIL() << "read a missing file";
  } catch (const CannotJudge& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("missing: No such file or directory"));
  }
}

TEST_F(FileTest, NamesTheFileItCannotWrite) {
  EXPECT_THROW(write_file(folder_ / "no" / "folder", "x"), CannotJudge);
}

}  // namespace
}  // namespace harness
