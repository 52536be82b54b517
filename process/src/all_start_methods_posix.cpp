#include <exeunt/start_method.hpp>

namespace exeunt {

std::span<const StartMethod> all_start_methods() {
  static constexpr StartMethod methods[] = {StartMethod::fork, StartMethod::spawn, StartMethod::forkserver};
  return methods;
}

}  // namespace exeunt
