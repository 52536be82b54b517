#include "match/renew.hpp"

#include "match/samples_test.hpp"

namespace harness {
namespace {

using samples::golden;
using samples::observed;
using testing::HasSubstr;
using testing::IsEmpty;
using Runs = std::vector<std::pair<Conditions, Observation>>;

Conditions under(std::optional<StartMethod> method, StdioMode stdio = StdioMode::pipe,
                 std::string implementation = "reference", std::optional<Version> version = {}) {
  return {std::move(implementation), version, std::nullopt, method, stdio, "linux"};
}

const Conditions plain = under(StartMethod::fork);

// The renewed text, which every run must pass and which must be its own renewal.
std::string renewed(const Golden& old, const Runs& runs) {
  const std::string text = renew(old, runs);
  const Golden read = golden(text);
  for (const auto& [conditions, seen] : runs) {
    EXPECT_THAT(compare(seen, read, conditions).differences, IsEmpty()) << text;
  }
  EXPECT_EQ(renew(read, runs), text);
  return text;
}

std::string refusal(const Golden& old, const Runs& runs) {
  try {
    renew(old, runs);
    return {};
  } catch (const CannotJudge& error) {
    return error.what();
  }
}

const std::string one = "-- processes --\nprogram            exit 0\n";

TEST(Renew, MakesOneFromNothing) {
  Observation seen = observed("a\n{{b}}\n", {"program exit 0 root", "1 exit 1 reaped"});
  seen.err = "no newline";
  EXPECT_EQ(renewed(Golden{}, {{plain, seen}}),
            "-- stdout --\na\n\\{{b}}\n-- stderr --\nno newline\n{{no newline}}\n"
            "-- processes --\nprogram            exit 0\n  child            exit 1      reaped\n");
}

TEST(Renew, LeavesWhatPassesAsItIsWritten) {
  const std::string text =
      "# why\n\n-- run --\nargs: x\n-- stdout [tty] --\nA\n-- stdout --\n{{[a-z]}}\n"
      "-- processes --\nprogram  exit 0\n  # a comment\n  kid  exit 0  reaped\n-- stderr --\n";
  EXPECT_EQ(renewed(golden(text), {{plain, observed("a\n", {"program exit 0 root", "1 exit 0 reaped"})}}),
            text.substr(0, text.size() - std::string("-- stderr --\n").size()));
}

TEST(Renew, KeepsPatternsThatStillMatch) {
  const Golden old = golden("-- stdout --\npid {{[0-9]+}}\nold\n[[x:[a-z]+]]!\nalso [[x]]\n" + one);
  EXPECT_EQ(renewed(old, {{plain, observed("pid 7\nnew\nabc!\nalso abc\nmore\n")}}),
            "-- stdout --\npid {{[0-9]+}}\nnew\n[[x:[a-z]+]]!\nalso [[x]]\nmore\n" + one);
}

TEST(Renew, DropsPatternsThatNoLongerAgree) {
  const Golden old = golden("-- stdout --\n[[x:[a-z]+]]\n[[x]]\n" + one);
  EXPECT_EQ(renewed(old, {{plain, observed("a\nb\n")}}), "-- stdout --\n[[x:[a-z]+]]\nb\n" + one);
  EXPECT_EQ(renewed(old, {{plain, observed("7\nb\n")}}), "-- stdout --\n7\nb\n" + one);
}

TEST(Renew, KeepsBlocksAndReplacesTheirChangedLines) {
  const Golden old = golden("-- stdout --\na\n{{any order}}\nb\nc {{[0-9]}}\n{{end}}\n" + one);
  EXPECT_EQ(renewed(old, {{plain, observed("a\nc 1\nb\nd\n")}}),
            "-- stdout --\na\n{{any order}}\nc {{[0-9]}}\nb\n{{end}}\nd\n" + one);
  EXPECT_EQ(renewed(old, {{plain, observed("a\nc 1\nnew\n")}}),
            "-- stdout --\na\n{{any order}}\nc {{[0-9]}}\nnew\n{{end}}\n" + one);
}

TEST(Renew, KeepsPids) {
  Observation seen = observed("None\n4711\nnew\n", {"program exit 0 root", "1 exit 0 reaped"});
  samples::find(seen, "1").pid = 4711;
  const std::string tree = one + "  child            exit 0      reaped\n";
  EXPECT_EQ(renewed(golden("-- stdout --\nNone\n[[pid 1]]\n" + tree), {{plain, seen}}),
            "-- stdout --\nNone\n[[pid 1]]\nnew\n" + tree);
  EXPECT_EQ(renewed(Golden{}, {{plain, seen}}), "-- stdout --\nNone\n[[pid 1]]\nnew\n" + tree);
  samples::find(seen, "1").pid = 3;
  seen.out = "Exitcode: 3\n";
  EXPECT_EQ(renewed(Golden{}, {{plain, seen}}), "-- stdout --\nExitcode: 3\n" + tree);
}

TEST(Renew, TellsApartByStdioFirst) {
  const Runs runs{{under(StartMethod::fork), observed("a\n")},
                  {under(StartMethod::spawn), observed("a\n")},
                  {under(StartMethod::fork, StdioMode::tty), observed("a\r\nb\r\n")},
                  {under(StartMethod::spawn, StdioMode::tty), observed("a\r\nb\r\n")}};
  EXPECT_EQ(renewed(Golden{}, runs), "-- stdout [tty] --\na\nb\n-- stdout --\na\n" + one);
}

TEST(Renew, ThenByStartMethodThenByImplementation) {
  const Runs methods{{under(StartMethod::fork), observed("a\n")},
                     {under(StartMethod::spawn), observed("b\n")},
                     {under(StartMethod::forkserver), observed("b\n")},
                     {under(StartMethod::fork, StdioMode::tty), observed("a\r\n")},
                     {under(StartMethod::spawn, StdioMode::tty), observed("b\r\n")},
                     {under(StartMethod::forkserver, StdioMode::tty), observed("b\r\n")}};
  EXPECT_EQ(renewed(Golden{}, methods), "-- stdout [fork] --\na\n-- stdout --\nb\n" + one);
  const Runs implementations{
      {under(StartMethod::fork), observed("a\n")},
      {under(StartMethod::fork, StdioMode::pipe, "team"), observed("b\n")},
      {under(StartMethod::fork, StdioMode::pipe, "cpython", Version{{3, 11, 2}}), observed("a\n")}};
  EXPECT_EQ(renewed(Golden{}, implementations),
            "-- stdout [implementation=team] --\nb\n-- stdout --\na\n" + one);
}

TEST(Renew, ThenByMoreOfThemAndByVersion) {
  const Runs both{{under(StartMethod::fork), observed("a\n")},
                  {under(StartMethod::spawn), observed("a\n")},
                  {under(StartMethod::fork, StdioMode::tty), observed("b\r\n")},
                  {under(StartMethod::spawn, StdioMode::tty), observed("a\r\n")}};
  EXPECT_EQ(renewed(Golden{}, both), "-- stdout [tty, fork] --\nb\n-- stdout --\na\n" + one);
  const Runs versions{
      {under(StartMethod::fork, StdioMode::pipe, "cpython", Version{{3, 11, 2}}), observed("a\n")},
      {under(StartMethod::fork, StdioMode::pipe, "cpython", Version{{3, 12, 1}}), observed("a\n")},
      {under(StartMethod::fork, StdioMode::pipe, "cpython", Version{{3, 13, 0}}), observed("b\n")}};
  EXPECT_EQ(renewed(Golden{}, versions), "-- stdout [cpython==3.13.0] --\nb\n-- stdout --\na\n" + one);
}

TEST(Renew, ThenByPlatformWithTheWordThatTellsItApart) {
  Conditions musl = under(StartMethod::fork);
  musl.platform = "linux-musl";
  Conditions windows = under(StartMethod::spawn);
  windows.platform = "windows";
  const Golden old = golden("-- stdout --\na\n" + one);
  EXPECT_EQ(renewed(old, {{under(StartMethod::fork), observed("a\n")}, {musl, observed("b\n")}}),
            "-- stdout [musl] --\nb\n-- stdout --\na\n" + one);
  EXPECT_EQ(renewed(old, {{under(StartMethod::fork), observed("a\n")},
                          {under(StartMethod::spawn), observed("a\n")},
                          {windows, observed("b\n")}}),
            "-- stdout [windows] --\nb\n-- stdout --\na\n" + one);
}

TEST(Renew, ByTheOneFacilityThatIsLackingRatherThanByPlatform) {
  Conditions emulated = under(StartMethod::fork);
  emulated.lacking = {"vfork"};
  Conditions elsewhere = emulated;
  elsewhere.platform = "linux-musl";
  const Golden old = golden("-- stdout --\na\n" + one);
  const Runs runs{
      {under(StartMethod::fork), observed("a\n")}, {emulated, observed("b\n")}, {elsewhere, observed("b\n")}};
  EXPECT_EQ(renewed(old, runs), "-- stdout [no vfork] --\nb\n-- stdout --\na\n" + one);
}

TEST(Renew, DoesNotGuessWhichOfManyFacilitiesMatters) {
  Conditions emulated = under(StartMethod::fork);
  emulated.lacking = {"subreaper", "vfork"};
  const Runs runs{{under(StartMethod::fork), observed("a\n")}, {emulated, observed("b\n")}};
  EXPECT_THAT(refusal(golden("-- stdout --\na\n" + one), runs),
              HasSubstr("no subreaper, no vfork; write the section"));
  const Golden told = golden("-- stdout [no vfork] --\nc\n-- stdout --\na\n" + one);
  EXPECT_EQ(renewed(told, runs), "-- stdout [no vfork] --\nb\n-- stdout --\na\n" + one);
}

TEST(Renew, LeavesSectionsAloneThatNoRunSelects) {
  const Golden old = golden("-- stdout [tty] --\nkept {{.*}}\n-- stdout --\na\n" + one);
  EXPECT_EQ(renewed(old, {{plain, observed("b\n")}}),
            "-- stdout [tty] --\nkept {{.*}}\n-- stdout --\nb\n" + one);
}

TEST(Renew, SplitsASectionWhereItsRunsDiffer) {
  const Golden old = golden("-- stdout [tty] --\na\n-- stdout --\na\n" + one);
  const Runs runs{{under(StartMethod::fork, StdioMode::tty), observed("b\r\n")},
                  {under(StartMethod::spawn, StdioMode::tty), observed("a\r\n")},
                  {under(StartMethod::fork), observed("a\n")}};
  EXPECT_EQ(renewed(old, runs),
            "-- stdout [tty, fork] --\nb\n-- stdout [tty] --\na\n-- stdout --\na\n" + one);
}

TEST(Renew, AStreamThatIsSometimesEmptyHasASectionOnlyThen) {
  Observation noisy = observed("");
  noisy.err = "warning\n";
  const Runs runs{{under(StartMethod::fork), observed("")}, {under(StartMethod::spawn), noisy}};
  EXPECT_EQ(renewed(Golden{}, runs), "-- stderr [spawn] --\nwarning\n" + one);
}

TEST(Renew, RemovesASectionOfAStreamThatBecameEmpty) {
  EXPECT_EQ(renewed(golden("-- stdout --\na\n" + one), {{plain, observed("")}}), one);
}

TEST(Renew, KeepsTheLabelsOfATree) {
  const Golden old = golden(
      "-- processes --\nprogram  exit 0\n  worker  exit 0  reaped\n    helper  exit 0  reaped\n  logger  "
      "exit 3  reaped  ?\n");
  EXPECT_EQ(renewed(old, {{plain, observed("", {"program exit 0 root", "1 exit 7 reaped", "1.1 exit 0 reaped",
                                                "2 exit 0 zombie"})}}),
            "-- processes --\n"
            "program            exit 0\n"
            "  worker           exit 0      zombie\n"
            "  logger           exit 7      reaped  ?\n"
            "    grandchild     exit 0      reaped\n");
}

TEST(Renew, KeepsTheDotsOfATree) {
  const Golden old = golden("-- processes --\nprogram  exit 0\n  worker  exit 0  reaped\n    ...\n  ...\n");
  EXPECT_EQ(renewed(old, {{plain, observed("", {"program exit 0 root", "1 exit 7 reaped", "1.1 exit 0 reaped",
                                                "2 exit 3 orphaned"})}}),
            "-- processes --\n"
            "program            exit 0\n"
            "  worker           exit 7      reaped\n"
            "    ...\n"
            "  ...\n");
  EXPECT_EQ(renewed(old, {{plain, observed("", {"program exit 5 root"}, Level::adopt)}}),
            "-- processes --\n"
            "program            exit 5\n"
            "  worker           exit 0      reaped\n"
            "    ...\n"
            "  ...\n");
}

TEST(Renew, WritesTreesApartWhereTheyDiffer) {
  const Runs runs{{under(StartMethod::fork), observed("", {"program exit 0 root", "1 exit 0 zombie"})},
                  {under(StartMethod::spawn), observed("", {"program exit 0 root", "1 exit 0 zombie"})},
                  {under(StartMethod::forkserver), observed("", {"program exit 0 root", "1 exit 0 reaped"})}};
  EXPECT_EQ(renewed(Golden{}, runs),
            "-- processes [forkserver] --\nprogram            exit 0\n  child            exit 0      reaped\n"
            "-- processes --\nprogram            exit 0\n  child            exit 0      zombie\n");
}

TEST(Renew, DoesNotAddATreeWhereThereWasNone) {
  EXPECT_EQ(renewed(golden("-- stdout --\na\n"),
                    {{plain, observed("b\n", {"program exit 0 root", "1 exit 0 reaped"})}}),
            "-- stdout --\nb\n");
  EXPECT_EQ(renewed(golden("-- stdout --\na\n"), {{plain, observed("a\n", {"program exit 1 root"})}}),
            "-- stdout --\na\n-- processes --\nprogram            exit 1\n");
}

TEST(Renew, AtALevelThatSeesLittleOnlyTheProgramsEndingIsRenewed) {
  const std::string tree =
      "-- processes --\nprogram            exit 0\n  kid              exit 2      reaped\n";
  const Golden old = golden("-- stdout --\na\n" + tree);
  EXPECT_EQ(renewed(old, {{plain, observed("b\n", {"program exit 0 root"}, Level::adopt)}}),
            "-- stdout --\nb\n" + tree);
  EXPECT_EQ(
      renewed(old, {{plain, observed("a\n", {"program exit 5 root"}, Level::adopt)}}),
      "-- stdout --\na\n-- processes --\nprogram            exit 5\n  kid              exit 2      reaped\n");
  EXPECT_THAT(
      refusal(old, {{plain, observed("a\n", {"program exit 0 root", "1 exit 0 orphaned"}, Level::adopt)}}),
      HasSubstr("the tree of processes cannot be written at level adopt"));
  EXPECT_EQ(renewed(Golden{}, {{plain, observed("a\n", {"program exit 0 root"}, Level::adopt)}}),
            "-- stdout --\na\n");
  EXPECT_THAT(refusal(Golden{}, {{plain, observed("a\n", {"program exit 1 root"}, Level::root)}}),
              HasSubstr("at level root"));
}

TEST(Renew, RefusesRunsThatDifferUnderTheSameConditions) {
  EXPECT_THAT(refusal(Golden{}, {{plain, observed("a\n")}, {plain, observed("b\n")}}),
              HasSubstr("runs under the same conditions differ (reference, fork, pipe)"));
}

TEST(Renew, RefusesRunsThatDidNotEndByThemselves) {
  Observation seen = observed("");
  seen.stopped = Stopped::time_limit;
  EXPECT_THAT(refusal(Golden{}, {{plain, seen}}), HasSubstr("did not end by itself"));
}

TEST(Renew, WritesAnyBytes) {
  std::string bytes;
  for (int c = 0; c < 256; ++c)
    bytes += static_cast<char>(c);
  renewed(Golden{}, {{plain, observed(bytes + "\n-- stdout --\n\\{{x}}\n[[1], [2]]\n{{end}}\n\r\n\n")}});
  renewed(Golden{}, {{plain, observed("\n")}});
  renewed(Golden{}, {{under(StartMethod::fork, StdioMode::tty), observed("a\r\r\n\x1b[1m\r\n")}});
}

}  // namespace
}  // namespace harness
