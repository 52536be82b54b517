// A shell with jobs in the background, some of which it waits for.
//
// Start methods: none
#include <sys/stat.h>

#include "support/plain.hpp"

int main() {
  const char* script =
      "(exit 3) & first=$!\n"
      "(exit 4) & second=$!\n"
      "wait $second; echo $?\n"
      "wait $first; echo $?\n"
      "(exit 5) & (exit 6) & wait\n"
      "(trap '' HUP; read line < fifo; exit 7) &\n"
      "exec 9> fifo\n"
      "exit 8\n";
  plain::must(::mkfifo("fifo", 0600), "mkfifo");
  plain::reap(plain::fork_child([&] { plain::become({"/bin/sh", "-c", script}); }));
}
