#include "streams.hpp"

#include <iostream>

#include "probe.hpp"

namespace exeunt::testing {
namespace {

class Streams : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, Streams, ::testing::ValuesIn(all_start_methods()), name_of_method);

PROBE(Streams, CoutWithABufferOfItsOwnIsFlushed) {
  std::ios::sync_with_stdio(false);
  std::cout << "main, ";
  Process child([] {
    std::ios::sync_with_stdio(false);
    std::cout << "child, ";
  });
  child.start();
  child.join();
  std::cout << "main again\n";
}
CHECK(Streams, CoutWithABufferOfItsOwnIsFlushed) {
  EXPECT_EQ(outcome.out, "main, child, main again\n");
}

PROBE(Streams, CoutIsLostByOsExit) {
  std::cout << "lost\n";
  os_exit(0);
}
CHECK(Streams, CoutIsLostByOsExit) {
  EXPECT_EQ(outcome.out, "");
}

}  // namespace
}  // namespace exeunt::testing
