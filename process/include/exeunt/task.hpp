#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <utility>

#include <exeunt/archive.hpp>
#include <exeunt/crossing.hpp>

// What a Process runs: its target with its arguments, of which the library knows only this much.

namespace exeunt::detail {

class Task {
 public:
  using Restore = std::unique_ptr<Task> (*)(Decoder&);

  virtual ~Task() = default;
  virtual void run() = 0;
  /// Writes it down for restore(); @throws TypeError when target or arguments cannot cross.
  virtual void encode(Encoder& out) const = 0;
  virtual Restore restore() const = 0;
};

[[noreturn]] void target_does_not_cross(const std::type_info& type);
[[noreturn]] void argument_does_not_cross(std::size_t position, const std::type_info& type);

/// Text is kept as a std::string, so that it outlives whatever it pointed into.
template <class T>
inline constexpr bool is_borrowed_text =
    std::is_same_v<T, const char*> || std::is_same_v<T, char*> || std::is_same_v<T, std::string_view>;
template <class T>
using Stored = std::conditional_t<is_borrowed_text<T>, std::string, T>;

template <class T>
inline constexpr bool is_function_pointer =
    std::is_pointer_v<T>&& std::is_function_v<std::remove_pointer_t<T>>;
/// A captureless lambda, for one: it can be made anew on the other side.
template <class T>
inline constexpr bool is_stateless = std::is_empty_v<T>&& std::is_default_constructible_v<T>;

template <class Given>
decltype(auto) as_given(Stored<Given>& stored) {
  if constexpr (std::is_same_v<Given, std::string_view>) {
    return std::string_view(stored);
  } else if constexpr (is_borrowed_text<Given>) {
    return static_cast<Given>(stored.data());
  } else if constexpr (std::is_copy_constructible_v<Given>) {
    return Given(stored);
  } else {
    return std::move(stored);
  }
}

template <class F, class... Args>
class BoundTask final : public Task {
 public:
  BoundTask(F target, std::tuple<Stored<Args>...> arguments)
      : target_(std::move(target)), arguments_(std::move(arguments)) {}

  void run() override {
    std::apply([this](Stored<Args>&... stored) { std::invoke(target_, as_given<Args>(stored)...); },
               arguments_);
  }

  void encode(Encoder& out) const override {
    if constexpr (is_function_pointer<F>) {
      out.function(reinterpret_cast<Function>(target_));
    } else if constexpr (!is_stateless<F>) {
      target_does_not_cross(typeid(F));
    }
    encode_arguments(out, std::index_sequence_for<Args...>{});
  }

  Restore restore() const override { return &restored; }

 private:
  template <std::size_t... I>
  void encode_arguments(Encoder& out, std::index_sequence<I...>) const {
    (encode_argument<I>(out, std::get<I>(arguments_)), ...);
  }

  template <std::size_t I, class T>
  static void encode_argument(Encoder& out, const T& value) {
    static_assert(Crosses<T> || !HasCrossing<T>,
                  "Crossing<T> needs static void write(Encoder&, const T&) and static T read(Decoder&)");
    if constexpr (Crosses<T>) {
      out.write(value);
    } else {
      argument_does_not_cross(I + 1, typeid(T));
    }
  }

  static std::unique_ptr<Task> restored(Decoder& in) {
    if constexpr ((is_function_pointer<F> || is_stateless<F>)&&(Crosses<Stored<Args>> && ...)) {
      F target = restored_target(in);
      return std::make_unique<BoundTask>(std::move(target),
                                         std::tuple<Stored<Args>...>{in.read<Stored<Args>>()...});
    } else {
      return nullptr;  // encode() has thrown, on the other side
    }
  }

  static F restored_target(Decoder& in) {
    if constexpr (is_function_pointer<F>) {
      return reinterpret_cast<F>(in.function());
    } else {
      return F{};
    }
  }

  F target_;
  std::tuple<Stored<Args>...> arguments_;
};

/// nullptr for a null function pointer: a process without a target.
template <class F, class... Args>
std::unique_ptr<Task> make_task(F target, Args... arguments) {
  if constexpr (is_function_pointer<F>) {
    if (target == nullptr) return nullptr;
  }
  return std::make_unique<BoundTask<F, Args...>>(std::move(target),
                                                 std::tuple<Stored<Args>...>(std::move(arguments)...));
}

}  // namespace exeunt::detail
