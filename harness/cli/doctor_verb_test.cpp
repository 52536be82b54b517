#include <gmock/gmock.h>

#include "cli/test_command.hpp"

namespace harness {
namespace {

TEST(DoctorVerb, TellsWhatWorksAndWhatMendsTheRest) {
  TestCommand exeunt;
  EXPECT_EQ(exeunt({"doctor"}), 0) << exeunt.err;
  EXPECT_EQ(exeunt.out,
            "yes  see\n     by looking\n"
            "no   fly\n     no wings\n     what mends it: grow some\n");
}

TEST(DoctorVerb, TellsItToProgramsToo) {
  TestCommand exeunt;
  EXPECT_EQ(exeunt({"doctor", "--json"}), 0) << exeunt.err;
  EXPECT_THAT(exeunt.out, testing::HasSubstr(R"("what":"fly")"));
  EXPECT_THAT(exeunt.out, testing::HasSubstr(R"("works":false)"));
}

}  // namespace
}  // namespace harness
