#pragma once

#include <string>

namespace harness {

/// What is wrong with a page of ours, told by a strict reader of the HTML that our templates use: unbalanced
/// tags, elements or attributes that no template has, addresses that leave the page's folder, control
/// characters. Empty: nothing.
std::string html_trouble(const std::string& page);

}  // namespace harness
