#include "report/json_lines.hpp"

#include <utility>

#include "model/names.hpp"
#include "report/json_values.hpp"
#include "support/utf8.hpp"

namespace harness {

JsonLines::JsonLines(std::ostream& out, Platform platform, std::string exeunt, std::string started)
    : out_(out), platform_(std::move(platform)), exeunt_(std::move(exeunt)), started_(std::move(started)) {}

void JsonLines::started(const RunPlan& plan) {
  Json platform = to_json(platform_);
  platform["level"] = std::string(to_string(plan.level));
  platform["level_reason"] = with_replacements(plan.level_reason);
  const Json first{{"format", 1},         {"platform", platform}, {"exeunt", exeunt_},
                   {"started", started_}, {"jobs", plan.jobs},    {"cases", plan.cases->size()}};
  out_ << dumped(first) + "\n" << std::flush;
}

void JsonLines::started_case(const Case&) {}

void JsonLines::finished(const CaseResult& result) {
  out_ << dumped(to_json(result)) + "\n" << std::flush;
}

void JsonLines::ended(const Summary&) {}

}  // namespace harness
