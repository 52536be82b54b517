#pragma once

#include <string>
#include <string_view>

namespace harness {

/// The bytes of the first character of `text`, which is not empty. Where it does not begin with well-formed
/// UTF-8 (overlong forms and surrogates are not), its first byte.
std::string_view first_character(std::string_view text);

/// The number of the character that first_character() found.
char32_t code_point(std::string_view character);

bool is_utf8(std::string_view text);

/// `text` with U+FFFD for every byte that is not UTF-8.
std::string with_replacements(std::string_view text);

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

/// The reverse. @throws CannotJudge for what base64() does not write.
std::string from_base64(std::string_view text);

}  // namespace harness
