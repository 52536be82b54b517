#pragma once

#include "match/tree_explain.hpp"

namespace harness {

/// Compares a tree with what level adopt sees of it: the program and the processes that outlived their
/// creators, of which it is not known where in the tree they belong. Those must match lines that allow it,
/// anywhere; each line `orphaned` or `leaked` must have been seen. Whatever else the tree says is not
/// checked: which line a wrong process was meant for is not guessed.
TreeReport explain_adopted(const ExpectedTree& expected, const SeenTree& seen);

/// Compares a tree with what level root sees of it: the program alone, and leaked processes where there are
/// some.
TreeReport explain_root_only(const ExpectedTree& expected, const SeenTree& seen);

}  // namespace harness
