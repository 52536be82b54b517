#include "grade/recipe.hpp"

#include <gmock/gmock.h>

#include "grade/test_grading.hpp"

namespace harness {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::StartsWith;

class Recipes : public testing::Test {
 protected:
  Recipe recipe(const std::string& program = "a", bool alone = false) {
    return recipe_for(plan_, program, folder_.path(), alone);
  }
  GradeFolder folder_;
  BuildPlan plan_;
};

TEST_F(Recipes, TheEndingTellsTheLanguage) {
  folder_.write("c.c", "");
  folder_.write("cpp.cc", "");
  folder_.write("py.py", "");
  folder_.write("sh.sh", "#!/bin/bash\n");
  EXPECT_EQ(recipe("c").build->argv.front(), "/usr/bin/gcc");
  EXPECT_EQ(recipe("c").build->argv.back(), "-pthread");
  EXPECT_EQ(recipe("cpp").build->argv.front(), "/usr/bin/g++");
  EXPECT_THAT(recipe("py").interpreter.front(), AllOf(StartsWith("/usr/"), HasSubstr("python3")));
  EXPECT_EQ(recipe("sh").interpreter.front(), "/bin/bash");
}

TEST_F(Recipes, FlagsAndNamesAreArgumentsAndNoOptions) {
  plan_.flags = {"-Wall"};
  folder_.write("-o.c", "");
  const std::vector<std::string> argv = recipe("-o").build->argv;
  EXPECT_THAT(argv, Contains("-Wall"));
  EXPECT_THAT(argv, Contains("./-o.c"));
}

TEST_F(Recipes, AMissingFileIsNamed) {
  EXPECT_EQ(recipe().missing, "the file a.c or a.cpp or a.py or a.sh is missing");
  plan_.language = Language::c;
  folder_.write("a.py", "");
  EXPECT_EQ(recipe().missing, "the file a.c is missing");
}

TEST_F(Recipes, TheOnlySourceIsTheOnlyProgram) {
  folder_.write("homework_final.c", "");
  folder_.write("notes.txt", "");
  EXPECT_NE(recipe("a", false).missing, "");
  EXPECT_THAT(recipe("a", true).build->argv, Contains("./homework_final.c"));
  folder_.write("other.c", "");
  EXPECT_NE(recipe("a", true).missing, "");
}

TEST_F(Recipes, SeveralFilesMakeOneProgram) {
  plan_.programs = {{"a", {"x.c", "y.cpp"}}};
  folder_.write("x.c", "");
  EXPECT_EQ(recipe().missing, "the file y.cpp is missing");
  folder_.write("y.cpp", "");
  EXPECT_EQ(recipe().build->argv.front(), "/usr/bin/g++");
}

TEST_F(Recipes, MakeAndCMakeBuildAllAtOnce) {
  EXPECT_FALSE(whole_build(plan_));
  plan_.language = Language::make;
  plan_.targets = {"all"};
  EXPECT_EQ(whole_build(plan_)->argv, (std::vector<std::string>{"/usr/bin/make", "-s", "all"}));
  plan_.language = Language::cmake;
  EXPECT_EQ(recipe().file, "build/a");
}

}  // namespace
}  // namespace harness
