# What every target of the project is built with.
include(CheckCXXSourceCompiles)
include(CheckCXXSymbolExists)
include(CheckLinkerFlag)

check_cxx_symbol_exists(__GLIBC__ features.h EXEUNT_HAS_GLIBC)
check_linker_flag(CXX -Wl,--gc-sections EXEUNT_CAN_DROP_SECTIONS)

if(EXEUNT_STATIC AND NOT EXEUNT_SANITIZE)
  set(CMAKE_REQUIRED_LINK_OPTIONS -static)
  check_cxx_source_compiles("#include <iostream>\nint main() { std::cout << 1; }" EXEUNT_CAN_LINK_STATICALLY)
  unset(CMAKE_REQUIRED_LINK_OPTIONS)
endif()

# Warnings are errors only where the presets say so (CMAKE_COMPILE_WARNING_AS_ERROR).
set(EXEUNT_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow)

function(exeunt_target target)
  get_target_property(type ${target} TYPE)
  set(scope PRIVATE)
  if(type STREQUAL INTERFACE_LIBRARY)
    set(scope INTERFACE)
  endif()
  target_compile_options(${target} ${scope} ${EXEUNT_WARNINGS})
  if(EXEUNT_SANITIZE)
    # The check of virtual tables takes a pipe of its own, which a test that has used up all descriptors lacks.
    target_compile_options(${target} ${scope}
      -fsanitize=${EXEUNT_SANITIZE} -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
    if(NOT type STREQUAL OBJECT_LIBRARY AND NOT type STREQUAL STATIC_LIBRARY)
      target_link_options(${target} ${scope} -fsanitize=${EXEUNT_SANITIZE})
    endif()
  endif()
endfunction()

# In a build that is optimised at all.
function(exeunt_optimise_little target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release,RelWithDebInfo>:-O1>)
endfunction()

# Leaves out what the program does not use. Of the C++ library that is most, and would be set up at each start.
function(exeunt_drop_unused target)
  if(EXEUNT_CAN_DROP_SECTIONS AND NOT EXEUNT_SANITIZE)
    target_link_options(${target} PRIVATE -Wl,--gc-sections)
  endif()
endfunction()

# Where the platform can, which halves what a start costs.
function(exeunt_link_statically target)
  if(EXEUNT_CAN_LINK_STATICALLY)
    target_link_options(${target} PRIVATE -static)
  endif()
  exeunt_drop_unused(${target})
endfunction()

# One of very many programs that are started often. With glibc a start costs no more when the C library is shared,
# which is most of the file, as long as the C++ library is not: that one is slow to relocate.
function(exeunt_small_program target)
  exeunt_target(${target})
  if(EXEUNT_CAN_LINK_STATICALLY AND EXEUNT_HAS_GLIBC AND NOT CMAKE_CROSSCOMPILING)
    target_link_options(${target} PRIVATE -static-libstdc++ -static-libgcc -Wl,-z,now)
    exeunt_drop_unused(${target})
  else()
    exeunt_link_statically(${target})
  endif()
endfunction()

# A program that is started often.
function(exeunt_spawned_program target)
  exeunt_target(${target})
  exeunt_link_statically(${target})
endfunction()

# A program that is watched for what it does with processes: never sanitized, for a leak checker makes some too.
function(exeunt_watched_program target)
  target_compile_options(${target} PRIVATE ${EXEUNT_WARNINGS})
  exeunt_link_statically(${target})
endfunction()

# Tests are compiled more often than they matter for speed, and GoogleMock takes longer to compile than most of
# them: unoptimised, and the header read once for all test programs.
function(exeunt_compile_tests_fast target)
  if(NOT TARGET exeunt_test_prelude)
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/test_prelude.cpp CONTENT "")
    add_library(exeunt_test_prelude OBJECT ${PROJECT_BINARY_DIR}/test_prelude.cpp)
    exeunt_target(exeunt_test_prelude)
    target_compile_options(exeunt_test_prelude PRIVATE -O0 -g1)
    target_link_libraries(exeunt_test_prelude PRIVATE GTest::gmock Threads::Threads)
    target_precompile_headers(exeunt_test_prelude PRIVATE
      <gmock/gmock.h> <algorithm> <filesystem> <map> <optional> <string> <string_view> <variant> <vector>)
  endif()
  target_compile_options(${target} PRIVATE -O0 -g1)
  target_precompile_headers(${target} REUSE_FROM exeunt_test_prelude)
endfunction()

# A GoogleTest program, its cases found when the tests run.
function(exeunt_unit_tests target)
  exeunt_target(${target})
  target_link_libraries(${target} PRIVATE GTest::gmock GTest::gtest_main)
  exeunt_compile_tests_fast(${target})
  gtest_discover_tests(${target} TEST_PREFIX "${target}." DISCOVERY_MODE PRE_TEST
    PROPERTIES LABELS unit TIMEOUT 600)
endfunction()
