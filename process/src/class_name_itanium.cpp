#include <cxxabi.h>

#include <cstdlib>
#include <memory>

#include "class_name.hpp"
#include "readable_type.hpp"

namespace exeunt::detail {

std::string type_name(const std::type_info& type) {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> text(
      abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
  return readable_type(status == 0 ? text.get() : type.name());
}

std::string_view last_component(std::string_view name) {
  std::size_t start = 0;
  int depth = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '<' || name[i] == '(') ++depth;
    if (name[i] == '>' || name[i] == ')') --depth;
    if (depth == 0 && name.substr(i, 2) == "::") start = i + 2;
  }
  return name.substr(start);
}

std::string class_name(const std::type_info& type) {
  return std::string(last_component(type_name(type)));
}

std::string current_exception_name() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  std::string name = type ? type_name(*type) : "unknown exception";
  const std::string_view own = "exeunt::";
  return name.starts_with(own) ? name.substr(own.size()) : name;
}

}  // namespace exeunt::detail
