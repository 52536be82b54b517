#pragma once

#include <string>

#include "latency/subject_process.hpp"

namespace bench {

inline constexpr const char* methods[] = {"fork", "spawn", "forkserver"};

/// The subject with the library, in one of its builds: static, dynamic, static_large, dynamic_large.
Subject library_subject(const std::string& build, std::vector<std::string> surroundings = {});

/// Each start method: start() alone, join() alone, both; beside the floor of each.
void register_methods();
/// The same against the parent's memory, descriptors, threads, children and the executable.
void register_sweeps();
/// Other libraries starting a program, and other languages' start methods.
void register_peers();

}  // namespace bench
