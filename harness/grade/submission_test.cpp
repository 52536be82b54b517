#include "grade/submission.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "grade/test_archive.hpp"
#include "grade/test_grading.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

using testing::ElementsAre;

std::vector<std::string> names(const std::vector<Submission>& submissions) {
  std::vector<std::string> all;
  for (const Submission& submission : submissions)
    all.push_back(submission.name);
  return all;
}

class Finding : public testing::Test {
 protected:
  std::vector<std::string> find(const std::vector<std::string>& words,
                                FolderMeans means = FolderMeans::automatic) {
    std::istringstream input(list_);
    return names(find_submissions(words, means, input));
  }
  std::string at(const std::string& name) const { return (folder_ / name).string(); }

  GradeFolder folder_;
  std::string list_;
};

TEST_F(Finding, AFolderWithSourcesIsOne) {
  folder_.write("ann/main.c", "");
  folder_.write("ann/sub/x.c", "");
  EXPECT_THAT(find({at("ann")}), ElementsAre("ann"));
}

TEST_F(Finding, AFolderOfFoldersAndArchivesIsMany) {
  folder_.write("all/ann/main.c", "");
  folder_.write("all/bob.zip", "");
  folder_.write("all/eve.tar.gz", "");
  EXPECT_THAT(find({at("all")}), ElementsAre("ann", "bob", "eve"));
  EXPECT_THAT(find({at("all")}, FolderMeans::one), ElementsAre("all"));
}

TEST_F(Finding, EachEntryCanBeOne) {
  folder_.write("all/ann.c", "");
  folder_.write("all/bob.c", "");
  EXPECT_THAT(find({at("all")}, FolderMeans::each), ElementsAre("ann", "bob"));
}

TEST_F(Finding, NamesAreFilesNamesAndDifferent) {
  folder_.write("a/ann.c", "");
  folder_.write("b/ann.c", "");
  folder_.write("b/..\x1b[2J evil.c", "");
  folder_.write("b/gradebook.c", "");
  EXPECT_THAT(find({at("a/ann.c"), at("b/ann.c"), at("b/..\x1b[2J evil.c"), at("b/gradebook.c")}),
              ElementsAre("%2E.%1B%5B2J_evil", "ann", "ann~2", "gradebook~2"));
}

TEST_F(Finding, AListTellsPathsAndTimes) {
  folder_.write("ann.c", "");
  folder_.write("bob.c", "");
  list_ = at("ann.c") + "\t2026-10-01T12:00:00Z\n\n" + at("bob.c") + "\n";
  EXPECT_THAT(find({"-"}), ElementsAre("ann", "bob"));
  std::istringstream input(list_);
  EXPECT_EQ(find_submissions({"-"}, FolderMeans::automatic, input).front().submitted,
            parse_time("2026-10-01T14:00:00+02:00"));
  list_ = at("ann.c") + "\tyesterday\n";
  EXPECT_THROW(find({"-"}), UsageError);
}

TEST_F(Finding, NothingIsAnError) {
  EXPECT_THROW(find({at("nobody")}), UsageError);
  EXPECT_THROW(find({"-"}), UsageError);
}

TEST(Time, IsReadInItsForms) {
  EXPECT_TRUE(parse_time("2026-10-01T12:00:00.123456Z"));
  EXPECT_EQ(parse_time("2026-10-01T12:00:00-07:00"), parse_time("2026-10-01T19:00:00Z"));
  EXPECT_FALSE(parse_time("2026-10-01"));
  EXPECT_FALSE(parse_time("2026-10-01T12:00:00+2"));
}

TEST(Latest, AttemptsOfOneHandAreOne) {
  std::vector<Submission> all;
  for (const char* name : {"ann_attempt_10", "ann_attempt_9", "bob", "eve_20260101T1200", "eve_20260102T1100",
                           "group_1", "group_2"}) {
    all.push_back({name, "", std::nullopt});
  }
  EXPECT_THAT(names(only_latest(all)),
              ElementsAre("ann_attempt_10", "bob", "eve_20260102T1100", "group_1", "group_2"));
}

}  // namespace
}  // namespace harness
