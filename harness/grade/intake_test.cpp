#include "grade/intake.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grade/test_archive.hpp"
#include "grade/test_grading.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr mode_t link = 0120000;
constexpr mode_t pipe_type = 0010000;
constexpr mode_t device = 0020000;

class TakingIn : public testing::Test {
 protected:
  Intake take(const std::filesystem::path& submission, SubmissionLimits limits = {}) {
    return take_in(submission, taken(), limits);
  }
  Intake take_archive(const std::vector<TestMember>& members, TestArchive kind = TestArchive::tar) {
    const auto path = folder_ / (kind == TestArchive::zip   ? "s.zip"
                                 : kind == TestArchive::tar ? "s.tar"
                                                            : "s.tgz");
    write_archive(path, kind, members);
    return take(path);
  }
  std::filesystem::path taken() const { return folder_ / "taken"; }
  std::vector<std::string> names() const { return names_below(taken()); }

  GradeFolder folder_;
};

TEST_F(TakingIn, CopiesAFolder) {
  folder_.write("s/a.c", "int main;");
  folder_.write("s/sub/b.h", "b");
  const Intake intake = take(folder_ / "s");
  EXPECT_EQ(intake.refused.verdict, Verdict::pass);
  EXPECT_THAT(names(), ElementsAre("a.c", "sub/", "sub/b.h"));
  EXPECT_EQ(read_file(taken() / "a.c"), "int main;");
}

TEST_F(TakingIn, TheDigestTellsContentsAndNamesApart) {
  folder_.write("s/a.c", "1");
  const std::string first = take(folder_ / "s").digest;
  std::filesystem::remove_all(taken());
  EXPECT_EQ(take(folder_ / "s").digest, first);
  std::filesystem::remove_all(taken());
  folder_.write("s/a.c", "2");
  EXPECT_NE(take(folder_ / "s").digest, first);
}

TEST_F(TakingIn, FollowsNoLinkOutOfAFolder) {
  folder_.write("secret/golden", "expected");
  folder_.write("s/a.c", "a");
  std::filesystem::create_symlink(folder_ / "secret/golden", folder_ / "s/golden");
  std::filesystem::create_directory_symlink(folder_ / "secret", folder_ / "s/folder");
  const Intake intake = take(folder_ / "s");
  EXPECT_THAT(names(), ElementsAre("a.c"));
  EXPECT_THAT(intake.left_out, Contains(HasSubstr("golden: it is a symbolic link")));
}

TEST_F(TakingIn, WaitsForNoPipeAndCopiesNoSparseFile) {
  folder_.write("s/a.c", "a");
  ASSERT_EQ(::mkfifo((folder_ / "s/pipe").c_str(), 0644), 0);
  EXPECT_THAT(take(folder_ / "s").left_out, ElementsAre(HasSubstr("pipe: it is a pipe")));
  std::filesystem::remove_all(taken());
  folder_.write("s/huge", "");
  ASSERT_EQ(::truncate((folder_ / "s/huge").c_str(), 1LL << 40), 0);
  EXPECT_EQ(take(folder_ / "s").refused.code, ReasonCode::disk_limit);
}

TEST_F(TakingIn, LeavesOutHardLinksToOthersFiles) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give a file away";
  folder_.write("s/a.c", "a");
  folder_.write("golden", "expected");
  ASSERT_EQ(::chown((folder_ / "s").c_str(), 12345, 12345), 0);
  std::filesystem::create_hard_link(folder_ / "golden", folder_ / "s/golden");
  EXPECT_THAT(take(folder_ / "s").left_out, ElementsAre(HasSubstr("golden: it is a hard link")));
}

TEST_F(TakingIn, UnpacksEveryKindOfArchive) {
  for (const TestArchive kind : {TestArchive::zip, TestArchive::tar, TestArchive::tar_gz}) {
    std::filesystem::remove_all(taken());
    EXPECT_EQ(take_archive({{"a.c", "a"}, {"sub/b.c", "b"}}, kind).refused.reason, "");
    EXPECT_THAT(names(), ElementsAre("a.c", "sub/", "sub/b.c"));
  }
}

TEST_F(TakingIn, UnwrapsTheFolderAroundEverything) {
  take_archive({{"ann/work/a.c", "a"}, {"__MACOSX/ann/._a.c", "x"}});
  EXPECT_THAT(names(), Contains("a.c"));
}

