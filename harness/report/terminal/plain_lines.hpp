#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <ostream>
#include <string>

#include "model/listener.hpp"
#include "report/failures.hpp"
#include "report/progress.hpp"
#include "report/terminal/summary_lines.hpp"

namespace harness {

/// The same as the board where there is no terminal: a line for each chapter as it is done and for each run
/// that goes wrong as it happens, then what failed and why, and the summary. Flushed line by line.
class PlainLines : public RunListener {
 public:
  PlainLines(std::ostream& out, Style style, Detail detail, std::filesystem::path base,
             std::function<Progress::Clock::time_point()> now = Progress::Clock::now);

  void started(const RunPlan& plan) override;
  void started_case(const Case& c) override;
  void finished(const CaseResult& result) override;
  void ended(const Summary& summary) override;

 private:
  void tell_case(const CaseResult& result);
  void tell_chapter(const std::string& name);

  std::ostream& out_;
  Style style_;
  Detail detail_;
  std::filesystem::path base_;
  std::function<Progress::Clock::time_point()> now_;
  Progress progress_;
  Failures failures_;
  RunFacts facts_;
};

}  // namespace harness
