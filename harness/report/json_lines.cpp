#include "report/json_lines.hpp"

#include <set>
#include <utility>

#include "model/names.hpp"
#include "report/json_values.hpp"
#include "support/utf8.hpp"

namespace harness {

namespace {

// Whose programs are judged, each version once.
Json implementations_of(const std::vector<Case>& cases) {
  std::set<std::string> told;
  Json list = Json::array();
  for (const Case& c : cases) {
    if (!told.insert(implementation_text(c)).second) continue;
    list.push_back({{"name", with_replacements(c.conditions.implementation)},
                    {"version", with_replacements(c.version_text)},
                    {"python_version", c.python_version.empty() ? Json(nullptr) : Json(c.python_version)}});
  }
  return list;
}

}  // namespace

JsonLines::JsonLines(std::ostream& out, Platform platform, std::string exeunt, std::string started,
                     SuiteRevision suite)
    : out_(out),
      platform_(std::move(platform)),
      exeunt_(std::move(exeunt)),
      started_(std::move(started)),
      suite_(std::move(suite)) {}

void JsonLines::started(const RunPlan& plan) {
  Json platform = to_json(platform_);
  platform["level"] = std::string(to_string(plan.level));
  platform["level_reason"] = with_replacements(plan.level_reason);
  const Json first{{"format", 1},
                   {"platform", platform},
                   {"exeunt", exeunt_},
                   {"started", started_},
                   {"jobs", plan.jobs},
                   {"cases", plan.runs()},
                   {"suite", to_json(suite_)},
                   {"implementations", implementations_of(*plan.cases)}};
  out_ << first.dump() + "\n" << std::flush;
}

void JsonLines::started_case(const Case&) {}

void JsonLines::finished(const CaseResult& result) {
  out_ << to_json(result).dump() + "\n" << std::flush;
}

void JsonLines::ended(const Summary&) {}

}  // namespace harness
