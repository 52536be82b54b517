#include <cstdlib>

#include "probe.hpp"

// The start method where there are several, and its variable of the environment.

namespace exeunt::testing {
namespace {

class StartMethodsPosix : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, StartMethodsPosix, ::testing::ValuesIn(all_start_methods()), name_of_method);

PROBE(StartMethodsPosix, StartMethodIsSetOnce) {
  set_start_method(StartMethod::spawn);
  try {
    set_start_method(StartMethod::fork);
  } catch (const RuntimeError& error) {
    say("%s\n", error.what());
  }
  say("%s\n", to_string(get_start_method()).data());
  set_start_method(StartMethod::fork, true);
  say("%s\n", to_string(get_start_method()).data());
  try {
    start_method_named("teleport");
  } catch (const ValueError& error) {
    say("%s\n", error.what());
  }
}
CHECK(StartMethodsPosix, StartMethodIsSetOnce) {
  EXPECT_EQ(outcome.out, "context has already been set\nspawn\nfork\ncannot find context for 'teleport'\n");
}

PROBE(StartMethodsPosix, UnknownStartMethodInTheEnvironment) {
  ::setenv("EXEUNT_START_METHOD", "teleport", 1);
  Process process([] {});
  try {
    process.start();
  } catch (const ValueError& error) {
    say("%s\n", error.what());
  }
  ::setenv("EXEUNT_START_METHOD", "", 1);
  process.start();
  process.join();
  say("%s %d\n", to_string(get_start_method()).data(), ended_with(process));
}
CHECK(StartMethodsPosix, UnknownStartMethodInTheEnvironment) {
  EXPECT_EQ(
      outcome.out,
      "cannot find context for 'teleport' (EXEUNT_START_METHOD is fork, spawn or forkserver)\nfork 0\n");
}

}  // namespace
}  // namespace exeunt::testing
