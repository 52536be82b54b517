#include "readable_type.hpp"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "class_name.hpp"

namespace exeunt::detail {
namespace {

TEST(ReadableType, StandardStringsHaveTheirShortNames) {
  EXPECT_EQ(type_name(typeid(std::string)), "std::string");
  EXPECT_EQ(type_name(typeid(std::wstring)), "std::wstring");
  EXPECT_EQ(type_name(typeid(std::string_view)), "std::string_view");
  EXPECT_EQ(type_name(typeid(std::vector<std::string>)), "std::vector<std::string>");
  EXPECT_EQ(
      readable_type("std::__1::basic_string<char, std::__1::char_traits<char>, std::__1::allocator<char>>"),
      "std::string");
}

TEST(ReadableType, DefaultArgumentsAreLeftOut) {
  EXPECT_EQ(type_name(typeid(std::map<std::string, std::vector<int>>)),
            "std::map<std::string, std::vector<int>>");
  EXPECT_EQ((type_name(typeid(std::unordered_map<int, std::string>))),
            "std::unordered_map<int, std::string>");
  EXPECT_EQ(type_name(typeid(std::unique_ptr<int>)), "std::unique_ptr<int>");
}

TEST(ReadableType, OtherArgumentsStay) {
  EXPECT_EQ((type_name(typeid(std::map<int, int, std::greater<int>>))),
            "std::map<int, int, std::greater<int>>");
  EXPECT_EQ(readable_type("own::vector<int, std::allocator<int> >"), "own::vector<int, std::allocator<int>>");
  EXPECT_EQ(
      readable_type("std::basic_string<char16_t, std::char_traits<char16_t>, std::allocator<char16_t> >"),
      "std::basic_string<char16_t>");
}

TEST(ReadableType, WhatIsNoTemplateStaysAsItIs) {
  EXPECT_EQ(readable_type(""), "");
  EXPECT_EQ(readable_type("unsigned long"), "unsigned long");
  EXPECT_EQ(readable_type("x<"), "x<>");
  EXPECT_EQ(readable_type("a::(anonymous namespace)::Local"), "a::(anonymous namespace)::Local");
  EXPECT_EQ(readable_type("main::{lambda(int)#1}"), "main::{lambda(int)#1}");
  EXPECT_EQ(readable_type("f(a::B, c::D<e>)::Local"), "f(a::B, c::D<e>)::Local");
  EXPECT_EQ(readable_type("a::operator>(b)"), "a::operator>(b)");
}

}  // namespace
}  // namespace exeunt::detail
