#include "corpus/speakers.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace rawi::corpus {
namespace {

template <class Use>
void each_word(std::string_view plain, Use&& use) {
    while (!plain.empty()) {
        const std::size_t end = std::min(plain.find(' '), plain.size());
        if (end > 0) use(plain.substr(0, end));
        plain.remove_prefix(std::min(end + 1, plain.size()));
    }
}

}  // namespace

Speakers::Name& Speakers::find(const std::string& name, const std::string& language) {
    const auto [place, is_new] = names_.try_emplace({language, name});
    if (is_new) place->second.read = read_person(name, language);
    return place->second;
}

const PersonName& Speakers::read(const std::string& name, const std::string& language) {
    return find(name, language).read;
}

const std::string& Speakers::key(const std::string& name, const std::string& language) {
    Name& called = find(name, language);
    if (!called.person) called.person = known(called.read);
    if (!called.person) called.person = add(called.read);
    return persons_[*called.person].key;
}

std::optional<std::size_t> Speakers::known(const PersonName& name) const {
    std::vector<std::size_t> candidates;
    const auto collect = [&](const Index& index, std::string_view key) {
        const auto found = index.find(key);
        if (found != index.end()) candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    };
    each_word(name.plain, [&](std::string_view word) { collect(by_word_, word); });
    collect(by_letters_, name.squeezed);
    for (const sources::NameWord& word : name.own) collect(by_own_word_, word.text);
    if (!name.own.empty()) collect(by_own_letters_, name.joined);
    std::ranges::sort(candidates);
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    const auto one =
        std::ranges::find_if(candidates, [&](std::size_t number) { return one_speaker(*persons_[number].name, name); });
    return one == candidates.end() ? std::nullopt : std::optional(*one);
}

std::size_t Speakers::add(const PersonName& name) {
    const std::size_t number = persons_.size();
    persons_.push_back({&name, "speaker:" + name.plain});
    const auto enter = [number](Index& index, std::string_view key) {
        auto found = index.find(key);
        if (found == index.end()) found = index.emplace(key, std::vector<std::size_t>{}).first;
        if (found->second.empty() || found->second.back() != number) found->second.push_back(number);
    };
    each_word(name.plain, [&](std::string_view word) { enter(by_word_, word); });
    enter(by_letters_, name.squeezed);
    for (const sources::NameWord& word : name.own) enter(by_own_word_, word.text);
    if (!name.own.empty()) enter(by_own_letters_, name.joined);
    return number;
}

const std::string* Speakers::described(std::string_view description) const {
    if (description.find(' ') == std::string_view::npos) return nullptr;
    // Who has all the words has the rarest of them.
    const std::vector<std::size_t>* fewest = nullptr;
    bool all_known = true;
    each_word(description, [&](std::string_view word) {
        const auto found = by_word_.find(word);
        all_known = all_known && found != by_word_.end();
        if (all_known && (fewest == nullptr || found->second.size() < fewest->size())) fewest = &found->second;
    });
    if (!all_known || fewest == nullptr) return nullptr;
    const auto one = std::ranges::find_if(
        *fewest, [&](std::size_t number) { return text::stand_in(description, persons_[number].name->plain); });
    return one == fewest->end() ? nullptr : &persons_[*one].key;
}

}  // namespace rawi::corpus
