#pragma once

#include <string>
#include <string_view>

namespace harness::watch {

/// Makes \n of every \r\n in a text that comes in pieces.
class UnixLines {
 public:
  /// What can be said of the text so far, behind what was returned before.
  std::string take(std::string_view piece);
  /// What is left at the end of the text.
  std::string rest();

 private:
  bool held_ = false;  ///< a \r, of which it is not known yet what follows
};

}  // namespace harness::watch
