// exit as os_exit: no destructor runs.
#include "support/plain.hpp"

namespace {

struct Cleanup {
  ~Cleanup() { plain::say("Cleaned up\n"); }
};

}  // namespace

int main() {
  const Cleanup cleanup;
  ::_exit(6);
}
