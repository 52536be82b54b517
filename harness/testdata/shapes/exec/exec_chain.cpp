// One process that becomes three programs in a row.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t child = plain::fork_child([] {
    plain::become({"first", "-c", "exec sh -c 'exec /bin/sh -c \"exit 6\"'"}, "/bin/sh");
  });
  plain::say("%d\n", WEXITSTATUS(plain::reap(child)));
}
