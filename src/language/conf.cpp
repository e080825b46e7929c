// language.conf: KEY = VALUE, a line each.
#include <algorithm>
#include <charconv>

#include "language/compile.hpp"
#include "language/notation.hpp"
#include "text/characters.hpp"

namespace rawi::language {
namespace {

class ConfReader {
public:
    ConfReader(const PackFile& file, Builder& builder) : file_(file), builder_(builder), pack_(builder.pack) {}

    void line(std::string_view text, std::size_t number);
    void finish() {
        line_ = 0;
        if (pack_.code.empty()) fault("the line 'code = ...' is missing");
        if (pack_.name.empty()) fault("the line 'name = ...' is missing");
        // Verbs come first only where heads do (Greenberg's universals 3 and 17): the engine knows no third order.
        if (!order_given_) pack_.subject_first = !pack_.heads_first;
        if (!pack_.subject_first && !pack_.heads_first) fault("'subject-first = no' needs 'heads = first'");
    }

    // One for each key.
    void code(std::string_view value) {
        const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
        if (!std::all_of(value.begin(), value.end(), letter))
            fault("a code is small letters, as in BCP 47: fr, pt-br; not '" + std::string(value) + "'");
        pack_.code = value;
    }
    void name(std::string_view value) { pack_.name = value; }
    void direction(std::string_view value) {
        choose(pack_.right_to_left, value, "rtl", "ltr");
        builder_.direction_given = true;
    }
    void subject_first(std::string_view value) {
        choose(pack_.subject_first, value, "yes", "no");
        order_given_ = true;
    }
    void free_participles(std::string_view value) { choose(pack_.free_participles, value, "yes", "no"); }
    void natural_gender(std::string_view value) { choose(pack_.natural_gender, value, "yes", "no"); }
    void heads(std::string_view value) { choose(pack_.heads_first, value, "first", "last"); }
    void names(std::string_view value) { choose(pack_.names_capitalised, value, "capitalised", "plain"); }
    void plural_ending(std::string_view value) { pack_.plural_ending = text::normal_form(value); }
    void sound_plural(std::string_view value) { pack_.sound_plural = text::normal_form(value); }
    void oblique_plural(std::string_view value) { pack_.oblique_plural = text::normal_form(value); }
    void accusative_ending(std::string_view value) { pack_.accusative_ending = text::normal_form(value); }
    void passive_vowel(std::string_view value) {
        std::uint32_t end = 0;
        if (!value.empty()) pack_.passive_vowel = text::next_code_point(value, end);
        if (end != value.size()) fault("one character is wanted");
    }
    void accusative_vowel(std::string_view value) { pack_.accusative_vowel = value; }
    void origin_endings(std::string_view value) {
        for (const std::string_view ending : split(value, " "))
            pack_.origin_endings.push_back(text::normal_form(ending));
    }
    void weak_letters(std::string_view value) { pack_.weak_letters = value; }
    void article(std::string_view value) { pack_.article = text::normal_form(value); }
    void office_link(std::string_view value) { pack_.office_link = text::normal_form(value); }
    void name_link(std::string_view value) { pack_.name_link = text::normal_form(value); }
    void known_words(std::string_view value) { percentage(value, pack_.known_words); }
    void frequent_words(std::string_view value) { percentage(value, pack_.frequent_words); }
    void percentage(std::string_view value, unsigned& read) {
        const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), read);
        if (wrong != std::errc() || end != value.data() + value.size() || read > 100)
            fault("a percentage is wanted, 0 to 100, not '" + std::string(value) + "'");
    }
    void agency(std::string_view value) { pack_.agency_noun = text::normal_form(value); }
    void name_particles(std::string_view value) {
        for (const std::string_view particle : split(value, " ")) pack_.name_particles.emplace_back(particle);
    }
    void suffixes(std::string_view value) {
        for (const std::string_view suffix : split(value, " ")) {
            pack_.suffixes.push_back(text::normal_form(suffix));
            const WordId word = pack_.lexicon.add_word(pack_.suffixes.back());
            const ClassId genitive = builder_.class_id("genitive", file_, line_);
            pack_.lexicon.change(word).classes.set(genitive);
            builder_.asked.set(genitive);  // "suffixes" makes it, whether or not a rule asks for it
        }
    }
    void written_media(std::string_view value) {
        for (const std::string_view medium : split(value, "|")) pack_.written_media.emplace(medium);
    }
    void live_media(std::string_view value) {
        for (const std::string_view medium : split(value, "|")) pack_.live_media.emplace(medium);
    }
    void proclitics(std::string_view value) {
        for (const std::string_view item : split(value, " ")) {
            const std::size_t colon = item.rfind(':');
            int level = 0;
            if (colon != std::string_view::npos && colon != 0) {
                const char* const end = item.data() + item.size();
                const auto [behind, failed] = std::from_chars(item.data() + colon + 1, end, level);
                if (behind != end || failed != std::errc()) level = 0;
            }
            if (level < 1) {
                fault("a proclitic is FORM:LEVEL, a level from 1 on, not '" + std::string(item) + "'");
                continue;
            }
            // One string, as it begins a word: qu' is no word and a mark.
            const std::string normal = text::normal_form(item.substr(0, colon));
            pack_.proclitics.push_back({normal, level, pack_.lexicon.add_word(normal), parts_word(normal.back())});
        }
    }
    void enclitics(std::string_view value) {
        for (const std::string_view item : split(value, " ")) {
            const std::size_t colon = item.rfind(':');
            const auto agreement = colon == std::string_view::npos || colon == 0 || colon + 1 == item.size()
                                       ? std::nullopt
                                       : parse_agreement(item.substr(colon + 1));
            if (!agreement) {
                fault("an enclitic is FORM:AGREEMENT, not '" + std::string(item) + "' (" +
                      std::string(agreement_letters) + ")");
                continue;
            }
            const std::string normal = text::normal_form(item.substr(0, colon));
            pack_.enclitics.push_back({normal, *agreement, parts_word(normal.front())});
        }
        // The longest first: هما before ها before ه.
        std::stable_sort(pack_.enclitics.begin(), pack_.enclitics.end(),
                         [](const Enclitic& a, const Enclitic& b) { return a.normal.size() > b.normal.size(); });
    }
    void assimilate(std::string_view value) {
        if (const auto change = one_change(value)) {
            pack_.assimilated_from = change->first;
            pack_.assimilated_to = change->second;
        }
    }
    void alike(std::string_view value) {
        for (const std::string_view item : split(value, " ")) {
            if (auto change = one_change(item)) pack_.alike.push_back(std::move(*change));
        }
    }
    void joins(std::string_view value) {
        for (const std::string_view item : split(value, " ")) {
            if (auto change = one_change(item)) pack_.joins.push_back(std::move(*change));
        }
    }
    void future(std::string_view value) {
        const std::size_t colon = value.find(':');
        if (colon == std::string_view::npos || split(value.substr(colon + 1), " ").empty())
            return fault("a future is PARTICLE:LETTER LETTER, not '" + std::string(value) + "'");
        pack_.future = text::normal_form(value.substr(0, colon));
        for (const std::string_view letter : split(value.substr(colon + 1), " "))
            pack_.future_before.push_back(text::normal_form(letter));
    }

private:
    void fault(std::string message) { builder_.faults.add(file_, line_, std::move(message)); }

