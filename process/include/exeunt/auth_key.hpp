#pragma once

#include <string>
#include <string_view>

namespace exeunt {

/// A secret that a family of processes shares. The main program's is 32 random bytes; a Process copies its
/// creator's when it is constructed. It is not printed and does not cross as an argument.
/// @see  multiprocessing.process.AuthenticationString
class AuthKey {
 public:
  explicit AuthKey(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes() const { return bytes_; }
  bool operator==(const AuthKey&) const = default;

 private:
  std::string bytes_;
};

}  // namespace exeunt
