// XML that holds one article after the other: feeds and packages of news agencies, read item by item.
#pragma once

#include <memory>
#include <string_view>

#include "reading/input.hpp"
#include "reading/xml.hpp"

namespace rawi::reading {

/// Makes an article of an item's element and everything in it. `feed`: the elements that stood before the items, by
/// which a feed names itself; may be empty.
using ItemReader = Article (*)(const xmlNode& item, std::string_view feed_title);

/// A reader of the elements called one of `names` (separated by spaces), wherever they stand. One item is in memory at
/// a time. Entities are not expanded, nothing is fetched, no DTD is read.
[[nodiscard]] std::unique_ptr<FormatReader> open_xml_items(Input& input, std::string_view names, ItemReader read);

/// The local name of the first element in `head`; empty if this is not XML.
[[nodiscard]] std::string_view root_element(std::string_view head);

}  // namespace rawi::reading
