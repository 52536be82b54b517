#include "cli/exeunt.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "cli/exit_codes.hpp"
#include "cli/test_command.hpp"
#include "cli/verbs.hpp"
#include "report/terminal/columns.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Exeunt, TellsItsVersion) {
  TestCommand exeunt;
  EXPECT_EQ(exeunt({"--version"}), 0);
  EXPECT_THAT(exeunt.out, testing::MatchesRegex("exeunt [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Exeunt, ExplainsItself) {
  TestCommand exeunt;
  EXPECT_EQ(exeunt({"--help"}), 0);
  for (const NamedVerb& verb : verbs())
    EXPECT_THAT(exeunt.out, HasSubstr("\n  " + std::string(verb.name) + " "));
  EXPECT_THAT(exeunt.out, HasSubstr("exit status:\n" + exit_status_lines(exit_statuses_of_runs())));
  const std::string help = exeunt.out;
  EXPECT_EQ(exeunt({"help"}), 0);
  EXPECT_EQ(exeunt.out, help);
}

TEST(Exeunt, WithoutACommandIsAWrongCommandLine) {
  TestCommand exeunt;
  EXPECT_EQ(exeunt({}), 3);
  EXPECT_EQ(exeunt.out, "");
  EXPECT_THAT(exeunt.err, StartsWith("usage: exeunt COMMAND"));
}

TEST(Exeunt, SuggestsTheCommandThatWasMeant) {
  TestCommand exeunt;
  EXPECT_EQ(exeunt({"chek"}), 3);
  EXPECT_EQ(exeunt.err, "exeunt: unknown command 'chek' (closest: 'check'); exeunt --help lists them\n");
  EXPECT_EQ(exeunt({"xyzzy\x1b[2J"}), 3);
  EXPECT_EQ(exeunt.err, "exeunt: unknown command 'xyzzy\\e[2J'; exeunt --help lists them\n");
}

TEST(Exeunt, EveryCommandExplainsItselfAtEveryWidth) {
  for (const NamedVerb& verb : verbs()) {
    for (const int columns : {40, 80, 200}) {
      TestCommand exeunt;
      exeunt.out_is_terminal = true;
      exeunt.size.columns = columns;
      EXPECT_EQ(exeunt({std::string(verb.name), "--help"}), 0) << verb.name;
      EXPECT_THAT(exeunt.out, StartsWith("usage: exeunt " + std::string(verb.name)));
      EXPECT_THAT(exeunt.out, HasSubstr("exit status:"));
      if (columns < 80) continue;
      for (const std::string& line : lines_of(exeunt.out))
        EXPECT_LE(columns_of(line), columns) << line;
    }
    TestCommand exeunt;
    EXPECT_EQ(exeunt({"help", std::string(verb.name)}), 0);
    EXPECT_THAT(exeunt.out, StartsWith("usage: exeunt " + std::string(verb.name)));
  }
}

TEST(Exeunt, RefusesUnknownOptionsOfEveryCommand) {
  for (const NamedVerb& verb : verbs()) {
    TestCommand exeunt;
    EXPECT_EQ(exeunt({std::string(verb.name), "--helpp"}), 3) << verb.name;
    EXPECT_EQ(exeunt.err, "exeunt: " + std::string(verb.name) +
                              ": unknown option '--helpp' (closest: '--help'); see " + "exeunt " +
                              std::string(verb.name) + " --help\n");
  }
}

TEST(Exeunt, SaysWhenNobodyCouldReadWhatItSaid) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  out.setstate(std::ios::badbit);
  EXPECT_EQ(
      harness::exeunt({"--version"}, {in, out, err, false, false, false, [] { return TerminalSize{}; },
                                      [](const std::string&) { return std::nullopt; }, own_machinery()}),
      2);
  EXPECT_EQ(err.str(), "exeunt: cannot write to standard output\n");
}

TEST(Exeunt, WritesAManualPageForEveryCommand) {
  TestCommand exeunt;
  EXPECT_EQ(exeunt({"--help=man"}), 0);
  EXPECT_THAT(exeunt.out, StartsWith(".TH EXEUNT 1 "));
  for (const NamedVerb& verb : verbs()) {
    EXPECT_THAT(exeunt.out.find("exeunt"), testing::Ne(std::string::npos));
    EXPECT_EQ(exeunt({std::string(verb.name), "--help=man"}), 0) << verb.name;
    EXPECT_THAT(exeunt.out, HasSubstr(".SH NAME\nexeunt\\-" + std::string(verb.name) + " \\- "));
    EXPECT_THAT(exeunt.out, HasSubstr("\\fB\\-h, \\-\\-help\\fR\nthis text\n"));
  }
}

TEST(Exeunt, CompletesEveryCommandAndOption) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    TestCommand exeunt;
    EXPECT_EQ(exeunt({"completions", shell}), 0);
    for (const NamedVerb& verb : verbs())
      EXPECT_THAT(exeunt.out, HasSubstr(std::string(verb.name))) << shell;
    EXPECT_THAT(exeunt.out, HasSubstr("start-method")) << shell;
    EXPECT_THAT(exeunt.out, HasSubstr("fork spawn forkserver")) << shell;
  }
  TestCommand exeunt;
  EXPECT_EQ(exeunt({"completions", "tcsh"}), 3);
}

}  // namespace
}  // namespace harness
