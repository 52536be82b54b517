#pragma once

#include <filesystem>
#include <functional>
#include <ostream>

#include "model/listener.hpp"
#include "report/failures.hpp"
#include "report/progress.hpp"
#include "report/terminal/summary_lines.hpp"

namespace harness {

struct TerminalSize {
  int columns = 80;
  int rows = 24;
  bool operator==(const TerminalSize&) const = default;
};

/// The board on a terminal: redrawn in place while runs go on, the cursor hidden; then what failed and why,
/// and the summary. A frame is one write, so it does not flicker; it never reaches the last column, so it
/// never wraps; a terminal that changes its size is followed.
class LiveBoard : public RunListener {
 public:
  /// @param size   asked before every frame.
  /// @param now    the clock of the times shown.
  /// @param base   paths below it are shown relative to it.
  LiveBoard(std::ostream& terminal, Style style, Detail detail, std::filesystem::path base,
            std::function<TerminalSize()> size,
            std::function<Progress::Clock::time_point()> now = Progress::Clock::now);
  ~LiveBoard() override;

  void started(const RunPlan& plan) override;
  void started_case(const Case& c) override;
  void finished(const CaseResult& result) override;
  void ended(const Summary& summary) override;
  void tick() override;

 private:
  void measure();
  std::string erased() const;
  void draw(const std::string& above);

  std::ostream& terminal_;
  Style style_;
  Detail detail_;
  std::filesystem::path base_;
  std::function<TerminalSize()> size_;
  std::function<Progress::Clock::time_point()> now_;
  TerminalSize measured_;
  Progress progress_;
  Failures failures_;
  RunFacts facts_;
  std::vector<int> drawn_;  // columns of each line of the frame on the terminal
  bool cursor_hidden_ = false;
};

}  // namespace harness
