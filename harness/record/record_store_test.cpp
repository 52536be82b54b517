#include "record/record_store.hpp"

#include <gmock/gmock.h>

#include <map>

#include "record/test_record.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::optional<std::filesystem::path> folder_for(const std::map<std::string, std::string>& variables) {
  return records_folder([&](const std::string& name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  });
}

TEST(RecordsFolder, IsTheOwnOneElseThatOfTheStateElseTheHomes) {
  EXPECT_EQ(folder_for({{"HOME", "/h"}}), "/h/.local/state/exeunt");
  EXPECT_EQ(folder_for({{"HOME", "/h"}, {"XDG_STATE_HOME", "/s"}}), "/s/exeunt");
  EXPECT_EQ(folder_for({{"HOME", "/h"}, {"XDG_STATE_HOME", "/s"}, {"EXEUNT_RECORDS", "/r"}}), "/r");
}

TEST(RecordsFolder, IsNoneWhereNoPathIsAbsoluteOrItIsOff) {
  EXPECT_EQ(folder_for({}), std::nullopt);
  EXPECT_EQ(folder_for({{"HOME", "h"}, {"XDG_STATE_HOME", ""}}), std::nullopt);
  EXPECT_EQ(folder_for({{"HOME", "/h"}, {"EXEUNT_RECORDS", "off"}}), std::nullopt);
}

TEST(RecordStore, NamesRecordsInTheOrderOfTheirTimes) {
  const RecordFolder folder;
  const RecordStore store(folder.path());
  const auto second = store.new_record(1'900'000'001);
  write_file(second, "b");
  const auto first = store.new_record(1'900'000'000);
  write_file(first, "a");
  const auto also_second = store.new_record(1'900'000'001);
  write_file(also_second, "c");
  EXPECT_THAT(store.records(), ElementsAre(first, second, also_second));
}

TEST(RecordStore, KeepsTheLastHundred) {
  const RecordFolder folder;
  const RecordStore store(folder.path());
  for (int i = 0; i < 105; ++i)
    write_file(store.new_record(1'900'000'000 + i), std::to_string(i));
  store.prune();
  ASSERT_THAT(store.records(), SizeIs(RecordStore::most_records));
  EXPECT_EQ(read_file(store.records().front()), "5");
  EXPECT_EQ(read_file(store.records().back()), "104");
}

TEST(RecordStore, KeepsABaselineWhenTheRecordItselfIsGone) {
  const RecordFolder folder;
  const RecordStore store(folder.path());
  const auto record = store.new_record(1'900'000'000);
  write_file(record, "old");
  store.keep(record, "release-1.0");
  std::filesystem::remove(record);
  EXPECT_EQ(read_file(store.baseline("release-1.0")), "old");
  write_file(record, "new");
  store.keep(record, "release-1.0");
  store.keep(store.baseline("release-1.0"), "release-1.0");  // itself: nothing happens
  EXPECT_EQ(read_file(store.baseline("release-1.0")), "new");
  EXPECT_THAT(store.baselines(), ElementsAre("release-1.0"));
}

TEST(RecordStore, RefusesNamesThatLeadElsewhere) {
  const RecordStore store("/nonexistent");
  for (const char* name : {"", "..", "a/b", ".hidden", "-x", "a b", "\x1b"})
    EXPECT_THROW(store.baseline(name), UsageError) << name;
}

}  // namespace
}  // namespace harness
