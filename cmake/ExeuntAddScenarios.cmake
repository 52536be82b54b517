# Programs and goldens of any project, judged by the command exeunt under CTest.
#
#   exeunt_add_scenarios(DIR <folder>
#     [GOLDENS <folder>]         where NAME.golden lies; default: beside the programs
#     [PREFIX <prefix>]          of the tests' names; default: the folder's name
#     [START_METHODS <method>…]  of fork spawn forkserver: a test for each, told to the program as
#                                EXEUNT_START_METHOD; a program whose opening comment has a line
#                                "Start methods: fork, spawn" (or: none) says so itself; default: one test
#     [STDIO <mode>…]            of tty pipe file; default: tty pipe
#     [LINK <library>…]          what programs in C++ and C are linked with: exeunt::process, support code
#     [IMPLEMENTATION <name>]    that sections of goldens are chosen for; default: reference
#     [LABELS <label>…]          of the tests, beside "scenario" and PREFIX
#     [TIMEOUT <seconds>])       of one run whose golden names none; default: 30
#
# Every golden below GOLDENS has its program in DIR under the same name: NAME.cpp or NAME.c is built,
# NAME.py runs with the python3 found, NAME or NAME.sh is executed as it is. A golden without a program, or a
# source without a golden, is an error: nothing is passed over in silence.

# CTest's own limit leaves the command, which has limits of its own, its time to clean up.
set(_exeunt_spare_seconds 60)

# Sets `out` to the start methods that the opening comment of a program names: UNTOLD where there is no such
# line, NONE where it starts no process.
function(_exeunt_told_start_methods source out)
  set(methods UNTOLD)
  file(STRINGS "${source}" line REGEX "^(//|#|/?\\*) *Start methods:" LIMIT_COUNT 1)
  if(line)
    string(REGEX REPLACE "^.*Start methods: *" "" methods "${line}")
    string(REGEX REPLACE "[ .]+$" "" methods "${methods}")
    string(REGEX REPLACE ", *" ";" methods "${methods}")
    if(methods STREQUAL "none")
      set(methods NONE)
    endif()
  endif()
  set(${out} "${methods}" PARENT_SCOPE)
endfunction()

