# Every foreign library that rawi links and the room that it is private to (src/README.md). Read by the build and, installed,
# by find_package(rawi): who links a static library has to link what it needs. Libraries of headers only are found by
# their rooms, since nobody needs them after the build.
find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)                  # text
find_package(LibArchive REQUIRED)                                      # reading
find_package(LibXml2 REQUIRED)                                         # reading
find_package(ZLIB REQUIRED)                                            # reading
find_package(SQLite3 REQUIRED)                                         # corpus
find_package(fmt REQUIRED)                                             # any
find_package(PkgConfig REQUIRED)
pkg_check_modules(GRAPHVIZ REQUIRED IMPORTED_TARGET libgvc libcgraph)  # writing
find_package(Threads REQUIRED)                                         # cli
