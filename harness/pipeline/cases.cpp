#include "pipeline/cases.hpp"

#include <algorithm>
#include <optional>

#include "model/names.hpp"

namespace harness {
namespace {

// A scenario that starts no process runs once, whatever start methods are asked for.
std::vector<std::optional<StartMethod>> methods_for(const RunRequest& request, const Scenario& scenario) {
  if (scenario.start_methods.empty()) return {std::nullopt};
  std::vector<std::optional<StartMethod>> methods;
  for (const StartMethod method : scenario.start_methods) {
    const bool wanted = request.start_methods.empty() ||
                        std::find(request.start_methods.begin(), request.start_methods.end(), method) !=
                            request.start_methods.end();
    if (wanted) methods.emplace_back(method);
  }
  return methods;
}

std::string platform_of(const RunRequest& request) {
  return request.platform.empty() ? platform_name() : request.platform;
}

// "linux-musl" is linux, and musl.
bool is_word_of(const std::string& platform, const std::string& word) {
  const std::string words = "-" + platform + "-";
  return words.find("-" + word + "-") != std::string::npos;
}

bool runs_on(const std::string& platform, const Scenario& scenario) {
  return scenario.platforms.empty() ||
         std::any_of(scenario.platforms.begin(), scenario.platforms.end(),
                     [&](const std::string& word) { return is_word_of(platform, word); });
}

class Planner {
 public:
  Planner(const RunRequest& request, std::vector<PlannedCase>& cases) : request_(request), cases_(cases) {}

  void plan(const Scenario& scenario, const Implementation& implementation) {
    scenario_ = &scenario;
    implementation_ = &implementation;
    command_ = command_for(implementation, scenario);
    skip_reason_ = command_.skipped ? command_.missing : std::string();
    const std::string platform = platform_of(request_);
    if (!runs_on(platform, scenario)) skip_reason_ = "it has no meaning on " + platform;
    const auto methods = methods_for(request_, scenario);
    if (methods.empty()) {
      skip_reason_ = "it does not run under the start methods asked for";
      return add_for_each_stdio(std::nullopt);
    }
    for (const std::optional<StartMethod> method : methods)
      add_for_each_stdio(method);
  }

 private:
  void add_for_each_stdio(std::optional<StartMethod> method) {
    for (const StdioMode stdio : request_.stdio)
      add(method, stdio);
  }

  void add(std::optional<StartMethod> method, StdioMode stdio) {
    PlannedCase planned;
    planned.implementation = implementation_;
    planned.missing = command_.missing;
    Case& c = planned.planned;
    c.scenario = scenario_;
    c.conditions.implementation = implementation_->name;
    c.conditions.version = parse_version(implementation_->version_text);
    c.conditions.python_version = parse_version(implementation_->python_version);
    c.conditions.start_method = method;
    c.conditions.stdio = stdio;
    c.conditions.platform = platform_of(request_);
    for (const auto& [facility, why] : implementation_->lacking)
      c.conditions.lacking.insert(facility);
    c.version_text = implementation_->version_text;
    c.python_version = implementation_->python_version;
    c.argv = command_.argv;
    c.skip_reason = skip_reason_;
    if (method && c.skip_reason.empty()) c.skip_reason = why_not_under(*implementation_, *method);
    c.shake = request_.settings.shake;
    cases_.push_back(std::move(planned));
  }

  const RunRequest& request_;
  std::vector<PlannedCase>& cases_;
  const Scenario* scenario_ = nullptr;
  const Implementation* implementation_ = nullptr;
  Command command_;
  std::string skip_reason_;
};

}  // namespace

std::vector<PlannedCase> plan_cases(const RunRequest& request, std::span<const Scenario> scenarios,
                                    std::span<const Implementation> implementations) {
  std::vector<PlannedCase> cases;
  Planner planner(request, cases);
  for (const Scenario& scenario : scenarios) {
    for (const Implementation& implementation : implementations)
      planner.plan(scenario, implementation);
  }
  // What blocks longest starts first: then nothing long is left for the end.
  std::stable_sort(cases.begin(), cases.end(), [](const PlannedCase& a, const PlannedCase& b) {
    return a.planned.scenario->blocking_calls > b.planned.scenario->blocking_calls;
  });
  return cases;
}

PlannedCase repeated(const PlannedCase& first, int number) {
  PlannedCase repetition = first;
  repetition.planned.repetition = number;
  if (first.planned.shake != 0) repetition.planned.shake += number - 1;
  return repetition;
}

std::string platform_name() {
  return "linux";
}

}  // namespace harness
