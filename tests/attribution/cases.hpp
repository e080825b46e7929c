// Corpus tests as data: fixtures/cases/LANGUAGE/*.txt. Nobody needs C++ to add one:
//
//     ====
//     A title that says what is shown
//     ====
//     outlet: المنبر            (of: outlet, title, author, published; each may be left out)
//
//     The text of the article.
//
//     ---
//     source | cue | content | speaker > relay > publisher
//     source | cue | content | chain | when=2019-08-28 medium=statement
//
// One line an attribution, in text order; `-` for a source that no noun stands for, for a cue that is not there and for
// an empty chain. Parts of a cue or a content are joined by " … ". The last column, which may be left out, holds
// whatever else is to be checked: when, medium, stance, type, parent (the number of the line, from 1; 0 for none),
// flag.
//
//     agent: name | mention | mention
//
// Below them, where it is to be checked: by which words an agent of that name is spoken of, in text order.
#pragma once

#include <string>
#include <vector>

#include "rawi/document.hpp"

namespace rawi::test {

struct Case {
    std::string file;
    std::size_t line = 0;  ///< of its title
    std::string name;
    Metadata metadata;
    std::string title;  ///< of the article
    std::string text;
    std::vector<std::string> expected;
};

/// All cases of the files in `folder`, in order of file names and lines. Throws `std::runtime_error` for a malformed
/// file.
[[nodiscard]] std::vector<Case> read_cases(const std::string& folder);

}  // namespace rawi::test
