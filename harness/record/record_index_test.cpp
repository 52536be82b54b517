#include "record/record_index.hpp"

#include <gmock/gmock.h>

#include "record/test_record.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::HasSubstr;

struct Index : testing::Test {
  RecordFolder folder;
  Words words;

  RecordIndex of(const std::string& text) { return index_record(folder.file("r.jsonl", text), words); }
  std::string refusal(const std::string& text) {
    try {
      of(text);
    } catch (const CannotJudge& error) {
      return error.what();
    }
    return "";
  }
};

TEST_F(Index, KeepsWhatRunsAreComparedBy) {
  const RecordIndex index = index_record(
      folder.record("r.jsonl", {{}, {.start_method = "", .verdict = "fail", .wall_ms = 2.5}}), words);
  ASSERT_EQ(index.entries.size(), 2U);
  const RecordEntry& first = index.entries[0];
  EXPECT_EQ(words.text_of(first.scenario), "exit/a");
  EXPECT_EQ(first.start_method, StartMethod::fork);
  EXPECT_EQ(first.stdio, StdioMode::pipe);
  EXPECT_EQ(first.verdict, Verdict::pass);
  EXPECT_EQ(first.level, Level::trace);
  const RecordEntry& second = index.entries[1];
  EXPECT_EQ(second.start_method, std::nullopt);
  EXPECT_EQ(second.verdict, Verdict::fail);
  EXPECT_FLOAT_EQ(second.wall_ms, 2.5F);
  EXPECT_EQ(first.output, second.output);
  EXPECT_EQ(first.tree, second.tree);
}

TEST_F(Index, KeepsTheFingerprint) {
  const RecordIndex index = index_record(folder.record("r.jsonl", {{}}), words);
  EXPECT_EQ(index.properties.at("libc"), "glibc 2.36");
  EXPECT_EQ(index.properties.at("suite"), "12ab");
  EXPECT_EQ(index.properties.at("reference"), "0.1.0");
  EXPECT_EQ(index.properties.at("$TZ"), "UTC");
  EXPECT_EQ(index.started, "2030-01-02T03:04:05Z");
  EXPECT_EQ(index.planned, 1U);
}

TEST_F(Index, TellsOutputsAndTreesApartButNotPidsAndTimes) {
  const RecordIndex index = index_record(
      folder.record("r.jsonl",
                    {{}, {.out = "b\n"}, {.end = "exit 1"}, {.fate = "zombie"}, {.wall_ms = 9, .pid = 9}}),
      words);
  const auto& runs = index.entries;
  EXPECT_NE(runs[0].output, runs[1].output);
  EXPECT_EQ(runs[0].tree, runs[1].tree);
  EXPECT_NE(runs[0].tree, runs[2].tree);
  EXPECT_NE(runs[0].tree, runs[3].tree);
  EXPECT_EQ(runs[0].tree, runs[4].tree);
}

TEST_F(Index, ReadsALineAgainWhereItLies) {
  const RecordIndex index = index_record(folder.record("r.jsonl", {{}, {.scenario = "join/b"}}), words);
  EXPECT_EQ(line_at(index.path, index.entries[1]) + "\n", line_of({.scenario = "join/b"}));
}

TEST_F(Index, ReadsLinesLongerThanItsBuffer) {
  const std::string megabytes(3'000'000, 'x');
  const RecordIndex index =
      index_record(folder.record("r.jsonl", {{}, {.out = megabytes}, {.scenario = "join/b"}}), words);
  ASSERT_EQ(index.entries.size(), 3U);
  EXPECT_EQ(words.text_of(index.entries[2].scenario), "join/b");
  EXPECT_EQ(line_at(index.path, index.entries[1]) + "\n", line_of({.out = megabytes}));
}

TEST_F(Index, LeavesOutATornLastLineWhereverItIsTorn) {
  const std::string before = first_line(2, "glibc 2.36", "12ab") + line_of({});
  const std::string last = line_of({.scenario = "join/b"});
  for (std::size_t length = 1; length + 1 < last.size(); ++length) {
    const RecordIndex index = of(before + last.substr(0, length));
    ASSERT_EQ(index.entries.size(), 1U) << length;
    EXPECT_TRUE(index.torn);
  }
  const RecordIndex whole = of(before + last.substr(0, last.size() - 1));  // only the line's end is missing
  EXPECT_EQ(whole.entries.size(), 2U);
  EXPECT_FALSE(whole.torn);
}

TEST_F(Index, NeedsTheKeysOfTheDesignAlone) {
  const RecordIndex index =
      of("{\"format\":1}\n"
         "{\"scenario\":\"exit/"
         "a\",\"verdict\":\"pass\",\"start_method\":null,\"stdio\":\"tty\",\"processes\":null}\n");
  ASSERT_EQ(index.entries.size(), 1U);
  EXPECT_EQ(words.text_of(index.entries[0].version), "");
}

TEST_F(Index, RefusesWhatIsNoRecord) {
  EXPECT_THAT(refusal(""), HasSubstr("r.jsonl: empty, where a record was expected"));
  EXPECT_THAT(refusal("hello\n"), HasSubstr("r.jsonl:1: not a line of a record of exeunt run"));
  EXPECT_THAT(refusal("{\"format\":2}\n"), HasSubstr("r.jsonl:1: format 2, this program reads format 1"));
  EXPECT_THAT(refusal("{\"format\":1}\n{\"scenario\":\"a\"}\n"), HasSubstr("r.jsonl:2: not a line"));
  EXPECT_THAT(refusal("{\"format\":1}\n" + line_of({.verdict = "past"})),
              HasSubstr("r.jsonl:2: unknown word 'past'"));
}

}  // namespace
}  // namespace harness
