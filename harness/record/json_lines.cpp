#include "record/json_lines.hpp"

#include <set>
#include <utility>

#include "record/case_json.hpp"
#include "record/json_fields.hpp"
#include "record/platform_json.hpp"
#include "support/errors.hpp"
#include "support/format.hpp"
#include "support/utf8.hpp"

namespace harness {

namespace {

Json to_json(const SuiteRevision& suite) {
  return {{"revision", text_or_null(suite.revision)},
          {"dirty", or_null(suite.dirty)},
          {"programs", text_or_null(suite.programs)}};
}

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

const Scenario* scenario_of(RecordedResults& recorded, const Json& object) {
  const std::string name = text_at(object, "scenario");
  for (const Scenario& known_already : recorded.scenarios) {
    if (known_already.name == name) return &known_already;
  }
  Scenario scenario;
  scenario.name = name;
  scenario.golden = text_at(object, "golden");
  return &recorded.scenarios.emplace_back(std::move(scenario));
}

void read_first(RecordedResults& recorded, const Json& object) {
  const int format = object.at("format").get<int>();
  if (format != 1) throw CannotJudge(harness::format("format {}, this program reads format 1", format));
  const Json& platform = object.at("platform");
  recorded.platform = platform_of(platform);
  if (const Json* suite = object.find("suite")) {
    recorded.suite = {text_at(*suite, "revision"), maybe_at<bool>(*suite, "dirty"),
                      maybe_at<std::string>(*suite, "programs").value_or("")};
  }
  recorded.level = word_at<Level>(platform, "level");
  recorded.level_reason = text_at(platform, "level_reason");
  recorded.exeunt = text_at(object, "exeunt");
  recorded.started = text_at(object, "started");
  recorded.jobs = object.at("jobs").get<int>();
  recorded.cases = object.at("cases").get<std::size_t>();
}

void read_line(RecordedResults& recorded, const std::string& line, bool first) {
  const Json object = Json::parse(line);
  if (first) return read_first(recorded, object);
  CaseResult result = result_of(object);
  result.judged.scenario = scenario_of(recorded, object);
  recorded.results.push_back(std::move(result));
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

void JsonLines::finished(const CaseResult& result) {
  out_ << to_json(result).dump() + "\n" << std::flush;
}

RecordedResults read_results(std::istream& in, const std::string& name) {
  RecordedResults recorded;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const bool torn = in.eof();  // the harness may have been killed while it wrote this line
    try {
      read_line(recorded, line, number == 1);
    } catch (const Json::exception&) {
      if (torn) break;
      throw CannotJudge(harness::format("{}:{}: not a line of a JSON report", name, number));
    } catch (const CannotJudge& error) {
      throw CannotJudge(harness::format("{}:{}: {}", name, number, error.what()));
    }
  }
  if (number == 0) throw CannotJudge(name + ": empty, where a JSON report was expected");
  return recorded;
}

}  // namespace harness
