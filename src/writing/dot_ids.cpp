#include "writing/dot_ids.hpp"

#include <map>
#include <string>
#include <vector>

namespace rawi::writing {
namespace {

/// Of one graph. Anonymous objects (Graphviz makes some while it lays out) have a number, too, but no name. Names are
/// strings of cgraph's own making: it looks at what stands in memory before them.
struct Register {
    Agraph_t* graph = nullptr;
    std::map<std::string, IDTYPE, std::less<>> number_of;
    std::vector<char*> name_of;  // by number
};

Register* state_of(void* state) {
    return static_cast<Register*>(state);
}

void* open(Agraph_t* graph, Agdisc_t* /*discipline*/) {
    return new Register{graph, {}, {}};
}

void close(void* state) {
    for (char* name : state_of(state)->name_of) {
        if (name != nullptr) agstrfree(state_of(state)->graph, name);
    }
    delete state_of(state);
}

long map(void* state, int /*type*/, char* name, IDTYPE* number, int create) {
    Register& all = *state_of(state);
    if (name != nullptr) {
        if (const auto found = all.number_of.find(name); found != all.number_of.end()) {
            *number = found->second;
            return 1;
        }
    }
    if (create == 0) return 0;
    *number = all.name_of.size();
    all.name_of.push_back(name != nullptr ? agstrdup(all.graph, name) : nullptr);
    if (name != nullptr) all.number_of.emplace(name, *number);
    return 1;
}

/// Nobody asks for a number of his own choice.
long alloc(void* /*state*/, int /*type*/, IDTYPE /*number*/) {
    return 0;
}

/// Names are kept until the graph is closed: a number is given once.
void forget(void* /*state*/, int /*type*/, IDTYPE /*number*/) {}

char* name(void* state, int /*type*/, IDTYPE number) {
    return state_of(state)->name_of.at(number);
}

void registered(void* /*state*/, int /*type*/, void* /*object*/) {}

}  // namespace

Agiddisc_t* sequential_ids() {
    static Agiddisc_t discipline{open, map, alloc, forget, name, close, registered};
    return &discipline;
}

}  // namespace rawi::writing
