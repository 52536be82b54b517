#include "match/tree_section.hpp"

#include "match/samples_test.hpp"

namespace harness {
namespace {

using samples::complaint;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

ExpectedTree tree(const std::vector<std::string>& lines) {
  return parse_tree(lines, 1);
}

std::string about(std::string_view lines) {
  return complaint("-- processes --\n" + std::string(lines) + "\n");
}

std::string about_child(std::string_view line) {
  return about("program  exit 0\n  " + std::string(line));
}

TEST(TreeSection, ReadsWhatTheDesignShows) {
  const ExpectedTree read = tree({"program            exit 0", "  child            exit 1      reaped"});
  ASSERT_EQ(read.processes.size(), 2U);
  EXPECT_EQ(read.processes[0].label, "program");
  EXPECT_EQ(read.processes[0].fate, Fate::root);
  EXPECT_EQ(read.processes[1].label, "child");
  EXPECT_EQ(read.processes[1].line, 2);
  EXPECT_EQ(read.processes[1].ending, Ending(Exited{1}));
  EXPECT_EQ(read.processes[1].fate, Fate::reaped);
  EXPECT_THAT(read.processes[0].children, ElementsAre(1));
}

TEST(TreeSection, ReadsEverythingALineCanSay) {
  const ExpectedTree read =
      tree({"program  signal SIGTERM  exec python3", "  # a comment", "",
            "  2..4x the first worker  exit 0  reaped  exec worker", "    helper  *  *  ?",
            "  survivor  signal SIG42  orphaned", "  lost  *  leaked", "  twin  exit 0  zombie  3x"});
  const ExpectedProcess& worker = read.processes[1];
  EXPECT_EQ(worker.label, "the first worker");
  EXPECT_EQ(worker.line, 4);
  EXPECT_EQ(worker.least, 2);
  EXPECT_EQ(worker.most, 4);
  EXPECT_EQ(worker.exec, "worker");
  const ExpectedProcess& helper = read.processes[2];
  EXPECT_EQ(helper.parent, 1U);
  EXPECT_EQ(helper.least, 0);
  EXPECT_FALSE(helper.ending);
  EXPECT_FALSE(helper.fate);
  EXPECT_EQ(read.processes[3].ending, Ending(Killed{42, false}));
  EXPECT_EQ(read.processes[3].parent, 0U);
  EXPECT_EQ(read.processes[4].fate, Fate::leaked);
  EXPECT_EQ(read.processes[5].least, 3);
  EXPECT_EQ(read.processes[0].exec, "python3");
}

TEST(TreeSection, ComplainsAboutEndings) {
  EXPECT_THAT(about_child("child  exits 1  reaped"),
              StartsWith("expected/x.golden:3: unknown ending 'exits 1' in 'processes'; endings are: exit N, "
                         "signal NAME, *"));
  EXPECT_THAT(about_child("child  exit 256  reaped"),
              HasSubstr("'exit 256' in 'processes': only in a section [windows] are there"));
  EXPECT_THAT(about_child("child  signal TERM  reaped"), HasSubstr("unknown ending 'signal TERM'"));
  EXPECT_THAT(about_child("child  exit"), HasSubstr("unknown ending 'exit'"));
  EXPECT_THAT(about_child("child exit 0 reaped"),
              HasSubstr("lacks how it ended; behind a label come two spaces"));
}

TEST(TreeSection, ComplainsAboutFatesAndMore) {
  EXPECT_THAT(about_child("child  exit 0"),
              HasSubstr("'child' lacks what became of it; fates are: reaped, zombie, orphaned, leaked, *"));
  EXPECT_THAT(about_child("child  exit 0  repaed"),
              HasSubstr("unknown fate 'repaed' in 'processes' (closest: 'reaped')"));
  EXPECT_THAT(about_child("child  exit 0  root"), HasSubstr("unknown fate 'root'"));
  EXPECT_THAT(about_child("child  exit 0  reaped?"), HasSubstr("unknown fate 'reaped?'"));
  EXPECT_THAT(about_child("child  exit 0  reaped  exec"), HasSubstr("'exec' lacks the name"));
  EXPECT_THAT(about_child("child  exit 0  reaped  quickly"), HasSubstr("unknown word 'quickly'"));
  EXPECT_THAT(about_child("child  exit 0  leaked"), HasSubstr("its ending is '*'"));
  EXPECT_THAT(about_child("4..2x child  exit 0  reaped"), HasSubstr("'4..2x' is no number of siblings"));
  EXPECT_THAT(about_child("0x child  exit 0  reaped"), HasSubstr("no number of siblings"));
  EXPECT_THAT(about_child("3x child  exit 0  reaped  3x"), HasSubstr("two numbers of siblings"));
  EXPECT_THAT(about_child("3x child  exit 0  reaped  ?"), HasSubstr("write 0..3x"));
}

TEST(TreeSection, ComplainsAboutShape) {
  EXPECT_THAT(about("  program  exit 0"),
              StartsWith("expected/x.golden:2: the first line of 'processes' is 'program'"));
  EXPECT_THAT(about("main  exit 0"), HasSubstr("is 'program', not 'main'"));
  EXPECT_THAT(about("program  exit 0  reaped"), HasSubstr("unknown word 'reaped'"));
  EXPECT_THAT(about("program  exit 0  ?"), HasSubstr("'program' is there once"));
  EXPECT_THAT(about("program  exit 0\nprogram  exit 0"), StartsWith("expected/x.golden:3: a second program"));
  EXPECT_THAT(about("program  exit 0\n   child  exit 0  reaped"), HasSubstr("3 spaces of indentation"));
  EXPECT_THAT(about("program  exit 0\n    child  exit 0  reaped"),
              HasSubstr("indented by more than one generation"));
  EXPECT_THAT(about("program  exit 0\n  ...\n    child  exit 0  reaped"),
              HasSubstr(":4: indented below '...'"));
  EXPECT_THAT(about("program  exit 0\n  ...\n  ..."), HasSubstr(":4: a second '...' below 'program'"));
  EXPECT_THAT(about("..."), HasSubstr("lacks how it ended"));
  EXPECT_THAT(about("program  exit 0\n\tchild  exit 0  reaped"), HasSubstr("a tab in 'processes'"));
  EXPECT_THAT(complaint("-- processes --\n"), StartsWith("expected/x.golden:1: 'processes' is empty"));
}

TEST(TreeSection, NamesALineByItsLabelWhereThatIsEnough) {
  const ExpectedTree read = tree(
      {"program  exit 0", "  child  exit 0  reaped", "    child  exit 1  reaped", "  other  exit 0  reaped"});
  EXPECT_EQ(name_in(read, 1), "child (line 2)");
  EXPECT_EQ(name_in(read, 3), "other");
}

}  // namespace
}  // namespace harness
