// rawi index
#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>

#include "cli/command.hpp"
#include "cli/intake.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "cli/remarks.hpp"
#include "cli/run.hpp"
#include "rawi/corpus.hpp"
#include "rawi/error.hpp"
#include "rawi/saved.hpp"
#include "text/width.hpp"

namespace rawi::cli {
namespace {

struct IndexOptions {
    std::string corpus;
    IntakeOptions intake;
    bool anew = false;
    const CLI::App* app = nullptr;  ///< tells which options were given
};

/// There already, with the same content.
struct Known {};
/// A saved analysis that a corpus cannot take.
struct WithoutText {
    std::string file;
};
using Result = std::variant<PreparedArticle, Known, WithoutText, Problem>;

/// The corpus, made when there is something to keep. One that is there is opened at once: what is wrong with it is said
/// before any work.
class KeptCorpus {
public:
    explicit KeptCorpus(std::string name) : name_(std::move(name)) {
        if (std::filesystem::exists(name_)) (void)get();
    }

    Corpus& get() {
        std::call_once(once_, [this] {
            corpus_.emplace(name_, Corpus::Access::write);
            is_there_ = true;
        });
        return *corpus_;
    }
    [[nodiscard]] bool is_there() const noexcept { return is_there_; }
    [[nodiscard]] bool holds(const Document& document) { return is_there_ && get().holds(document); }

private:
    std::string name_;
    std::once_flag once_;
    std::optional<Corpus> corpus_;
    std::atomic<bool> is_there_ = false;
};

// What the reader's and the workers' threads share.
struct Work {
    explicit Work(const IndexOptions& options)
        : intake(options.intake, "to index"), remarks(intake.packs()), corpus(options.corpus), anew(options.anew) {}

    Result prepared(ArticleReader::Item&& item) {
        if (auto* problem = std::get_if<Problem>(&item)) return std::move(*problem);
        if (const auto* saved = std::get_if<SavedText>(&item)) return read_back(*saved);
        any_article = true;
        auto& document = std::get<Document>(item);
        remarks.look_at_date(document.metadata());
        if (!anew && corpus.holds(document)) return Known{};
        auto found = intake.analyzed(std::move(document));
        if (auto* problem = std::get_if<Problem>(&found)) return std::move(*problem);
        remarks.look_at_language(std::get<Analysis>(found));
        return PreparedArticle(std::move(std::get<Analysis>(found)));
    }

    Intake intake;
    Remarks remarks;
    KeptCorpus corpus;
    bool anew;
    std::atomic<bool> any_article = false;

private:
    Result read_back(const SavedText& text) {
        try {
            SavedAnalysis saved = read_analysis(text.json);
            if (!saved.has_text) return WithoutText{text.file};
            const Document& document = saved.analysis.document;
            remarks.look_at_date(document.metadata());
            if (!anew && corpus.holds(document)) return Known{};
            return PreparedArticle(std::move(saved.analysis));
        } catch (const Error& error) {
            return Problem{text.file, text.line, error.what(), true};
        }
    }
};

/// Gathers articles into batches and counts what became of them.
class Indexing {
public:
    Indexing(KeptCorpus& corpus, bool anew) : corpus_(corpus), anew_(anew) {}

    void take(Result&& result) {
        if (auto* article = std::get_if<PreparedArticle>(&result)) {
            batch_bytes_ += article->bytes();
            batch_.push_back(std::move(*article));
            if (batch_.size() == articles_a_batch || batch_bytes_ >= bytes_a_batch) store();
        } else if (const auto* without_text = std::get_if<WithoutText>(&result)) {
            if (without_text->file != without_text_in_) say_without_text();
            without_text_in_ = without_text->file;
            ++without_text_;
        } else if (const auto* problem = std::get_if<Problem>(&result)) {
            complain(*problem);
        } else {
            ++counts_.unchanged;
        }
    }

    void store() {
        if (batch_.empty()) return;
        const Corpus::Added added = corpus_.get().add(batch_, anew_);
        counts_.fresh += added.fresh;
        counts_.changed += added.changed;
        counts_.unchanged += added.unchanged;
        batch_.clear();
        batch_bytes_ = 0;
    }

    void show(std::uint64_t bytes, std::uint64_t total) {
        progress_.show({articles() + batch_.size(), bytes, total, failed_});
    }

    /// "9000 articles: 8990 new, 4 changed, 6 unchanged; 2 inputs failed"
    [[nodiscard]] std::string account() {
        say_without_text();
        progress_.clear();
        complaints_.finish();
        std::string text = counted(articles(), "article", "articles") + ": ";
        text += std::to_string(counts_.fresh) + " new, " + std::to_string(counts_.changed) + " changed, " +
                std::to_string(counts_.unchanged) + " unchanged; ";
        return text + counted(failed_, "failure", "failures");
    }
    [[nodiscard]] std::size_t articles() const { return counts_.fresh + counts_.changed + counts_.unchanged; }
    [[nodiscard]] std::size_t failed() const noexcept { return failed_; }

private:
    // A kill loses what is not in the corpus yet: a second's work. Ends of batches do not hang on timing, so that the
    // same input makes the same file.
    static constexpr std::size_t articles_a_batch = 256;
    static constexpr std::size_t bytes_a_batch = std::size_t{16} << 20;

