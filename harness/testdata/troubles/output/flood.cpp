// A hundred megabytes of output.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  std::vector<char> line(65536, 'x');
  line.back() = '\n';
  for (std::size_t written = 0; written < std::size_t{100} << 20U;) {
    const ssize_t count = ::write(STDOUT_FILENO, line.data(), line.size());
    if (count < 0 && errno != EINTR) plain::give_up("write");
    if (count > 0) written += static_cast<std::size_t>(count);
  }
}
