#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <exeunt/platform.hpp>

// How values are written down to cross to a process of the same executable, and read there. The form may
// change with every build, and both sides are always the same build. A program uses write() and read() alone.

namespace exeunt::detail {

using Function = void (*)();

/// Collects what crosses: bytes, and descriptors for the other side to own copies of.
class Encoder {
 public:
  /// One after another. Text of any kind is read as std::string. @throws what a Crossing of the program's
  /// throws.
  template <class... T>
  void write(const T&... values);

  void bytes(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }
  void size(std::size_t count) { bytes(&count, sizeof count); }
  void text(std::string_view text) {
    size(text.size());
    bytes(text.data(), text.size());
  }
  /// The descriptor stays the caller's and must live until the start is over.
  void handle(native_handle given);
  /// @throws  TypeError  when the function is not in the program's own executable.
  void function(Function code);

  const std::string& data() const { return bytes_; }
  const std::vector<native_handle>& handles() const { return handles_; }

 private:
  template <class T>
  void write_one(const T& value);

  std::string bytes_;
  std::vector<native_handle> handles_;
};

/// Reads what an Encoder wrote, in the same order. Owns the descriptors that have not been taken yet.
class Decoder {
 public:
  Decoder(std::string_view data, std::vector<native_handle> handles);
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  /// The next value.
  /// @throws  RuntimeError  when there is none.
  template <class T>
  T read();

  /// @throws  RuntimeError  when there is less than that.
  void bytes(void* data, std::size_t size);
  std::size_t size();
  std::string text();
  /// The caller owns it from here on.
  native_handle handle();
  Function function();

 private:
  std::string_view rest_;
  std::vector<native_handle> handles_;
};

}  // namespace exeunt::detail
