// Word classes: sets that a pack puts words and phrases into. Some names are known to the engine (the schema of a pack,
// docs/add-language.md); a pack may add names of its own for its own rules.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace rawi::language {

using ClassId = std::uint8_t;
using ClassSet = std::bitset<256>;

/// Classes that the engine itself asks for. The enumerator is the class's id in every pack.
enum class Known : ClassId {
    complementiser,  ///< that, أن
    conjunction,     ///< and, و
    subordinator,    ///< opens a clause of its own: but, while, فيما
    preposition,
    adjunct,             ///< preposition that opens an adjunct, never part of a name or title: during, خلال
    outer_preposition,   ///< preposition that adds nothing to the name of a body: against, على
    topic,               ///< preposition before what is spoken of: عن
    inside,              ///< preposition before where something is said, and what somebody belongs to: in, في
    occasion,            ///< preposition that opens a sentence before where or when somebody has a say: in an interview
    address,             ///< preposition before the one spoken to: to, ل
    resumptive,          ///< a preposition with its pronoun in it, فيه: governs nothing
    instrument,          ///< preposition before what something is done with: ب
    article,             ///< determiners: the, a
    definite,            ///< those of them that make definite: the, this
    relative,            ///< who, which, الذي
    free_relative,       ///< a relative pronoun without a noun before it: ما
    pronoun,             ///< he, هو; value: agreement
    indefinite_pronoun,  ///< nobody, everyone: no other pronoun means the same one
    possessive,          ///< his, her; value: agreement
    negation,
    auxiliary,     ///< has, was, كان, قد: may stand before a verb form
    copula,        ///< is, was: what stands behind it is said of the subject
    perfect,       ///< has, كان: one that puts what was said before the occasion of which the text tells
    adverb,        ///< may stand between source and cue: also, later, أيضا
    verb,          ///< a verb that is no cue: ends a noun phrase
    time,          ///< today, أمس, Monday
    month,         ///< value: 1..12
    weekday,       ///< value: 1..7, Monday first
    day_offset,    ///< value: days from publication: yesterday = -1
    coming,        ///< next, المقبل: a day still to come
    bygone,        ///< last year, two years ago: long before what is told
    title,         ///< Mr., الدكتور: no end of a sentence behind it, part of a name
    abbreviation,  ///< no end of a sentence behind it
    name,          ///< given names; value: gender
    role_noun,     ///< official, مسؤول; value: agreement
    human_noun,    ///< any noun for people; value: agreement
    group_noun,    ///< any noun for a body of people; value: agreement
    dependent,     ///< a subordinator whose clause belongs to the one before: إذا, لأن
    entitled,      ///< title, slogan, film: the quotation behind it is its name
    law,           ///< law, agreement: says something only where it stipulates
    quantifier,    ///< a number of, معظم: what they count is the head
    share,         ///< percent, a majority: those of whom they are shares have been asked in a poll
    percent,       ///< percent, في المائة: behind a number, the same as the sign %
    survey,        ///< poll, استطلاع
    evidence,      ///< figures, pictures, results: they show, and somebody has made them
    thing_noun,    ///< names nothing that speaks, nor do the next two
    time_noun,
    place_noun,
    source_noun,        ///< source, sources, مصدر: nobody is named; value: agreement
    organisation_noun,  ///< ministry, حزب; value: agreement
    outlet_noun,        ///< newspaper, وكالة: what follows is an outlet; value: agreement
    document_noun,      ///< report, تقرير; value: agreement
    epithet,            ///< coach, دبلوماسي: what somebody who has a name is called by as well
    authored,           ///< letter, تغريدة: whose it is, a person's too, says what it says
    shell,              ///< the text of, نص: before what it is the text of, which is meant
    site,               ///< web site, account: whose it is says what it says
    reports,            ///< reports, rumours, تقارير: words that came from nobody knows where
    journalist,         ///< correspondent, مراسل: speaks for the outlet that its description names; value: guest
    former,             ///< former, سابق: is no more what the description says
    representing,       ///< deputy, in charge, نائب: what a preposition of topic brings is part of the office
    odd_surname,        ///< words of other kinds that are surnames too, behind a given name: جاك ما
    aged,               ///< البالغ من العمر: before how old somebody is, which is no part of the name
    requiring,  ///< القائم على, المسؤول عن: what the preposition brings goes with it; value: the prepositions
    meanwhile,        ///< with: before somebody and what they do while the rest happens
    contracted,       ///< she's: a pronoun and its auxiliary in one word
    ground,           ///< for: before what somebody is praised or blamed for
    record,           ///< affidavit, summary: what those who question people have put down of it
    recording,        ///< audio, transcript: they hold what somebody said, at length
    inquirer,         ///< police, investigators: those who question people
    hearer_noun,      ///< reporters, الصحفيين: those to whom something is said
    crowd,            ///< crowd, audience: many whose noun is singular, and nobody alone
    contender,        ///< candidate, nominee: what any of several people may be called whom an article tells of
    issuing,          ///< released, sent out: before the paper that the subject puts out
    collective_noun,  ///< the media, وسائل إعلام; value: agreement
    personal_body,    ///< office, campaign, family, مكتب: bodies that are named by whose they are
    called_body,      ///< company, شركة: whose own name may stand alone; منظمة is one, no office
    association,      ///< union, نقابة: a body of those for whom it is said to be
    company_form,     ///< closes the name of a company: Inc.
    event_noun,       ///< names an event: launch, إطلاق: what is announced begins there
    common_noun,      ///< takes an article: without one it begins another phrase behind a definite noun or a name
    outlet,           ///< name of an outlet; value: its key
    outlet_common,    ///< name of an outlet that is a common word too: counts only after an outlet noun or in quotation
                      ///< marks
    wires,            ///< agencies, وكالات: in bylines and credits, some that nobody names
    hears,            ///< told, interview with: a name of one word behind it that is nobody's is an outlet's
    breaks_news,      ///< reported: a name of one word before it that is nobody's is an outlet's
    outlet_word,      ///< in a capitalised name it shows an outlet: Herald, Tribune
    organisation,     ///< name of an organisation or country; value: agreement
    medium,           ///< statement, tweet; value: key of the medium
    channel,          ///< web site, account: value: key of the medium
    anaphor,          ///< "the source", "the paper": refers back; value: kind it refers to
    honorific,        ///< سموه: one who has the title; value: the titles and offices of such, in normal form
    issued,           ///< between a document and who issued it: published by, نشرته
    state,            ///< a country and what stands for its government, its capital; value: its code
    origin,           ///< French, فرنسي: of a country and its people; value: the code of the country
    place,            ///< name of a country, city, region
    seat,             ///< its seat, مقره: where a body has it is no part of its name
    plan,             ///< what something is done according to, and nobody's words: plan, standards
    wish,             ///< request, instructions: what is done according to it has not been said
    alias,            ///< one word for another, سلطات for حكومة; value: that other word, in normal form
    lineage,          ///< son of, بن: between the names of a person and of the father
    body_link,   ///< for, on, against: between the noun and the rest in a body's name, Council on Foreign Relations
    name_head,   ///< opens one, and is none alone: عبد of عبد الصمد
    name_tail,   ///< closes a given name of two words: الدين of عز الدين
    elliptic,    ///< of a body called by its field alone, الخارجية; value: the noun that is left out
    given_name,  ///< given names that are surnames too, and so tell no gender: a definite noun behind is the family's
    deity,       ///< God, الله: prayed to and named in blessings (حفظه الله), and none who goes on speaking
    blessing,    ///< what is wished to those whose names it follows, حفظه الله: no verb in it is a cue
    including,   ///< among them, بينها: before one of those just named
    other,       ///< another, آخر: speaks of one who was not spoken of before
    same,        ///< the same, himself, نفسه: names nobody
    news,        ///< news, أنباء: between the noun and an outlet's own name, part of neither
    outlet_tail,       ///< closes the name of an outlet: للأنباء
    particle,          ///< de, van: between the names of a person, without a capital
    naming,            ///< called, يدعى: a name follows it
    possessing,        ///< ذات, ذو: the noun that it opens belongs to the phrase before it
    anonymous,         ///< words that ask for anonymity
    background,        ///< it is worth noting that: the publisher's own voice
    speaker_switch,    ///< for his part
    connective,        ///< but, meanwhile: ties a sentence to the one before and is no part of what it says
    section_label,     ///< whole lines: Politics, محلي
    furniture,         ///< whole lines of the page
    furniture_prefix,  ///< beginnings of such lines
    reprint,           ///< end credit before an outlet: quoted from
    hedge,
    alternative,         ///< or: joins two things in one clause, and no statement to another
    clause_conjunction,  ///< a conjunction that joins clauses and no nouns: ف
    accusative_subject,  ///< a conjunction whose clause has its subject in the accusative: لكن
    np_stop,             ///< never inside a noun phrase
    clause_stop,         ///< after a comma it ends what is attributed
    clause_turn,         ///< it does so where somebody speaks behind it, else the content goes on: while, as
    phrase_more,         ///< after a comma a noun phrase that is content goes on with it: where, starting from
    clause_end,          ///< it does so without a comma: without giving details
    holds_that,          ///< its clause is no cue's: it may be that, especially that (يجب أن, لا سيما أن)
    refers_back,         ///< opens a sentence that says of what was said before how it was passed on: the remarks came
    frequent,            ///< most frequent words, for detecting the language
    count_,
};

