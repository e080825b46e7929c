// The walk through folders: sorted, so that two runs read in the same order on any file system.
#include "reading/walk.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace rawi::reading {
namespace {

namespace fs = std::filesystem;

bool hidden(const fs::path& path) {
    return path.filename().native().starts_with('.');
}

bool is_address(std::string_view input) {
    return input.starts_with("http://") || input.starts_with("https://");
}

/// The same file under one path, whether it is there or not.
fs::path settled(const fs::path& path) {
    std::error_code error;
    fs::path whole = fs::weakly_canonical(path, error);
    return error ? path : whole;
}

void walk(const fs::path& folder, const std::vector<fs::path>& passed_over, std::vector<Found>& found) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        entries.push_back(*at);
    if (error) found.push_back({folder.string(), "this folder cannot be read: " + error.message()});
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
    for (const fs::directory_entry& entry : entries) {
        if (hidden(entry.path())) continue;
        std::error_code ignored;
        if (entry.is_directory(ignored)) {
            if (!entry.is_symlink(ignored)) walk(entry.path(), passed_over, found);  // links may lead in circles
        } else if (!passed_over.empty() && std::ranges::find(passed_over, settled(entry.path())) != passed_over.end()) {
            continue;
        } else if (entry.is_regular_file(ignored)) {
            found.push_back({entry.path().string(), {}, entry.file_size(ignored)});
        } else {
            found.push_back({entry.path().string(), "is neither a file nor a folder: skipped"});
        }
    }
}

}  // namespace

std::vector<Found> find_inputs(const std::vector<std::string>& inputs, const std::vector<fs::path>& passed_over) {
    std::vector<Found> found;
    std::vector<fs::path> settled_over;
    for (const fs::path& path : passed_over) settled_over.push_back(settled(path));
    for (const std::string& input : inputs) {
        std::error_code error;
        if (input == "-") {
            found.push_back({input, {}});
        } else if (const fs::file_status status = fs::status(input, error); fs::is_directory(status)) {
            const std::size_t before = found.size();
            walk(input, settled_over, found);
            if (found.size() == before) found.push_back({input, "this folder has no files"});
        } else if (!fs::exists(status)) {
            found.push_back(
                {input, is_address(input)
                            ? "is an address, and rawi reads files: fetch it first, as in curl -s URL | rawi analyze -"
                            : "cannot be opened: " + (error ? error.message() : std::string("no such file"))});
        } else {
            const std::uint64_t size =
                fs::is_regular_file(status) ? fs::file_size(input, error) : 0;  // a pipe's is not known
            found.push_back({input, {}, error ? 0 : size});
        }
    }
    return found;
}

}  // namespace rawi::reading
