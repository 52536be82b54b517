# Manual pages and completions, written by the command itself from the options that its --help explains.
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "no manual pages: the command cannot be run here")
  return()
endif()

set(manuals_dir "${PROJECT_BINARY_DIR}/manuals")
add_custom_command(OUTPUT "${manuals_dir}/stamp"
  COMMAND ${CMAKE_COMMAND} -DEXEUNT=$<TARGET_FILE:exeunt> -DDIR=${manuals_dir} -P ${PROJECT_SOURCE_DIR}/cmake/WriteManuals.cmake
  DEPENDS exeunt "${PROJECT_SOURCE_DIR}/cmake/WriteManuals.cmake"
  COMMENT "Writing manual pages and completions")
add_custom_target(manuals ALL DEPENDS "${manuals_dir}/stamp")

install(DIRECTORY "${manuals_dir}/man1" DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES "${manuals_dir}/exeunt.bash" DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME exeunt)
install(FILES "${manuals_dir}/_exeunt" DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES "${manuals_dir}/exeunt.fish" DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
