#include "grade/result_json.hpp"

#include "model/names.hpp"
#include "support/errors.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

Json code_of(const std::optional<ReasonCode>& code) {
  if (!code) return nullptr;
  return std::string(to_string(*code));
}

Json item_json(const ItemResult& item) {
  return {{"name", with_replacements(item.name)},
          {"title", with_replacements(item.title)},
          {"group", item.group},
          {"points", item.points},
          {"max_points", item.max_points},
          {"verdict", std::string(to_string(item.verdict))},
          {"reason_code", code_of(item.code)},
          {"message", with_replacements(item.message)},
          {"evidence", with_replacements(item.evidence)},
          {"hints", item.hints},
          {"visibility", std::string(to_string(item.visibility))},
          {"wall_ms", item.wall_ms},
          {"runs", item.runs},
          {"judged", item.judged}};
}

ItemResult item_of(const Json& json) {
  ItemResult item;
  item.name = json.at("name").get<std::string>();
  item.title = json.at("title").get<std::string>();
  item.group = json.at("group").get<std::string>();
  item.points = json.at("points").get<double>();
  item.max_points = json.at("max_points").get<double>();
  item.verdict = parse<Verdict>(json.at("verdict").get<std::string>()).value();
  if (!json.at("reason_code").is_null())
    item.code = parse<ReasonCode>(json.at("reason_code").get<std::string>()).value();
  item.message = json.at("message").get<std::string>();
  item.evidence = json.at("evidence").get<std::string>();
  item.hints = json.at("hints").get<std::vector<std::string>>();
  item.visibility = parse_visibility(json.at("visibility").get<std::string>()).value();
  item.wall_ms = json.at("wall_ms").get<double>();
  item.runs = json.at("runs").get<int>();
  item.judged = json.at("judged").get<bool>();
  return item;
}

}  // namespace

Json to_json(const SubmissionResult& result) {
  Json items = Json::array();
  for (const ItemResult& item : result.items)
    items.push_back(item_json(item));
  return {{"format", 1},
          {"submission", with_replacements(result.submission)},
          {"score", result.score},
          {"max_score", result.max_score},
          {"complete", result.complete},
          {"late_percent", result.late_percent},
          {"notes", result.notes},
          {"troubles", result.troubles},
          {"items", items},
          {"build_log", with_replacements(result.build_log)},
          {"level", result.level},
          {"sandboxed", result.sandboxed},
          {"wall_ms", result.wall_ms},
          {"fingerprint", result.fingerprint}};
}

SubmissionResult result_of_json(std::string_view text, const std::filesystem::path& file) {
  try {
    const Json json = Json::parse(text);
    SubmissionResult result;
    result.submission = json.at("submission").get<std::string>();
    result.score = json.at("score").get<double>();
    result.max_score = json.at("max_score").get<double>();
    result.complete = json.at("complete").get<bool>();
    result.late_percent = json.at("late_percent").get<double>();
    result.notes = json.at("notes").get<std::vector<std::string>>();
    result.troubles = json.at("troubles").get<std::vector<std::string>>();
    for (const Json& item : json.at("items"))
      result.items.push_back(item_of(item));
    result.build_log = json.at("build_log").get<std::string>();
    result.level = json.at("level").get<std::string>();
    result.sandboxed = json.at("sandboxed").get<bool>();
    result.wall_ms = json.at("wall_ms").get<double>();
    result.fingerprint = json.at("fingerprint").get<std::string>();
    return result;
  } catch (const std::exception& error) {
    throw CannotJudge(file.string() + ": is no record of a submission: " + error.what());
  }
}

}  // namespace harness
