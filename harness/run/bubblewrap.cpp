// How the world of a stranger's program is made. Order matters: what is mounted later lies over what was
// mounted before, and every file system that can be written is either sized or made read-only at the end.
//
// bubblewrap cannot be the process that the program's orphans come to: it would fold signals into exit codes
// and lose what orphans end with. Therefore our own shim is process 1. --new-session is the shim's to do.
#include "run/bubblewrap.hpp"

#include <array>

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::array top_folders{"/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"};

// Programs are found by these: the linker's cache, and the links behind cc and c++.
constexpr std::array shared_settings{"/etc/ld.so.cache", "/etc/alternatives"};

constexpr std::array sealed_off{"--unshare-user",   "--unshare-pid",    "--unshare-ipc",
                                "--unshare-net",    "--unshare-uts",    "--unshare-cgroup-try",
                                "--disable-userns", "--die-with-parent"};

class Command {
 public:
  explicit Command(const fs::path& bwrap) { words_.push_back(bwrap.string()); }

  template <class... Words>
  Command& add(const Words&... words) {
    (words_.emplace_back(words), ...);
    return *this;
  }

  Command& tmpfs(const std::string& path, std::uint64_t bytes) {
    return add("--size", std::to_string(bytes), "--tmpfs", path);
  }

  std::vector<std::string> words() && { return std::move(words_); }

 private:
  std::vector<std::string> words_;
};

void show_system(Command& command, const std::vector<SystemFolder>& folders) {
  command.add("--ro-bind", "/usr", "/usr");
  for (const SystemFolder& folder : folders) {
    if (folder.link_target.empty()) {
      command.add("--ro-bind", folder.path, folder.path);
    } else {
      command.add("--symlink", folder.link_target, folder.path);
    }
  }
  for (const char* path : shared_settings)
    command.add("--ro-bind-try", path, path);
}

// Whether something that is shown would show `path` too, and where.
std::vector<std::string> places_of(const fs::path& path, const SandboxPolicy& policy) {
  std::vector<Bind> shown = policy.visible;
  shown.push_back({"/usr", "/usr"});
  std::vector<std::string> places;
  for (const Bind& bind : shown) {
    std::error_code error;
    const fs::path below = path.lexically_relative(fs::canonical(bind.source, error));
    if (below.empty() || *below.begin() == "..") continue;
    places.push_back((fs::path(bind.target) / below).lexically_normal().string());
  }
  return places;
}

void hide(Command& command, const SandboxPolicy& policy) {
  for (const fs::path& path : policy.hidden) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) continue;  // what is not there need not be hidden
    for (const std::string& place : places_of(real, policy)) {
      if (fs::is_directory(real, error)) {
        command.tmpfs(place, 4096).add("--remount-ro", place);
      } else {
        command.add("--ro-bind", "/dev/null", place);
      }
    }
  }
}

}  // namespace

std::vector<SystemFolder> system_folders() {
  std::vector<SystemFolder> folders;
  for (const char* path : top_folders) {
    std::error_code error;
    if (fs::is_symlink(path)) {
      folders.push_back({path, fs::read_symlink(path, error).string()});
    } else if (fs::is_directory(path, error)) {
      folders.push_back({path, {}});
    }
  }
  return folders;
}

std::vector<std::string> bubblewrap_command(const fs::path& bwrap, const SandboxPolicy& policy,
                                            const std::vector<SystemFolder>& folders,
                                            const std::vector<std::string>& program) {
  Command command(bwrap);
  for (const char* word : sealed_off)
    command.add(word);
  command.add("--cap-drop", "ALL", "--uid", "1000", "--gid", "1000", "--hostname", "exeunt");
  show_system(command, folders);
  command.add("--proc", "/proc", "--dev", "/dev");
  command.tmpfs("/dev/shm", policy.limits.shared_bytes).add("--remount-ro", "/dev");
  command.tmpfs(sandbox_base, policy.limits.disk_bytes);
  for (const Bind& bind : policy.visible)
    command.add("--ro-bind", bind.source.string(), bind.target);
  hide(command, policy);
  command.add("--remount-ro", "/", "--chdir", sandbox_base, "--as-pid-1", "--");
  for (const std::string& word : program)
    command.add(word);
  return std::move(command).words();
}

}  // namespace harness
