#include "grade/toml_table.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <utility>

#include "support/closest.hpp"
#include "support/escape.hpp"
#include "support/file.hpp"

namespace harness {

struct TomlTable::Content {
  std::filesystem::path file;
  std::shared_ptr<const toml::table> root;  // owns what `table` points into
  const toml::table* table = nullptr;
  std::string name;  // "item[2].", in front of its keys in complaints
  int line = 1;
  std::set<std::string, std::less<>> known;

  const toml::node* find(std::string_view key) {
    known.emplace(key);
    return table->get(key);
  }
};

namespace {

int line_of_node(const toml::node& node) {
  return static_cast<int>(node.source().begin.line);
}

std::string type_of(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::string:
      return "text";
    case toml::node_type::integer:
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
      return "a date or time";
    case toml::node_type::none:
      break;
  }
  return "something else";
}

std::string shortest(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

long long days_from_civil(long long year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                         std::chrono::day(day)};
  return std::chrono::sys_days(date).time_since_epoch().count();
}

}  // namespace

TomlTable::TomlTable(std::unique_ptr<Content> content) : content_(std::move(content)) {}
TomlTable::~TomlTable() = default;
TomlTable::TomlTable(TomlTable&&) noexcept = default;

TomlTable TomlTable::of_file(const std::filesystem::path& file) {
  const std::string text = read_file(file);
  auto content = std::make_unique<Content>();
  content->file = file;
  try {
    content->root = std::make_shared<toml::table>(toml::parse(text, file.string()));
  } catch (const toml::parse_error& error) {
    throw BadSettings(file, static_cast<int>(error.source().begin.line),
                      visible(std::string(error.description())));
  }
  content->table = content->root.get();
  return TomlTable(std::move(content));
}

bool TomlTable::has(std::string_view key) {
  return content_->find(key) != nullptr;
}

int TomlTable::line() const {
  return content_->line;
}

int TomlTable::line_of(std::string_view key) const {
  const toml::node* node = content_->table->get(key);
  return node != nullptr ? line_of_node(*node) : content_->line;
}

const std::filesystem::path& TomlTable::file() const {
  return content_->file;
}

void TomlTable::complain(std::string_view key, const std::string& what) const {
  throw BadSettings(content_->file, line_of(key), content_->name + std::string(key) + ": " + what);
}

std::optional<std::string> TomlTable::text(std::string_view key) {
  const toml::node* node = content_->find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto value = node->value_exact<std::string>()) return *value;
  complain(key, "text in quotation marks is wanted, not " + type_of(*node));
}

std::optional<double> TomlTable::number(std::string_view key, double least, double most) {
  const toml::node* node = content_->find(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_number()) complain(key, "a number is wanted, not " + type_of(*node));
  const double value = *node->value<double>();
  if (!(value >= least && value <= most))
    complain(key, "a number from " + shortest(least) + " to " + shortest(most) + " is wanted");
  return value;
}

std::optional<int> TomlTable::whole(std::string_view key, int least, int most) {
  const std::optional<double> value = number(key, least, most);
  if (!value) return std::nullopt;
  if (std::floor(*value) != *value) complain(key, "a whole number is wanted");
  return static_cast<int>(*value);
}

std::optional<bool> TomlTable::truth(std::string_view key) {
  const toml::node* node = content_->find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto value = node->value_exact<bool>()) return *value;
  complain(key, "true or false is wanted, not " + type_of(*node));
}

std::optional<std::vector<std::string>> TomlTable::texts(std::string_view key) {
  const toml::node* node = content_->find(key);
  if (node == nullptr) return std::nullopt;
  if (const auto one = node->value_exact<std::string>()) return std::vector<std::string>{*one};
  const toml::array* list = node->as_array();
  if (list == nullptr) complain(key, "a list of texts is wanted, not " + type_of(*node));
  std::vector<std::string> texts;
  for (const toml::node& member : *list) {
    const auto one = member.value_exact<std::string>();
    if (!one) complain(key, "every member of the list has to be text, one is " + type_of(member));
    texts.push_back(*one);
  }
  return texts;
}

