#include "text/hash.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using rawi::text::hash_of;
using rawi::text::same;

TEST_CASE("Words that differ in one byte, wherever it stands, are not the same and hash apart", "[text]") {
    std::set<std::uint64_t> hashes;
    for (std::size_t size = 0; size <= 19; ++size) {
        const std::string word(size, 'w');
        CHECK(same(word.data(), std::string(word).data(), size));
        CHECK(hash_of(word) == hash_of(std::string(word)));
        CHECK(hashes.insert(hash_of(word)).second);
        for (std::size_t i = 0; i < size; ++i) {
            std::string other = word;
            other[i] = 'v';
            CHECK_FALSE(same(word.data(), other.data(), size));
            CHECK(hashes.insert(hash_of(other)).second);
        }
    }
}
