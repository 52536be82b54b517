#include <gmock/gmock.h>

#include "cli/exit_codes.hpp"
#include "cli/test_command.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class GradeVerb : public testing::Test {
 protected:
  GradeVerb() {
    std::filesystem::create_directories(folder_ / "goldens");
    write_file(folder_ / "goldens/a.golden", "-- stdout --\nhello\n");
    write_file(folder_ / "assignment.toml", "title = \"Work\"\n[[item]]\nname = \"a\"\npoints = 4\n");
    for (const char* name : {"ann", "bob", "eve"}) {
      std::filesystem::create_directories(folder_ / (std::string("in/") + name));
      write_file(folder_ / (std::string("in/") + name + "/a.c"), "");
    }
    command_.machinery.grade = [this](const GradeRequest& request, GradeListener& listener) {
      asked_ = request;
      return pretend(request, listener);
    };
  }

  // Everybody passes but bob.
  static GradeSummary pretend(const GradeRequest& request, GradeListener& listener) {
    listener.started({request.submissions.size(), 2, Level::trace, "", true, ""});
    for (const Submission& submission : request.submissions) {
      SubmissionResult result;
      result.submission = submission.name;
      result.complete = true;
      const bool right = submission.name != "bob";
      for (const AssignmentItem& item : request.assignment.items) {
        ItemResult one{.name = item.name,
                       .title = item.title,
                       .points = right ? item.points : 0,
                       .max_points = item.points};
        one.verdict = right ? Verdict::pass : Verdict::fail;
        if (!right) one.code = ReasonCode::wrong_tree;
        one.judged = true;
        result.items.push_back(one);
        result.score += one.points;
        result.max_score += one.max_points;
      }
      listener.changed(result);
      listener.finished(result, false);
    }
    const GradeSummary summary{request.submissions.size(), 0, false, 1000};
    listener.ended(summary);
    return summary;
  }

  int grade_in(std::vector<std::string> words) {
    words.insert(words.begin(),
                 {"grade", "--assignment", folder_ / "assignment.toml", "--out", folder_ / "out"});
    return command_(words);
  }
  std::vector<std::string> asked_names() const {
    std::vector<std::string> names;
    for (const Submission& submission : asked_.submissions)
      names.push_back(submission.name);
    return names;
  }

  TestFolder folder_;
  TestCommand command_;
  GradeRequest asked_;
};

TEST_F(GradeVerb, TellsWhatEverybodyLostAndWritesTheGradebook) {
  EXPECT_EQ(grade_in({folder_ / "in"}), exit_as_expected);
  EXPECT_THAT(command_.out, HasSubstr("ann  4 of 4"));
  EXPECT_THAT(command_.out, HasSubstr("bob  0 of 4  a wrong-tree"));
  EXPECT_THAT(command_.out, HasSubstr("3 graded in 1.0 s"));
  EXPECT_THAT(read_file(folder_ / "out/gradebook.csv"), HasSubstr("\nbob,0,4,0,complete,0,wrong-tree\n"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out/gradebook.sqlite"));
}

TEST_F(GradeVerb, AskedForNothingIsAWrongCommandLine) {
  EXPECT_EQ(grade_in({}), exit_wrong_command_line);
  EXPECT_THAT(command_.err, HasSubstr("which SUBMISSION?"));
  EXPECT_EQ(grade_in({folder_ / "nobody"}), exit_wrong_command_line);
  EXPECT_EQ(grade_in({folder_ / "in", "--format", "gradescop"}), exit_wrong_command_line);
  EXPECT_EQ(grade_in({folder_ / "in", "--format", "vpl=x"}), exit_wrong_command_line);
  EXPECT_EQ(grade_in({folder_ / "in", "--shard", "4/3"}), exit_wrong_command_line);
}

TEST_F(GradeVerb, ABadAssignmentCannotBeGraded) {
  write_file(folder_ / "assignment.toml", "[[item]]\nnam = \"a\"\n");
  EXPECT_EQ(grade_in({folder_ / "in"}), exit_could_not_judge);
  EXPECT_THAT(command_.err, HasSubstr("assignment.toml:"));
}

TEST_F(GradeVerb, FormsGoWhereTheyAreWanted) {
  EXPECT_EQ(grade_in({folder_ / "in", "--format", "gradescope,plain"}), exit_as_expected);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out/ann.gradescope.json"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out/bob.txt"));
  EXPECT_EQ(grade_in({"--one", folder_ / "in/ann", "--format", "autolab=-"}), exit_as_expected);
  EXPECT_THAT(command_.out, StartsWith("{\"scores\":{\"a\":4"));
  EXPECT_THAT(command_.err, HasSubstr("1 graded"));
}