    /// An apostrophe or a hyphen shows by itself that a word is written in two pieces.
    [[nodiscard]] static bool parts_word(char c) { return c == '\'' || c == '-'; }

    void choose(bool& setting, std::string_view value, std::string_view yes, std::string_view no) {
        if (value != yes && value != no) {
            const std::string_view allowed[] = {yes, no};
            return fault("'" + std::string(key_) + "' is " + std::string(yes) + " or " + std::string(no) + ", not '" +
                         std::string(value) + "'" + meant(value, allowed));
        }
        setting = value == yes;
    }

    std::optional<std::pair<std::string, std::string>> one_change(std::string_view item) {
        const std::size_t arrow = item.find('>');
        if (arrow == std::string_view::npos || arrow == 0 || arrow + 1 == item.size()) {
            fault("a change is FROM>TO, not '" + std::string(item) + "'");
            return std::nullopt;
        }
        return std::pair(text::normal_form(item.substr(0, arrow)), text::normal_form(item.substr(arrow + 1)));
    }

    const PackFile& file_;
    Builder& builder_;
    Pack& pack_;
    std::size_t line_ = 0;
    bool order_given_ = false;  ///< subject-first
    std::string_view key_;
    std::map<std::string_view, std::size_t> lines_;  // of the keys that were there
};

