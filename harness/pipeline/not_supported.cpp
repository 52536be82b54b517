#include "pipeline/not_supported.hpp"

#include "model/ending.hpp"
#include "support/escape.hpp"

namespace harness {

std::optional<std::string> why_not_supported(const Observation& seen) {
  if (seen.processes.empty() || seen.processes.front().end != Ending(Exited{exit_not_supported}))
    return std::nullopt;
  const std::vector<std::string> lines = lines_of(seen.err);
  const std::string said = lines.empty() ? std::string() : visible(lines.front());
  return "not supported" + (said.empty() ? std::string() : ": " + said);
}

}  // namespace harness
