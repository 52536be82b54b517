#pragma once

#include "probe.hpp"

namespace exeunt::testing {

/// A child that lives until it is told otherwise.
struct PatientChild {
  Event go;
  Process process;
  explicit PatientChild(ProcessOptions options = {})
      : process(
            std::move(options), [](Event end) { end.wait(); }, go) {}
};

}  // namespace exeunt::testing
