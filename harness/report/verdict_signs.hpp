#pragma once

#include "model/verdict.hpp"

namespace harness {

/// One character for a verdict, beside its colour.
inline const char* sign_of(Verdict verdict, bool unicode = true) {
  switch (verdict) {
    case Verdict::pass:
      return unicode ? "✓" : "+";
    case Verdict::fail:
    case Verdict::unexpected_pass:
    case Verdict::flaky:
      return unicode ? "✗" : "x";
    case Verdict::timeout:
      return unicode ? "⧖" : "t";
    case Verdict::broken:
      return "!";
    case Verdict::known_fail:
      return unicode ? "≈" : "~";
    case Verdict::skip:
      return unicode ? "–" : "-";
  }
  return "";
}

}  // namespace harness
