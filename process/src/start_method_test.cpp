#include <cstdlib>

#include "probe.hpp"

// The start method of a program and of its children.

namespace exeunt::testing {
namespace {

class StartMethods : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, StartMethods, ::testing::ValuesIn(all_start_methods()), name_of_method);

TEST_P(StartMethods, StartMethodOfTheChildIsItsMakers) {
  Process process([] { exeunt::exit(static_cast<int>(get_start_method()) + 10); });
  process.start();
  process.join();
  EXPECT_EQ(process.exitcode(), static_cast<int>(GetParam()) + 10);
}

PROBE(StartMethods, StartMethodIsSetOnce) {
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
CHECK(StartMethods, StartMethodIsSetOnce) {
  EXPECT_EQ(outcome.out, "context has already been set\nspawn\nfork\ncannot find context for 'teleport'\n");
}

PROBE(StartMethods, AskingFixesTheStartMethod) {
  say("%s\n", to_string(get_start_method()).data());
  try {
    set_start_method(StartMethod::fork);
  } catch (const RuntimeError& error) {
    say("%s\n", error.what());
  }
}
CHECK(StartMethods, AskingFixesTheStartMethod) {
  EXPECT_EQ(outcome.out, std::string(to_string(method)) + "\ncontext has already been set\n");
}

PROBE(StartMethods, UnknownStartMethodInTheEnvironment) {
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
  say("%s %d\n", to_string(get_start_method()).data(), *process.exitcode());
}
CHECK(StartMethods, UnknownStartMethodInTheEnvironment) {
  EXPECT_EQ(
      outcome.out,
      "cannot find context for 'teleport' (EXEUNT_START_METHOD is fork, spawn or forkserver)\nfork 0\n");
}

}  // namespace
}  // namespace exeunt::testing
