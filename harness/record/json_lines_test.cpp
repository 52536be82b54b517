#include "record/json_lines.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "record/json.hpp"
#include "record/test_results.hpp"
#include "support/escape.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

const Platform platform{"linux", "Debian", "6.1", "x86_64", "glibc 2.36", "GNU 12", "Release", 2};

template <class Judge>
std::vector<std::string> lines_for(TestRun& run, Judge judge) {
  std::ostringstream out;
  JsonLines lines(out, platform, "0.1.0", "2030-01-02T03:04:05Z");
  run.play(lines, judge);
  return lines_of(out.str());
}

TEST(JsonLines, BeginWithThePlatform) {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  EXPECT_EQ(
      lines_for(run, passed).front(),
      R"({"format":1,"platform":{"os":"linux","distribution":"Debian","kernel":"6.1","architecture":"x86_64",)"
      R"("libc":"glibc 2.36","compiler":"GNU 12","build_type":"Release","cpus":2,"marks":[],"environment":{},)"
      R"("level":"trace","level_reason":""},"exeunt":"0.1.0","started":"2030-01-02T03:04:05Z","jobs":4,"cases":1,)"
      R"("suite":{"revision":null,"dirty":null,"programs":null},"implementations":[{"name":"reference","version":"","python_version":null}]})");
}

TEST(JsonLines, TellARunInTheOrderOfTheDocumentedKeys) {
  TestRun run;
  run.plan("exit/a", StartMethod::spawn, StdioMode::tty);
  const std::string expected =
      R"({"scenario":"exit/a","implementation":"reference","version":"","python_version":null,"start_method":"spawn","stdio":"tty",)"
      R"("verdict":"pass","reason_code":null,"reason":"","level":"trace","wall_ms":2003.5,"stdout":"Exiting...\n",)"
      R"("stderr":"","processes":[{"id":"program","parent":null,"argv":["program"],"exec":true,"end":"exit 0",)"
      R"("fate":"root","start_ms":0.5,"end_ms":2003.25,"reaped_ms":null,"pid":4711,"helper":false,"cpu_ms":null,)"
      R"("peak_kb":null,"margin_ms":null,"number":null},)";
  EXPECT_EQ(lines_for(run, passed).at(1).substr(0, expected.size()), expected);
}

TEST(JsonLines, SayWhichHelpersAreGuessed) {
  TestRun run;
  run.plan("exit/a", StartMethod::spawn, StdioMode::pipe);
  const auto guessed = [](const Case& c) {
    CaseResult result = passed(c);
    Process helper;
    helper.id = "helper 1";
    helper.helper = helper.helper_guessed = true;
    result.seen.processes.push_back(helper);
    result.comparison.guessed_helpers = {"helper 1 looks like one"};
    return result;
  };
  const Json line = Json::parse(lines_for(run, guessed).at(1));
  const Json& processes = line.at("processes");
  EXPECT_EQ(processes.at(0).contains("helper_guessed"), false);
  EXPECT_EQ(processes.at(processes.size() - 1).at("helper_guessed"), true);
  EXPECT_EQ(line.at("guessed_helpers"), Json::array({"helper 1 looks like one"}));
}

TEST(JsonLines, SayNullForWhatIsNotThere) {
  TestRun run;
  run.plan("exit/a", std::nullopt, StdioMode::pipe);
  const auto blind = [](const Case& c) {
    CaseResult result = passed(c);
    Process unseen;
    unseen.id = "program";
    result.seen.processes = {unseen};
    return result;
  };
  const Json line = Json::parse(lines_for(run, blind).at(1));
  EXPECT_TRUE(line["start_method"].is_null());
  for (const char* key : {"parent", "argv", "exec", "end", "fate", "start_ms", "end_ms", "pid"}) {
    EXPECT_TRUE(line["processes"][0].at(key).is_null()) << key;
  }
}

TEST(JsonLines, TellWhatDiffers) {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  const Json line = Json::parse(lines_for(run, wrong_exit).at(1));
  EXPECT_EQ(line["verdict"], "fail");
  EXPECT_EQ(line["reason_code"], "wrong-tree");
  EXPECT_EQ(line["reason"], "child ended with exit 0, expected exit 1");
  EXPECT_EQ(line["differences"][0]["golden"], "/suite/expected/exit/a.golden");
  EXPECT_EQ(line["differences"][0]["line"], 8);
  EXPECT_EQ(line["differences"][0]["diff"][1]["kind"], "expected");
}

TEST(JsonLines, KeepEveryByte) {
  TestRun run;
  const Case& c = run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  const std::string exact = hostile(c).seen.out;
  for (const std::string& text : lines_for(run, hostile)) {
    EXPECT_TRUE(is_harmless(text + "\n") || text.find("\\u") != std::string::npos);
    const Json line = Json::parse(text);
    if (!line.contains("stdout")) continue;
    EXPECT_EQ(line["stdout"], with_replacements(exact));
    EXPECT_EQ(from_base64(line["stdout_base64"].get<std::string>()), exact);
    EXPECT_EQ(from_base64(line["processes"][1]["argv_base64"][1].get<std::string>()), exact);
  }
}

TEST(JsonLines, AreWrittenLineByLine) {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::tty);
  std::ostringstream out;
  JsonLines lines(out, platform, "0.1.0", "");
  lines.started(run.planned());
  EXPECT_TRUE(out.str().ends_with("}\n"));
  lines.started_case(run.cases()[0]);
  lines.finished(passed(run.cases()[0]));
  EXPECT_EQ(lines_of(out.str()).size(), 2U);
  EXPECT_TRUE(out.str().ends_with("}\n"));
}

TEST(Platform, KnowsThisOne) {
  const Platform here = this_platform();
  EXPECT_FALSE(here.kernel.empty());
  EXPECT_FALSE(here.architecture.empty());
  EXPECT_FALSE(here.compiler.empty());
  EXPECT_GE(here.cpus, 1);
}

}  // namespace
}  // namespace harness
