#include "pipeline/goldens.hpp"

#include "support/file.hpp"

namespace harness {
namespace {

LoadedGolden read_golden(const std::filesystem::path& path) {
  LoadedGolden loaded;
  if (!std::filesystem::exists(path)) {
    loaded.missing = true;
    loaded.error = path.string() + ": there is no golden; make it with: exeunt accept";
    return loaded;
  }
  try {
    loaded.golden = parse_golden(read_file(path), path);
  } catch (const CannotJudge& error) {
    loaded.error = error.what();
  }
  return loaded;
}

}  // namespace

std::shared_ptr<const LoadedGolden> Goldens::load(const std::filesystem::path& path) {
  const auto known = loaded_.find(path.native());
  if (known != loaded_.end()) return known->second;
  if (order_.size() == most_kept) {
    loaded_.erase(order_.front());
    order_.pop_front();
  }
  order_.push_back(path.native());
  return loaded_[path.native()] = std::make_shared<const LoadedGolden>(read_golden(path));
}

}  // namespace harness
