#pragma once

#include "sampling/sample.hpp"

namespace bench {

/// To a subject: run this course once.
struct Request {
  char course[64];
};

/// Back: the sample, or why there is none.
struct Reply {
  Sample sample;
  char error[232];  ///< empty: there is a sample
};

}  // namespace bench
