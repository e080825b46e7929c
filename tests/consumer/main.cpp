// What a stranger's first program does with rawi.
#include <iostream>
#include <rawi/rawi.hpp>

int main() {
    const rawi::Document article({.outlet = "The Daily Lantern"}, "Bridge to open", "The bridge will open on Monday.");
    std::cout << article.metadata().outlet << ": " << article.text(article.body()) << '\n';
}
