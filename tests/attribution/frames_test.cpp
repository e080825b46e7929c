// Runs fixtures/frames: each speaker says something in each sentence of its kind, and goes on in the next ones. What a
// speaker is called must not decide in which sentences he is found, nor a sentence who can say it.
//
// A line is a word (speaker, frame, between, next), kinds of speakers between commas where the word has some, a colon
// and a text. A line that begins with # is a comment.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "rawi/analysis.hpp"
#include "rawi/language.hpp"

namespace rawi::test {
namespace {

struct Line {
    std::string kinds;  ///< "he, she"
    std::string text;

    [[nodiscard]] bool of(const std::string& kind) const {
        return (", " + kinds + ",").find(" " + kind + ",") != std::string::npos;
    }
};

struct Frames {
    std::vector<Line> speakers, frames, between, next;
};

Frames read_frames(const std::string& path) {
    std::ifstream file(path);
    REQUIRE(file);
    Frames frames;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t colon = line.find(": ");
        INFO(path << ": " << line);
        REQUIRE(colon != std::string::npos);
        const std::string head = line.substr(0, colon);
        const std::string word = head.substr(0, head.find(' '));
        const Line read{head.size() > word.size() ? head.substr(word.size() + 1) : "", line.substr(colon + 2)};
        if (word == "speaker")
            frames.speakers.push_back(read);
        else if (word == "frame")
            frames.frames.push_back(read);
        else if (word == "between")
            frames.between.push_back(read);
        else if (word == "next")
            frames.next.push_back(read);
        else
            FAIL("no such word: " << word);
    }
    return frames;
}

/// The frame with the speaker in it; a capital opens the sentence.
std::string sentence(const std::string& frame, const std::string& speaker) {
    std::string text = frame;
    text.replace(text.find("{}"), 2, speaker);
    if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// Without the capital that opens a sentence, and the full stop that closes one.
std::string plain(std::string name) {
    if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z')
        name.front() = static_cast<char>(name.front() - 'A' + 'a');
    if (!name.empty() && name.back() == '.') name.pop_back();
    return name;
}

Analysis analysed(const std::string& text, const LanguagePack& pack, const std::string& language) {
    Metadata metadata;
    metadata.language = language;
    metadata.outlet = language == "ar" ? "بريد المرفأ" : "The Harbour Post";
    return analyze(Document(metadata, "", text), pack);
}

void check_speaker(const Line& speaker, const Line& frame, const LanguagePack& pack, const std::string& language) {
    const std::string text = sentence(frame.text, speaker.text);
    INFO(text);
    const Analysis analysis = analysed(text, pack, language);
    CHECK(analysis.attributions.size() == 1);
    if (analysis.attributions.empty()) return;
    const Attribution& attribution = analysis.attributions.front();
    REQUIRE(attribution.source.has_value());
    const std::string found = attribution.source_span ? std::string(analysis.document.text(*attribution.source_span))
                                                      : analysis.agent(*attribution.source).name;
    CHECK(plain(found) == plain(speaker.text));
}

void check_next(const Line& speaker, const Frames& frames, const LanguagePack& pack, const std::string& language) {
    const auto first = std::find_if(frames.frames.begin(), frames.frames.end(),
                                    [&](const Line& frame) { return frame.of(speaker.kinds); });
    REQUIRE(first != frames.frames.end());
    for (const Line& between : frames.between) {
        for (const Line& next : frames.next) {
            if (!next.of(speaker.kinds)) continue;
            const std::string text = sentence(first->text, speaker.text) + " " + between.text + " " + next.text;
            INFO(text);
            const Analysis analysis = analysed(text, pack, language);
            CHECK(analysis.attributions.size() >= 2);
            if (analysis.attributions.empty()) continue;
            CHECK(analysis.attributions.back().source == analysis.attributions.front().source);
        }
    }
}

void run_all(const std::string& language) {
    const Frames frames = read_frames(std::string(RAWI_SOURCE_DIR) + "/fixtures/frames/" + language + ".txt");
    REQUIRE_FALSE(frames.speakers.empty());
    const LanguagePack pack = LanguagePack::built_in(language);
    for (const Line& speaker : frames.speakers) {
        for (const Line& frame : frames.frames) {
            if (frame.of(speaker.kinds)) check_speaker(speaker, frame, pack, language);
        }
        check_next(speaker, frames, pack, language);
    }
}

}  // namespace

TEST_CASE("English speakers are found in every frame", "[frames][en]") {
    run_all("en");
}

TEST_CASE("Arabic speakers are found in every frame", "[frames][ar]") {
    run_all("ar");
}

}  // namespace rawi::test
