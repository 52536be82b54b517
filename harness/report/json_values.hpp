#pragma once

#include <string>

#include "json/json.hpp"
#include "model/case.hpp"
#include "model/suite_revision.hpp"
#include "report/platform.hpp"

namespace harness {

/// Sets `key` to `bytes`; bytes that are not UTF-8 as JsonLines documents.
void set_text(Json& object, const std::string& key, const std::string& bytes);

Json to_json(const Platform& platform);
Json to_json(const SuiteRevision& suite);
Json to_json(const Process& process);
Json to_json(const Event& event, std::size_t seq);
Json to_json(const Difference& difference);
Json to_json(const CaseResult& result);

}  // namespace harness
