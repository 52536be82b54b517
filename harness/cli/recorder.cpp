#include "cli/recorder.hpp"

#include <ctime>

#include "cli/version.hpp"
#include "support/errors.hpp"
#include "support/utc.hpp"

namespace harness {

void Recorder::started(const RunPlan& plan) {
  try {
    path_ = store_.new_record(std::time(nullptr));
    file_ = std::make_unique<FileStream>("--record", path_, FileStream::Mode::truncate);
  } catch (const CannotJudge& error) {
    trouble_ = error.what();
    return;
  }
  lines_ = std::make_unique<JsonLines>(file_->stream(), this_platform(), version(), now_as_text(), suite_);
  lines_->started(plan);
}

void Recorder::finished(const CaseResult& result) {
  if (lines_) lines_->finished(result);
}

void Recorder::ended(const Summary&) {
  if (!file_) return;
  try {
    file_->close();
  } catch (const CannotJudge& error) {
    trouble_ = error.what();
  }
  store_.prune();
}

}  // namespace harness
