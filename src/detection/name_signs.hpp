// Where words show that one of them is a name, whatever else it can be, in languages that write no capitals.
#pragma once

#include "detection/article.hpp"

namespace rawi::detection {

/// Whether the word is a verb of saying whose object can only be what is said: قال.
[[nodiscard]] bool only_says(const language::Pack& pack, language::WordId word);

class NameSigns {
public:
    explicit NameSigns(const Article& article) : article_(article), model_(article.pack->part_model) {}

    /// Whether the word is a name by what stands around it.
    [[nodiscard]] bool named(std::uint32_t i) const {
        return between_auxiliaries(i) || before_lineage(i) || behind_lineage(i) || behind_name_head(i) ||
               behind_title(i) || before_office(i);
    }
    /// شركة زيغما: a word that nobody has listed behind what a body is, if it looks like a noun.
    [[nodiscard]] bool names_body(std::uint32_t i) const { return behind_body(i) && noun_like(i); }
    /// كشف نتنياهو, طلب ترامب: a form of a cue before the name of somebody, or before what nobody has listed.
    [[nodiscard]] bool before_name(std::uint32_t i) const;

private:
    [[nodiscard]] bool between_auxiliaries(std::uint32_t i) const;
    [[nodiscard]] bool before_lineage(std::uint32_t i) const;
    [[nodiscard]] bool behind_name_head(std::uint32_t i) const;
    [[nodiscard]] bool behind_lineage(std::uint32_t i) const;
    [[nodiscard]] bool behind_title(std::uint32_t i) const;
    [[nodiscard]] bool before_office(std::uint32_t i) const;
    [[nodiscard]] bool behind_body(std::uint32_t i) const;
    [[nodiscard]] bool noun_like(std::uint32_t i) const;
    [[nodiscard]] bool verb(std::uint32_t i) const;

    const Article& article_;
    const language::PartModel& model_;
};

}  // namespace rawi::detection
