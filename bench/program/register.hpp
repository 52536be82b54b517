#pragma once

namespace bench {

/// Tells Google Benchmark of everything that this program measures. Each program has its own.
void register_all();

}  // namespace bench
