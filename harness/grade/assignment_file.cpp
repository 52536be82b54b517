#include "grade/assignment_file.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "grade/assignment_item_file.hpp"
#include "grade/toml_table.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, Language>, 8> languages{{{"auto", Language::automatic},
                                                                          {"c", Language::c},
                                                                          {"c++", Language::cpp},
                                                                          {"python", Language::python},
                                                                          {"shell", Language::shell},
                                                                          {"make", Language::make},
                                                                          {"cmake", Language::cmake},
                                                                          {"prebuilt", Language::prebuilt}}};

void require_inside(TomlTable& table, std::string_view key, const fs::path& path) {
  const bool out = std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
  if (path.is_absolute() || out || path.empty())
    table.complain(key, "'" + path.string() + "' is no path inside the submission");
}

// "suite:scenarios" names the suite's own folder of scenario sources, "suite:scenarios/exit" a part of it.
ProvidedFile provided_file(TomlTable& table, std::string_view key, const std::string& from,
                           const std::string& to, const SuitePaths& suite) {
  ProvidedFile file;
  constexpr std::string_view of_suite = "suite:";
  const bool suites = from.starts_with(of_suite);
  const std::string inside = suites ? from.substr(of_suite.size()) : from;
  if (suites) {
    const fs::path path(inside);
    if (*path.begin() != "scenarios")
      table.complain(key, "of the suite there is only 'suite:scenarios' and what lies in it");
    file.from = fs::absolute(suite.scenarios) / path.lexically_relative("scenarios");
  } else {
    file.from = fs::absolute(table.file().parent_path() / from);
  }
  file.to = to.empty() ? fs::path(inside) : fs::path(to);
  require_inside(table, key, file.to);
  if (!fs::exists(file.from)) table.complain(key, "there is no file or folder " + file.from.string());
  return file;
}

BuildPlan read_build(TomlTable& file, const SuitePaths& suite) {
  BuildPlan plan;
  std::optional<TomlTable> table = file.table("build");
  if (!table) return plan;
  if (const auto word = table->text("language")) {
    const auto* known =
        std::find_if(languages.begin(), languages.end(), [&](const auto& one) { return one.first == *word; });
    if (known == languages.end())
      table->complain("language", "unknown word '" + *word +
                                      "'; there are: auto, c, c++, python, shell, make, cmake, prebuilt");
    plan.language = known->second;
  }
  plan.flags = table->texts("flags").value_or(std::vector<std::string>());
  plan.targets = table->texts("targets").value_or(std::vector<std::string>());
  plan.required = table->texts("required").value_or(std::vector<std::string>());
  if (!table->is_array_of_tables("provided")) {
    for (const std::string& from : table->texts("provided").value_or(std::vector<std::string>()))
      plan.provided.push_back(provided_file(*table, "provided", from, "", suite));
  } else {
    for (TomlTable& one : table->tables("provided")) {
      const std::string from = one.text("from").value_or("");
      if (from.empty()) one.complain("from", "the instructor's file or folder is wanted");
      plan.provided.push_back(provided_file(one, "from", from, one.text("to").value_or(""), suite));
      one.done();
    }
  }
  for (TomlTable& one : table->tables("program")) {
    ProgramSources program{one.text("name").value_or(""),
                           one.texts("sources").value_or(std::vector<std::string>())};
    require_inside(one, "name", program.name);
    if (program.sources.empty()) one.complain("sources", "at least one file is wanted");
    for (const std::string& source : program.sources)
      require_inside(one, "sources", source);
    one.done();
    plan.programs.push_back(std::move(program));
  }
  read_limits(*table, "limits", plan.limits);
  table->done();
  return plan;
}

SubmissionLimits read_submission_limits(TomlTable& file) {
  SubmissionLimits limits;
  std::optional<TomlTable> table = file.table("submission");
  if (!table) return limits;
  limits.members = table->whole("members", 1, 1'000'000).value_or(limits.members);
  limits.depth = table->whole("depth", 1, 100).value_or(limits.depth);
  limits.file_bytes = table->bytes("file_size").value_or(limits.file_bytes);
  limits.all_bytes = table->bytes("size").value_or(limits.all_bytes);
  table->done();
  return limits;
}

