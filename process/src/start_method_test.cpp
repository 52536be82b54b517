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

PROBE(StartMethods, AskingFixesTheStartMethod) {
  say("%s\n", to_string(get_start_method()).data());
  try {
    set_start_method(StartMethod::spawn);
  } catch (const RuntimeError& error) {
    say("%s\n", error.what());
  }
}
CHECK(StartMethods, AskingFixesTheStartMethod) {
  EXPECT_EQ(outcome.out, std::string(to_string(method)) + "\ncontext has already been set\n");
}

}  // namespace
}  // namespace exeunt::testing
