// Files of word classes:
//
//     [month]              a class; [class = value] gives all its entries that value
//     يناير = 1            an entry with a value of its own
//     أبريل | نيسان = 4    several of them
//
#include "language/compile.hpp"

namespace rawi::language {

void compile_words(const PackFile& file, Builder& builder) {
    ClassId current = 0;
    bool in_class = false;
    std::string common_value;
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        if (line.front() == '[') {
            if (line.back() != ']')
                return builder.faults.add(file, number, "a class begins with [name]: the ] is missing");
            const std::string_view head = line.substr(1, line.size() - 2);
            const std::size_t equals = head.find('=');
            common_value = equals == std::string_view::npos ? "" : std::string(trim(head.substr(equals + 1)));
            current = builder.class_id(trim(head.substr(0, equals)), file, number);
            in_class = true;
            return;
        }
        if (!in_class) return builder.faults.add(file, number, "an entry before any [class]");
        // " = " separates the value, so that "=" may be part of an entry.
        const std::size_t equals = line.rfind(" = ");
        const std::string value(equals == std::string_view::npos ? common_value : trim(line.substr(equals + 3)));
        for (const std::string_view entry : split(line.substr(0, equals), "|")) {
            builder.add_entry(current, entry, value, file, number);
        }
    });
}

}  // namespace rawi::language
