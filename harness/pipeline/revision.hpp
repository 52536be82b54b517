#pragma once

#include "model/suite_revision.hpp"
#include "pipeline/run.hpp"

namespace harness {

/// The git commit of the suite, and whether its scenarios and goldens differ from it. Nothing where git or
/// the repository is missing, or does not answer within two seconds. And what the programs are made for: with
/// the platform and the emulator that the request names.
SuiteRevision revision_of(const RunRequest& request);

/// What `git status --porcelain=v2 --branch` tells.
SuiteRevision parse_git_status(std::string_view text);

}  // namespace harness
