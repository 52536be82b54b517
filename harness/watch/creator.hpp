#pragma once

namespace harness::watch {

/// The creator of a process is who asked for it, whichever helper of a start method made it: the nearest
/// above it that is no helper.
/// @param at  Gives the process of a number, with `parent` (a number, -1: not known) and
/// `is_helper()`.
/// @return  its number, -1 where it was not seen.
template <class At>
int creator_of(int number, At at) {
  int creator = at(number).parent;
  while (creator >= 0 && at(creator).is_helper())
    creator = at(creator).parent;
  return creator;
}

}  // namespace harness::watch
