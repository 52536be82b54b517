#pragma once

#include <string_view>

/// The programs in Python by which the harness asks an interpreter; their files say what they answer.
namespace harness::python_texts {

extern const std::string_view about_python_py;
extern const std::string_view take_place_py;

}  // namespace harness::python_texts
