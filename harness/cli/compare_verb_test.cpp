#include <gmock/gmock.h>

#include "cli/test_command.hpp"
#include "record/json.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* first_line =
    "{\"format\":1,\"platform\":{\"libc\":\"glibc 2.36\"},\"exeunt\":\"0.1.0\"}\n";

std::string run(const std::string& scenario, const std::string& verdict) {
  return R"({"scenario":")" + scenario +
         R"(","implementation":"reference","version":"1","start_method":"fork",)" +
         R"("stdio":"pipe","verdict":")" + verdict +
         R"(","reason_code":null,"reason":"","level":"trace","wall_ms":1,"stdout":"","stderr":"","processes":[]})" +
         "\n";
}

std::string bench(double ratio) {
  return R"({"format":1,"measurements":[{"name":"start/fork","floor":"fork","ratio_p50":)" +
         std::to_string(ratio) + R"(,"p50_us":100,"p99_us":101,"samples":1000}]})";
}

struct Compare : TestFolder, testing::Test {
  TestCommand exeunt;
  const std::string a = *this / "a.jsonl";
  const std::string b = *this / "b.jsonl";

  Compare() {
    exeunt.environment["EXEUNT_RECORDS"] = *this / "state";
    write_file(a, first_line + run("exit/a", "pass") + run("join/b", "fail"));
    write_file(b, first_line + run("exit/a", "fail") + run("join/b", "pass"));
  }
};

TEST_F(Compare, EndsWithOneWhereSomethingNewlyFails) {
  EXPECT_EQ(exeunt({"compare", a, b}), 1) << exeunt.err;
  EXPECT_THAT(exeunt.out, HasSubstr("newly failing (1)"));
  EXPECT_THAT(exeunt.out, HasSubstr("newly passing (1)"));
  EXPECT_EQ(exeunt({"compare", a, a}), 0);
}

TEST_F(Compare, WritesEveryForm) {
  EXPECT_EQ(exeunt({"compare", a, b, "--json", *this / "c.json", "--markdown=" + (*this / "c.md"), "--html",
                    *this / "c.html"}),
            1)
      << exeunt.err;
  EXPECT_EQ(Json::parse(read_file(*this / "c.json"))["newly_failing"], 1);
  EXPECT_THAT(read_file(*this / "c.md"), StartsWith("## exeunt: 1 newly failing"));
  EXPECT_THAT(read_file(*this / "c.html"), StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(exeunt.out, HasSubstr("newly failing (1)"));
  EXPECT_EQ(exeunt({"compare", "--json", a, b}), 1);
  EXPECT_EQ(Json::parse(exeunt.out)["newly_failing"], 1);
  EXPECT_EQ(exeunt({"compare", "--json", "--markdown", a, b}), 3);
}

TEST_F(Compare, KeepsABaselineAndComparesWithItThen) {
  EXPECT_EQ(exeunt({"compare", "--keep", "main", a}), 0) << exeunt.err;
  EXPECT_EQ(exeunt({"compare", "--baseline", "main", b}), 1);
  EXPECT_THAT(exeunt.out, HasSubstr("newly failing (1)"));
  EXPECT_EQ(exeunt({"compare", "--baseline", "main", "--keep", "main", b}), 1);
  EXPECT_EQ(exeunt({"compare", "main", b}), 0);  // b is the baseline now
}

TEST_F(Compare, NamesTheClosestBaselineWhereNoneIsKeptUnderAName) {
  EXPECT_EQ(exeunt({"compare", "--keep", "release", a}), 0) << exeunt.err;
  EXPECT_EQ(exeunt({"compare", "--baseline", "relase", b}), 3);
  EXPECT_THAT(exeunt.err, HasSubstr("no record is kept as the baseline 'relase' (closest: 'release')"));
}

TEST_F(Compare, IsNotGreenOnNothing) {
  write_file(b, first_line + run("join/c", "pass"));
  EXPECT_EQ(exeunt({"compare", a, b}), 2);
  EXPECT_THAT(exeunt.err, HasSubstr("a and b have no run in common"));
  write_file(b, R"({"format":1,"platform":{},"cases":3})"
                "\n" +
                    run("exit/a", "pass") + run("join/b", "fail"));
  EXPECT_EQ(exeunt({"compare", a, b}), 2);
  EXPECT_THAT(exeunt.err, HasSubstr("b was cut short: 2 of 3 runs are there"));
  write_file(b, first_line + run("exit/a", "pass") + run("join/b", "fail").substr(0, 40));
  EXPECT_EQ(exeunt({"compare", a, b}), 2);
  EXPECT_THAT(exeunt.err, HasSubstr("b was cut short: its last line is torn"));
}

TEST_F(Compare, SaysWhatItCannotFind) {
  EXPECT_EQ(exeunt({"compare", a, "nothing.jsonl"}), 3);
  EXPECT_THAT(exeunt.err, HasSubstr("there is no record 'nothing.jsonl'"));
  EXPECT_EQ(exeunt({"compare", a, "latest"}), 3);
  EXPECT_THAT(exeunt.err, HasSubstr("there is no record 'latest'; 0 are kept"));
  EXPECT_EQ(exeunt({"compare", a}), 3);
  EXPECT_EQ(exeunt({"compare"}), 3);
  write_file(*this / "no.jsonl", "hello\n");
  EXPECT_EQ(exeunt({"compare", a, *this / "no.jsonl"}), 2);
}

TEST_F(Compare, ComparesTwoFilesOfBench) {
  write_file(*this / "before.json", bench(2.0));
  write_file(*this / "after.json", bench(3.0));
  EXPECT_EQ(exeunt({"compare", *this / "before.json", *this / "after.json"}), 1) << exeunt.err;
  EXPECT_THAT(exeunt.out, HasSubstr("+50.0 % slower"));
  EXPECT_EQ(exeunt({"compare", *this / "after.json", *this / "before.json"}), 0);
  EXPECT_EQ(exeunt({"compare", a, *this / "after.json"}), 3);
}

struct History : Compare {
  History() {
    std::filesystem::create_directories(path() / "state/records");
    write_file(*this / "state/records/1.jsonl", read_file(a));
    write_file(*this / "state/records/2.jsonl", read_file(b));
  }
};

TEST_F(History, ShowsEachVariantOfAScenario) {
  EXPECT_EQ(exeunt({"history", "exit/a"}), 0) << exeunt.err;
  EXPECT_THAT(exeunt.out,
              StartsWith("exit/a  reference, fork, pipe\n  ✓✗\n  2 records, 2 runs, 1 failed, flake rate"));
  EXPECT_THAT(exeunt.out, HasSubstr("failing since 2.jsonl, reference 1: fail"));
}

TEST_F(History, TakesPartsOfNamesAndSaysWhatItDoesNotKnow) {
  EXPECT_EQ(exeunt({"history", "--json", "join"}), 0);
  EXPECT_EQ(Json::parse(exeunt.out)["variants"].at(0)["scenario"], "join/b");
  EXPECT_EQ(exeunt({"history", "exit/aa"}), 3);
  EXPECT_THAT(exeunt.err, HasSubstr("no record has a scenario 'exit/aa' (closest: 'exit/a')"));
  EXPECT_EQ(exeunt({"history"}), 3);
  exeunt.environment["EXEUNT_RECORDS"] = *this / "empty";
  EXPECT_EQ(exeunt({"history", "exit/a"}), 3);
}

}  // namespace
}  // namespace harness
