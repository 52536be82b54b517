#include "grade/assignment_item_file.hpp"

#include <algorithm>
#include <array>

#include "match/golden.hpp"
#include "model/names.hpp"
#include "support/file.hpp"
#include "support/joined.hpp"

namespace harness {
namespace {

constexpr std::array<std::pair<std::string_view, Feedback>, 4> feedback_names{{{"verdict", Feedback::verdict},
                                                                               {"words", Feedback::words},
                                                                               {"seen", Feedback::seen},
                                                                               {"full", Feedback::full}}};

// The value that a word of the file stands for.
template <class Value>
Value word_of(TomlTable& table, std::string_view key, const std::string& word,
              const std::optional<Value>& value, const std::string& all) {
  if (!value) table.complain(key, "unknown word '" + word + "'; there are: " + all);
  return *value;
}

template <class Enum>
Enum model_word(TomlTable& table, std::string_view key, const std::string& word) {
  return word_of(table, key, word, parse<Enum>(word), joined(all_words<Enum>()));
}

std::optional<Feedback> parse_feedback(std::string_view word) {
  for (const auto& [name, value] : feedback_names) {
    if (name == word) return value;
  }
  return std::nullopt;
}

void read_seconds(TomlTable& table, std::string_view key, std::chrono::milliseconds& value) {
  if (const auto given = table.number(key, 0.01, 3600))
    value = std::chrono::milliseconds(static_cast<long long>(*given * 1000));
}

// The keys that defaults and items share.
void read_common(TomlTable& table, AssignmentItem& item) {
  if (const auto word = table.text("visibility"))
    item.visibility =
        word_of(table, "visibility", *word, parse_visibility(*word), "visible, hidden, after_due");
  if (const auto word = table.text("feedback"))
    item.feedback = word_of(table, "feedback", *word, parse_feedback(*word),
                            joined(feedback_names, ", ", [](const auto& named) { return named.first; }));
  if (const auto words = table.texts("start_methods")) {
    item.start_methods.clear();
    for (const std::string& word : *words)
      item.start_methods.emplace_back(model_word<StartMethod>(table, "start_methods", word));
    if (words->empty()) item.start_methods = {std::nullopt};
  }
  if (const auto words = table.texts("stdio")) {
    if (words->empty()) table.complain("stdio", "needs at least one of " + joined(all_words<StdioMode>()));
    item.stdio.clear();
    for (const std::string& word : *words)
      item.stdio.push_back(model_word<StdioMode>(table, "stdio", word));
  }
  if (const auto times = table.whole("repeat", 1, 100)) item.repeat = *times;
}

bool is_plain_name(const std::string& name) {
  return !name.empty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.' || c == '/';
  });
}

// Neither absolute nor with a way out.
bool stays_inside(const std::filesystem::path& path) {
  return path.is_relative() &&
         std::none_of(path.begin(), path.end(), [](const auto& part) { return part == ".."; });
}

std::vector<Hint> read_hints(TomlTable& table) {
  std::vector<Hint> hints;
  if (!table.is_array_of_tables("hint")) {
    for (const std::string& text : table.texts("hint").value_or(std::vector<std::string>()))
      hints.push_back({std::nullopt, text});
    return hints;
  }
  for (TomlTable& one : table.tables("hint")) {
    Hint hint;
    hint.text = one.text("text").value_or("");
    if (hint.text.empty()) one.complain("text", "a sentence is wanted");
    if (const auto word = one.text("when")) hint.when = model_word<ReasonCode>(one, "when", *word);
    one.done();
    hints.push_back(hint);
  }
  return hints;
}

// A golden that is not there or cannot be read is told now, not when the first submission is graded.
void look_at_golden(TomlTable& table, std::string_view key, const std::filesystem::path& golden) {
  if (!std::filesystem::is_regular_file(golden)) table.complain(key, "there is no golden " + golden.string());
  parse_golden(read_file(golden), golden);
}

