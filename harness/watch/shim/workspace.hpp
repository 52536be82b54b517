#pragma once

#include <string>

namespace harness::watch {

/// The working folder that every run finds empty.
class Workspace {
 public:
  /// @param base  A folder of this shim's own.
  /// @param whole_base  Everything below `base` is cleared between runs, not the working folder alone: the
  /// base
  ///                    is a mount that only this shim's programs see.
  Workspace(std::string base, bool whole_base);

  /// Makes the folder anew. @throws CannotJudge where it cannot be emptied.
  void refresh();

  /// Removes the folder; nothing is thrown.
  void remove();

  const std::string& path() const { return path_; }
  const std::string& base() const { return base_; }

 private:
  std::string base_;
  std::string path_;
  bool whole_base_;
};

}  // namespace harness::watch
