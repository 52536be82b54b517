#include "record/run_detail.hpp"

#include <algorithm>
#include <map>

#include "record/json.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

constexpr std::size_t most_shown = 4;        // lines of a difference
constexpr std::size_t least_pid_digits = 4;  // shorter numbers are printed for many other reasons

std::string text_at(const Json& object, const char* key) {
  const Json* found = object.find(key);
  return found != nullptr && found->is_string() ? found->get<std::string>() : "";
}

Json list_at(const Json& object, const char* key) {
  const Json* found = object.find(key);
  return found != nullptr && found->is_array() ? *found : Json::array();
}

using Pids = std::map<std::string, std::string>;  // digits → id

Pids pids_of(const Json& processes) {
  Pids pids;
  for (const Json& process : processes) {
    const Json* pid = process.find("pid");
    if (pid == nullptr || !pid->is_number()) continue;
    pids[std::to_string(pid->get<long long>())] = text_at(process, "id");
  }
  return pids;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Calls `use` with every longest piece of a line that is all digits or has none, in its order.
template <class Use>
void each_piece(const std::string& line, const Use& use) {
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at + 1;
    while (end < line.size() && is_digit(line[end]) == is_digit(line[at]))
      ++end;
    use(line.substr(at, end - at));
    at = end;
  }
}

std::string with_pids_named(const std::string& line, const Pids& pids) {
  std::string named;
  each_piece(line, [&](const std::string& piece) {
    const auto pid = piece.size() < least_pid_digits ? pids.end() : pids.find(piece);
    named += pid == pids.end() ? piece : "<pid " + pid->second + ">";
  });
  return named;
}

void add_output(RunDetail& detail, const std::string& text, const std::string& prefix, const Pids& pids) {
  for (std::string line : lines_of(text)) {
    if (line.ends_with('\r')) line.pop_back();
    detail.output.push_back(prefix + with_pids_named(line, pids));
  }
  if (!text.empty() && text.back() != '\n') detail.output.push_back(prefix + "<no newline>");
}

using Children = std::multimap<std::string, const Json*>;

std::string fact_at(const Json& process, const char* key) {
  const std::string text = text_at(process, key);
  return text.empty() ? "*" : text;
}

// A process and all below it, siblings sorted by what they are.
std::vector<std::string> branch(const Json& process, const Children& children, const std::string& indent) {
  const std::string id = text_at(process, "id");
  std::string line = indent + (id == "program" ? "program" : "child");
  line += "  " + fact_at(process, "end");
  if (id != "program") line += "  " + fact_at(process, "fate");
  std::vector<std::vector<std::string>> below;
  const auto [begin, end] = children.equal_range(id);
  for (auto child = begin; child != end; ++child) {
    if (child->second != &process) below.push_back(branch(*child->second, children, indent + "  "));
  }
  std::sort(below.begin(), below.end());
  std::vector<std::string> lines{line};
  for (const std::vector<std::string>& one : below)
    lines.insert(lines.end(), one.begin(), one.end());
  return lines;
}

std::vector<std::string> tree_of(const Json& processes) {
  Children children;
  std::vector<std::string> lines;
  for (const Json& process : processes) {
    if (!process.value("helper", false)) children.emplace(text_at(process, "parent"), &process);
  }
  for (const Json& process : processes) {
    if (text_at(process, "parent").empty() && text_at(process, "id") == "program")
      lines = branch(process, children, "");
  }
  return lines;
}

void add_difference(RunDetail& detail, const Json& difference) {
  const int line = difference.value("line", 0);
  detail.place = text_at(difference, "golden");
  if (!detail.place.empty() && line > 0) detail.place += ":" + std::to_string(line);
  for (const Json& one : list_at(difference, "diff")) {
    const std::string kind = text_at(one, "kind");
    std::vector<std::string>* side = kind == "expected" ? &detail.expected
                                     : kind == "seen"   ? &detail.seen
                                                        : nullptr;
    if (side != nullptr && side->size() < most_shown) side->push_back(text_at(one, "text"));
  }
}

}  // namespace

RunDetail parse_detail(const std::string& line) {
  try {
    const Json run = Json::parse(line);
    RunDetail detail;
    detail.reason = text_at(run, "reason");
    const Json processes = list_at(run, "processes");
    const Pids pids = pids_of(processes);
    add_output(detail, text_at(run, "stdout"), "", pids);
    add_output(detail, text_at(run, "stderr"), "stderr: ", pids);
    detail.tree = tree_of(processes);
    detail.close_race = !list_at(run, "close_races").empty();
    const Json differences = list_at(run, "differences");
    if (!differences.empty()) add_difference(detail, differences.at(0));
    return detail;
  } catch (const Json::exception& error) {
    throw CannotJudge(std::string("a line of a record cannot be read: ") + error.what());
  }
}

RunDetail detail_of(const std::filesystem::path& path, const RecordEntry& entry) {
  return parse_detail(line_at(path, entry));
}

std::vector<std::string> without_numbers_and_order(std::vector<std::string> lines) {
  for (std::string& line : lines) {
    std::string loose;
    each_piece(line, [&](const std::string& piece) { loose += is_digit(piece.front()) ? "#" : piece; });
    line = loose;
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace harness
