# Registers a folder of scenarios with CTest: one test per scenario and start method, labelled by chapter. The
# folder is the index; a scenario's own opening comment says which start methods it has.

# Sets `out` to the start methods of a scenario; empty where it starts no process.
function(exeunt_start_methods source out)
  set(methods fork spawn forkserver)
  file(STRINGS ${source} line REGEX "^(//|#) *Start methods:" LIMIT_COUNT 1)
  if(line)
    string(REGEX REPLACE "^.*Start methods: *" "" methods "${line}")
    string(REGEX REPLACE ", *" ";" methods "${methods}")
    if(methods STREQUAL "none")
      set(methods "")
    endif()
  endif()
  set(${out} "${methods}" PARENT_SCOPE)
endfunction()

function(exeunt_add_scenario_test test chapter)
  add_test(NAME ${test} COMMAND exeunt run ${ARGN} --quiet --color never)
  # The command has limits of its own, and needs its time to clean up.
  set_tests_properties(${test} PROPERTIES LABELS "scenario;${chapter}" SKIP_RETURN_CODE 77 TIMEOUT 300)
endfunction()

# A scenario is run on a terminal and on a pipe by each of its tests.
function(exeunt_add_scenario_tests root)
  file(GLOB sources CONFIGURE_DEPENDS RELATIVE ${root} ${root}/*/*.cpp)
  list(FILTER sources EXCLUDE REGEX "^support/")
  foreach(source IN LISTS sources)
    string(REGEX REPLACE "\\.cpp$" "" name ${source})
    get_filename_component(chapter ${name} DIRECTORY)
    exeunt_start_methods(${root}/${source} methods)
    foreach(method IN LISTS methods)
      exeunt_add_scenario_test(${name}/${method} ${chapter} ${name} --start-method ${method})
    endforeach()
    if(NOT methods)
      exeunt_add_scenario_test(${name} ${chapter} ${name})
    endif()
    list(APPEND chapters ${chapter})
  endforeach()
  # The oracle is judged by the same goldens, a chapter at a time.
  list(REMOVE_DUPLICATES chapters)
  foreach(chapter IN LISTS chapters)
    file(GLOB twins CONFIGURE_DEPENDS ${root}/${chapter}/*.py)
    if(NOT twins)
      continue()
    endif()
    exeunt_add_scenario_test(cpython/${chapter} cpython ${chapter}/* --implementation cpython)
  endforeach()
endfunction()
