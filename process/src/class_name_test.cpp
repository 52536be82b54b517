#include "class_name.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include <exeunt/error.hpp>

namespace exeunt::detail {
namespace {

struct Worker {};
template <class T>
struct Box {};

TEST(ClassName, IsTheLastComponent) {
  EXPECT_EQ(last_component("Worker"), "Worker");
  EXPECT_EQ(last_component("a::b::Worker"), "Worker");
  EXPECT_EQ(last_component("(anonymous namespace)::Worker"), "Worker");
  EXPECT_EQ(last_component("c::Box<a::B, d::E>"), "Box<a::B, d::E>");
  EXPECT_EQ(last_component("f(a::B)::Local"), "Local");
  EXPECT_EQ(last_component(""), "");
}

TEST(ClassName, OfATypeOfTheProgram) {
  struct Local {};
  EXPECT_EQ(class_name(typeid(Worker)), "Worker");
  EXPECT_EQ(class_name(typeid(Local)), "Local");
  EXPECT_EQ(class_name(typeid(Box<std::vector<int>>)).substr(0, 4), "Box<");
  EXPECT_EQ(type_name(typeid(int)), "int");
}

std::string name_of_thrown(void (*thrower)()) {
  try {
    thrower();
  } catch (...) {
    return current_exception_name();
  }
  return "nothing";
}

TEST(ClassName, OfAnExceptionIsWithoutTheLibrarysNamespace) {
  EXPECT_EQ(name_of_thrown([] { throw ValueError(""); }), "ValueError");
  EXPECT_EQ(name_of_thrown([] { throw std::runtime_error(""); }), "std::runtime_error");
  EXPECT_EQ(name_of_thrown([] { throw 5; }), "int");
}

}  // namespace
}  // namespace exeunt::detail
