#pragma once

#include "model/verdict.hpp"

namespace harness {

/// One character for a verdict on a page, beside its colour.
inline const char* sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "✓";
    case Verdict::fail:
    case Verdict::unexpected_pass:
    case Verdict::flaky:
      return "✗";
    case Verdict::timeout:
      return "⧖";
    case Verdict::broken:
      return "!";
    case Verdict::known_fail:
      return "≈";
    case Verdict::skip:
      return "–";
  }
  return "";
}

}  // namespace harness
