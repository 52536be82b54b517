#include <exeunt/archive.hpp>

#include <cstring>

#include <exeunt/error.hpp>

#include "descriptor.hpp"
#include "executable.hpp"

namespace exeunt::detail {

void Encoder::handle(native_handle given) {
  size(handles_.size());
  handles_.push_back(given);
}

void Encoder::function(Function code) {
  const std::uintptr_t offset = offset_of_function(code);
  bytes(&offset, sizeof offset);
}

Decoder::Decoder(std::string_view data, std::vector<native_handle> handles)
    : rest_(data), handles_(std::move(handles)) {}

Decoder::~Decoder() {
  for (const native_handle handle : handles_)
    UniqueFd(handle).reset();
}

void Decoder::bytes(void* data, std::size_t size) {
  if (size > rest_.size()) throw RuntimeError("what crossed to this process is incomplete");
  std::memcpy(data, rest_.data(), size);
  rest_.remove_prefix(size);
}

std::size_t Decoder::size() {
  std::size_t count = 0;
  bytes(&count, sizeof count);
  return count;
}

std::string Decoder::text() {
  const std::size_t length = size();
  if (length > rest_.size()) throw RuntimeError("what crossed to this process is incomplete");
  std::string text(rest_.substr(0, length));
  rest_.remove_prefix(length);
  return text;
}

native_handle Decoder::handle() {
  const std::size_t index = size();
  if (index >= handles_.size()) throw RuntimeError("what crossed to this process is incomplete");
  return std::exchange(handles_[index], no_handle);
}

Function Decoder::function() {
  std::uintptr_t offset = 0;
  bytes(&offset, sizeof offset);
  return function_at_offset(offset);
}

}  // namespace exeunt::detail
