#include "pipeline/not_supported.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

Observation ended_with(int status, const std::string& err) {
  Observation seen;
  seen.err = err;
  seen.processes.push_back({.id = "program", .end = Exited{status}});
  return seen;
}

TEST(NotSupported, IsSaidByTheStatusAndTheFirstLine) {
  EXPECT_EQ(why_not_supported(ended_with(77, "fork only\nmore\n")), "not supported: fork only");
  EXPECT_EQ(why_not_supported(ended_with(77, "")), "not supported");
}

TEST(NotSupported, IsNotSaidByAnythingElse) {
  EXPECT_EQ(why_not_supported(ended_with(1, "fork only\n")), std::nullopt);
  EXPECT_EQ(why_not_supported(Observation()), std::nullopt);
}

}  // namespace
}  // namespace harness
