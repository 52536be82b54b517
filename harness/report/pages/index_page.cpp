#include "report/pages/index_page.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/names.hpp"
#include "report/pages/page.hpp"
#include "report/pages/pages.hpp"
#include "report/variants.hpp"
#include "report/verdict_signs.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr std::size_t most_wrong = 200;  // told above the matrix

using Method = std::optional<StartMethod>;

// The columns of one implementation: its start methods, or one for those who have none.
struct Implementation {
  std::string name;
  std::vector<Method> methods;
};

// The implementations in the order in which they ran.
std::vector<Implementation> implementations_of(const std::vector<IndexedRun>& runs) {
  std::vector<Implementation> implementations;
  for (const IndexedRun& run : runs) {
    auto known = std::find_if(implementations.begin(), implementations.end(),
                              [&](const Implementation& one) { return one.name == run.implementation; });
    if (known == implementations.end())
      known = implementations.insert(implementations.end(), {run.implementation, {}});
    const bool there =
        std::find(known->methods.begin(), known->methods.end(), run.start_method) != known->methods.end();
    if (run.start_method && !there) known->methods.push_back(run.start_method);
  }
  for (Implementation& one : implementations) {
    std::sort(one.methods.begin(), one.methods.end());
    if (one.methods.empty()) one.methods.push_back(std::nullopt);
  }
  return implementations;
}

std::string word_of(const std::optional<Verdict>& verdict) {
  return verdict ? std::string(to_string(*verdict)) : "none";
}

std::string tip_of(const IndexedRun& run) {
  std::string tip = run.verdict ? word_of(run.verdict) : "not run";
  if (run.verdict && run.verdict != Verdict::skip) tip += ", " + duration(run.wall_ms);
  if (run.repetitions > 1) tip += harness::format(", {} runs alike", run.repetitions);
  return run.reason.empty() ? tip : tip + ": " + run.reason;
}

Json link_to(const IndexedRun& run) {
  std::string stdio(to_string(run.stdio));
  if (run.repetitions > 1) stdio += harness::format(" ×{}", run.repetitions);
  return {{"verdict", word_of(run.verdict)},
          {"href", run.href},
          {"tip", tip_of(run)},
          {"sign", run.verdict ? sign_of(*run.verdict) : "–"},
          {"stdio", stdio}};
}

using Runs = std::vector<const IndexedRun*>;

Json cell_of(const Runs& runs, const std::string& implementation, const Method& method, std::size_t span) {
  Json links = Json::array();
  for (const IndexedRun* run : runs) {
    if (run->implementation == implementation && run->start_method == method) links.push_back(link_to(*run));
  }
  return {{"span", span}, {"runs", links}};
}

Json cells_of(const Runs& runs, const std::vector<Implementation>& implementations) {
  const bool starts_none = std::none_of(runs.begin(), runs.end(),
                                        [](const IndexedRun* run) { return run->start_method.has_value(); });
  Json cells = Json::array();
  for (const Implementation& one : implementations) {
    if (starts_none) {
      cells.push_back(cell_of(runs, one.name, std::nullopt, one.methods.size()));
    } else {
      for (const Method& method : one.methods)
        cells.push_back(cell_of(runs, one.name, method, 1));
    }
  }
  return cells;
}

Json scenario_of(const Runs& runs, const std::vector<Implementation>& implementations) {
  std::string classes;
  const auto add_class = [&](const char* name, auto matches) {
    const bool any =
        std::any_of(runs.begin(), runs.end(), [&](const IndexedRun* run) { return matches(run->verdict); });
    if (any) classes += std::string(" ") + name;
  };
  add_class("has-wrong", [](const auto& verdict) { return !verdict || is_wrong(*verdict); });
  add_class("has-known", [](const auto& verdict) { return verdict == Verdict::known_fail; });
  add_class("has-skipped", [](const auto& verdict) { return verdict == Verdict::skip; });
  return {{"name", runs.front()->scenario},
          {"title", runs.front()->title},
          {"classes", classes},
          {"cells", cells_of(runs, implementations)}};
}

