# Manual pages and completions, written by the command itself from the options that its --help explains, when it is
# installed.
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "no manual pages: the command cannot be run here")
  return()
endif()

find_program(EXEUNT_LOWDOWN lowdown)
mark_as_advanced(EXEUNT_LOWDOWN)
if(NOT EXEUNT_LOWDOWN)
  message(STATUS "no manual pages of formats: they are made by lowdown")
endif()

set(manuals_dir "${PROJECT_BINARY_DIR}/manuals")
install(CODE "
set(EXEUNT \"$<TARGET_FILE:exeunt>\")
set(DIR \"${manuals_dir}\")
set(DOCS \"${PROJECT_SOURCE_DIR}/docs\")
if(EXISTS \"${EXEUNT_LOWDOWN}\")
  set(LOWDOWN \"${EXEUNT_LOWDOWN}\")
endif()
include(\"${PROJECT_SOURCE_DIR}/cmake/WriteManuals.cmake\")")
install(DIRECTORY "${manuals_dir}/man1" DESTINATION ${CMAKE_INSTALL_MANDIR})
if(EXEUNT_LOWDOWN)
  install(DIRECTORY "${manuals_dir}/man5" DESTINATION ${CMAKE_INSTALL_MANDIR})
endif()
install(FILES "${manuals_dir}/exeunt.bash" DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME exeunt)
install(FILES "${manuals_dir}/_exeunt" DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES "${manuals_dir}/exeunt.fish" DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
