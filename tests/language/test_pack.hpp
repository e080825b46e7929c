// Packs written in a test: "=== path" begins a file, its lines follow.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "language/compile.hpp"
#include "language/pack.hpp"

namespace test {

struct PackText {
    std::string text;
    std::vector<rawi::language::PackFile> files;

    explicit PackText(std::string source) : text("\n" + std::move(source)) {
        constexpr std::string_view head = "\n=== ";
        std::string_view rest = text;
        rest.remove_prefix(std::min(rest.size(), rest.find(head)));
        while (!rest.empty()) {
            rest.remove_prefix(head.size());
            const std::size_t line = std::min(rest.size(), rest.find('\n'));
            const std::string path(rest.substr(0, line));
            rest.remove_prefix(line);
            const std::size_t end = std::min(rest.size(), rest.find(head));
            // The first character is the end of the head's line: left out, so that lines count from 1.
            files.push_back({.name = path, .path = path, .text = rest.substr(0, end).substr(end == 0 ? 0 : 1)});
            rest.remove_prefix(end);
        }
    }
    PackText(const PackText&) = delete;
    PackText& operator=(const PackText&) = delete;
};

/// The pack, whose rules and tables must be without faults.
inline rawi::language::Pack compiled(const PackText& text) {
    rawi::language::Faults faults;
    rawi::language::Pack result = rawi::language::compile(text.files, faults);
    for (const auto& fault : faults.all()) FAIL(fault.message);
    return result;
}

/// A language of five words, for tests of what its rules say.
inline std::string small_pack(std::string_view rules) {
    return R"(=== language.conf
code = xx
name = Test
=== words/a.txt
[conjunction]
and
[complementiser]
that
[title]
Dr
[outlet]
Reuters = reuters
=== cues.tsv
say	verb	-	said	that,clause	-	-
=== rules/a.rules
)" + std::string(rules);
}

}  // namespace test
