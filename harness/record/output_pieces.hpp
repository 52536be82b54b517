#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/observation.hpp"

namespace harness {

/// The bytes of an output event, or nothing where they were not kept.
std::optional<std::string> bytes_of(const Observation& seen, const Event& event);

/// What one process wrote to one stream without another writing to it in between.
struct OutputPiece {
  Stream stream = Stream::out;
  std::optional<std::size_t> writer{};  ///< place in Observation::processes
  double t_ms = 0;                      ///< when its first byte was read
  std::uint64_t length = 0;
  std::optional<std::string> bytes{};  ///< nothing where they were not kept
};

/// The output of a run in order of time.
std::vector<OutputPiece> output_pieces(const Observation& seen);

/// Whether any writer is known.
bool is_attributed(const std::vector<OutputPiece>& pieces);

}  // namespace harness
