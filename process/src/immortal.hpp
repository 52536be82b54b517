#pragma once

namespace exeunt::detail {

/// What is never destroyed: other threads may use it while the program ends.
template <class T>
union Immortal {
  constexpr Immortal() : value() {}
  constexpr ~Immortal() {}
  T value;
};

}  // namespace exeunt::detail