TEST_F(GradeVerb, AGitHubStepGetsItsOutput) {
  command_.environment["GITHUB_OUTPUT"] = folder_ / "output";
  EXPECT_EQ(grade_in({"--one", folder_ / "in/ann", "--format", "github-classroom"}), exit_as_expected);
  EXPECT_THAT(read_file(folder_ / "output"), StartsWith("result=eyJ2ZXJzaW9uIjox"));
}

TEST_F(GradeVerb, AShardDoesItsPartAndNotesTheWhole) {
  EXPECT_EQ(grade_in({folder_ / "in", "--shard", "1/2"}), exit_as_expected);
  EXPECT_THAT(asked_names(), ElementsAre("ann", "eve"));
  EXPECT_THAT(read_file(folder_ / "out/shard.json"), HasSubstr("\"bob\""));
  command_.environment["SLURM_ARRAY_TASK_ID"] = "1";
  EXPECT_EQ(grade_in({folder_ / "in"}), exit_wrong_command_line);
  command_.environment["EXEUNT_SHARDS"] = "2";
  EXPECT_EQ(grade_in({folder_ / "in"}), exit_as_expected);
  EXPECT_THAT(asked_names(), ElementsAre("bob"));
}

TEST_F(GradeVerb, APlanIsMadeAndFollowed) {
  EXPECT_EQ(grade_in({folder_ / "in", "--shard", "1/3", "--make-plan", folder_ / "plan.json"}),
            exit_as_expected);
  EXPECT_THAT(command_.out, HasSubstr("3 submissions for 3 shards"));
  EXPECT_EQ(grade_in({folder_ / "in", "--shard", "3/3", "--plan", folder_ / "plan.json"}), exit_as_expected);
  EXPECT_THAT(asked_names(), ElementsAre("eve"));
  EXPECT_EQ(grade_in({folder_ / "in", "--shard", "1/2", "--plan", folder_ / "plan.json"}),
            exit_wrong_command_line);
}

TEST_F(GradeVerb, AClusterGetsTheSameWords) {
  SlurmRequest slurm;
  ShardPlan plan;
  command_.machinery.grade_on_slurm = [&](const SlurmRequest& request, const std::vector<Submission>&,
                                          const ShardPlan& planned, const Assignment&, GradeListener&) {
    slurm = request;
    plan = planned;
  };
  EXPECT_EQ(grade_in({folder_ / "in", "--slurm", "2", "--jobs", "3"}), exit_as_expected);
  EXPECT_EQ(slurm.shards, 2);
  EXPECT_THAT(slurm.arguments, ElementsAre("--assignment", folder_ / "assignment.toml", "--jobs", "3"));
  EXPECT_EQ(plan.shard_of.size(), 3U);
}

TEST_F(GradeVerb, AFirstAssignmentIsWritten) {
  EXPECT_EQ(command_({"grade", "--init", folder_ / "first"}), exit_as_expected);
  EXPECT_THAT(command_.out, HasSubstr("first/assignment.toml"));
  EXPECT_EQ(command_({"grade", "--init", folder_ / "first"}), exit_could_not_judge);
}

TEST_F(GradeVerb, CheckingNamesWhatIsNotAsItShould) {
  std::filesystem::create_directories(folder_ / "wrong/bob");
  std::filesystem::create_directories(folder_ / "wrong/good");
  const std::string text = read_file(folder_ / "assignment.toml");
  write_file(folder_ / "assignment.toml", text + "[[wrong]]\npath = \"wrong/good\"\nloses = [\"a\"]\n");
  const std::vector<std::string> words{"grade", "--check", folder_ / "assignment.toml", folder_ / "in/ann"};
  EXPECT_EQ(command_(words), exit_differs);
  EXPECT_THAT(command_.out, HasSubstr("has to lose 'a', and passes it"));
  write_file(folder_ / "assignment.toml", text);
  EXPECT_EQ(command_(words), exit_as_expected);
  EXPECT_THAT(command_.out, EndsWith("as it should\n"));
}

TEST_F(GradeVerb, APackageHoldsTheAssignmentAndTheCommand) {
  EXPECT_EQ(command_({"grade", "--package", "gradescope", "--assignment", folder_ / "assignment.toml",
                      "--out", folder_ / "autograder.zip"}),
            exit_as_expected)
      << command_.err;
  const std::string zip = read_file(folder_ / "autograder.zip");
  for (const char* name :
       {"setup.sh", "run_autograder", "assignment/goldens/a.golden", "bin/exeunt-shim", "bin/exeunt-archive"})
    EXPECT_THAT(zip, HasSubstr(name));
}

}  // namespace
}  // namespace harness
