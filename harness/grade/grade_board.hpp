#pragma once

#include <functional>
#include <ostream>

#include "grade/grade_progress.hpp"
#include "report/terminal/live_board.hpp"

namespace harness {

/// A grading for people: on a terminal a board that is redrawn in place, elsewhere a line for each
/// submission; then what it came to.
class GradeBoard : public GradeListener {
 public:
  /// @param size  asked before every frame; empty: no board, lines.
  GradeBoard(std::ostream& out, Style style, bool quiet, std::function<TerminalSize()> size);
  ~GradeBoard() override;

  void started(const GradePlan& plan) override;
  void started_submission(const std::string& name) override;
  void finished(const SubmissionResult& result, bool reused) override;
  void tick() override;
  void ended(const GradeSummary& summary) override;

 private:
  void draw();
  void erase();

  std::ostream& out_;
  Style style_;
  bool quiet_;
  std::function<TerminalSize()> size_;
  GradeProgress progress_;
  std::size_t drawn_ = 0;  // lines of the frame on the terminal
};

}  // namespace harness
