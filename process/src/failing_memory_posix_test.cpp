#include <unistd.h>

#include <cstdlib>
#include <new>

#include "probe.hpp"

// start() when one of its allocations fails, whichever it is: it throws and leaves nothing, or it succeeds.

namespace {

thread_local int allocations_left = -1;  // -1: no end of them

}  // namespace

void* operator new(std::size_t size) {
  if (allocations_left == 0) {
    allocations_left = -1;
    throw std::bad_alloc();
  }
  if (allocations_left > 0) --allocations_left;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace exeunt::testing {
namespace {

class FailingMemory : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, FailingMemory, ::testing::ValuesIn(all_start_methods()), name_of_method);

/// @param kept  what a first start may leave: the fork server, and descriptors that later ones use.
/// @return  how many starts have failed.
int fail_each(int kept_children, int kept_descriptors) {
  int failed = 0;
  for (int n = 0;; ++n) {
    Process process([](std::string) { exeunt::exit(3); }, "argument");
    const int before = open_descriptors();
    const int children = count_children();
    bool has_started = false;
    allocations_left = n;
    try {
      process.start();
      has_started = true;
    } catch (const std::bad_alloc&) {
      ++failed;
    }
    const bool was_enough = allocations_left > 0;
    allocations_left = -1;
    if (has_started) {
      process.join();
      if (process.exitcode() != 3) say("allocation %d: %d\n", n, ended_with(process));
    } else {
      if (count_children() > children + kept_children)
        say("allocation %d: %d children\n", n, count_children());
      if (open_descriptors() > before + kept_descriptors)
        say("allocation %d: %d descriptors\n", n, open_descriptors());
      if (status_of(std::move(process)) != 3) say("allocation %d: not again\n", n);
    }
    if (was_enough) return failed;
  }
}

PROBE(FailingMemory, AtEveryStep) {
  const int first = fail_each(1, 4);
  const int later = fail_each(0, 0);
  say("%s\n", first > 0 && later > 0 ? "some failed" : "none failed");
}
CHECK(FailingMemory, AtEveryStep) {
  EXPECT_EQ(outcome.out, "some failed\n");
  EXPECT_EQ(outcome.status, 0);
}

}  // namespace
}  // namespace exeunt::testing
