#include "cli/command.hpp"

namespace rawi::cli {

void add_commands(CLI::App& root, Session& session) {
    for (const auto add : {
             add_analyze,
             add_convert,
             add_report,
             add_index,
             add_trace,
             add_reliance,
             add_list,
             add_show,
             add_export,
             add_remove,
             add_languages,
             add_formats,
             add_completions,
             add_manual,
             add_version,
         }) {
        add(root, session);
    }
}

}  // namespace rawi::cli
