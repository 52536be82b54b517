#pragma once

#include <string>

#include "record/bench_results.hpp"

namespace harness {

/// The results as one page of HTML that needs nothing besides: charts of the latencies' distributions, of
/// what they grow with, of the peers, and a table of everything. It follows the reader's choice of light or
/// dark.
std::string bench_page(const BenchResults& results);

}  // namespace harness
