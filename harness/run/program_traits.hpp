#pragma once

#include <string>
#include <unordered_map>

namespace harness {

/// What can be told of a program from its file; each file is looked at once.
class ProgramTraits {
 public:
  /// Whether it behaves otherwise under ptrace: it has a leak checker (AddressSanitizer, LeakSanitizer), or
  /// calls ptrace itself. A script or a file that cannot be read: no.
  bool cannot_be_traced(const std::string& path);

 private:
  std::unordered_map<std::string, bool> known_;
};

}  // namespace harness