LatePolicy read_late(TomlTable& file) {
  LatePolicy late;
  std::optional<TomlTable> table = file.table("late");
  if (!table) return late;
  if (const auto due = table->moment("due"))
    late.due = std::chrono::system_clock::time_point(std::chrono::seconds(*due));
  late.grace = std::chrono::minutes(table->whole("grace_minutes", 0, 1'000'000).value_or(0));
  late.percent_per_day = table->number("percent_per_day", 0, 100).value_or(0);
  late.percent_at_most = table->number("percent_at_most", 0, 100);
  late.last_day = table->whole("last_day", 0, 10'000);
  table->done();
  return late;
}

std::vector<ItemGroup> read_groups(TomlTable& file) {
  std::vector<ItemGroup> groups;
  for (TomlTable& table : file.tables("group")) {
    ItemGroup group;
    group.name = table.text("name").value_or("");
    if (group.name.empty()) table.complain("name", "a name is wanted: items name their group by it");
    group.title = table.text("title").value_or(group.name);
    const std::string rule = table.text("rule").value_or("sum");
    if (rule != "sum" && rule != "all_or_nothing")
      table.complain("rule", "unknown word '" + rule + "'; there are: sum, all_or_nothing");
    group.rule = rule == "sum" ? GroupRule::sum : GroupRule::all_or_nothing;
    group.weight = table.number("weight", 0, 1'000'000);
    table.done();
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<WrongSolution> read_wrong(TomlTable& file) {
  std::vector<WrongSolution> all;
  for (TomlTable& table : file.tables("wrong")) {
    WrongSolution wrong;
    wrong.line = table.line();
    const std::string path = table.text("path").value_or("");
    wrong.path = file.file().parent_path() / path;
    if (path.empty() || !fs::exists(wrong.path))
      table.complain("path", "there is no wrong solution '" + path + "'");
    wrong.loses = table.texts("loses").value_or(std::vector<std::string>());
    if (wrong.loses.empty()) table.complain("loses", "the items that it must lose are wanted");
    table.done();
    all.push_back(std::move(wrong));
  }
  return all;
}

FlakyPolicy read_flaky(TomlTable& file) {
  const std::string word = file.text("flaky").value_or("worst");
  if (word == "best") return FlakyPolicy::best;
  if (word == "worst") return FlakyPolicy::worst;
  file.complain("flaky", "unknown word '" + word + "'; there are: best, worst");
}

void check_item(const fs::path& file, const Assignment& assignment, const AssignmentItem& item,
                const std::set<std::string>& before) {
  if (before.contains(item.name))
    throw BadSettings(file, item.line, "item.name: there are two items '" + item.name + "'");
  if (!item.group.empty() && group_of(assignment, item) == nullptr)
    throw BadSettings(file, item.line,
                      "item.group: there is no [[group]] with the name '" + item.group + "'");
  for (const std::string& other : item.after) {
    if (!before.contains(other))
      throw BadSettings(file, item.line,
                        "item.after: no item '" + other + "' stands above '" + item.name + "'");
  }
}

void check_names(const Assignment& assignment) {
  std::set<std::string> names;
  for (const AssignmentItem& item : assignment.items) {
    check_item(assignment.file, assignment, item, names);
    names.insert(item.name);
  }
  for (const WrongSolution& wrong : assignment.wrong_solutions) {
    for (const std::string& item : wrong.loses) {
      if (!names.contains(item))
        throw BadSettings(assignment.file, wrong.line, "wrong.loses: there is no item '" + item + "'");
    }
  }
}

}  // namespace

Assignment read_assignment(const fs::path& path, const SuitePaths& suite) {
  TomlTable file = TomlTable::of_file(path);
  Assignment assignment;
  assignment.file = path;
  assignment.title = file.text("title").value_or(path.stem().string());
  assignment.flaky = read_flaky(file);
  assignment.submission = read_submission_limits(file);
  assignment.build = read_build(file, suite);
  assignment.late = read_late(file);
  assignment.groups = read_groups(file);
  const AssignmentItem defaults = read_defaults(file);
  std::vector<Scenario> scenarios;
  for (TomlTable& table : file.tables("item")) {
    if (table.has("scenarios") && scenarios.empty()) scenarios = discover(suite);
    for (AssignmentItem& item : read_item(table, defaults, scenarios))
      assignment.items.push_back(std::move(item));
  }
  assignment.wrong_solutions = read_wrong(file);
  file.done();
  if (assignment.items.empty())
    throw BadSettings(path, 1, "item: there is nothing to grade; write at least one [[item]]");
  check_names(assignment);
  return assignment;
}

}  // namespace harness
