// What the command makes of a platform that lacks something: programs that stand for such a platform's, and a
// stand-in for the one that finds it out.
#include <gtest/gtest.h>

#include <fstream>

#include "judge_run.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* golden = R"(-- run [no subreaper] --
skip: nobody adopts
-- stdout [no clone3] --
another way
-- stdout --
as ever
)";

class PlatformThatLacks : public testing::Test {
 protected:
  // `told` is what the stand-in writes of clone3 and subreaper.
  JudgeRun judged(const std::string& clone3, const std::string& subreaper, int status = 0) {
    write("suite/group/shows.cpp", "// Shows it.\n// Source: none\n// Start methods: none\nint main() {}\n");
    write("suite/group/shows.golden", golden);
    program("programs/group/shows", "echo as ever\n");
    program(
        "programs/support/facilities",
        "echo 'clone3: " + clone3 + "'\necho 'subreaper: " + subreaper + "'\n" +
            "for name in exec nocldwait own-threads vfork silent-abort; do echo \"$name: works\"; done\n" +
            "exit " + std::to_string(status) + "\n");
    const Judge judge(folder_.path() / "programs");
    const std::string sources = (folder_.path() / "suite").string();
    return judge.run({"run", "--json", judge.json(), "--scenarios", sources, "--expected", sources,
                      "--programs", judge.programs(), "--stdio", "pipe"});
  }

 private:
  void write(const std::string& name, const std::string& text) {
    const fs::path path = folder_.path() / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }

  void program(const std::string& name, const std::string& script) {
    write(name, "#!/bin/sh\n" + script);
    fs::permissions(folder_.path() / name, fs::perms::owner_all);
  }

  TestFolder folder_;
};

TEST_F(PlatformThatLacks, NothingIsJudgedAsEver) {
  const JudgeRun run = judged("works", "works");
  ASSERT_EQ(run.results.size(), 1U) << run.err;
  EXPECT_EQ(run.results[0]["verdict"], "pass") << told(run.results[0]);
  EXPECT_EQ(run.results[0]["lacking"], Json::array());
}

TEST_F(PlatformThatLacks, WhatAScenarioShowsIsSkippedWithBothReasons) {
  const JudgeRun run = judged("works", "prctl: Invalid argument");
  ASSERT_EQ(run.results.size(), 1U) << run.err;
  EXPECT_EQ(run.results[0]["verdict"], "skip");
  EXPECT_EQ(run.results[0]["reason"], "no subreaper (prctl: Invalid argument): nobody adopts");
  EXPECT_EQ(run.exit_status, 77);
}

TEST_F(PlatformThatLacks, WhatItCanDoInAnotherWayIsJudgedByThat) {
  const JudgeRun run = judged("clone3: Function not implemented", "works");
  ASSERT_EQ(run.results.size(), 1U) << run.err;
  EXPECT_EQ(run.results[0]["verdict"], "fail");
  EXPECT_EQ(run.results[0]["reason"], "stdout line 1: expected \"another way\", saw \"as ever\"");
  EXPECT_EQ(run.results[0]["lacking"], Json::array({"clone3"}));
}

TEST_F(PlatformThatLacks, TheMeansToFindOutIsNotJudged) {
  const JudgeRun run = judged("works", "works", 1);
  EXPECT_EQ(run.exit_status, 2);
  EXPECT_NE(run.err.find("cannot find out what programs can do here"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace harness
