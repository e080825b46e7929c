// The walk through folders: sorted, so that two runs read in the same order on any file system.
#include "reading/walk.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "reading/address.hpp"

namespace rawi::reading {
namespace {

namespace fs = std::filesystem;

bool hidden(const fs::path& path) {
    return path.filename().native().starts_with('.');
}

/// The same file under one path, whether it is there or not.
fs::path settled(const fs::path& path) {
    std::error_code error;
    fs::path whole = fs::weakly_canonical(path, error);
    return error ? path : whole;
}

/// Whether `path` is `output`, or what a run leaves of it that did not come to its end: OUTPUT.partial,
/// OUTPUT.2.partial.
bool is_of(const std::string& path, const std::string& output) {
    if (!path.starts_with(output)) return false;
    std::string_view behind = std::string_view(path).substr(output.size());
    if (behind.empty()) return true;
    constexpr std::string_view ending = ".partial";
    if (!behind.ends_with(ending)) return false;
    behind.remove_suffix(ending.size());
    return behind.empty() || (behind.size() > 1 && behind[0] == '.' &&
                              behind.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

bool is_passed_over(const fs::path& path, const std::vector<fs::path>& passed_over) {
    if (passed_over.empty()) return false;
    const fs::path whole = settled(path);
    return std::ranges::any_of(passed_over, [&](const fs::path& one) { return is_of(whole.native(), one.native()); });
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
        } else if (is_passed_over(entry.path(), passed_over)) {
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
