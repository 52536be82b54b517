#include "pipeline/doctor.hpp"

#include "pipeline/implementation.hpp"
#include "pipeline/shim_path.hpp"

namespace harness {

std::vector<HostFact> examine() {
  std::vector<HostFact> facts = examine_host(shim_path());
  RunRequest request;
  request.implementations = {"cpython"};
  for (const Implementation& cpython : implementations_of(request)) {
    const bool works = cpython.missing.empty();
    facts.push_back({"judge the twins by CPython", works,
                     works ? cpython.interpreter.string() + " " + cpython.version_text : cpython.missing,
                     works ? std::string() : "apt-get install python3"});
  }
  return facts;
}

}  // namespace harness
