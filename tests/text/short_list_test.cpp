#include "text/short_list.hpp"

#include <catch2/catch.hpp>

using List = rawi::text::ShortList<int, 3>;

namespace {

List counted(int size) {
    List list;
    for (int i = 0; i < size; ++i) list.push_back(i);
    return list;
}

bool counts(const List& list, int size) {
    if (list.size() != static_cast<std::uint32_t>(size)) return false;
    for (int i = 0; i < size; ++i) {
        if (list[static_cast<std::size_t>(i)] != i) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("A short list holds what it is given, near or far", "[text]") {
    const int size = GENERATE(0, 1, 3, 4, 7, 20);
    List list = counted(size);
    REQUIRE(counts(list, size));
    const List copy(list);
    CHECK(copy == list);
    List moved(std::move(list));
    CHECK(counts(moved, size));
    list = counted(2);  // one that was moved from can be used again
    CHECK(counts(list, 2));
    const int other = GENERATE(0, 2, 5, 30);
    list = counted(other);
    list = moved;
    CHECK(counts(list, size));
    list = counted(other);
    list = std::move(moved);
    CHECK(counts(list, size));
}

TEST_CASE("An item of the list itself can be added, also where the list has to grow", "[text]") {
    List list{7, 8, 9};
    list.push_back(list.front());
    CHECK(list.back() == 7);
    list.truncate(1);
    CHECK(list == List{7});
    list.truncate(5);
    CHECK(list.size() == 1);
}