std::optional<long long> TomlTable::moment(std::string_view key) {
  const toml::node* node = content_->find(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value_exact<toml::date_time>();
  if (!value || !value->offset)
    complain(key, "a date and time with its offset is wanted, such as 2026-10-01T23:59:00+02:00");
  const long long days = days_from_civil(value->date.year, value->date.month, value->date.day);
  return days * 86'400 + value->time.hour * 3'600 + value->time.minute * 60 + value->time.second -
         static_cast<long long>(value->offset->minutes) * 60;
}

std::optional<unsigned long long> TomlTable::bytes(std::string_view key, int least) {
  const toml::node* node = content_->find(key);
  if (node == nullptr) return std::nullopt;
  constexpr double most = 1ULL << 50U;
  const std::string wanted =
      "a number of bytes is wanted, such as 4096, \"512 KiB\", \"64 MiB\" or \"2 GiB\"";
  if (node->is_integer()) return static_cast<unsigned long long>(number(key, least, most).value_or(least));
  const auto value = node->value_exact<std::string>();
  if (!value) complain(key, wanted);
  std::size_t end = 0;
  double count = 0;
  try {
    count = std::stod(*value, &end);
  } catch (const std::exception&) {
    complain(key, wanted);
  }
  const std::string unit = value->substr(std::min(value->find_first_not_of(' ', end), value->size()));
  double scale = 0;
  if (unit == "B") scale = 1;
  if (unit == "KiB") scale = 1024;
  if (unit == "MiB") scale = 1024.0 * 1024;
  if (unit == "GiB") scale = 1024.0 * 1024 * 1024;
  if (scale == 0 || !(count > 0) || count * scale > most) complain(key, wanted);
  return static_cast<unsigned long long>(count * scale);
}

std::optional<TomlTable> TomlTable::table(std::string_view key) {
  const toml::node* node = content_->find(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_table()) complain(key, "a table is wanted, not " + type_of(*node));
  auto content = std::make_unique<Content>();
  content->file = content_->file;
  content->root = content_->root;
  content->table = node->as_table();
  content->name = content_->name + std::string(key) + ".";
  content->line = line_of_node(*node);
  return TomlTable(std::move(content));
}

bool TomlTable::is_array_of_tables(std::string_view key) const {
  const toml::node* node = content_->table->get(key);
  return node != nullptr && node->is_array_of_tables();
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  std::vector<TomlTable> all;
  const toml::node* node = content_->find(key);
  if (node == nullptr) return all;
  if (!node->is_array_of_tables())
    complain(key, "write it as [[" + content_->name + std::string(key) + "]], once for each");
  int number = 0;
  for (const toml::node& member : *node->as_array()) {
    auto content = std::make_unique<Content>();
    content->file = content_->file;
    content->root = content_->root;
    content->table = member.as_table();
    content->name = content_->name + std::string(key) + "[" + std::to_string(++number) + "].";
    content->line = line_of_node(member);
    all.push_back(TomlTable(std::move(content)));
  }
  return all;
}

void TomlTable::done() const {
  for (const auto& [key, node] : *content_->table) {
    if (content_->known.contains(key.str())) continue;
    const std::vector<std::string> known(content_->known.begin(), content_->known.end());
    const std::optional<std::string> near = closest(key.str(), known);
    std::string all;
    for (const std::string& one : known)
      all += (all.empty() ? "" : ", ") + one;
    throw BadSettings(content_->file, static_cast<int>(key.source().begin.line),
                      content_->name + visible(std::string(key.str())) + ": there is no such key" +
                          (near ? " (closest: '" + *near + "')" : "") + "; there are: " + all);
  }
}

}  // namespace harness
