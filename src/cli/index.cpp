// rawi index
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include "cli/command.hpp"
#include "cli/index_input.hpp"
#include "cli/intake.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "cli/remarks.hpp"
#include "cli/run.hpp"
#include "rawi/corpus.hpp"
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
using Result = std::variant<PreparedArticle, Known, Problem>;

using Item = std::variant<Document, SavedAnalysis, Problem>;

template <class Given>
std::optional<Item> as_item(std::optional<Given>&& given) {
    if (!given) return std::nullopt;
    return std::visit([](auto&& one) { return Item(std::forward<decltype(one)>(one)); }, std::move(*given));
}

// What the reader's and the workers' threads share.
struct Work {
    // The corpus last: where something is wrong with the rest, none is made.
    Work(const IndexOptions& options, IndexInputs&& inputs)
        : intake(inputs.articles.inputs.empty() ? nullptr : std::make_unique<Intake>(inputs.articles, "to index")),
          saved(std::move(inputs.saved), std::move(inputs.begun)),
          remarks(intake ? intake->packs() : no_packs),
          corpus(options.corpus, Corpus::Access::write),
          anew(options.anew) {}

    std::optional<Item> read() {
        if (auto item = as_item(saved.next())) return item;
        return intake ? as_item(intake->read()) : std::nullopt;
    }
    static std::size_t weight(const Item& item) {
        if (const auto* document = std::get_if<Document>(&item)) return document->text().size();
        const auto* analysis = std::get_if<SavedAnalysis>(&item);
        return analysis != nullptr ? analysis->analysis.document.text().size() : 0;
    }

    Result prepared(Item&& item) {
        if (auto* problem = std::get_if<Problem>(&item)) return std::move(*problem);
        auto* const analysed = std::get_if<SavedAnalysis>(&item);
        const Document& document = analysed != nullptr ? analysed->analysis.document : std::get<Document>(item);
        remarks.look_at_date(document.metadata());
        if (!anew && corpus.holds(document)) return Known{};
        if (analysed != nullptr) return PreparedArticle(std::move(analysed->analysis));
        auto found = intake->analyzed(std::move(std::get<Document>(item)));
        if (auto* problem = std::get_if<Problem>(&found)) return std::move(*problem);
        remarks.look_at_language(std::get<Analysis>(found));
        return PreparedArticle(std::move(std::get<Analysis>(found)));
    }

    [[nodiscard]] std::uint64_t bytes() const { return saved.bytes() + (intake ? intake->bytes() : 0); }
    /// 0 where it is not known.
    [[nodiscard]] std::uint64_t total() const {
        if (!saved.total() || (intake && intake->total() == 0)) return 0;
        return *saved.total() + (intake ? intake->total() : 0);
    }

    const std::vector<LanguagePack> no_packs;
    std::unique_ptr<Intake> intake;  // none where there are no articles
    SavedAnalyses saved;
    Remarks remarks;
    Corpus corpus;
    bool anew;
};

/// Of what is saved nothing is left to be said, and nothing to be found out.
void check_options(const IndexOptions& options, const IndexInputs& inputs) {
    if (!inputs.articles.inputs.empty()) return;
    for (const char* option : {"--from", "--outlet", "--published", "--language", "--language-pack"}) {
        if (options.app->count(option) != 0)
            throw UsageError(std::string(option) + " is for articles; saved analyses are taken as they are");
    }
}

/// Gathers articles into batches and counts what became of them.
class Indexing {
public:
    Indexing(Corpus& corpus, bool anew) : corpus_(corpus), anew_(anew) {}

    void take(Result&& result) {
        if (auto* article = std::get_if<PreparedArticle>(&result)) {
            batch_bytes_ += article->bytes();
            batch_.push_back(std::move(*article));
            if (batch_.size() == articles_a_batch || batch_bytes_ >= bytes_a_batch) store();
        } else if (const auto* problem = std::get_if<Problem>(&result)) {
            if (problem->fatal) ++failed_;
            progress_.clear();
            complaints_.take(*problem);
        } else {
            ++counts_.unchanged;
        }
    }

    void store() {
        const Corpus::Added added = corpus_.add(batch_, anew_);
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
        progress_.clear();
        complaints_.finish();
        std::string text = counted(articles(), "article", "articles") + ": ";
        text += std::to_string(counts_.fresh) + " new, " + std::to_string(counts_.changed) + " changed, " +
                std::to_string(counts_.unchanged) + " unchanged; ";
        return text + counted(failed_, "failure", "failures");
    }
    [[nodiscard]] std::size_t failed() const noexcept { return failed_; }

private:
    // A kill loses what is not in the corpus yet: a second's work. Ends of batches do not hang on timing, so that the
    // same input makes the same file.
    static constexpr std::size_t articles_a_batch = 256;
    static constexpr std::size_t bytes_a_batch = std::size_t{16} << 20;

    [[nodiscard]] std::size_t articles() const { return counts_.fresh + counts_.changed + counts_.unchanged; }

    Corpus& corpus_;
    bool anew_;
    std::vector<PreparedArticle> batch_;
    std::size_t batch_bytes_ = 0;
    Corpus::Added counts_;
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

int run_index(const IndexOptions& options) {
    IndexInputs inputs(options.intake);
    check_options(options, inputs);
    const auto work = std::make_shared<Work>(options, std::move(inputs));
    if (work->intake) say_what_is_compared_roughly(work->intake->packs());
    catch_interrupts();
    Indexing indexing(work->corpus, options.anew);
    {
        Pipeline<Item, Result> pipeline({.read = [work] { return work->read(); },
                                         .weight = Work::weight,
                                         .work = [work](Item&& item) { return work->prepared(std::move(item)); }},
                                        options.intake.jobs);
        while (auto results = pipeline.next(std::chrono::milliseconds(100))) {
            for (Result& result : *results) indexing.take(std::move(result));
            if (interrupted()) {
                indexing.store();
                say("interrupted after " + indexing.account() + "; run the same command again to go on");
                return ended_by_interrupt;
            }
            indexing.show(work->bytes(), work->total());
        }
        indexing.store();
    }
    work->remarks.say_all();
    const Corpus::Size size = work->corpus.size();
    std::cout << indexing.account() << "\n"
              << options.corpus << " holds " << counted(size.articles, "article", "articles") << " with "
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
        "rawi index news.rawi analyses.jsonl       # saved --with-text: not analysed again\n"
        "rawi index --anew news.rawi articles/     # analyse unchanged articles again, too");
    const auto options = std::make_shared<IndexOptions>();
    command->add_option("CORPUS", options->corpus, "The corpus, one file; made if there is none")->required();
    options->app = command;
    options->intake.add_inputs(*command);
    options->intake.add_options(*command);
    command->add_flag("--anew", options->anew, "Analyse and store articles again that are in the corpus already");
    command->callback([options, &session] {
        // The corpus may lie among the articles.
        for (const char* ending : {"", "-wal", "-shm"})
            options->intake.reading.passed_over.emplace_back(options->corpus + ending);
        session.run = [options] { return run_index(*options); };
    });
}

}  // namespace rawi::cli
