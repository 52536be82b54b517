#include "run/bubblewrap.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace harness {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

std::string command(const SandboxPolicy& policy) {
  std::string line;
  for (const std::string& word :
       bubblewrap_command("bwrap", policy, {{"/lib64", "usr/lib64"}, {"/sbin", ""}}, {"/init", "3"}))
    line += " " + word;
  return line;
}

class BubblewrapTest : public testing::Test {
 protected:
  BubblewrapTest() {
    std::string name = (fs::temp_directory_path() / "exeunt-bubblewrap-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    folder_ = fs::canonical(name);
    fs::create_directory(folder_ / "goldens");
    std::ofstream(folder_ / "solution.c") << "int main(void) {}\n";
  }
  ~BubblewrapTest() override { fs::remove_all(folder_); }
  BubblewrapTest(const BubblewrapTest&) = delete;
  BubblewrapTest& operator=(const BubblewrapTest&) = delete;

  fs::path folder_;
};

TEST_F(BubblewrapTest, ProgramComesLast) {
  EXPECT_TRUE(command({}).ends_with(" --remount-ro / --chdir /tmp --as-pid-1 -- /init 3"));
}

TEST_F(BubblewrapTest, SystemFoldersAreAsOnTheHost) {
  EXPECT_THAT(command({}), HasSubstr(" --symlink usr/lib64 /lib64 --ro-bind /sbin /sbin "));
}

TEST_F(BubblewrapTest, WhatCanBeWrittenIsSized) {
  SandboxPolicy policy;
  policy.limits.disk_bytes = 123;
  policy.limits.shared_bytes = 45;
  EXPECT_THAT(command(policy), HasSubstr(" --size 123 --tmpfs /tmp"));
  EXPECT_THAT(command(policy), HasSubstr(" --size 45 --tmpfs /dev/shm --remount-ro /dev "));
}

TEST_F(BubblewrapTest, WhatIsHiddenIsHiddenWhereverItWouldShow) {
  SandboxPolicy policy;
  policy.visible = {{folder_, "/one"}, {folder_, "/two"}};
  policy.hidden = {folder_ / "goldens", folder_ / "solution.c", folder_ / "not_there"};
  const std::string line = command(policy);
  EXPECT_THAT(line, HasSubstr(" --tmpfs /one/goldens --remount-ro /one/goldens"));
  EXPECT_THAT(line, HasSubstr(" --tmpfs /two/goldens --remount-ro /two/goldens"));
  EXPECT_THAT(line, HasSubstr(" --ro-bind /dev/null /one/solution.c"));
  EXPECT_THAT(line, Not(HasSubstr("not_there")));
}

TEST_F(BubblewrapTest, WhatIsNotShownNeedNotBeHidden) {
  SandboxPolicy policy;
  policy.hidden = {folder_ / "goldens"};
  EXPECT_THAT(command(policy), Not(HasSubstr("goldens")));
}

TEST_F(BubblewrapTest, TheSystemFoldersOfThisHostExist) {
  for (const SystemFolder& folder : system_folders())
    EXPECT_TRUE(fs::is_directory(folder.path)) << folder.path;
}

}  // namespace
}  // namespace harness
