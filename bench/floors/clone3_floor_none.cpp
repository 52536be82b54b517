#include <stdexcept>

#include "floors/exec_floor.hpp"

namespace bench {

Sample clone3_exec_wait(const std::string&) {
  throw std::runtime_error("clone3 without a stack is written for x86-64 only");
}

}  // namespace bench
