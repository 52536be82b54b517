template <int Depth, int Place>
struct Sum {
  static constexpr long value = Sum<Depth - 1, 2 * Place>::value + Sum<Depth - 1, 2 * Place + 1>::value;
};
template <int Place>
struct Sum<0, Place> {
  static constexpr long value = Place;
};
int main() {
  return static_cast<int>(Sum<24, 0>::value);
}
