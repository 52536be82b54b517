#include "model/ending.hpp"

#include <gtest/gtest.h>

#include <csignal>

namespace harness {
namespace {

TEST(Ending, FromAWaitStatus) {
  EXPECT_EQ(ending_of(7 << 8), Ending(Exited{7}));
  EXPECT_EQ(ending_of(SIGTERM), Ending(Killed{SIGTERM}));
  EXPECT_TRUE(std::get<Killed>(ending_of(SIGABRT | 0x80)).core_dumped);
}

TEST(Ending, ReadsWhatItWrites) {
  for (const Ending& ending : {Ending(Exited{0}), Ending(Exited{255}), Ending(Exited{4'294'967'295}),
                               Ending(Killed{SIGKILL}), Ending(Killed{42})}) {
    EXPECT_EQ(parse_ending(to_string(ending)), ending) << to_string(ending);
  }
}

TEST(Ending, RefusesWhatIsNone) {
  for (const char* text :
       {"exits 1", "exit 4294967296", "exit -1", "exit", "exit 1 ", "signal TERM", "signal SIGNONE", ""}) {
    EXPECT_EQ(parse_ending(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace harness
