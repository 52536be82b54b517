# What `cmake --install` and CPack do before they install anything. Included before the first rule that installs.

# Installed programs carry no debug information; it stays with what was built.
install(CODE [[set(CMAKE_INSTALL_DO_STRIP TRUE)]])

# Nothing is installed by halves: where a target's files are missing, it is named, and the command that builds it.
function(exeunt_install_needs target files)
  install(CODE "
set(files \"${files}\")
foreach(file IN LISTS files)
  if(NOT EXISTS \"\${file}\")
    list(APPEND missing ${target})
    break()
  endif()
endforeach()")
endfunction()

exeunt_install_needs(exeunt_process "$<TARGET_FILE:exeunt_process>")
if(EXEUNT_HARNESS)
  foreach(program exeunt exeunt_shim exeunt_archive)
    exeunt_install_needs(${program} "$<TARGET_FILE:${program}>")
  endforeach()
endif()
if(EXEUNT_SCENARIOS)
  exeunt_install_needs(scenarios "$<TARGET_GENEX_EVAL:scenarios,$<TARGET_PROPERTY:scenarios,PROGRAMS>>")
endif()
install(CODE "
if(missing)
  list(JOIN missing \" \" missing)
  message(FATAL_ERROR \"exeunt cannot be installed yet: not built: \${missing}. What builds it:\n\"
    \"  cmake --build '${PROJECT_BINARY_DIR}' --target \${missing}\")
endif()")
