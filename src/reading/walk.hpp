// Files behind the inputs that a user names.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rawi::reading {

struct Found {
    std::string path;        ///< "-" for standard input
    std::string problem;     ///< why there is nothing to read; empty if there is
    std::uint64_t size = 0;  ///< bytes; 0 where unknown
};

/// The files named, in the order given; a folder gives its files, and those of its folders, sorted by path. Hidden
/// files and folders, and links to folders, are passed over, and in folders the files of `passed_over` and what runs
/// that were to write them have left (NAME.partial, NAME.2.partial).
[[nodiscard]] std::vector<Found> find_inputs(const std::vector<std::string>& inputs,
                                             const std::vector<std::filesystem::path>& passed_over);

}  // namespace rawi::reading
