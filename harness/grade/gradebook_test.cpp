#include "grade/gradebook.hpp"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include "grade/merge_records.hpp"
#include "grade/store.hpp"
#include "grade/test_grading.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Gradebook some_gradebook() {
  Gradebook gradebook("Some",
                      {{"right", "What is right"}, {"wrong", "What is <wrong>"}, {"hidden", "A secret"}});
  SubmissionResult result = some_result();
  gradebook.set(result);
  result.submission = "=cmd()";
  result.complete = false;
  gradebook.set(result);
  return gradebook;
}

std::string query(const std::filesystem::path& file, const std::string& question) {
  sqlite3* database = nullptr;
  sqlite3_stmt* statement = nullptr;
  std::string answer = "none";
  if (::sqlite3_open(file.c_str(), &database) == SQLITE_OK &&
      ::sqlite3_prepare_v2(database, question.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
      ::sqlite3_step(statement) == SQLITE_ROW)
    answer = reinterpret_cast<const char*>(::sqlite3_column_text(statement, 0));
  ::sqlite3_finalize(statement);
  ::sqlite3_close(database);
  return answer;
}

TEST(GradebookFiles, CsvHasNoFormulas) {
  const std::string csv = some_gradebook().csv();
  EXPECT_THAT(csv, HasSubstr("\nann,2,10,0,complete,2,pass,0,wrong-tree,0,timeout\n"));
  EXPECT_THAT(csv, HasSubstr("\n'=cmd(),"));
}

TEST(GradebookFiles, SqliteCanBeAsked) {
  const GradeFolder folder;
  some_gradebook().write_all(folder.path());
  some_gradebook().write_all(folder.path());
  EXPECT_EQ(query(folder / "gradebook.sqlite", "SELECT score FROM submissions WHERE submission = 'ann'"),
            "2.0");
  EXPECT_EQ(query(folder / "gradebook.sqlite", "SELECT count(*) FROM items WHERE reason_code = 'wrong-tree'"),
            "2");
  EXPECT_THAT(names_below(folder.path()),
              ElementsAre("gradebook.csv", "gradebook.html", "gradebook.json", "gradebook.sqlite"));
}

TEST(GradebookFiles, TheClassPageTellsTheHardestItemsAndWhatToLookAt) {
  const std::string page = some_gradebook().class_page();
  EXPECT_THAT(page, HasSubstr("2 submissions"));
  EXPECT_THAT(page, HasSubstr("2 of 2"));
  EXPECT_THAT(page, HasSubstr("grading did not come to its end"));
  EXPECT_THAT(page, Not(HasSubstr("What is <wrong>")));
}

TEST(Records, AreHeldByOneGraderAtATime) {
  const GradeFolder folder;
  const Store store(folder / "out");
  EXPECT_THROW(Store(folder / "out"), CannotJudge);
}

TEST(Records, WhatAKilledGraderLeftIsRemoved) {
  const GradeFolder folder;
  folder.write("out/ann.json.aB3dEf", "{");
  const std::filesystem::path work = std::filesystem::temp_directory_path() / "exeunt-grade-of-a-test";
  std::filesystem::create_directories(work / "1/submission");
  folder.write("out/.work", work.string() + "\n");
  { const Store store(folder / "out"); }
  EXPECT_FALSE(std::filesystem::exists(work));
  EXPECT_THAT(names_below(folder / "out"), ElementsAre(".lock"));
}

TEST(Records, NobodyMakesUsRemoveAnotherFolder) {
  const GradeFolder folder;
  folder.write("precious/file", "x");
  folder.write("out/.work", (folder / "precious").string() + "\n");
  { const Store store(folder / "out"); }
  EXPECT_TRUE(std::filesystem::exists(folder / "precious/file"));
}

class Merging : public testing::Test {
 protected:
  void record(const std::string& shard, const std::string& name, double score, bool complete = true) {
    SubmissionResult result = some_result();
    result.submission = name;
    result.score = score;
    result.complete = complete;
    const Store store(folder_ / shard);
    store.write(result);
  }
  MergedRecords merge() { return merge_records({folder_ / "1", folder_ / "2"}, folder_ / "all"); }

  GradeFolder folder_;
};

TEST_F(Merging, TheFirstCompleteRecordWins) {
  record("1", "ann", 1, false);
  record("1", "bob", 2);
  record("2", "ann", 3);
  record("2", "bob", 4);
  const MergedRecords merged = merge();
  EXPECT_EQ(merged.submissions, 2U);
  EXPECT_THAT(merged.differing, ElementsAre("bob: 2 and 4"));
  EXPECT_THAT(read_file(folder_ / "all/gradebook.csv"), HasSubstr("\nann,3,10"));
}

TEST_F(Merging, WhatNobodyCompletedIsAnError) {
  write_shard_note(folder_ / "1", {"ann", "bob", "eve"}, "Some");
  record("1", "ann", 1);
  record("2", "bob", 1, false);
  try {
    merge();
    FAIL();
  } catch (const CannotJudge& error) {
    EXPECT_THAT(error.what(), HasSubstr("\n        bob\n        eve"));
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "all"));
}

}  // namespace
}  // namespace harness
