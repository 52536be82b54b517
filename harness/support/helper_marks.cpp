#include "support/helper_marks.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace harness {
namespace {

// What an interpreter of Python executes in place of a file.
struct PythonCode {
  std::string_view text;
  bool is_module = false;  ///< the name of one, behind -m
};

bool belongs_to_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Where `words` stand in `text`, and are no part of a longer name; npos: nowhere.
std::size_t find_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
    const bool begins = at == 0 || (!belongs_to_name(text[at - 1]) && text[at - 1] != '.');
    const std::size_t end = at + words.size();
    if (begins && (end == text.size() || !belongs_to_name(text[end]))) return at;
  }
  return text.npos;
}

bool has_words(std::string_view text, std::string_view words) {
  return find_words(text, words) != text.npos;
}

// Options of the interpreter end at its code: what follows belongs to the program.
std::optional<PythonCode> python_code(std::span<const std::string> arguments) {
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string_view word = arguments[i];
    if (word.size() < 2 || word.front() != '-' || word == "--") return std::nullopt;
    const std::size_t option = word[1] == '-' ? word.npos : word.find_first_of("cmWX", 1);
    if (option == word.npos) {
      if (word == "--check-hash-based-pycs") ++i;
      continue;
    }
    std::string_view value = word.substr(option + 1);
    if (value.empty() && ++i < arguments.size()) value = arguments[i];
    if (word[option] == 'c' || word[option] == 'm') return PythonCode{value, word[option] == 'm'};
  }
  return std::nullopt;
}

// "multiprocessing.forkserver" of "from multiprocessing.forkserver import main"; empty: it is no statement.
std::string_view module_of(std::string_view mark) {
  constexpr std::string_view from = "from ";
  if (!mark.starts_with(from)) return {};
  const std::string_view rest = mark.substr(from.size());
  const std::size_t end = rest.find(" import ");
  return end == rest.npos ? std::string_view() : rest.substr(0, end);
}

// "from PACKAGE import …, NAME" is another way to name PACKAGE.NAME.
bool imports_by_package(std::string_view code, std::string_view module) {
  const std::size_t dot = module.rfind('.');
  if (dot == module.npos) return false;
  const std::string statement = "from " + std::string(module.substr(0, dot)) + " import ";
  const std::size_t at = code.find(statement);
  if (at == code.npos) return false;
  const std::string_view names = code.substr(at + statement.size());
  return has_words(names.substr(0, names.find_first_of(";\n")), module.substr(dot + 1));
}

// "from PACKAGE.NAME import main" with a NAME that no mark has.
bool runs_main_of_package(std::string_view code, std::string_view module) {
  const std::size_t dot = module.rfind('.');
  if (dot == module.npos) return false;
  const std::string prefix = "from " + std::string(module.substr(0, dot + 1));
  const std::size_t at = code.find(prefix);
  if (at == code.npos) return false;
  const std::string_view rest = code.substr(at + prefix.size());
  const auto name_end = std::ranges::find_if_not(rest, [](char c) { return belongs_to_name(c) || c == '.'; });
  const std::string_view imported = rest.substr(static_cast<std::size_t>(name_end - rest.begin()));
  return imported.starts_with(" import ") &&
         find_words(imported, "main") == std::string_view(" import ").size();
}

HelperKind kind_by_code(const PythonCode& code, std::string_view mark) {
  const std::string_view module = module_of(mark);
  if (module.empty()) return HelperKind::none;
  if (code.is_module) return code.text == module ? HelperKind::alike : HelperKind::none;
  if (has_words(code.text, mark)) return HelperKind::known;
  const bool is_alike = has_words(code.text, module) || imports_by_package(code.text, module) ||
                        runs_main_of_package(code.text, module);
  return is_alike ? HelperKind::alike : HelperKind::none;
}

}  // namespace

HelperKind helper_kind(std::span<const std::string> arguments, std::span<const std::string> marks) {
  const std::optional<PythonCode> code = python_code(arguments);
  HelperKind kind = HelperKind::none;
  for (const std::string& mark : marks) {
    if (module_of(mark).empty()) {
      const bool is_marked =
          std::ranges::any_of(arguments, [&](const std::string& word) { return word.starts_with(mark); });
      if (is_marked) return HelperKind::known;
    } else if (code) {
      const HelperKind by_code = kind_by_code(*code, mark);
      if (by_code == HelperKind::known) return by_code;
      if (by_code == HelperKind::alike) kind = by_code;
    }
  }
  return kind;
}

}  // namespace harness
