#pragma once

namespace harness::watch {

/// While it lives, this process runs before all ordinary ones, where the host allows that; children do not
/// inherit it. For an observer that keeps others waiting while it looks, and whose waiting callers a signal
/// could interrupt before it has begun to.
class FirstInLine {
 public:
  FirstInLine();
  ~FirstInLine();
  FirstInLine(const FirstInLine&) = delete;
  FirstInLine& operator=(const FirstInLine&) = delete;

 private:
  bool granted_ = false;
};

}  // namespace harness::watch