    void complain(const Problem& problem) {
        if (problem.fatal) ++failed_;
        progress_.clear();
        complaints_.take(problem);
    }

    // Once for all of a file.
    void say_without_text() {
        if (const std::size_t left_out = std::exchange(without_text_, 0); left_out != 0) {
            complain({without_text_in_, 0,
                      counted(left_out, "analysis was", "analyses were") +
                          " saved without text, which a corpus needs: skipped; index the articles, or what analyze "
                          "--with-text writes of them",
                      true});
        }
    }

    KeptCorpus& corpus_;
    bool anew_;
    std::vector<PreparedArticle> batch_;
    std::size_t batch_bytes_ = 0;
    Corpus::Added counts_;
    std::size_t without_text_ = 0;
    std::string without_text_in_;
    std::size_t failed_ = 0;
    Progress progress_{false};
    Complaints complaints_;
};

/// Which words say nothing, and what is written in one word with others, a corpus asks of built-in packs alone.
void say_what_is_compared_roughly(const std::vector<LanguagePack>& packs) {
    const std::vector<std::string> built_in = LanguagePack::built_in_codes();
    for (const LanguagePack& pack : packs) {
        if (std::ranges::find(built_in, pack.code()) != built_in.end()) continue;
        say("claims in " + pack.name() +
            " are compared by all of their words, function words too, as its pack is not built in: look at what "
            "repeats what with care");
    }
}

/// Of what is saved nothing is left to be said.
void say_what_was_for_articles(const CLI::App& app) {
    for (const char* option : {"--outlet", "--published", "--language", "--language-pack"}) {
        if (app.count(option) != 0)
            say(std::string(option) + " is for articles; there were none, and saved analyses are taken as they are");
    }
}

int run_index(const IndexOptions& options) {
    const auto work = std::make_shared<Work>(options);
    say_what_is_compared_roughly(work->intake.packs());
    catch_interrupts();
    Indexing indexing(work->corpus, options.anew);
    {
        Pipeline<ArticleReader::Item, Result> pipeline(
            {.read = [work] { return work->intake.read(); },
             .weight = Intake::weight,
             .work = [work](ArticleReader::Item&& item) { return work->prepared(std::move(item)); }},
            options.intake.jobs);
        while (auto results = pipeline.next(std::chrono::milliseconds(100))) {
            for (Result& result : *results) indexing.take(std::move(result));
            if (interrupted()) {
                indexing.store();
                say("interrupted after " + indexing.account() + "; run the same command again to go on");
                return ended_by_interrupt;
            }
            indexing.show(work->intake.bytes(), work->intake.total());
        }
        indexing.store();
    }
    work->remarks.say_all();
    if (!work->any_article && indexing.articles() != 0) say_what_was_for_articles(*options.app);
    std::cout << indexing.account() << "\n";
    if (!work->corpus.is_there()) {
        std::cout << options.corpus << " was not made: there was nothing to keep\n";
        return indexing.failed() == 0 ? clean : some_failed;
    }
    const Corpus::Size size = work->corpus.get().size();
    std::cout << options.corpus << " holds " << counted(size.articles, "article", "articles") << " with "
              << counted(size.claims, "claim", "claims") << ", " << counted(size.links, "repetition", "repetitions")
              << " between them\n";
    return indexing.failed() == 0 ? clean : some_failed;
}

}  // namespace

void add_index(CLI::App& root, Session& session) {
    CLI::App* command =
        root.add_subcommand("index", "Analyse articles and keep them in a corpus, to trace and compare them");
    command->footer(
        "rawi index news.rawi articles/            # each article once; run it again for what is new\n"
        "rawi index news.rawi monday.jsonl.gz tuesday.jsonl.gz\n"
        "rawi index news.rawi analyses.jsonl.gz    # saved --with-text: not analysed again\n"
        "rawi index --anew news.rawi articles/     # analyse unchanged articles again, too");
    const auto options = std::make_shared<IndexOptions>();
    command->add_option("CORPUS", options->corpus, "The corpus, one file; made if there is none")
        ->required()
        ->check(not_empty("the name of a corpus is wanted"));
    options->app = command;
    options->intake.add_inputs(*command);
    options->intake.add_options(*command);
    options->intake.reading.saved_analyses = true;
    command->add_flag("--anew", options->anew, "Analyse and store articles again that are in the corpus already");
    command->callback([options, &session] {
        // The corpus may lie among the articles.
        for (const char* ending : {"", "-wal", "-shm"})
            options->intake.reading.passed_over.emplace_back(options->corpus + ending);
        session.run = [options] { return run_index(*options); };
    });
}

}  // namespace rawi::cli
