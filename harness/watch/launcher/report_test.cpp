#include "watch/launcher/report.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "watch/launcher/ending.hpp"

namespace harness::launcher {
namespace {

std::string report_of(const Observation& seen) {
  std::ostringstream out;
  write_report(out, seen);
  return out.str();
}

Process root() {
  Process process;
  process.id = "program";
  process.pid = 32;
  process.argv = {"a \"b\"", "c\\\n"};
  process.exec = true;
  process.status = 0;
  process.fate = Fate::root;
  process.end_ms = 2.25;
  return process;
}

TEST(Report, SaysWhatWasSeen) {
  EXPECT_EQ(report_of({{root()}, false, 3}),
            "{\"format\":1,\"level\":\"job\",\"stopped\":\"by-itself\",\"wall_ms\":3.0,\"processes\":["
            "{\"id\":\"program\",\"parent\":null,\"argv\":[\"a \\\"b\\\"\",\"c\\\\\\u000a\"],\"exec\":true,"
            "\"end\":\"exit 0\",\"status\":0,\"fate\":\"root\",\"start_ms\":0.0,\"end_ms\":2.2,\"pid\":32,"
            "\"helper\":false}]}\n");
}

TEST(Report, WhatWasNotSeenIsNull) {
  Process child;
  child.id = "1";
  child.parent = "program";
  child.pid = 40;
  const std::string text = report_of({{root(), child}, true, 3});
  EXPECT_NE(text.find("\"stopped\":\"time-limit\""), std::string::npos);
  EXPECT_NE(
      text.find(
          "{\"id\":\"1\",\"parent\":\"program\",\"argv\":null,\"exec\":null,\"end\":null,\"status\":null,"
          "\"fate\":null,\"start_ms\":0.0,\"end_ms\":null,\"pid\":40,\"helper\":false}"),
      std::string::npos)
      << text;
}

TEST(Report, TellsWhoEndedBeforeItsCreator) {
  Process child;
  child.outlived_creator = false;
  const std::string text = report_of({{root(), child}, false, 3});
  EXPECT_NE(text.find("\"fate\":null,\"outlived_creator\":false,"), std::string::npos) << text;
}

TEST(Report, TellsWhatBecameOfAProcess) {
  Process child;
  child.exec = false;
  child.helper = true;
  child.fate = Fate::zombie;
  const std::string text = report_of({{root(), child}, false, 3});
  EXPECT_NE(text.find("\"exec\":false,"), std::string::npos) << text;
  EXPECT_NE(text.find("\"fate\":\"zombie\",\"start_ms\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"helper\":true}"), std::string::npos) << text;
}

TEST(Report, SaysWhichHelpersAreGuessed) {
  Process child;
  child.helper = child.helper_guessed = true;
  const std::string text = report_of({{root(), child}, false, 3});
  EXPECT_NE(text.find("\"helper\":true,\"helper_guessed\":true}"), std::string::npos) << text;
}

TEST(Report, SaysWhereItMayNotBeComplete) {
  EXPECT_NE(report_of({{root()}, false, 3, false}).find("\"complete\":false,\"processes\":["),
            std::string::npos);
}

TEST(Report, IsUtf8WhateverTheArgumentsAre) {
  Process process = root();
  process.argv = {"\xc3\xa9\xff"};
  EXPECT_NE(report_of({{process}, false, 3}).find("[\"\xc3\xa9\xef\xbf\xbd\"]"), std::string::npos);
}

TEST(Report, TellsNotHowTheLauncherEndedAProcess) {
  Process killed = root();
  killed.status = killed_status;
  killed.killed = true;
  const std::string text = report_of({{killed}, true, 3});
  EXPECT_NE(text.find("\"end\":null,\"status\":" + std::to_string(killed_status) + ","), std::string::npos)
      << text;
}

}  // namespace
}  // namespace harness::launcher
