#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/listener.hpp"
#include "record/platform.hpp"
#include "report/pages/index_page.hpp"
#include "report/pages/page_sink.hpp"
#include "report/pages/run_page.hpp"

namespace harness {

/// The text of a file, or nothing where there is none to read.
using TextReader = std::function<std::optional<std::string>(const std::filesystem::path&)>;

struct SiteFacts {
  Platform platform;
  std::string exeunt;          ///< the version of this program
  std::string started;         ///< when the run began, as RFC 3339 has it
  std::filesystem::path base;  ///< paths below it are shown relative to it
};

/// What `exeunt run --report DIR` writes: a page for each run as it ends, and at the end the index. Static
/// files that refer to one another by relative paths alone and need no network; scripts only add comfort.
///
/// Of repeated runs, the first has a page, and of the later ones those that came out differently; the others
/// are counted. Whatever is planned has a page at the end, also where the run was interrupted.
///
/// An error of the sink is thrown by ended(), the first one: the run goes on without the report, and other
/// listeners hear everything.
class Site : public RunListener {
 public:
  /// `sink` must outlive it.
  Site(PageSink& sink, SiteFacts facts, TextReader reader);

  void started(const RunPlan& plan) override;
  void finished(const CaseResult& result) override;
  /// @throws CannotJudge where a file could not be written.
  void ended(const Summary& summary) override;

 private:
  struct Planned {
    Case planned;
    std::string href;
    std::optional<std::size_t> run;  ///< place in runs_, once it has ended
  };

  std::string free_path(const Case& c);
  Planned* planned_as(const Case& c);
  const ScenarioTexts& texts_of(const Scenario& scenario);
  void write_page(const Case& c, const CaseResult* result, const std::string& href);
  void write(const std::string& path, const std::string& content);

  PageSink& sink_;
  SiteFacts facts_;
  TextReader reader_;
  RunFacts run_facts_;
  std::vector<Planned> planned_;                                 // first repetitions
  std::map<std::string, std::vector<std::size_t>> of_scenario_;  // places in planned_
  std::map<std::string, ScenarioTexts> texts_;
  std::vector<IndexedRun> runs_;
  std::set<std::string> taken_;
  std::string trouble_;
};

}  // namespace harness
