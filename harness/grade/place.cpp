#include "grade/place.hpp"

#include <algorithm>
#include <system_error>

#include "grade/digest.hpp"
#include "run/sandbox.hpp"
#include "support/errors.hpp"
#include "support/find_program.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr const char* submission_inside = "/submission";
constexpr const char* program_inside = "/program";

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// A folder of what was built, readable for the user that the sandbox runs as.
void open_for_all(const fs::path& folder) {
  fs::permissions(folder, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                              fs::perms::others_read | fs::perms::others_exec);
}

}  // namespace

Place::Place(fs::path root, bool sandboxed) : root_(std::move(root)), sandboxed_(sandboxed) {
  std::error_code error;
  fs::remove_all(root_, error);
  fs::create_directories(root_, error);
  if (error) throw CannotJudge("cannot make the folder " + root_.string() + ": " + error.message());
  open_for_all(root_);
}

fs::path Place::built(const std::string& of) const {
  Digest digest;
  digest.add(of);
  return root_ / ("built-" + digest.text().substr(0, 12));
}

Program Place::builder(const BuildStep& step, const std::string& of, const Limits& limits) const {
  Program program;
  program.kind = "build";
  program.settings.level = Level::adopt;
  program.settings.time_limit = limits.wall;
  if (sandboxed_) {
    program.argv = step.argv;
    SandboxPolicy policy;
    policy.limits = limits;
    policy.visible = {{submission(), submission_inside}};
    policy.copied_in = submission_inside;
    policy.take_out = true;
    program.sandbox = std::move(policy);
    return program;
  }
  std::error_code error;
  fs::copy(submission(), built(of), fs::copy_options::recursive, error);
  program.argv = {"/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", built(of).string()};
  program.argv.insert(program.argv.end(), step.argv.begin(), step.argv.end());
  return program;
}

bool Place::keep(const BuildStep& step, const std::string& of, const std::vector<TakenFile>& files) const {
  if (!sandboxed_) return step.makes.empty() || fs::exists(built(of) / step.makes);
  std::vector<TakenFile> kept;
  std::copy_if(files.begin(), files.end(), std::back_inserter(kept),
               [&](const TakenFile& file) { return step.makes.empty() || file.path == step.makes; });
  if (kept.empty()) return false;
  write_taken_files(kept, built(of));
  return true;
}

std::vector<std::string> Place::command(const Recipe& recipe, const std::string& of) const {
  std::vector<std::string> argv = recipe.interpreter;
  fs::path folder = recipe.is_built ? fs::path(program_inside) : fs::path(submission_inside);
  if (!sandboxed_) folder = recipe.is_built ? built(of) : submission();
  argv.push_back((folder / recipe.file).string());
  return argv;
}

bool Place::has(const Recipe& recipe, const std::string& of) const {
  const fs::path file = (recipe.is_built ? built(of) : submission()) / recipe.file;
  if (!fs::is_regular_file(file)) return false;
  return !recipe.interpreter.empty() || executable(file);
}

void Place::confine(Program& program, const std::string& of, const Limits& limits,
                    const std::vector<fs::path>& hidden) const {
  if (!sandboxed_) return;
  SandboxPolicy policy;
  policy.limits = limits;
  policy.visible = {{submission(), submission_inside}};
  if (fs::exists(built(of))) policy.visible.push_back({built(of), program_inside});
  policy.hidden = hidden;
  program.sandbox = std::move(policy);
}

std::string Place::without_host_paths(std::string text) const {
  for (const fs::directory_entry& entry : fs::directory_iterator(root_)) {
    const bool is_submission = entry.path() == submission();
    replace_all(text, entry.path().string(), is_submission ? submission_inside : program_inside);
  }
  replace_all(text, root_.string(), "");
  return text;
}

void Place::remove() const {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

}  // namespace harness
