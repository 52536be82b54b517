# What `cmake --install` puts where, and the packages that CPack makes of it. Everything finds the rest by
# where it lies itself, so that the whole can be moved.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/exeunt")

install(TARGETS exeunt_process EXPORT exeuntTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY "${PROJECT_SOURCE_DIR}/process/include/" DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

if(EXEUNT_HARNESS)
  install(TARGETS exeunt EXPORT exeuntTargets RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(TARGETS exeunt_shim exeunt_archive RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/exeunt)
  include(ExeuntManuals)
endif()

if(EXEUNT_SCENARIOS)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/scenarios" DESTINATION ${CMAKE_INSTALL_DATADIR}/exeunt
    FILES_MATCHING PATTERN "*.cpp" PATTERN "*.hpp" PATTERN "*.py" PATTERN "*.md" PATTERN "__pycache__" EXCLUDE)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/expected" DESTINATION ${CMAKE_INSTALL_DATADIR}/exeunt)
endif()

# For builds without CMake. As long as the folders lie within the prefix, the whole can be moved.
file(RELATIVE_PATH pc_up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" pc_up "${pc_up}")
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(pc_prefix "${CMAKE_INSTALL_PREFIX}")
else()
  set(pc_prefix "\${pcfiledir}/${pc_up}")
endif()
cmake_path(APPEND pc_libdir "\${prefix}" "${CMAKE_INSTALL_LIBDIR}")
cmake_path(APPEND pc_includedir "\${prefix}" "${CMAKE_INSTALL_INCLUDEDIR}")
configure_file("${PROJECT_SOURCE_DIR}/cmake/exeunt.pc.in" "${PROJECT_BINARY_DIR}/exeunt.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/exeunt.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(EXPORT exeuntTargets NAMESPACE exeunt:: DESTINATION ${package_dir})
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/exeuntConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/exeuntConfig.cmake" INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/exeuntConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/exeuntConfig.cmake" "${PROJECT_BINARY_DIR}/exeuntConfigVersion.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/ExeuntAddScenarios.cmake" DESTINATION ${package_dir})
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/README.md" DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs" DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md" PATTERN "*.svg")

if(NOT PROJECT_IS_TOP_LEVEL)
  return()  # the package is the other project's
endif()
set(CPACK_PACKAGE_NAME exeunt)
set(CPACK_PACKAGE_CONTACT "exeunt maintainers <maintainers@users.noreply.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_GENERATOR TGZ DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "python3, cmake")
include(CPack)
