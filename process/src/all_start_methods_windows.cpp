#include <exeunt/start_method.hpp>

namespace exeunt {

std::span<const StartMethod> all_start_methods() {
  static constexpr StartMethod methods[] = {StartMethod::spawn};
  return methods;
}

}  // namespace exeunt
