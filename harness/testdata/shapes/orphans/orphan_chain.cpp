// A chain of orphans: each ends after its parent has.
//
// Start methods: none
#include "support/plain.hpp"

namespace {

int link(int depth) {
  const plain::Life own;
  if (depth < 4) {
    plain::fork_child([&] {
      const int status = link(depth + 1);
      own.await_end();
      return status;
    });
  }
  return depth;
}

}  // namespace

int main() {
  return link(0);
}
