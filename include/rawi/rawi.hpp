// Everything that rawi offers, in one include.
//
//     rawi::Document article({.outlet = "أوج"}, title, body);
//     rawi::Analysis found = rawi::analyze(std::move(article), rawi::LanguagePack::built_in("ar"));
//     for (const auto& said : found.attributions) ...
//
#pragma once

#include "rawi/agent.hpp"
#include "rawi/analysis.hpp"
#include "rawi/attribution.hpp"
#include "rawi/corpus.hpp"
#include "rawi/document.hpp"
#include "rawi/error.hpp"
#include "rawi/graph.hpp"
#include "rawi/language.hpp"
#include "rawi/reading.hpp"
#include "rawi/reliance.hpp"
#include "rawi/report.hpp"
#include "rawi/saved.hpp"
#include "rawi/span.hpp"
#include "rawi/trace.hpp"
#include "rawi/writing.hpp"
