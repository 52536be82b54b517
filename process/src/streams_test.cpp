#include "streams.hpp"

#include <atomic>
#include <iostream>
#include <thread>

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

PROBE(Streams, AChildDoesNotHaveWhatItsCreatorHasNotFlushed) {
  std::ios::sync_with_stdio(false);
  std::atomic<bool> end{false};
  std::thread other([&] {
    while (!end)
      std::this_thread::yield();
  });
  std::cout << "main, ";
  Process child([] {
    std::ios::sync_with_stdio(false);
    std::cout << "child, ";
  });
  child.start();
  child.join();
  end = true;
  other.join();
  std::cout << "main again\n";
}
CHECK(Streams, AChildDoesNotHaveWhatItsCreatorHasNotFlushed) {
  EXPECT_THAT(outcome.out, ::testing::AnyOf("child, main, main again\n", "main, child, main again\n"));
}

PROBE(Streams, WideOutputOfAChildIsWritten) {
  Process child([] { std::fputws(L"wide\n", stdout); });
  child.start();
  child.join();
}
CHECK(Streams, WideOutputOfAChildIsWritten) {
  EXPECT_EQ(outcome.out, "wide\n");
}

PROBE(Streams, WideOutputBeforeAStartIsThereOnce) {
  std::fputws(L"main\n", stdout);
  Process child([] { std::fputws(L"child\n", stdout); });
  child.start();
  child.join();
}
CHECK(Streams, WideOutputBeforeAStartIsThereOnce) {
  EXPECT_EQ(outcome.out, "main\nchild\n");
}

}  // namespace
}  // namespace exeunt::testing
