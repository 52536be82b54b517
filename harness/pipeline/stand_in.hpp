#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "model/start_method.hpp"
#include "pipeline/interpreter.hpp"
#include "support/temporary_folder.hpp"

namespace harness {

/// A module in the place of multiprocessing, and the twins that import it: a copy of the suite's Python
/// programs in which the import statements name the module. So it has its place before the first import, in
/// the children too, and a module that wraps multiprocessing still finds it.
struct StandIn {
  std::string module{};                        ///< as it is imported: "billiard"
  std::string version{};                       ///< as it names itself; empty where it does not
  std::vector<std::string> packages{};         ///< whose fork servers and trackers serve it
  std::vector<std::string> paths{};            ///< what programs need in PYTHONPATH to find it
  std::set<StartMethod> methods{};             ///< that it has
  std::map<std::string, std::string> lacks{};  ///< twin, relative to the suite, to a name it imports in vain
  std::filesystem::path scenarios{};           ///< the suite that was copied
  std::shared_ptr<const TemporaryFolder> copy{};

  /// The copy of a program of the suite.
  std::filesystem::path program_for(const std::filesystem::path& twin) const;
  /// Why the module cannot execute this program; empty: it can.
  std::string why_not(const std::filesystem::path& twin) const;
};

/// @param module  dotted names are allowed: "torch.multiprocessing".
/// @throws CannotJudge where the interpreter has no such module, or it is no multiprocessing: which, why and
/// what to do.
StandIn make_stand_in(const Interpreter& interpreter, const std::string& module,
                      const std::filesystem::path& scenarios);

}  // namespace harness
