#include "provenance/outlets.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "language/folding.hpp"
#include "language/outlet_rows.hpp"
#include "language/pack.hpp"
#include "rawi/error.hpp"
#include "rawi/language.hpp"
#include "text/encoding.hpp"

namespace rawi::provenance {
namespace {

/// Whether a word, in some language, is a determiner or a noun such as newspaper.
bool words_that_say_outlet(std::string_view word) {
    for (const LanguagePack& built_in : language::built_in_packs()) {
        const language::Pack& pack = built_in.pack();
        const language::WordId known = pack.lexicon.find(word);
        if (pack.has(known, language::Known::outlet_noun) || pack.has(known, language::Known::article)) return true;
    }
    return false;
}

/// A kind that is none would count for nothing without a word. A user need not know kind or country.
void check(const language::OutletRow& row, const std::string& file, std::size_t number) {
    std::string fault = row.kind.empty() ? std::string() : language::fault_of_kind(row.kind);
    if (fault.empty() && !row.country.empty()) fault = language::fault_of_country(row.country);
    for (const std::string_view host : row.hosts) {
        if (fault.empty()) fault = language::fault_of_host(host);
    }
    if (!fault.empty()) throw Error(file, number, fault);
}

}  // namespace

std::string outlet_name(std::string_view name) {
    std::string plain = language::plain_name(name);
    for (std::size_t end = plain.find(' '); end != std::string::npos; end = plain.find(' ')) {
        if (!words_that_say_outlet(std::string_view(plain).substr(0, end))) break;
        plain.erase(0, end + 1);
    }
    return plain;
}

OutletList::OutletList() {
    read(language::built_in_outlets(), "outlets.tsv", false);
}

void OutletList::add(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (in) text << in.rdbuf();
    if (!in || !text) throw Error(file.string(), 0, "cannot be read");
    read(std::move(text).str(), file.string(), true);
}

void OutletList::read(std::string_view text, const std::string& file, bool from_user) {
    if (!text::valid_utf8(text)) throw Error(file, 0, "is no UTF-8 text");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    language::each_outlet_row(text, [&](std::size_t number, const std::optional<language::OutletRow>& row) {
        if (!row) throw Error(file, number, std::string(language::outlet_row_form));
        if (from_user) check(*row, file, number);
        const std::string key(row->key);
        Outlet& outlet = outlets_[key];
        outlet.kind = row->kind;
        outlet.country = row->country == "-" ? std::string_view() : row->country;  // nowhere at home
        if (outlet.name.empty()) outlet.name = row->names.front().text;
        hosts_.add(*row, from_user);
        for (const language::OutletRow::Name& name : row->names) {
            const std::string plain = language::folded_name(language::plain_name(name.text));
            if (plain.empty()) continue;
            (from_user ? users_by_name_ : by_name_)[plain] = key;
            outlet.names.emplace_back(plain, name.text);
        }
    });
}

std::string OutletList::key(std::string_view listed, std::string_view name) const {
    const std::string plain = language::folded_name(language::plain_name(name));
    if (const auto place = users_by_name_.find(plain); place != users_by_name_.end()) return place->second;
    if (!listed.empty()) return std::string(listed);
    if (const auto place = by_name_.find(plain); place != by_name_.end()) return place->second;
    return std::string(hosts_.key_of(name).value_or(""));
}

std::string OutletList::identity(std::string_view listed, std::string_view name) const {
    std::string found = key(listed, name);
    if (!found.empty()) return found;
    const std::string bare = outlet_name(name);
    found = key({}, bare);
    return found.empty() ? bare : found;
}

const OutletList::Outlet* OutletList::find(std::string_view key) const {
    const auto place = outlets_.find(key);
    return place == outlets_.end() ? nullptr : &place->second;
}

std::string_view OutletList::name_within(const Outlet& outlet, std::string_view called) {
    const std::string words = ' ' + language::folded_name(language::plain_name(called)) + ' ';
    std::string_view longest;
    for (const auto& [plain, name] : outlet.names) {
        if (name.size() > longest.size() && words.find(' ' + plain + ' ') != std::string::npos) longest = name;
    }
    return longest;
}

const OutletList& built_in_outlets() {
    static const OutletList outlets;
    return outlets;
}

}  // namespace rawi::provenance
