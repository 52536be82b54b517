#include "report/pages/site.hpp"

#include <algorithm>
#include <string_view>

#include "model/names.hpp"
#include "report/pages/pages.hpp"
#include "report/variants.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

// A name as a component of paths: whatever a file system or an address could take amiss is replaced.
std::string component(std::string_view name) {
  std::string safe;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    safe += plain || c == '_' || c == '-' || (c == '.' && !safe.empty() && safe.back() != '.') ? c : '_';
  }
  return safe.empty() ? "_" : safe.substr(0, 100);
}

std::string folder_of(std::string_view scenario) {
  std::string folder;
  while (!scenario.empty()) {
    const std::size_t end = std::min(scenario.find('/'), scenario.size());
    folder += component(scenario.substr(0, end)) + "/";
    scenario.remove_prefix(std::min(end + 1, scenario.size()));
  }
  return folder;
}

std::string page_name(const Case& c) {
  std::string name = component(variant_of(c).implementation);
  if (c.conditions.start_method) name += "-" + std::string(to_string(*c.conditions.start_method));
  name += "-" + std::string(to_string(c.conditions.stdio));
  return c.repetition > 1 ? name + "-" + std::to_string(c.repetition) : name;
}

std::string root_from(const std::string& path) {
  std::string root;
  for (const char c : path) {
    if (c == '/') root += "../";
  }
  return root;
}

bool same_variant(const Case& a, const Case& b) {
  return a.conditions == b.conditions && a.version_text == b.version_text &&
         a.scenario->name == b.scenario->name;
}

IndexedRun indexed(const Case& c, const CaseResult* result, const std::string& href) {
  IndexedRun run;
  run.scenario = c.scenario->name;
  run.title = c.scenario->title;
  run.implementation = variant_of(c).implementation;
  run.start_method = c.conditions.start_method;
  run.stdio = c.conditions.stdio;
  run.href = href;
  if (result == nullptr) return run;
  run.verdict = result->judgement.verdict;
  run.reason = result->judgement.reason;
  run.wall_ms = result->seen.wall_ms;
  return run;
}

}  // namespace

Site::Site(PageSink& sink, SiteFacts facts, TextReader reader)
    : sink_(sink), facts_(std::move(facts)), reader_(std::move(reader)) {}

void Site::started(const RunPlan& plan) {
  run_facts_ = facts_of(plan);
  for (const Case& c : *plan.cases) {
    if (c.repetition != 1) continue;
    of_scenario_[c.scenario->name].push_back(planned_.size());
    planned_.push_back({c, free_path(c), {}});
  }
  write("site.css", std::string(pages::site_css));
  write("site.js", std::string(pages::site_js));
}

void Site::finished(const CaseResult& result) {
  Planned* planned = planned_as(result.judged);
  if (planned != nullptr && planned->run && runs_[*planned->run].verdict == result.judgement.verdict) {
    ++runs_[*planned->run].repetitions;
    return;
  }
  const bool first = planned != nullptr && !planned->run;
  const std::string href = first ? planned->href : free_path(result.judged);
  if (first) planned->run = runs_.size();
  runs_.push_back(indexed(result.judged, &result, href));
  write_page(result.judged, &result, href);
}

void Site::ended(const Summary& summary) {
  for (const Planned& planned : planned_) {
    if (planned.run) continue;
    runs_.push_back(indexed(planned.planned, nullptr, planned.href));
    write_page(planned.planned, nullptr, planned.href);
  }
  std::stable_sort(runs_.begin(), runs_.end(), [](const IndexedRun& a, const IndexedRun& b) {
    return std::tie(a.scenario, a.start_method, a.stdio) < std::tie(b.scenario, b.start_method, b.stdio);
  });
  write("index.html",
        index_page(runs_, {summary, run_facts_, facts_.platform, facts_.exeunt, facts_.started}));
  if (!trouble_.empty()) throw CannotJudge(trouble_);
}

std::string Site::free_path(const Case& c) {
  const std::string start = folder_of(c.scenario->name) + page_name(c);
  std::string path = start + ".html";
  for (int i = 2; !taken_.insert(path).second; ++i)
    path = start + "_" + std::to_string(i) + ".html";
  return path;
}

Site::Planned* Site::planned_as(const Case& c) {
  for (const std::size_t place : of_scenario_[c.scenario->name]) {
    if (same_variant(planned_[place].planned, c)) return &planned_[place];
  }
  return nullptr;
}

const ScenarioTexts& Site::texts_of(const Scenario& scenario) {
  const auto [known, fresh] = texts_.try_emplace(scenario.name);
  if (fresh) {
    const auto text_of = [this](const std::filesystem::path& path) -> std::optional<std::string> {
      try {
        return path.empty() ? std::nullopt : reader_(path);
      } catch (const CannotJudge&) {
        return std::nullopt;  // the page is for the run, and shows what can be shown
      }
    };
    known->second = {text_of(scenario.program), text_of(scenario.twin), text_of(scenario.golden)};
  }
  return known->second;
}

void Site::write_page(const Case& c, const CaseResult* result, const std::string& href) {
  std::vector<SiblingRun> siblings;
  for (const std::size_t place : of_scenario_[c.scenario->name]) {
    const Planned& other = planned_[place];
    siblings.push_back({to_string(variant_of(other.planned)), other.href, other.href == href});
  }
  write(href, run_page(c, result, texts_of(*c.scenario), siblings,
                       {root_from(href), facts_.base.string(), facts_.exeunt, facts_.started}));
}

void Site::write(const std::string& path, const std::string& content) {
  if (!trouble_.empty()) return;
  try {
    sink_.write(path, content);
  } catch (const CannotJudge& error) {
    trouble_ = error.what();
  }
}

}  // namespace harness
