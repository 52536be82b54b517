#include <unistd.h>

#include "probe.hpp"

// A target that is not in the program's own executable.

namespace exeunt::testing {
namespace {

class TargetPosix : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, TargetPosix, ::testing::ValuesIn(all_start_methods()), name_of_method);

TEST_P(TargetPosix, FunctionOfALibraryIsAClearError) {
  Process process(::sync);  // static programs have it as a function of their own
  if (GetParam() != StartMethod::fork) {
    try {
      process.start();
    } catch (const TypeError& error) {
      EXPECT_THAT(error.what(), ::testing::HasSubstr("shared library"));
    }
  }
}

}  // namespace
}  // namespace exeunt::testing
