#pragma once

namespace harness {

/// Readable from the moment request_stop() is called.
int stop_descriptor();

}  // namespace harness