struct Key {
    std::string_view name;
    void (ConfReader::*read)(std::string_view value);
};
constexpr Key keys[] = {{"code", &ConfReader::code},
                        {"name", &ConfReader::name},
                        {"direction", &ConfReader::direction},
                        {"known-words", &ConfReader::known_words},
                        {"frequent-words", &ConfReader::frequent_words},
                        {"subject-first", &ConfReader::subject_first},
                        {"heads", &ConfReader::heads},
                        {"names", &ConfReader::names},
                        {"natural-gender", &ConfReader::natural_gender},
                        {"free-participles", &ConfReader::free_participles},
                        {"article", &ConfReader::article},
                        {"proclitics", &ConfReader::proclitics},
                        {"enclitics", &ConfReader::enclitics},
                        {"assimilate", &ConfReader::assimilate},
                        {"joins", &ConfReader::joins},
                        {"alike", &ConfReader::alike},
                        {"suffixes", &ConfReader::suffixes},
                        {"plural-ending", &ConfReader::plural_ending},
                        {"sound-plural", &ConfReader::sound_plural},
                        {"oblique-plural", &ConfReader::oblique_plural},
                        {"accusative-ending", &ConfReader::accusative_ending},
                        {"passive-vowel", &ConfReader::passive_vowel},
                        {"accusative-vowel", &ConfReader::accusative_vowel},
                        {"origin-endings", &ConfReader::origin_endings},
                        {"weak-letters", &ConfReader::weak_letters},
                        {"future", &ConfReader::future},
                        {"name-link", &ConfReader::name_link},
                        {"office-link", &ConfReader::office_link},
                        {"name-particles", &ConfReader::name_particles},
                        {"written-media", &ConfReader::written_media},
                        {"live-media", &ConfReader::live_media},
                        {"agency", &ConfReader::agency}};

void ConfReader::line(std::string_view text, std::size_t number) {
    line_ = number;
    const std::size_t equals = text.find('=');
    key_ = trim(text.substr(0, equals));
    if (equals == std::string_view::npos || key_.empty()) return fault("a line is: key = value");
    const std::string_view value = trim(text.substr(equals + 1));
    const auto* const known = row_named(keys, key_);
    if (known == nullptr) return fault(unknown_name("key", key_, conf_keys()));
    const auto [earlier, is_new] = lines_.try_emplace(known->name, number);
    if (!is_new)
        return fault("'" + std::string(key_) + "' stands in line " + std::to_string(earlier->second) + " already");
    if (value.empty()) return fault("'" + std::string(key_) + "' has no value");
    (this->*known->read)(value);
}

}  // namespace

std::vector<std::string_view> conf_keys() {
    return names_in(keys);
}

void compile_conf(const PackFile& file, Builder& builder) {
    ConfReader reader(file, builder);
    for_each_line(file, [&](std::string_view line, std::size_t number) { reader.line(line, number); });
    reader.finish();
}

}  // namespace rawi::language
