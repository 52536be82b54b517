#include "cli/options.hpp"

#include <gmock/gmock.h>

#include "support/errors.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Parsed {
  bool flag = false;
  std::string text = "default";
  std::optional<std::string> maybe;
  std::vector<std::string> list;
  std::vector<std::string> paths;
  std::vector<std::string> arguments;
  std::vector<std::string> rest;
  bool go_on = false;

  explicit Parsed(std::vector<std::string> given) {
    Options options("test", "[OPTIONS]", "Tests.");
    options.flag("-f,--flag", flag, "a flag");
    options.value("--text", "TEXT", text, "a text");
    options.value("--maybe", "TEXT", maybe, "perhaps");
    options.values("--list", "LIST", true, list, "a list");
    options.values("--path", "PATH", false, paths, "paths");
    options.argument("ARG", arguments, "arguments");
    options.rest("-- REST", rest, "the rest");
    go_on = options.parse(std::move(given));
  }
};

TEST(Options, KeepWhatIsNotGiven) {
  const Parsed parsed({});
  EXPECT_TRUE(parsed.go_on);
  EXPECT_FALSE(parsed.flag);
  EXPECT_EQ(parsed.text, "default");
  EXPECT_EQ(parsed.maybe, std::nullopt);
  EXPECT_THAT(parsed.list, IsEmpty());
}

TEST(Options, TakeValuesInEveryOrder) {
  const Parsed parsed(
      {"one", "--text=x", "--list", "a,b", "two", "-f", "--list", "c", "--maybe", "-", "three"});
  EXPECT_EQ(parsed.text, "x");
  EXPECT_EQ(parsed.maybe, "-");
  EXPECT_THAT(parsed.list, ElementsAre("a", "b", "c"));
  EXPECT_THAT(parsed.arguments, ElementsAre("one", "two", "three"));
  EXPECT_TRUE(parsed.flag);
}

TEST(Options, BreakPathsAtNoComma) {
  EXPECT_THAT(Parsed({"--path", "a,b", "--path", "c", "filter"}).paths, ElementsAre("a,b", "c"));
}

TEST(Options, LeaveTheRestUntouched) {
  const Parsed parsed({"one", "--", "program", "--flag", "--", "-x", ""});
  EXPECT_FALSE(parsed.flag);
  EXPECT_THAT(parsed.arguments, ElementsAre("one"));
  EXPECT_THAT(parsed.rest, ElementsAre("program", "--flag", "--", "-x", ""));
}

TEST(Options, GoNoFurtherWhenHelpIsAskedFor) {
  EXPECT_FALSE(Parsed({"-h"}).go_on);
  EXPECT_FALSE(Parsed({"--help", "--nonsense"}).go_on);
  EXPECT_TRUE(Parsed({"--", "--help"}).go_on);
}

void expect_refused(std::vector<std::string> given, const std::string& message) {
  try {
    Parsed parsed(std::move(given));
    FAIL() << "accepted, instead of " << message;
  } catch (const UsageError& error) {
    EXPECT_EQ(error.what(), message);
  }
}

TEST(Options, RefuseWhatTheyDoNotKnow) {
  expect_refused({"--flga"}, "test: unknown option '--flga' (closest: '--flag'); see exeunt test --help");
  expect_refused({"--zzzzzzzzz=1"}, "test: unknown option '--zzzzzzzzz=1'; see exeunt test --help");
  expect_refused({"--text"}, "test: --text: a value is missing, or there are several");
  expect_refused({"--text", "a", "--text", "b"}, "test: --text: a value is missing, or there are several");
}

TEST(Options, ExplainThemselves) {
  Options options("test", "[OPTIONS] ARG", "Tests a thing.\n\nThoroughly.");
  bool flag = false;
  std::string text;
  std::vector<std::string> arguments;
  options.argument("ARG", arguments, "what");
  options.flag("-f,--flag", flag,
               "a flag whose description is so long that it goes on in the next line of the help");
  options.heading("more");
  options.value("--text", "TEXT", text, "a text");
  options.epilogue("examples:\n  none\n");
  EXPECT_THAT(
      options.help(80),
      testing::StartsWith("usage: exeunt test [OPTIONS] ARG\n"
                          "\n"
                          "Tests a thing.\n"
                          "\n"
                          "Thoroughly.\n"
                          "\n"
                          "  ARG                     what\n"
                          "\n"
                          "options:\n"
                          "  -f, --flag              a flag whose description is so long that it goes on in\n"
                          "                          the next line of the help\n"
                          "\n"
                          "more:\n"
                          "  --text TEXT             a text\n"
                          "\n"
                          "other:\n"
                          "  -h, --help              this text\n"
                          "\n"
                          "examples:\n"
                          "  none\n"
                          "\n"
                          "exit status:\n"));
}

struct Outputs {
  std::optional<std::string> json;
  std::vector<std::string> records;

  explicit Outputs(std::vector<std::string> given) {
    Options options("test", "[OPTIONS]", "Tests.");
    options.argument("RECORD", records, "records");
    options.output("--json", {".json"}, json, "as JSON");
    options.parse(std::move(given));
  }
};

TEST(Options, AnOutputNeverTakesAnArgumentForItsFile) {
  const Outputs alone({"--json", "a.jsonl", "b.jsonl"});
  EXPECT_EQ(alone.json, "-");
  EXPECT_THAT(alone.records, ElementsAre("a.jsonl", "b.jsonl"));
  EXPECT_EQ(Outputs({"a.jsonl", "--json", "out.json"}).json, "out.json");
  EXPECT_EQ(Outputs({"--json=anything", "a.jsonl"}).json, "anything");
  EXPECT_EQ(Outputs({"a.jsonl", "--json"}).json, "-");
  EXPECT_EQ(Outputs({"a.jsonl"}).json, std::nullopt);
}

}  // namespace
}  // namespace harness