[[nodiscard]] constexpr std::size_t index_of(Known known) noexcept {
    return static_cast<std::size_t>(known);
}

[[nodiscard]] inline ClassSet set_of(std::initializer_list<Known> classes) {
    ClassSet set;
    for (const Known known : classes) set.set(index_of(known));
    return set;
}

inline constexpr std::array<std::string_view, index_of(Known::count_)> known_names = {
    // clang-format off
    "complementiser", "conjunction", "subordinator", "preposition", "adjunct", "outer-preposition", "topic", "inside", "occasion", "address", "resumptive", "instrument", "article", "definite",
    "relative", "free-relative", "pronoun", "indefinite-pronoun", "possessive", "negation", "auxiliary", "copula", "perfect", "adverb", "verb", "time", "month", "weekday",
    "day-offset", "coming", "bygone", "title", "abbreviation", "name", "role-noun", "human-noun", "group-noun", "dependent", "entitled", "law", "quantifier", "share", "percent", "survey", "evidence", "thing-noun",
    "time-noun", "place-noun", "source-noun", "organisation-noun", "outlet-noun",
    "document-noun", "epithet", "authored", "shell", "site", "reports", "journalist", "former", "representing", "odd-surname", "aged", "requiring", "meanwhile", "contracted", "ground", "record", "recording", "inquirer", "hearer-noun", "crowd", "contender", "issuing", "collective-noun", "personal-body", "called-body", "association", "company-form", "event-noun", "common-noun", "outlet", "outlet-common", "wires", "hears", "breaks-news", "outlet-word", "organisation", "medium", "channel",
    "anaphor", "honorific", "issued", "state", "origin", "place", "seat", "plan", "wish", "alias", "lineage", "body-link", "name-head", "name-tail", "elliptic", "given-name", "deity", "blessing", "including", "other", "same", "news", "outlet-tail", "particle", "naming", "possessing", "anonymous", "background", "speaker-switch", "connective", "section-label", "furniture", "furniture-prefix",
    "reprint", "hedge", "alternative", "clause-conjunction", "accusative-subject", "np-stop", "clause-stop", "clause-turn", "phrase-more", "clause-end", "holds-that", "refers-back", "frequent"
    // clang-format on
};

}  // namespace rawi::language
