// A script: what runs is its interpreter.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const int script = plain::must(::open("script", O_WRONLY | O_CREAT | O_CLOEXEC, 0700), "open");
  plain::must(::dprintf(script, "#!/bin/sh\necho from a script\nexit 4\n"), "write");
  plain::must(::close(script), "close");
  plain::reap(plain::fork_child([] { plain::become({"./script"}); }));
}
