#include "model/verdict.hpp"

namespace harness {

CountsAs counts_as(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return CountsAs::passed;
    case Verdict::fail:
    case Verdict::timeout:
    case Verdict::unexpected_pass:
    case Verdict::flaky:
      return CountsAs::failed;
    case Verdict::broken:
      return CountsAs::broken;
    case Verdict::skip:
      return CountsAs::skipped;
    case Verdict::known_fail:
      return CountsAs::known_failure;
  }
  return CountsAs::broken;
}

bool is_wrong(Verdict verdict) {
  const CountsAs what = counts_as(verdict);
  return what == CountsAs::failed || what == CountsAs::broken;
}

void Counts::add(Verdict verdict) {
  switch (counts_as(verdict)) {
    case CountsAs::passed:
      ++passed;
      break;
    case CountsAs::failed:
      ++failed;
      break;
    case CountsAs::broken:
      ++broken;
      break;
    case CountsAs::skipped:
      ++skipped;
      break;
    case CountsAs::known_failure:
      ++known_failures;
      break;
  }
}

void Counts::add(const Counts& more) {
  passed += more.passed;
  failed += more.failed;
  broken += more.broken;
  skipped += more.skipped;
  known_failures += more.known_failures;
}

}  // namespace harness
