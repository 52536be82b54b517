#pragma once

#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "model/listener.hpp"
#include "record/platform.hpp"
#include "report/terminal/summary_lines.hpp"

namespace harness {

/// JUnit XML as Jenkins, GitLab and GitHub's reporters read it: a suite for each chapter and implementation;
/// every case with a name of its own; the reason in the message and in the text; file and line of the golden;
/// what happened to the processes in system-out. Written when the run has ended. Characters that XML does not
/// know are made visible.
class Junit : public RunListener {
 public:
  /// @param base  paths below it are written relative to it.
  Junit(std::ostream& out, Platform platform, std::filesystem::path base);

  void started(const RunPlan& plan) override;
  void finished(const CaseResult& result) override;
  void ended(const Summary& summary) override;

 private:
  struct Entry {
    std::string name;
    double seconds = 0;
    Judgement judgement;
    std::string file;
    int line = 0;
    std::string text;  ///< of a failure: reason and difference
    std::string facts;
  };

  std::string unique_name(const std::string& suite, const CaseResult& result);

  std::ostream& out_;
  Platform platform_;
  std::filesystem::path base_;
  RunFacts facts_;
  std::map<std::string, std::vector<Entry>> suites_;  // by classname
  std::set<std::string> names_;                       // CLASSNAME, a newline, NAME
};

}  // namespace harness
