#pragma once

namespace harness {

/// Of this program: "0.1.0".
const char* version();

}  // namespace harness
