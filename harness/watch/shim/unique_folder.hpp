#pragma once

#include <dirent.h>

#include <memory>

namespace harness::watch {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

/// Owns an open folder and closes it once.
using UniqueFolder = std::unique_ptr<DIR, CloseFolder>;

}  // namespace harness::watch
