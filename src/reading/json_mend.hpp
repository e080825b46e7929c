// Mends what common tools write and take for JSON.
#pragma once

#include <cstddef>
#include <string>

namespace rawi::reading {

/// Halves of surrogate pairs, as texts that were cut have them, become \ufffd. Returns how many there were.
std::size_t mend_surrogates(std::string& json);

/// NaN and Infinity, as Python writes missing values, become null. Returns how many there were.
std::size_t mend_numbers(std::string& json);

}  // namespace rawi::reading
