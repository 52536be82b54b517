#pragma once

#include <string>
#include <string_view>
#include <typeinfo>

namespace exeunt::detail {

/// As it is written in the program, with its namespaces.
std::string type_name(const std::type_info& type);

/// The last component alone: "Worker" of "(anonymous namespace)::Worker", "Box<a::B>" of "c::Box<a::B>".
std::string class_name(const std::type_info& type);
std::string_view last_component(std::string_view name);

/// Of the exception being handled: without the library's own namespace, as CPython names its own.
std::string current_exception_name();

}  // namespace exeunt::detail
