#include "windows/report.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace harness::windows {
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
          "{\"id\":\"1\",\"parent\":\"program\",\"argv\":null,\"exec\":true,\"end\":null,\"status\":null,"
          "\"fate\":null,\"start_ms\":0.0,\"end_ms\":null,\"pid\":40,\"helper\":false}"),
      std::string::npos)
      << text;
}

TEST(Report, TellsWhoEndedBeforeItsCreator) {
  const auto child = [](Fate fate) {
    Process process;
    process.id = "1";
    process.parent = "program";
    process.fate = fate;
    process.status = 0;
    process.end_ms = 1;
    return process;
  };
  const auto tells = [](const Process& process) {
    return report_of({{root(), process}, false, 3}).find("\"outlived_creator\":false") != std::string::npos;
  };
  EXPECT_TRUE(tells(child(Fate::unknown)));
  EXPECT_FALSE(tells(child(Fate::orphaned)));
  EXPECT_FALSE(tells(child(Fate::leaked)));
  Process stray = child(Fate::unknown);
  stray.parent.reset();
  EXPECT_FALSE(tells(stray));
}

TEST(Report, TellsNotHowTheLauncherEndedAProcess) {
  Process killed = root();
  killed.status = terminated_status;
  killed.killed = true;
  const std::string text = report_of({{killed}, true, 3});
  EXPECT_NE(text.find("\"end\":null,\"status\":65536,"), std::string::npos) << text;
}

TEST(Report, NamesTheSignalsThatStatusesStandFor) {
  const auto end_of = [](DWORD status) {
    Process process = root();
    process.status = status;
    const std::string text = report_of({{process}, false, 0});
    const std::size_t begin = text.find("\"end\":\"") + 7;
    return text.substr(begin, text.find('"', begin) - begin);
  };
  EXPECT_EQ(end_of(0x10000), "signal SIGTERM");
  EXPECT_EQ(end_of(0xC000013A), "signal SIGINT");
  EXPECT_EQ(end_of(0xC0000005), "exit 3221225477");
  EXPECT_EQ(end_of(263), "exit 263");
}

}  // namespace
}  // namespace harness::windows
