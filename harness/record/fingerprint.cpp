#include "record/fingerprint.hpp"

#include <algorithm>
#include <set>

#include "record/json.hpp"
#include "record/json_cursor.hpp"
#include "support/errors.hpp"
#include "support/joined.hpp"

namespace harness {
namespace {

std::string text_of(const Json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  std::string list;
  for (const Json& element : value)
    list += (list.empty() ? "" : ", ") + text_of(element);
  return list;
}

void add(RecordIndex& index, const std::string& name, const Json& value) {
  const std::string text = text_of(value);
  if (!text.empty()) index.properties[name] = text;
}

void add_platform(RecordIndex& index, const Json& platform) {
  for (const auto& [name, value] : platform.items()) {
    if (name == "environment") continue;
    add(index, name == "level_reason" ? "why that level" : name, value);
  }
  if (const Json* variables = platform.find("environment")) {
    for (const auto& [name, value] : variables->items())
      add(index, "$" + name, value);
  }
}

void add_suite(RecordIndex& index, const Json& suite) {
  std::string revision = text_of(suite.value("revision", Json(nullptr))).substr(0, 12);
  if (!revision.empty() && suite.value("dirty", Json(false)) == Json(true)) revision += " and changes";
  if (!revision.empty()) index.properties["suite"] = revision;
  const std::string programs = text_of(suite.value("programs", Json(nullptr)));
  if (!programs.empty()) index.properties["programs"] = programs;
}

void add_implementations(RecordIndex& index, const Json& implementations) {
  std::map<std::string, std::string> versions;
  for (const Json& one : implementations) {
    std::string& version = versions[text_of(one.at("name"))];
    version += (version.empty() ? "" : ", ") + text_of(one.at("version"));
    index.implementations.push_back(text_of(one.at("name")) + " " + text_of(one.at("version")));
  }
  for (const auto& [name, version] : versions)
    add(index, name, version);
}

// What tells platforms apart, the weightiest first; the rest of a fingerprint rarely explains anything.
constexpr std::string_view implementations_word = "implementations";
constexpr std::string_view telling[] = {
    "os",         "programs",           "architecture", "libc",  "distribution", "kernel", "compiler",
    "build_type", implementations_word, "suite",        "marks", "level",        "cpus"};

std::string value_of(const RecordIndex& record, std::string_view property) {
  if (property == implementations_word) return joined(record.implementations);
  const auto found = record.properties.find(std::string(property));
  return found == record.properties.end() ? "" : found->second;
}

bool same_everywhere(const std::vector<RecordIndex>& records, std::string_view property) {
  return std::all_of(records.begin(), records.end(), [&](const RecordIndex& record) {
    return value_of(record, property) == value_of(records.front(), property);
  });
}

bool all_differ(const std::vector<std::string>& labels) {
  const std::set<std::string> distinct(labels.begin(), labels.end());
  return distinct.size() == labels.size() && !distinct.contains("");
}

}  // namespace

void read_fingerprint(std::string_view line, RecordIndex& index) {
  try {
    const Json first = Json::parse(line);
    const int format = first.at("format").get<int>();
    if (format != 1) throw CannotJudge("format " + std::to_string(format) + ", this program reads format 1");
    add_platform(index, first.value("platform", Json::object()));
    add_suite(index, first.value("suite", Json::object()));
    add_implementations(index, first.value("implementations", Json::array()));
    add(index, "exeunt", first.value("exeunt", Json(nullptr)));
    index.started = text_of(first.value("started", Json(nullptr)));
    if (first.contains("cases")) index.planned = first.at("cases").get<std::size_t>();
  } catch (const Json::exception&) {
    throw BadJson();
  }
}

std::vector<PropertyDifference> differing_properties(const RecordIndex& first, const RecordIndex& second) {
  std::set<std::string> names;
  for (const RecordIndex* record : {&first, &second}) {
    for (const auto& [name, value] : record->properties)
      names.insert(name);
  }
  std::vector<PropertyDifference> differences;
  for (const std::string& name : names) {
    const std::string a = value_of(first, name);
    const std::string b = value_of(second, name);
    if (a != b) differences.push_back({name, a, b});
  }
  return differences;
}

std::vector<std::string> labels_of(const std::vector<RecordIndex>& records) {
  std::vector<std::string> labels(records.size());
  for (const std::string_view property : telling) {
    if (same_everywhere(records, property)) continue;
    for (std::size_t i = 0; i < records.size(); ++i) {
      const std::string value = value_of(records[i], property);
      if (!value.empty()) labels[i] += (labels[i].empty() ? "" : ", ") + value;
    }
    if (all_differ(labels)) return labels;
  }
  for (std::size_t i = 0; i < records.size(); ++i)
    labels[i] = records[i].path.stem().string();
  if (all_differ(labels)) return labels;
  for (std::size_t i = 0; i < records.size(); ++i)
    labels[i] = records[i].path.string();
  return labels;
}

}  // namespace harness
