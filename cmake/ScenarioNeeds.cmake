# What of a scenario's needs this platform lacks, found by trying. Where there are fork() and prctl() there is the
# rest, and nothing is tried.
include(CheckCXXSymbolExists)
include(CheckIncludeFileCXX)

check_cxx_symbol_exists(fork unistd.h EXEUNT_HAS_FORK)
check_cxx_symbol_exists(prctl sys/prctl.h EXEUNT_HAS_PRCTL)

# Sets `out` to the first header of C or POSIX that the file includes and that is not here.
function(_scenario_missing_header source out)
  set(${out} "" PARENT_SCOPE)
  file(STRINGS "${source}" lines REGEX "^#include <[a-z0-9_/]+\\.h>")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^#include <(.*)>.*$" "\\1" header "${line}")
    string(MAKE_C_IDENTIFIER "EXEUNT_HAS_${header}" variable)
    set(CMAKE_REQUIRED_QUIET ON)
    check_include_file_cxx(${header} ${variable})
    if(NOT ${variable})
      set(${out} "there is no <${header}> here" PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()

# Sets `out` to what the compiler says of the file; empty where it compiles.
function(_scenario_compile_error source out)
  string(MAKE_C_IDENTIFIER "EXEUNT_CANNOT_COMPILE_${source}" variable)
  if(NOT DEFINED CACHE{${variable}})
    set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
    try_compile(compiles "${CMAKE_CURRENT_BINARY_DIR}/try" "${CMAKE_CURRENT_SOURCE_DIR}/${source}"
      CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${CMAKE_CURRENT_SOURCE_DIR};${PROJECT_SOURCE_DIR}/process/include"
      CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON
      OUTPUT_VARIABLE said)
    set(error "")
    if(NOT compiles)
      string(REGEX MATCH "error: [^\n]*" error "${said}")
      string(REGEX REPLACE "^error: |; did you mean.*$" "" error "${error}")
    endif()
    unset(compiles CACHE)
    set(${variable} "${error}" CACHE INTERNAL "why ${source} is left out")
  endif()
  set(${out} "${${variable}}" PARENT_SCOPE)
endfunction()

# Sets `out` to what the scenario lacks here; empty where nothing.
function(scenario_lacks source out)
  set(lacks "")
  if(NOT EXEUNT_HAS_FORK OR NOT EXEUNT_HAS_PRCTL)
    file(STRINGS "${source}" system_headers REGEX "^#include <([a-z0-9_/]+\\.h|cerrno|csignal|cstdlib)>")
    _scenario_missing_header("${source}" lacks)
    if(system_headers AND NOT lacks)
      _scenario_compile_error("${source}" error)
      if(error)
        set(lacks "it does not compile for this system: ${error}")
      endif()
    endif()
  endif()
  set(${out} "${lacks}" PARENT_SCOPE)
endfunction()

# Puts in place of the source that `variable` names one that ends as a program does that does not support it.
function(scenario_not_supported variable reason)
  string(REGEX REPLACE "([\"\\\\])" "\\\\\\1" reason "${reason}")
  set(stand_in "${CMAKE_CURRENT_BINARY_DIR}/not_supported/${${variable}}")
  file(CONFIGURE OUTPUT "${stand_in}" @ONLY CONTENT [[
#include <cstdio>

int main() {
  std::fputs("@reason@\n", stderr);
  return 77;
}
]])
  set(${variable} "${stand_in}" PARENT_SCOPE)
endfunction()
