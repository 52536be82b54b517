# Writes what the command EXEUNT says of itself into DIR.
function(write_what_it_says file)
  execute_process(COMMAND ${EXEUNT} ${ARGN} OUTPUT_VARIABLE text RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${EXEUNT} ${ARGN}: ${status}")
  endif()
  file(WRITE "${DIR}/${file}" "${text}")
endfunction()

execute_process(COMMAND ${EXEUNT} --help=options OUTPUT_VARIABLE commands COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n]+" commands "${commands}")
write_what_it_says(man1/exeunt.1 --help=man)
foreach(line IN LISTS commands)
  string(REGEX REPLACE "\t.*" "" command "${line}")
  write_what_it_says(man1/exeunt-${command}.1 ${command} --help=man)
endforeach()

# Writes a page of section 5 out of docs/NAME.md, where LOWDOWN is.
function(write_format name summary)
  file(READ "${DOCS}/${name}.md" text)
  string(REGEX REPLACE "^# [^\n]*\n" "# NAME\n\nexeunt-${name} - ${summary}\n\n# DESCRIPTION\n" text "${text}")
  file(WRITE "${DIR}/${name}.md" "${text}")
  execute_process(COMMAND ${LOWDOWN} -s -t man -M title=exeunt-${name} -M section=5 "${DIR}/${name}.md"
    OUTPUT_VARIABLE page COMMAND_ERROR_IS_FATAL ANY)
  file(WRITE "${DIR}/man5/exeunt-${name}.5" "${page}")
endfunction()
if(LOWDOWN)
  write_format(golden "what a program is expected to do")
  write_format(assignment "what is asked of a class, and how it is graded")
endif()

write_what_it_says(exeunt.bash completions bash)
write_what_it_says(_exeunt completions zsh)
write_what_it_says(exeunt.fish completions fish)
