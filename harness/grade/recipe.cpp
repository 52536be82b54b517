#include "grade/recipe.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "suite/python.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

struct Ending {
  std::string_view text;
  Language language;
};
constexpr std::array<Ending, 7> endings{{{".c", Language::c},
                                         {".cpp", Language::cpp},
                                         {".cc", Language::cpp},
                                         {".cxx", Language::cpp},
                                         {".C", Language::cpp},
                                         {".py", Language::python},
                                         {".sh", Language::shell}}};

std::optional<Language> language_of(const std::string& file) {
  for (const Ending& ending : endings) {
    if (file.size() > ending.text.size() && file.ends_with(ending.text)) return ending.language;
  }
  return std::nullopt;
}

bool allowed(const BuildPlan& plan, Language language) {
  return plan.language == Language::automatic || plan.language == language;
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(fs::symlink_status(path, error));
}

// The program's own file: NAME with an ending, or the only source file there is.
std::string source_of(const BuildPlan& plan, const std::string& program, const fs::path& folder, bool alone) {
  for (const Ending& ending : endings) {
    if (allowed(plan, ending.language) && is_file(folder / (program + std::string(ending.text))))
      return program + std::string(ending.text);
  }
  if (!alone) return {};
  std::vector<std::string> sources;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    const std::optional<Language> language = language_of(name);
    if (language && allowed(plan, *language) && is_file(entry.path())) sources.push_back(name);
  }
  return sources.size() == 1 ? sources.front() : std::string();
}

// "./NAME": a name that begins with a dash or an @ is no option.
std::string as_argument(const std::string& file) {
  return "./" + file;
}

BuildStep compile(const BuildPlan& plan, Language language, const std::vector<std::string>& sources,
                  const std::string& program) {
  BuildStep step;
  const bool cpp = language == Language::cpp;
  step.argv = {cpp ? "/usr/bin/g++" : "/usr/bin/gcc", cpp ? "-std=gnu++20" : "-std=gnu17", "-O1",
               "-fdiagnostics-color=never", "-fmax-errors=20"};
  step.argv.insert(step.argv.end(), plan.flags.begin(), plan.flags.end());
  step.argv.insert(step.argv.end(), {"-o", as_argument(program)});
  for (const std::string& source : sources)
    step.argv.push_back(as_argument(source));
  step.argv.emplace_back("-pthread");
  step.makes = program;
  return step;
}

Recipe compiled(const BuildPlan& plan, Language language, const std::vector<std::string>& sources,
                const std::string& program) {
  return {compile(plan, language, sources, program), {}, program, true, {}};
}

// A script says which shell it is written for.
std::string shell_of(const fs::path& script) {
  std::ifstream file(script);
  std::string first;
  std::getline(file, first);
  const bool bash = first.starts_with("#!") && first.find("bash") != std::string::npos;
  return bash ? "/bin/bash" : "/bin/sh";
}

// A sandbox shows what lies in /usr; whatever else may stand first on the PATH it does not.
std::optional<fs::path> python_of_system() {
  for (const char* path : {"/usr/bin/python3", "/usr/local/bin/python3"}) {
    if (is_program(path)) return path;
  }
  return find_python("python3");
}

Recipe interpreted(Language language, const std::string& file, const fs::path& folder) {
  Recipe recipe;
  recipe.file = file;
  if (language == Language::shell) {
    recipe.interpreter = {shell_of(folder / file)};
    return recipe;
  }
  const std::optional<fs::path> python = python_of_system();
  if (!python) return {.missing = "there is no python3 on this machine to run " + visible(file)};
  recipe.interpreter = {python->string(), "-E", "-s", "-B"};
  return recipe;
}

Recipe of_listed_sources(const BuildPlan& plan, const ProgramSources& program, const fs::path& folder) {
  bool cpp = false;
  for (const std::string& source : program.sources) {
    if (!is_file(folder / source)) return {.missing = "the file " + visible(source) + " is missing"};
    cpp = cpp || language_of(source) == Language::cpp;
  }
  const std::optional<Language> first = language_of(program.sources.front());
  if (first == Language::python || first == Language::shell)
    return interpreted(*first, program.sources.front(), folder);
  return compiled(plan, cpp ? Language::cpp : Language::c, program.sources, program.name);
}

std::string wanted_files(const BuildPlan& plan, const std::string& program) {
  std::string text;
  for (const Ending& ending : endings) {
    if (!allowed(plan, ending.language) || ending.text == ".cc" || ending.text == ".cxx" ||
        ending.text == ".C")
      continue;
    text += (text.empty() ? "" : " or ") + program + std::string(ending.text);
  }
  return text;
}

}  // namespace

std::optional<BuildStep> whole_build(const BuildPlan& plan) {
  BuildStep step;
  if (plan.language == Language::make) {
    step.argv = {"/usr/bin/make", "-s"};
    step.argv.insert(step.argv.end(), plan.targets.begin(), plan.targets.end());
    return step;
  }
  if (plan.language != Language::cmake) return std::nullopt;
  std::string build = "cmake --build build";
  for (const std::string& target : plan.targets)
    build += " --target '" + target + "'";
  step.argv = {"/bin/sh", "-e", "-c",
               "cmake -S . -B build -DCMAKE_BUILD_TYPE=Release >build.log || { cat build.log; exit 1; }; " +
                   build + " >build.log || { cat build.log; exit 1; }"};
  return step;
}

Recipe recipe_for(const BuildPlan& plan, const std::string& program, const fs::path& folder, bool alone) {
  if (plan.language == Language::make) return {.file = program, .is_built = true};
  if (plan.language == Language::cmake) return {.file = "build/" + program, .is_built = true};
  if (plan.language == Language::prebuilt) {
    if (is_file(folder / program)) return {.file = program};
    return {.missing = "the program " + visible(program) + " is missing"};
  }
  for (const ProgramSources& listed : plan.programs) {
    if (listed.name == program) return of_listed_sources(plan, listed, folder);
  }
  const std::string source = source_of(plan, program, folder, alone);
  if (source.empty()) return {.missing = "the file " + wanted_files(plan, program) + " is missing"};
  const Language language = language_of(source).value_or(Language::c);
  if (language == Language::c || language == Language::cpp)
    return compiled(plan, language, {source}, program);
  return interpreted(language, source, folder);
}

std::string missing_file(const BuildPlan& plan, const fs::path& folder) {
  for (const std::string& file : plan.required) {
    if (!fs::exists(folder / file)) return file;
  }
  return {};
}

}  // namespace harness
