// What JSON may hold as it is, and a terminal that shows it obeys all the same.
#pragma once

#include <string>
#include <string_view>

namespace rawi::text {

/// The code point of a well-formed sequence of two or three bytes that is to be escaped in JSON: C1 controls, the
/// separators that some readers take for the end of a line, bidi embeddings, overrides and isolates. 0 for others.
[[nodiscard]] unsigned obeyed_by_terminals(std::string_view sequence) noexcept;

/// `\u0085` behind `out`.
void append_json_escape(std::string& out, unsigned code_point);

/// The escape of two characters that JSON, PROV-N and C have in common for `code_point`; empty if there is none.
[[nodiscard]] std::string_view short_escape(unsigned code_point) noexcept;

/// `json`, which is valid, with all of those as escapes, and DEL too.
[[nodiscard]] std::string harmless_json(std::string_view json);

}  // namespace rawi::text