AssignmentItem own_item(TomlTable& table, AssignmentItem item) {
  item.name = table.text("name").value_or("");
  if (!is_plain_name(item.name))
    table.complain("name", "a name of letters, digits, '_', '-', '.' and '/' is wanted, such as \"zombie\"");
  item.program = table.text("program").value_or(item.name);
  if (!stays_inside(item.program)) table.complain("program", "a path inside the submission is wanted");
  const std::string golden = table.text("golden").value_or("goldens/" + item.name + ".golden");
  item.golden = table.file().parent_path() / golden;
  look_at_golden(table, "golden", item.golden);
  return item;
}

// The items for scenarios of the suite, each with the suite's golden.
std::vector<AssignmentItem> suite_items(TomlTable& table, const AssignmentItem& item,
                                        const std::vector<Scenario>& scenarios) {
  if (table.has("name") || table.has("golden"))
    table.complain(table.has("name") ? "name" : "golden", "an item of scenarios takes both from them");
  const std::string folder = table.text("program").value_or("programs");
  if (!stays_inside(folder)) table.complain("program", "a folder inside the submission is wanted");
  const std::vector<std::string> filters = *table.texts("scenarios");
  if (filters.empty()) table.complain("scenarios", "at least one name or pattern is wanted");
  std::vector<AssignmentItem> items;
  try {
    for (const Scenario& scenario : select(scenarios, filters)) {
      AssignmentItem one = item;
      one.name = scenario.name;
      if (one.title.empty()) one.title = scenario.title;
      one.golden = scenario.golden;
      one.program = folder + "/" + scenario.name;
      look_at_golden(table, "scenarios", one.golden);
      if (scenario.start_methods.empty()) one.start_methods = {std::nullopt};
      items.push_back(std::move(one));
    }
  } catch (const UsageError& error) {
    table.complain("scenarios", error.what());
  }
  return items;
}

}  // namespace

void read_limits(TomlTable& table, std::string_view key, Limits& limits) {
  std::optional<TomlTable> given = table.table(key);
  if (!given) return;
  read_seconds(*given, "wall", limits.wall);
  if (const auto cpu = given->whole("cpu", 1, 3600)) limits.cpu = std::chrono::seconds(*cpu);
  limits.memory_bytes = given->bytes("memory").value_or(limits.memory_bytes);
  limits.address_bytes = given->bytes("address_space", 0).value_or(limits.address_bytes);
  limits.processes = given->whole("processes", 1, 100'000).value_or(limits.processes);
  limits.processes_in_all = given->whole("processes_in_all", 1, 10'000'000).value_or(limits.processes_in_all);
  limits.out_bytes = given->bytes("stdout").value_or(limits.out_bytes);
  limits.err_bytes = given->bytes("stderr").value_or(limits.err_bytes);
  limits.file_bytes = given->bytes("file_size").value_or(limits.file_bytes);
  limits.disk_bytes = given->bytes("disk").value_or(limits.disk_bytes);
  limits.shared_bytes = given->bytes("shared_memory").value_or(limits.shared_bytes);
  limits.stack_bytes = given->bytes("stack").value_or(limits.stack_bytes);
  limits.open_files = given->whole("open_files", 8, 100'000).value_or(limits.open_files);
  given->done();
}

AssignmentItem read_defaults(TomlTable& file) {
  AssignmentItem defaults;
  read_limits(file, "limits", defaults.limits);
  if (std::optional<TomlTable> table = file.table("defaults")) {
    read_common(*table, defaults);
    table->done();
  }
  return defaults;
}

std::vector<AssignmentItem> read_item(TomlTable& table, const AssignmentItem& defaults,
                                      const std::vector<Scenario>& scenarios) {
  AssignmentItem item = defaults;
  item.line = table.line();
  read_common(table, item);
  item.title = table.text("title").value_or("");
  item.points = table.number("points", 0, 1'000'000).value_or(1);
  item.group = table.text("group").value_or("");
  item.after = table.texts("after").value_or(std::vector<std::string>());
  item.args = table.texts("args").value_or(std::vector<std::string>());
  item.hints = read_hints(table);
  read_limits(table, "limits", item.limits);
  const bool of_suite = table.has("scenarios");
  std::vector<AssignmentItem> items =
      of_suite ? suite_items(table, item, scenarios) : std::vector{own_item(table, item)};
  table.done();
  for (AssignmentItem& one : items) {
    if (one.title.empty()) one.title = one.name;
  }
  return items;
}

}  // namespace harness
