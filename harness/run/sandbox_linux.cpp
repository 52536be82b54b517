// Whether the layers of the sandbox hold is found out from inside: by a program that is run in one, and says
// what the kernel tells it of itself.
#include "run/sandbox.hpp"

#include <unistd.h>

#include <string_view>

#include "run/control_groups.hpp"
#include "run/runner.hpp"
#include "run/sandbox_world.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

// What a confined program was told, or why none could be run.
struct Testimony {
  std::string told{};
  std::string refused{};
};

Testimony from_inside(const std::filesystem::path& shim) {
  Program program;
  program.argv = {"/usr/bin/cat", "/proc/self/status", "/proc/self/limits", "/proc/net/dev"};
  program.sandbox.emplace();
  program.settings.level = Level::adopt;
  Testimony testimony;
  try {
    Runner runner({shim, 1, std::nullopt});
    const Outcome outcome = runner.run_one(std::move(program)).value_or(Outcome{});
    testimony.refused = outcome.trouble;
    if (outcome.seen.start_failure)
      testimony.refused = errno_text(outcome.seen.start_failure->step, outcome.seen.start_failure->error);
    testimony.told = outcome.seen.out;
  } catch (const CannotJudge& error) {
    testimony.refused = error.what();
  }
  return testimony;
}

// "a\tb   c" has the words "a b c".
bool says(std::string_view told, std::string_view words) {
  std::string single_spaced;
  for (const char c : told) {
    const bool space = c == ' ' || c == '\t';
    if (space && single_spaced.ends_with(' ')) continue;
    single_spaced += space ? ' ' : c;
  }
  return single_spaced.find(words) != std::string::npos;
}

SandboxLayer needed(const std::string& name, bool in_force, const std::string& by, const std::string& why_not,
                    const std::string& remedy) {
  return {name, in_force, true, in_force ? by : why_not, in_force ? std::string() : remedy};
}

SandboxLayer own_user(const Testimony& inside) {
  const bool root = ::geteuid() == 0;
  const std::string by =
      root ? "users " + std::to_string(SandboxWorld::first_user) + " and up, one for each run"
           : "the harness's own, in a user namespace: it owns what it owns outside";
  return needed("a user without rights", says(inside.told, "CapEff: 0000000000000000"), by, inside.refused,
                "");
}

SandboxLayer namespaces(const Testimony& inside) {
  return needed("a world of its own (processes, files, users)", inside.refused.empty(), "bubblewrap",
                inside.refused,
                "apt-get install bubblewrap; allow user namespaces: sysctl user.max_user_namespaces=10000, "
                "kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0");
}

// On the host's own loopback something has always passed.
SandboxLayer network(const Testimony& inside) {
  return needed("no network", says(inside.told, "lo: 0 0 "), "a network namespace with nothing in it",
                inside.refused, "");
}

SandboxLayer filter(const Testimony& inside) {
  const bool in_force = says(inside.told, "Seccomp: 2") && says(inside.told, "NoNewPrivs: 1");
  return needed("a filter of system calls", in_force, "seccomp, installed just before the program begins",
                inside.refused, "a kernel with CONFIG_SECCOMP_FILTER");
}

SandboxLayer resources(const Testimony& inside) {
  const bool in_force =
      says(inside.told, "Max cpu time 3 4 ") && says(inside.told, "Max core file size 0 0 ");
  return needed("limits of each process", in_force, "resource limits", inside.refused, "");
}

SandboxLayer groups() {
  const ControlGroups groups;
  const std::string& refused = groups.refused();
  SandboxLayer layer{"limits of all processes together", refused.empty(), false, {}, {}};
  layer.detail = refused.empty()
                     ? groups.detail()
                     : refused + "; the shim looks 20 times a second instead, and counts processes";
  if (!refused.empty())
    layer.remedy = "delegate a group to this user: systemd-run --user --scope -p Delegate=yes";
  return layer;
}

}  // namespace

std::vector<SandboxLayer> sandbox_layers(const std::filesystem::path& shim) {
  const Testimony inside = from_inside(shim);
  return {namespaces(inside), own_user(inside), network(inside), filter(inside), resources(inside), groups()};
}

std::string why_no_sandbox(const std::vector<SandboxLayer>& layers) {
  std::string why;
  for (const SandboxLayer& layer : layers) {
    if (layer.in_force || !layer.needed) continue;
    why += why.empty() ? "" : "; ";
    why += layer.name + " is not to be had: " + layer.detail;
    if (!layer.remedy.empty()) why += "; what mends it: " + layer.remedy;
  }
  return why;
}

}  // namespace harness
