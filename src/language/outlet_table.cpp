// The lists of outlets as words of a pack: its own, then the built-in one.
#include <algorithm>

#include "language/compile.hpp"
#include "language/notation.hpp"
#include "language/outlet_rows.hpp"
#include "text/host.hpp"
#include "text/tokens.hpp"

namespace rawi::language {
namespace {

constexpr std::string_view kinds[] = {"agency", "newspaper", "magazine", "site", "channel", "radio"};

/// The words of a host, as they are in texts: of its dots, some are inside of words and some between them.
std::string words_in(std::string_view host) {
    text::RawTokens raw;
    text::split_tokens(host, raw);
    std::string words;
    for (const text::RawToken& token : raw.tokens) {
        if (token.kind != text::CharClass::letter && token.kind != text::CharClass::digit) continue;
        words.append(words.empty() ? "" : " ").append(raw.normal_of(token));
    }
    return words;
}

/// CNN.com among the names is the host cnn.com, and Arise TV is arise.tv.
bool is_name_of(std::string_view words, const OutletRow& row, const Builder& builder) {
    return std::any_of(row.names.begin(), row.names.end(),
                       [&](const OutletRow::Name& name) { return builder.key_of(name.text) == builder.key_of(words); });
}

}  // namespace

std::span<const std::string_view> outlet_kinds() noexcept {
    return kinds;
}

std::string fault_of_kind(std::string_view kind) {
    if (std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds)) return {};
    return unknown_name("kind of outlet:", kind, kinds);
}

std::string fault_of_country(std::string_view country) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (country == "-" || (country.size() == 2 && std::all_of(country.begin(), country.end(), capital))) return {};
    return "a country is two capital letters, as in ISO 3166 (FR), or -, not '" + std::string(country) + "'";
}

std::string fault_of_host(std::string_view host) {
    const std::optional<std::string> plain = text::host_of(host);
    if (plain == host) return {};
    return "a host is written as reuters.com, in small letters and without www., not '" + std::string(host) + "'" +
           (plain ? "; did you mean \"" + *plain + "\"?" : "");
}

void compile_outlets(const PackFile& file, Builder& builder) {
    const ClassId outlet = static_cast<ClassId>(Known::outlet);
    const ClassId common = static_cast<ClassId>(Known::outlet_common);
    each_outlet_row(file.text, [&](std::size_t number, const std::optional<OutletRow>& row) {
        if (!row) return builder.faults.add(file, number, std::string(outlet_row_form));
        const auto [known, is_new] = builder.outlet_places.try_emplace(std::string(row->key), Place{&file, number});
        if (!is_new) {
            if (known->second.file != &file) return;  // the pack has its own line for it
            return builder.faults.add(file, number,
                                      "'" + std::string(row->key) + "' stands at " + known->second.text() + " already");
        }
        for (const std::string& fault : {fault_of_kind(row->kind), fault_of_country(row->country)}) {
            if (!fault.empty()) builder.faults.add(file, number, fault);
        }
        builder.pack.hosts.add(*row);
        if (row->kind == "agency") builder.pack.agencies.emplace(row->key);
        for (const OutletRow::Name& name : row->names)
            builder.add_entry(name.common ? common : outlet, name.text, std::string(row->key), file, number);
        for (const std::string_view host : row->hosts) {
            if (const std::string fault = fault_of_host(host); !fault.empty())
                builder.faults.add(file, number, fault);
            else if (const std::string words = words_in(host); !is_name_of(words, *row, builder))
                builder.add_entry(outlet, words, std::string(row->key), file, number);
        }
    });
}

}  // namespace rawi::language