Json chapters_of(const std::vector<IndexedRun>& runs, const std::vector<Implementation>& implementations,
                 std::size_t width) {
  std::map<std::string, std::map<std::string, Runs>> chapters;
  for (const IndexedRun& run : runs) {
    chapters[run.scenario.substr(0, run.scenario.find('/'))][run.scenario].push_back(&run);
  }
  Json list = Json::array();
  for (const auto& [chapter, scenarios] : chapters) {
    Json rows = Json::array();
    for (const auto& [name, of_scenario] : scenarios)
      rows.push_back(scenario_of(of_scenario, implementations));
    list.push_back({{"chapter", chapter}, {"width", width}, {"scenarios", rows}});
  }
  return list;
}

Json counts_of(const Summary& summary, const std::vector<IndexedRun>& runs) {
  Json counts = Json::array();
  const auto add = [&](int count, const char* words, const char* verdict) {
    if (count > 0) counts.push_back({{"count", count}, {"words", words}, {"verdict", verdict}});
  };
  add(summary.passed, "passed", "pass");
  add(summary.failed, "failed", "fail");
  add(summary.broken, "broken", "broken");
  add(summary.known_failures, "known failures", "known_fail");
  add(summary.skipped, "skipped", "skip");
  const auto missing =
      std::count_if(runs.begin(), runs.end(), [](const IndexedRun& run) { return !run.verdict; });
  add(static_cast<int>(missing), "not run", "none");
  add(summary.not_checked, "facts not checked", "none");
  add(summary.close_races, "close races", "known_fail");
  add(summary.guessed_helpers, "guessed helpers", "known_fail");
  return counts;
}

Json facts_of(const IndexFacts& facts) {
  Json list = Json::array();
  for (const std::string& fact : {facts.platform.distribution, facts.platform.kernel,
                                  facts.platform.architecture, facts.platform.libc}) {
    if (!fact.empty()) list.push_back(fact);
  }
  std::string level = "level " + std::string(to_string(facts.run.level));
  if (!facts.run.level_reason.empty()) level += " (" + facts.run.level_reason + ")";
  list.push_back(level);
  list.push_back(harness::format("{} at once", facts.run.jobs));
  list.push_back(duration(facts.summary.wall_ms));
  list.push_back(harness::format("exit {}", exit_status(facts.summary)));
  return list;
}

std::string headline_of(const IndexFacts& facts) {
  const Summary& summary = facts.summary;
  if (summary.interrupted)
    return harness::format("interrupted after {} of {} runs", summary.done(), facts.run.cases);
  if (summary.failed + summary.broken == 0)
    return harness::format("{} runs, none went wrong", summary.done());
  return harness::format("{} of {} runs went wrong", summary.failed + summary.broken, summary.done());
}

Json wrong_of(const std::vector<IndexedRun>& runs) {
  Json list = Json::array();
  for (const IndexedRun& run : runs) {
    if (!run.verdict || !is_wrong(*run.verdict) || list.size() == most_wrong) continue;
    list.push_back({{"href", run.href},
                    {"scenario", run.scenario},
                    {"variant", to_string(Variant{run.implementation, run.start_method, run.stdio})},
                    {"verdict", word_of(run.verdict)},
                    {"reason", run.reason}});
  }
  return list;
}

}  // namespace

std::string index_page(const std::vector<IndexedRun>& runs, const IndexFacts& facts) {
  const std::vector<Implementation> implementations = implementations_of(runs);
  Json heads = Json::array();
  Json columns = Json::array();
  for (const Implementation& one : implementations) {
    heads.push_back({{"name", one.name}, {"span", one.methods.size()}});
    for (const Method& method : one.methods) {
      columns.push_back({{"name", method ? std::string(to_string(*method)) : "no start method"}});
    }
  }
  const Json wrong = wrong_of(runs);
  const auto all_wrong = static_cast<std::size_t>(std::count_if(
      runs.begin(), runs.end(), [](const IndexedRun& run) { return run.verdict && is_wrong(*run.verdict); }));
  const std::string more =
      all_wrong > wrong.size() ? harness::format("and {} more", all_wrong - wrong.size()) : "";
  return render_page(pages::index_html, {{"headline", headline_of(facts)},
                                         {"facts", facts_of(facts)},
                                         {"counts", counts_of(facts.summary, runs)},
                                         {"has_wrong", !wrong.empty()},
                                         {"wrong", wrong},
                                         {"more_wrong", more},
                                         {"implementations", heads},
                                         {"columns", columns},
                                         {"chapters", chapters_of(runs, implementations, columns.size() + 1)},
                                         {"exeunt", facts.exeunt},
                                         {"started", facts.started}});
}

}  // namespace harness
