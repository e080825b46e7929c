#include "language/names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

namespace rawi {
namespace {

// One table an enumeration, in the order of its values, so that a name is found by index.
template <class Enum>
struct Names;

template <>
struct Names<AgentKind> {
    static constexpr auto table =
        std::to_array<std::string_view>({"person", "role", "organisation", "outlet", "document", "unknown"});
    static constexpr auto last = AgentKind::unknown;
};

template <>
struct Names<ContentType> {
    static constexpr auto table = std::to_array<std::string_view>({"direct", "indirect", "mixed"});
    static constexpr auto last = ContentType::mixed;
};

template <>
struct Names<Contact> {
    static constexpr auto table = std::to_array<std::string_view>({"spoken", "written", "seen", "cited", "unstated"});
    static constexpr auto last = Contact::unstated;
};

template <>
struct Names<Stance> {
    static constexpr auto table = std::to_array<std::string_view>(
        {"neutral", "assertive", "hedged", "distanced", "denied", "demanding", "asking"});
    static constexpr auto last = Stance::asking;
};

template <>
struct Names<Flag> {
    static constexpr auto table =
        std::to_array<std::string_view>({"anonymous-source", "unknown-source", "anonymity-requested", "missing-link",
                                         "inherited-path", "dropped-subject", "second-hand"});
    static constexpr auto last = Flag::second_hand;
};

template <>
struct Names<language::Reference> {
    static constexpr auto table =
        std::to_array<std::string_view>({"source", "outlet", "role", "official", "latter", "document", "organisation"});
    static constexpr auto last = language::Reference::organisation;
};

template <class Enum>
std::string_view look_up(Enum value) noexcept {
    static_assert(Names<Enum>::table.size() == static_cast<std::size_t>(Names<Enum>::last) + 1);
    const auto index = static_cast<std::size_t>(value);
    return index < Names<Enum>::table.size() ? Names<Enum>::table[index] : std::string_view{};
}

}  // namespace

std::string_view name_of(AgentKind kind) noexcept {
    return look_up(kind);
}
std::string_view name_of(ContentType type) noexcept {
    return look_up(type);
}
std::string_view name_of(Contact contact) noexcept {
    return look_up(contact);
}
std::string_view name_of(Stance stance) noexcept {
    return look_up(stance);
}
std::string_view name_of(Flag flag) noexcept {
    return look_up(flag);
}

namespace language {

template <class Enum>
std::optional<Enum> from_name(std::string_view name) noexcept {
    const auto& table = Names<Enum>::table;
    static_assert(table.size() == static_cast<std::size_t>(Names<Enum>::last) + 1);
    const auto found = std::ranges::find(table, name);
    if (found == table.end()) return std::nullopt;
    return static_cast<Enum>(std::distance(table.begin(), found));
}

template std::optional<AgentKind> from_name(std::string_view) noexcept;
template std::optional<ContentType> from_name(std::string_view) noexcept;
template std::optional<Contact> from_name(std::string_view) noexcept;
template std::optional<Stance> from_name(std::string_view) noexcept;
template std::optional<Flag> from_name(std::string_view) noexcept;
template std::optional<Reference> from_name(std::string_view) noexcept;

template <class Enum>
std::span<const std::string_view> names_of() noexcept {
    return Names<Enum>::table;
}

template std::span<const std::string_view> names_of<AgentKind>() noexcept;
template std::span<const std::string_view> names_of<ContentType>() noexcept;
template std::span<const std::string_view> names_of<Contact>() noexcept;
template std::span<const std::string_view> names_of<Stance>() noexcept;
template std::span<const std::string_view> names_of<Flag>() noexcept;
template std::span<const std::string_view> names_of<Reference>() noexcept;

}  // namespace language
}  // namespace rawi