TEST_F(TakingIn, RefusesMembersThatLeadOut) {
  for (const char* name : {"../evil", "a/../../evil", "/tmp/evil"}) {
    for (const TestArchive kind : {TestArchive::zip, TestArchive::tar}) {
      std::filesystem::remove_all(taken());
      EXPECT_EQ(take_archive({{name, "x"}}, kind).refused.code, ReasonCode::sandbox_violation) << name;
    }
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "evil"));
}

TEST_F(TakingIn, LeavesOutLinksPipesAndDevicesOfAnArchive) {
  const Intake intake = take_archive({{"a.c", "a"},
                                      {"out", "", link, "/etc"},
                                      {"hard", "", 0100000, "", "a.c"},
                                      {"pipe", "", pipe_type},
                                      {"zero", "", device}});
  EXPECT_THAT(names(), ElementsAre("a.c"));
  EXPECT_EQ(intake.left_out.size(), 4U);
}

TEST_F(TakingIn, WritesThroughNoLinkOfAnArchive) {
  std::filesystem::create_directory(folder_ / "target");
  take_archive({{"out", "", link, (folder_ / "target").string()}, {"out/evil", "x"}, {"a.c", "a"}});
  EXPECT_THAT(names_below(folder_ / "target"), IsEmpty());
}

TEST_F(TakingIn, StopsUnpackingABomb) {
  const std::string zeros(1U << 16U, '\0');
  EXPECT_EQ(take_archive({{"bomb", zeros, 0100000, "", "", 1024}}, TestArchive::zip).refused.code,
            ReasonCode::disk_limit);
  std::filesystem::remove_all(taken());
  std::vector<TestMember> many(40, {"", zeros, 0100000, "", "", 8});
  for (std::size_t i = 0; i < many.size(); ++i)
    many[i].name = "part" + std::to_string(i);
  EXPECT_EQ(take_archive(many, TestArchive::tar_gz).refused.code, ReasonCode::disk_limit);
}

TEST_F(TakingIn, TheSameNameManyTimesIsABombToo) {
  const std::vector<TestMember> many(40, {"same", std::string(1U << 16U, '\0'), 0100000, "", "", 8});
  EXPECT_EQ(take_archive(many, TestArchive::tar_gz).refused.code, ReasonCode::disk_limit);
}

TEST_F(TakingIn, RefusesTooManyMembersAndTooDeepFolders) {
  std::vector<TestMember> many;
  for (int i = 0; i < 201; ++i)
    many.push_back({"f" + std::to_string(i), "x"});
  EXPECT_EQ(take_archive(many).refused.code, ReasonCode::disk_limit);
  std::filesystem::remove_all(taken());
  std::string deep;
  for (int i = 0; i < 12; ++i)
    deep += "d/";
  EXPECT_EQ(take_archive({{deep + "f", "x"}}).refused.code, ReasonCode::disk_limit);
}

TEST_F(TakingIn, OddNamesAreNamesLikeOthers) {
  const Intake intake = take_archive({{"-rf", "1"},
                                      {"@file", "2"},
                                      {"a\nb", "3"},
                                      {"\x1b[2J", "4"},
                                      {"\xff", "5"},
                                      {std::string(255, 'n'), "6"}});
  EXPECT_EQ(names().size(), 5U);
  EXPECT_THAT(intake.left_out, ElementsAre(HasSubstr("its name is too long")));
}

TEST_F(TakingIn, WhatIsNoArchiveIsRefusedInWords) {
  folder_.write("s.zip", "this is no zip");
  const Intake intake = take(folder_ / "s.zip");
  EXPECT_EQ(intake.refused.code, ReasonCode::missing);
  EXPECT_THAT(intake.refused.reason, HasSubstr("cannot be unpacked"));
}

TEST_F(TakingIn, ProvidedFilesReplaceTheSubmissionsOwn) {
  folder_.write("s/support.h", "cheat");
  folder_.write("s/scenarios", "a file where a folder has to be");
  folder_.write("mine/support.h", "right");
  folder_.write("mine/scenarios/a.cpp", "a");
  take(folder_ / "s");
  put_provided({{folder_ / "mine/support.h", "support.h"}, {folder_ / "mine/scenarios", "scenarios"}},
               taken());
  EXPECT_EQ(read_file(taken() / "support.h"), "right");
  EXPECT_EQ(read_file(taken() / "scenarios/a.cpp"), "a");
}

}  // namespace
}  // namespace harness
