#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harness {

/// How many columns of a terminal `text` takes: 2 for a wide East Asian character or an emoji, 0 for one that
/// combines with the one before it. `text` holds no control characters.
int columns_of(std::string_view text);

/// `text` in at most `columns` columns, what is missing marked by `mark`.
std::string cut(std::string_view text, int columns, std::string_view mark);

/// `text` with spaces behind it up to `columns` columns.
std::string padded(std::string_view text, int columns);

/// `text` broken at spaces into lines of at most `columns` columns (0: one line); words that are longer are
/// broken where they must be.
std::vector<std::string> wrapped(std::string_view text, int columns);

/// `text` broken into lines of at most `columns` columns (0: one line), behind a space where there is one in
/// the second half; every space kept.
std::vector<std::string> folded(std::string_view text, int columns);

}  // namespace harness
