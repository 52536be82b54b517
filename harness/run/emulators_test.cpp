#include "run/emulators.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

using testing::ElementsAre;

constexpr std::string_view aarch64 =
    "enabled\ninterpreter /usr/bin/qemu-aarch64-static\nflags: F\noffset 0\n"
    "magic 7f454c460201010000000000000000000200b700\nmask ffffffffffffff00fffffffffffffffffeffffff\n";

TEST(Emulators, AreThoseOfElfPrograms) {
  EXPECT_EQ(read_emulator(aarch64), (Emulator{"/usr/bin/qemu-aarch64-static", false}));
  EXPECT_EQ(read_emulator("enabled\ninterpreter /usr/bin/q\nflags: POCF\noffset 0\nmagic 7f454c46\n"),
            (Emulator{"/usr/bin/q", true}));
  EXPECT_EQ(read_emulator("disabled\ninterpreter /usr/bin/q\nflags: F\noffset 0\nmagic 7f454c46\n"),
            std::nullopt);
  EXPECT_EQ(read_emulator("enabled\ninterpreter /usr/bin/python3.11\nflags: \noffset 0\nmagic a70d0d0a\n"),
            std::nullopt);
  EXPECT_EQ(read_emulator("enabled\n"), std::nullopt);  // the file `status`
}

TEST(Emulators, StandInFrontOfWhatWasExecuted) {
  const std::vector<Emulator> emulators{{"/usr/bin/q", false}, {"/usr/bin/p", true}};
  EXPECT_THAT(without_emulator({"/usr/bin/q", "/x/program", "again"}, emulators),
              ElementsAre("/x/program", "again"));
  EXPECT_THAT(without_emulator({"/usr/bin/p", "/x/program", "name", "again"}, emulators),
              ElementsAre("name", "again"));
  EXPECT_THAT(without_emulator({"/bin/sh", "/usr/bin/q", "x"}, emulators),
              ElementsAre("/bin/sh", "/usr/bin/q", "x"));
  EXPECT_THAT(without_emulator({"/usr/bin/q"}, emulators), ElementsAre("/usr/bin/q"));
}

}  // namespace
}  // namespace harness
