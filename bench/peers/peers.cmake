# Libraries that start processes too. Each that is here becomes a subject; the others are named with the reason.
set(bench_peers "")

macro(peer_absent name reason)
  string(APPEND bench_peers "    {\"${name}\", \"${reason}\"},\n")
endmacro()

macro(peer_present name)
  string(APPEND bench_peers "    {\"${name}\", \"\"},\n")
endmacro()

find_package(Boost 1.81 QUIET COMPONENTS filesystem)
set(boost_peer Boost::filesystem)
if(Boost_FOUND AND Boost_VERSION VERSION_GREATER_EQUAL 1.86)  # Process v2 is a library of its own
  find_package(Boost 1.81 QUIET COMPONENTS filesystem process)
  list(APPEND boost_peer Boost::process)
endif()
if(Boost_FOUND)
  foreach(version 1 2)
    bench_subject_program(boost_v${version} SOURCES peers/boost_v${version}.cpp LINKS ${boost_peer})
    peer_present(boost_v${version})
  endforeach()
else()
  peer_absent(boost_v1 "Boost 1.81 (libboost1.81-dev, libboost-filesystem1.81-dev) is not installed")
  peer_absent(boost_v2 "Boost 1.81 (libboost1.81-dev, libboost-filesystem1.81-dev) is not installed")
endif()

find_package(PkgConfig QUIET)
macro(peer_by_pkg_config name module package)
  if(PkgConfig_FOUND)
    pkg_check_modules(${name} QUIET IMPORTED_TARGET ${module})
  endif()
  if(${name}_FOUND)
    bench_subject_program(${name} SOURCES peers/${name}.cpp LINKS PkgConfig::${name})
    peer_present(${name})
  else()
    peer_absent(${name} "${package} is not installed")
  endif()
endmacro()
peer_by_pkg_config(libuv libuv libuv1-dev)
peer_by_pkg_config(glib glib-2.0 libglib2.0-dev)

find_package(Qt6 QUIET COMPONENTS Core)
if(Qt6_FOUND)
  bench_subject_program(qt SOURCES peers/qt.cpp LINKS Qt6::Core)
  peer_present(qt)
else()
  peer_absent(qt "qt6-base-dev is not installed")
endif()

file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/peers_found.hpp" CONTENT
"#pragma once

namespace bench {

/// Libraries to compare with; with a reason where a library is not here.
struct FoundPeer {
  const char* name;
  const char* absent;
};
inline constexpr FoundPeer found_peers[] = {
${bench_peers}};

}  // namespace bench
")
