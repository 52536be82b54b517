// Output that is no text: NUL, bytes that are not UTF-8, escape sequences, no newline at the end.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const char bytes[] = "nul \0 end\n\xff\xfe\xc3(\n\x1b[31mred\x1b[0m\r\nno newline";
  plain::must(::write(STDOUT_FILENO, bytes, sizeof bytes - 1), "write");
}
