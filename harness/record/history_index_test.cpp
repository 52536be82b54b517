#include "record/history_index.hpp"

#include <gmock/gmock.h>

#include "record/test_record.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct HistoryTest : testing::Test {
  RecordFolder folder;
  RecordStore store{folder.path()};

  std::vector<std::string> verdicts(const std::string& scenario) {
    std::vector<std::string> all;
    for (const auto& [key, runs] : HistoryIndex(store).runs_of(scenario)) {
      for (const PastRun& run : runs)
        all.push_back(run.record + " " + (run.verdict == Verdict::pass ? "pass" : "other " + run.reason));
    }
    return all;
  }
};

TEST_F(HistoryTest, KnowsTheRunsOfAScenarioInTheirOrder) {
  folder.record("records/2.jsonl", {{.verdict = "fail", .reason = "late"}});
  folder.record("records/1.jsonl", {{}, {.scenario = "join/b"}});
  EXPECT_THAT(verdicts("exit/a"), ElementsAre("1.jsonl pass", "2.jsonl other late"));
  EXPECT_THAT(HistoryIndex(store).scenarios(), ElementsAre("exit/a", "join/b"));
}

TEST_F(HistoryTest, TellsVariantsApart) {
  folder.record("records/1.jsonl", {{}, {.stdio = "tty"}, {.start_method = ""}});
  EXPECT_THAT(HistoryIndex(store).runs_of("exit/a"), SizeIs(3));
}

TEST_F(HistoryTest, FollowsRecordsThatComeGrowAndGo) {
  const auto first = folder.record("records/1.jsonl", {{}});
  EXPECT_THAT(verdicts("exit/a"), SizeIs(1));
  folder.record("records/1.jsonl", {{}, {}});
  folder.record("records/2.jsonl", {{}});
  EXPECT_THAT(verdicts("exit/a"), SizeIs(3));
  std::filesystem::remove(first);
  EXPECT_THAT(verdicts("exit/a"), ElementsAre("2.jsonl pass"));
}

TEST_F(HistoryTest, LeavesOutWhatIsNoRecordAndSaysSo) {
  folder.file("records/1.jsonl", "hello\n");
  folder.record("records/2.jsonl", {{}});
  EXPECT_THAT(verdicts("exit/a"), SizeIs(1));
  EXPECT_THAT(HistoryIndex(store).unreadable(), SizeIs(1));
}

TEST_F(HistoryTest, IsBuiltAgainFromAnIndexOfAnotherLayout) {
  folder.record("records/1.jsonl", {{}});
  EXPECT_THAT(verdicts("exit/a"), SizeIs(1));
  std::filesystem::remove(store.index());
  EXPECT_THAT(verdicts("exit/a"), SizeIs(1));
  EXPECT_THAT(verdicts("no/such"), IsEmpty());
}

}  // namespace
}  // namespace harness
