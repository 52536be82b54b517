#include "report/files/junit.hpp"

#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <sstream>

#include "record/test_results.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

const Platform platform{"linux", "", "6.1", "x86_64", "glibc 2.36", "GNU 12", "Release", 2};

template <class Judge>
std::string written(TestRun& run, Judge judge) {
  std::ostringstream out;
  Junit junit(out, platform, "/suite");
  run.play(junit, judge);
  return out.str();
}

TEST(Junit, TellsAFailureWithItsPlace) {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  EXPECT_EQ(written(run, wrong_exit), R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="exeunt" time="2.100">
  <testsuite name="reference.exit" tests="1" failures="1" errors="0" skipped="0" time="2.003">
    <properties>
      <property name="os" value="linux" />
      <property name="kernel" value="6.1" />
      <property name="architecture" value="x86_64" />
      <property name="libc" value="glibc 2.36" />
      <property name="level" value="trace" />
    </properties>
    <testcase classname="reference.exit" name="a [fork, tty]" time="2.003" file="expected/exit/a.golden" line="8">
      <failure message="child ended with exit 0, expected exit 1" type="wrong-tree">child ended with exit 0, expected exit 1
    expected/exit/a.golden:8
      program            exit 0
    -   child            exit 1      reaped
    +   child            exit 0      reaped
</failure>
      <system-out>level trace
program  exit 0            0.5–2003.2 ms  exec program
  1      exit 1  reaped    0.5–2003.2 ms
</system-out>
    </testcase>
  </testsuite>
</testsuites>
)");
}

CaseResult of_every_kind(const Case& c) {
  if (c.scenario->name == "exit/broken")
    return judged(c, Verdict::broken, ReasonCode::bad_golden, "unknown directive");
  if (c.scenario->name == "exit/skip") return judged(c, Verdict::skip, std::nullopt, "no python3");
  if (c.scenario->name == "exit/known")
    return judged(c, Verdict::known_fail, ReasonCode::wrong_output, "differs");
  if (c.scenario->name == "exit/flaky")
    return judged(c, Verdict::flaky, ReasonCode::wrong_output, "1 of 2 differs");
  return passed(c);
}

TEST(Junit, HasAnElementForEveryVerdict) {
  TestRun run;
  for (const char* name : {"broken", "skip", "known", "flaky", "pass"}) {
    run.plan(std::string("exit/") + name, std::nullopt, StdioMode::pipe, "cpython");
  }
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(written(run, of_every_kind).c_str()));
  const pugi::xml_node suite = document.child("testsuites").child("testsuite");
  EXPECT_STREQ(suite.attribute("name").value(), "cpython-3_11_2.exit");
  EXPECT_STREQ(suite.attribute("failures").value(), "1");
  EXPECT_STREQ(suite.attribute("errors").value(), "1");
  EXPECT_STREQ(suite.attribute("skipped").value(), "2");
  const auto find = [&](const char* name) { return suite.find_child_by_attribute("testcase", "name", name); };
  EXPECT_STREQ(find("broken [pipe]").child("error").attribute("message").value(), "unknown directive");
  EXPECT_STREQ(find("skip [pipe]").child("skipped").attribute("message").value(), "no python3");
  EXPECT_STREQ(find("known [pipe]").child("skipped").attribute("message").value(), "known failure: differs");
  EXPECT_STREQ(find("flaky [pipe]").child("failure").attribute("message").value(), "flaky: 1 of 2 differs");
  EXPECT_FALSE(find("pass [pipe]").child("failure"));
  EXPECT_TRUE(find("pass [pipe]").child("system-out"));
}

TEST(Junit, GivesEveryCaseAName) {
  TestRun run;
  run.plan("exit/a", std::nullopt, StdioMode::pipe);
  run.plan("exit/a", std::nullopt, StdioMode::pipe);
  const std::string text = written(run, passed);
  EXPECT_NE(text.find("name=\"a [pipe]\""), std::string::npos);
  EXPECT_NE(text.find("name=\"a [pipe] (2)\""), std::string::npos);
}

TEST(Junit, IsXmlWhateverAProgramWrites) {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  const std::string text = written(run, hostile);
  EXPECT_TRUE(is_harmless(text)) << visible(text);
  EXPECT_EQ(text.find("\xef\xbf\xbf"), std::string::npos);
  EXPECT_EQ(text.find("&#"), std::string::npos) << "characters that XML does not know, however spelt";
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(text.c_str()));
}

}  // namespace
}  // namespace harness
