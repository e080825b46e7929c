#include "writing/tar.hpp"

#include <array>
#include <cstdint>

#include "rawi/error.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t block = 512;

using Header = std::array<char, block>;

void put(Header& header, std::size_t at, std::string_view text) {
    text.copy(header.data() + at, text.size());
}

/// `digits` octal digits and a NUL.
void put_octal(Header& header, std::size_t at, std::size_t digits, std::uint64_t value) {
    for (std::size_t i = digits; i-- > 0; value /= 8) header[at + i] = static_cast<char>('0' + value % 8);
    header[at + digits] = '\0';
}

}  // namespace

void append_tar_file(std::string& archive, std::string_view name, std::string_view content) {
    if (name.size() > 99) throw Error("too long a name for an archive: " + std::string(name));
    Header header{};
    put(header, 0, name);
    put_octal(header, 100, 7, 0644);  // mode
    put_octal(header, 108, 7, 0);     // owner
    put_octal(header, 116, 7, 0);     // group
    put_octal(header, 124, 11, content.size());
    put_octal(header, 136, 11, 0);  // time
    put(header, 148, "        ");   // the sum is taken with blanks in its own place
    header[156] = '0';              // a regular file
    put(header, 257, std::string_view("ustar\00000", 8));
    std::uint64_t sum = 0;
    for (const char c : header) sum += static_cast<unsigned char>(c);
    put_octal(header, 148, 6, sum);
    archive.append(header.data(), header.size());
    archive.append(content);
    archive.append((block - content.size() % block) % block, '\0');
}

void append_tar_end(std::string& archive) {
    archive.append(2 * block, '\0');
}

}  // namespace rawi::writing
