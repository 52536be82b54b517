#include <exeunt/start_method.hpp>

namespace exeunt {

// Forked children of programs with threads, as those of the system's own libraries, are not safe here.
std::span<const StartMethod> all_start_methods() {
  static constexpr StartMethod methods[] = {StartMethod::spawn, StartMethod::fork, StartMethod::forkserver};
  return methods;
}

}  // namespace exeunt