# Sets `command` to how the program NAME of a folder is run, building it first where it has to be, and
# `source` to its file.
function(_exeunt_program dir name prefix libraries command source)
  foreach(ending .cpp .cc .c)
    if(EXISTS "${dir}/${name}${ending}")
      string(MAKE_C_IDENTIFIER "${prefix}_${name}" target)
      add_executable(${target} "${dir}/${name}${ending}")
      target_link_libraries(${target} PRIVATE ${libraries})
      get_filename_component(base "${name}" NAME)
      get_filename_component(folder "${name}" DIRECTORY)
      set_target_properties(${target} PROPERTIES
        OUTPUT_NAME "${base}" RUNTIME_OUTPUT_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/${prefix}/${folder}")
      set(${command} "$<TARGET_FILE:${target}>" PARENT_SCOPE)
      set(${source} "${dir}/${name}${ending}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  if(EXISTS "${dir}/${name}.py")
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    # A wrapper script on the PATH would stand in every tree with processes of its own.
    execute_process(COMMAND "${Python3_EXECUTABLE}" -I -c "import sys; print(sys.executable)"
      OUTPUT_VARIABLE python OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    set(${command} "${python};-B;${dir}/${name}.py" PARENT_SCOPE)
    set(${source} "${dir}/${name}.py" PARENT_SCOPE)
    return()
  endif()
  foreach(ending .sh "")
    if(EXISTS "${dir}/${name}${ending}")
      set(${command} "${dir}/${name}${ending}" PARENT_SCOPE)
      set(${source} "${dir}/${name}${ending}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "exeunt_add_scenarios: ${name}.golden has no program ${name}.cpp, .c, .py or .sh in ${dir}")
endfunction()

# Every source has its golden.
function(_exeunt_require_goldens dir goldens)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE "${dir}" "${dir}/*.cpp" "${dir}/*.cc" "${dir}/*.c" "${dir}/*.py")
  foreach(source IN LISTS sources)
    string(REGEX REPLACE "\\.[a-z]+$" "" name "${source}")
    if(NOT source MATCHES "^support/" AND NOT EXISTS "${goldens}/${name}.golden")
      message(FATAL_ERROR "exeunt_add_scenarios: ${dir}/${source} has no ${goldens}/${name}.golden; write one, or "
        "keep shared code in ${dir}/support")
    endif()
  endforeach()
endfunction()

function(exeunt_add_scenarios)
  cmake_parse_arguments(PARSE_ARGV 0 ARG "" "DIR;GOLDENS;PREFIX;IMPLEMENTATION;TIMEOUT" "START_METHODS;STDIO;LINK;LABELS")
  if(ARG_UNPARSED_ARGUMENTS OR NOT ARG_DIR)
    message(FATAL_ERROR "exeunt_add_scenarios: DIR <folder> is needed; not understood: '${ARG_UNPARSED_ARGUMENTS}'")
  endif()
  get_filename_component(dir "${ARG_DIR}" ABSOLUTE)
  set(goldens "${dir}")
  if(ARG_GOLDENS)
    get_filename_component(goldens "${ARG_GOLDENS}" ABSOLUTE)
  endif()
  if(NOT ARG_PREFIX)
    get_filename_component(ARG_PREFIX "${dir}" NAME)
  endif()
  # The library's fork server is a helper, and no process of the program's.
  if(NOT ARG_IMPLEMENTATION AND "exeunt::process" IN_LIST ARG_LINK)
    set(ARG_IMPLEMENTATION reference)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 30)
  endif()
  set(options --color never --timeout ${ARG_TIMEOUT})
  if(ARG_STDIO)
    string(JOIN "," modes ${ARG_STDIO})
    list(APPEND options --stdio ${modes})
  endif()
  if(ARG_IMPLEMENTATION)
    list(APPEND options --implementation ${ARG_IMPLEMENTATION})
  endif()

  file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE "${goldens}" "${goldens}/*.golden")
  if(NOT found)
    message(FATAL_ERROR "exeunt_add_scenarios: there is no golden in ${goldens}")
  endif()
  _exeunt_require_goldens("${dir}" "${goldens}")
  set(labels scenario ${ARG_PREFIX} ${ARG_LABELS})
  math(EXPR limit "4 * ${ARG_TIMEOUT} + ${_exeunt_spare_seconds}")
  foreach(golden IN LISTS found)
    string(REGEX REPLACE "\\.golden$" "" name "${golden}")
    _exeunt_program("${dir}" "${name}" "${ARG_PREFIX}" "${ARG_LINK}" command source)
    _exeunt_told_start_methods("${source}" methods)
    if(methods STREQUAL "UNTOLD")
      set(methods ${ARG_START_METHODS})
    elseif(methods STREQUAL "NONE")
      set(methods "")
    endif()
    set(tests "")
    foreach(method IN LISTS methods)
      add_test(NAME "${ARG_PREFIX}/${name}/${method}"
        COMMAND exeunt::exeunt check ${options} --start-method ${method} "${goldens}/${golden}" -- ${command})
      list(APPEND tests "${ARG_PREFIX}/${name}/${method}")
    endforeach()
    if(NOT methods)
      add_test(NAME "${ARG_PREFIX}/${name}"
        COMMAND exeunt::exeunt check ${options} "${goldens}/${golden}" -- ${command})
      set(tests "${ARG_PREFIX}/${name}")
    endif()
    set_tests_properties(${tests} PROPERTIES
      LABELS "${labels}" SKIP_RETURN_CODE 77 TIMEOUT ${limit})
  endforeach()
endfunction()
