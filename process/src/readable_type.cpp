#include "readable_type.hpp"

#include <algorithm>
#include <vector>

namespace exeunt::detail {

namespace {

using Arguments = std::vector<std::string>;

bool is_default(const std::string& argument, const std::string& first) {
  for (const char* name : {"std::allocator<", "std::char_traits<"}) {
    if (argument.starts_with(name)) return true;
  }
  for (const char* name : {"std::less", "std::hash", "std::equal_to", "std::default_delete"}) {
    if (argument == name + ("<" + first + ">")) return true;
  }
  return false;
}

std::string joined(const std::string& name, const Arguments& arguments) {
  std::string text = name + "<";
  for (std::size_t i = 0; i < arguments.size(); ++i)
    text += (i == 0 ? "" : ", ") + arguments[i];
  return text + ">";
}

std::string with_arguments(const std::string& name, Arguments arguments) {
  const std::string basic = "std::basic_";
  const std::size_t start = name.rfind("std::", 0) == 0 ? 0 : name.rfind(" std::") + 1;
  const bool is_of_std = name.substr(start).starts_with("std::");
  while (is_of_std && arguments.size() > 1 && is_default(arguments.back(), arguments.front()))
    arguments.pop_back();
  if (!name.substr(start).starts_with(basic) || arguments.size() != 1) return joined(name, arguments);
  const std::string before = name.substr(0, start) + "std::";
  const std::string rest = name.substr(start + basic.size());
  if (arguments.front() == "char") return before + rest;
  if (arguments.front() == "wchar_t") return before + "w" + rest;
  return joined(name, arguments);
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool is_at_end() const { return rest_.empty(); }

  /// Up to the comma or bracket that ends it.
  std::string type() {
    std::string name;
    while (!rest_.empty() && rest_.front() != ',' && rest_.front() != '>') {
      if (rest_.front() == '<') {
        name = with_arguments(name, arguments());
      } else if (rest_.front() == '(' || rest_.front() == '{') {
        name += enclosed();
      } else if (!skip_inner_namespace(name)) {
        name += take();
      }
    }
    while (name.ends_with(' '))
      name.pop_back();
    return name;
  }

 private:
  char take() {
    const char next = rest_.front();
    rest_.remove_prefix(1);
    return next;
  }

  Arguments arguments() {
    Arguments found;
    do {
      take();
      while (rest_.starts_with(' '))
        take();
      found.push_back(type());
    } while (rest_.starts_with(','));
    if (!rest_.empty()) take();
    return found;
  }

  /// "(anonymous namespace)", the parameters of a function, "{lambda(int)#1}": as they are.
  std::string enclosed() {
    std::string text;
    int depth = 0;
    do {
      const char next = take();
      depth += next == '(' || next == '{' ? 1 : next == ')' || next == '}' ? -1 : 0;
      text += next;
    } while (depth > 0 && !rest_.empty());
    return text;
  }

  bool skip_inner_namespace(const std::string& before) {
    if (!before.ends_with("std::")) return false;
    for (const std::string_view inner : {"__cxx11::", "__1::", "__ndk1::"}) {
      if (!rest_.starts_with(inner)) continue;
      rest_.remove_prefix(inner.size());
      return true;
    }
    return false;
  }

  std::string_view rest_;
};

}  // namespace

std::string readable_type(std::string_view demangled) {
  Reader reader(demangled);
  std::string text = reader.type();
  return reader.is_at_end() ? text : std::string(demangled);  // an operator's name, for one
}

}  // namespace exeunt::detail
