#include "model/sandbox.hpp"

namespace harness {

Limits build_limits() {
  Limits limits;
  limits.wall = std::chrono::seconds(20);
  limits.cpu = std::chrono::seconds(15);
  limits.memory_bytes = 512U << 20U;  // containers that autograders run in may have no more than 768 MiB
  limits.address_bytes = 2ULL << 30U;
  limits.processes = 32;
  limits.out_bytes = 32U << 10U;
  limits.err_bytes = 32U << 10U;
  limits.file_bytes = 64U << 20U;
  limits.disk_bytes = 128U << 20U;
  limits.open_files = 256;
  limits.stack_bytes = 64U << 20U;
  return limits;
}

}  // namespace harness
