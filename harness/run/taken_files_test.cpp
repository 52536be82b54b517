#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "run/sandbox.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

class TakenFilesTest : public testing::Test {
 protected:
  TakenFilesTest() {
    std::string name = (fs::temp_directory_path() / "exeunt-taken-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    base_ = name;
  }
  ~TakenFilesTest() override { fs::remove_all(base_); }
  TakenFilesTest(const TakenFilesTest&) = delete;
  TakenFilesTest& operator=(const TakenFilesTest&) = delete;

  fs::path base_;
};

TEST_F(TakenFilesTest, AreWrittenWithTheirFolders) {
  write_taken_files({{"a/b/program", true, "x"}, {"a/text", false, std::string("\0y", 2)}}, base_ / "new");
  EXPECT_EQ(read_file(base_ / "new/a/b/program"), "x");
  EXPECT_EQ(read_file(base_ / "new/a/text"), std::string("\0y", 2));
  EXPECT_EQ(fs::status(base_ / "new/a/b/program").permissions(), fs::perms(0755));
  EXPECT_EQ(fs::status(base_ / "new/a/text").permissions(), fs::perms(0644));
}

TEST_F(TakenFilesTest, NeverLandInAFolderThatIsThere) {
  EXPECT_THROW(write_taken_files({}, base_), CannotJudge);
}

TEST_F(TakenFilesTest, NeverLandOutside) {
  EXPECT_THROW(write_taken_files({{"../x", false, ""}}, base_ / "one"), CannotJudge);
  EXPECT_THROW(write_taken_files({{"/x", false, ""}}, base_ / "two"), CannotJudge);
  EXPECT_THROW(write_taken_files({{"a/../../x", false, ""}}, base_ / "three"), CannotJudge);
  EXPECT_FALSE(fs::exists(base_ / "x"));
}

TEST_F(TakenFilesTest, NeverReplaceEachOther) {
  EXPECT_THROW(write_taken_files({{"x", false, "1"}, {"x", false, "2"}}, base_ / "new"), CannotJudge);
}

}  // namespace
}  // namespace harness
