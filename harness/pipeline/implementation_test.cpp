#include "pipeline/implementation.hpp"

#include <gmock/gmock.h>

#include "support/errors.hpp"

namespace harness {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::SizeIs;

RunRequest twins_by(std::vector<std::filesystem::path> pythons) {
  RunRequest request;
  request.implementations = {"cpython"};
  request.pythons = std::move(pythons);
  return request;
}

// Who asks for several versions gets those that there are.
TEST(Implementation, OfAnInterpreterThatIsNotThereIsSkippedByItsName) {
  const auto wanted = implementations_of(twins_by({"/nonexistent/python3.14", "no-such-python"}));
  ASSERT_THAT(wanted, SizeIs(2));
  EXPECT_EQ(wanted[0].name, "cpython");
  EXPECT_THAT(wanted[0].missing, AllOf(HasSubstr("no interpreter /nonexistent/python3.14"),
                                       HasSubstr("leave out --python /nonexistent/python3.14")));
  EXPECT_THAT(wanted[1].missing, HasSubstr("no interpreter no-such-python"));
  const Command command = command_for(wanted[0], Scenario{.name = "exit/x", .twin = "x.py"});
  EXPECT_TRUE(command.skipped);
  EXPECT_EQ(command.missing, wanted[0].missing);
}

TEST(Implementation, OfWhatIsNoInterpreterIsAnError) {
  EXPECT_THROW(implementations_of(twins_by({"/dev/null"})), CannotJudge);
  EXPECT_THROW(implementations_of(twins_by({"/bin/true"})), CannotJudge);
}

}  // namespace
}  // namespace harness
