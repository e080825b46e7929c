// Language packs: what rawi knows of a language, as data.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rawi {

namespace language {
class Pack;
}

/// A compiled language pack: an immutable, shared handle. Copying is cheap; any number of threads may analyse with one
/// pack.
class LanguagePack {
public:
    /// The pack that is built into the library. Compiled on the first call, shared by later ones. Throws `Error` for an
    /// unknown code.
    [[nodiscard]] static LanguagePack built_in(std::string_view code);

    /// Reads and checks the pack in `directory` by the same code. Throws `Error` with the file and line of the first
    /// fault.
    [[nodiscard]] static LanguagePack from_directory(const std::filesystem::path& directory);

    /// As `from_directory`, but returns every fault found ("file:line: message"), none if the pack is sound.
    [[nodiscard]] static std::vector<std::string> check(const std::filesystem::path& directory);

    /// The list of outlets that the packs in the folder around `directory` share, `shared/outlets.tsv` in it: a pack is
    /// read with it in place of the built-in list. Empty where there is none. Throws `Error` where it is no file.
    [[nodiscard]] static std::filesystem::path shared_outlets(const std::filesystem::path& directory);

    /// Codes of the built-in packs, in order of their names.
    [[nodiscard]] static std::vector<std::string> built_in_codes();

    [[nodiscard]] const std::string& code() const noexcept;
    [[nodiscard]] const std::string& name() const noexcept;
    [[nodiscard]] bool right_to_left() const noexcept;

    /// How many cues, rules, classes of words and words the pack holds, as (name, count), for display.
    [[nodiscard]] std::vector<std::pair<std::string, std::size_t>> contents() const;

    /// For the library's own rooms.
    [[nodiscard]] const language::Pack& pack() const noexcept { return *pack_; }

private:
    explicit LanguagePack(std::shared_ptr<const language::Pack> pack) : pack_(std::move(pack)) {}
    std::shared_ptr<const language::Pack> pack_;
};

/// Which of `packs` `text` is written in: the one of which most of the most frequent words stand in its first 4,000
/// bytes; of equals the one that knows more of its words, else the first. Null, for a text in another language, where
/// no pack knows a single word of it, however short it is, and where fewer of twenty words or more are known to that
/// pack, or are frequent in it, than of any text in its language (`known-words` and `frequent-words` in language.conf).
/// A text that is said to be in `another` has to show so in fewer than twenty words, too. A pack that is alone is taken
/// unasked. `packs` must not be empty; the result is one of them and lives as long.
[[nodiscard]] const LanguagePack* detect_language(std::string_view text, std::span<const LanguagePack> packs,
                                                  bool another = false);

}  // namespace rawi
