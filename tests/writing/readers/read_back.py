"""Reads what rawi writes in one format with the reader that users of that format have, and compares what comes out with
what went in.  usage: read_back.py FORMAT RAWI FIXTURES. Ends with 77 where the reader is not installed."""

import csv
import io
import re
import subprocess
import sys
import tarfile
import tempfile

import samples

SKIPPED = 77
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML 1.0 cannot hold


def need(module):
    try:
        return __import__(module, fromlist=["*"])
    except ImportError:
        print(f"SKIPPED: the Python module {module} is not installed")
        sys.exit(SKIPPED)


def in_xml(text):
    return CONTROLS.sub("\ufffd", text)


def check_graph(graph, analyses, clean):
    """A networkx graph of these analyses, several of them: labels and attributes came through whole."""
    claims = [one for one in graph.nodes.values() if one["type"] == "claim"]
    expected = [clean(samples.words(one, q["content"])) for one in analyses for q in one["attributions"]]
    assert sorted(one["label"] for one in claims) == sorted(expected)
    agents = [one for one in graph.nodes.values() if one["type"] == "agent"]
    assert any(one.get("label") == clean(samples.EVIL) and one["kind"] == "person" for one in agents)
    assert all(one["named"] in (True, False) for one in agents)
    assert any(one["missing"] for one in agents), "the missing link is a node"
    assert len([one for one in graph.nodes.values() if one["type"] == "article"]) == len(analyses)
    contacts = {one["contact"] for one in graph.edges.values()}
    assert {"spoken", "unstated"} <= contacts <= {"spoken", "written", "seen", "cited", "unstated"}
    assert any(clean(one.get("phrase", "")).endswith("B " + clean(samples.EVIL)) for one in graph.edges.values())
    assert all(int(one["weight"]) >= 1 for one in graph.edges.values())


def read_graphml(rawi, analyses):
    networkx = need("networkx")
    text = samples.convert(rawi, analyses, "graphml", "--view", "claims")
    graph = networkx.parse_graphml(text.decode())
    assert graph.is_directed()
    check_graph(graph, analyses, in_xml)
    assert not networkx.parse_graphml(samples.convert(rawi, [], "graphml").decode()).nodes


def read_gexf(rawi, analyses):
    networkx = need("networkx")
    text = samples.convert(rawi, analyses, "gexf", "--view", "claims")
    if "1.3" not in networkx.readwrite.gexf.GEXF.versions:  # Debian 12's networkx knows the elements by their older name
        text = text.replace(b"http://gexf.net/1.3/viz", b"http://www.gexf.net/1.2draft/viz")
        text = text.replace(b"http://gexf.net/1.3", b"http://www.gexf.net/1.2draft")
    graph = networkx.read_gexf(io.BytesIO(text), version="1.3" if b"1.2draft" not in text else "1.2draft")
    assert graph.is_directed()
    check_graph(graph, analyses, in_xml)
    assert all(set(one["viz"]["color"]) >= {"r", "g", "b"} for one in graph.nodes.values())
    check_gexf_elements(samples.convert(rawi, analyses, "gexf"))


# Which elements GEXF 1.3 has in which, in this order where it asks for one (its gexf.xsd).
GEXF = {"gexf": ["meta", "graph"], "meta": ["creator", "description", "keywords"],
        "graph": ["attributes", "nodes", "edges"], "attributes": ["attribute"], "attribute": ["default", "options"],
        "nodes": ["node"], "edges": ["edge"], "node": ["attvalues", "color"], "edge": ["attvalues"],
        "attvalues": ["attvalue"]}


def check_gexf_elements(text):
    from xml.etree import ElementTree

    def check(element):
        name = element.tag.split("}")[1]
        assert element.tag.startswith("{http://gexf.net/1.3}" if name != "color" else "{http://gexf.net/1.3/viz}")
        inside = [child.tag.split("}")[1] for child in element]
        allowed = GEXF.get(name, [])
        assert set(inside) <= set(allowed), f"{name} holds {set(inside) - set(allowed)}"
        assert inside == sorted(inside, key=allowed.index)
        for child in element:
            check(child)

    root = ElementTree.fromstring(text)
    assert root.get("version") == "1.3"
    check(root)
    ids = {one.get("id") for one in root.iter("{http://gexf.net/1.3}attribute")}
    assert all(one.get("for") in ids for one in root.iter("{http://gexf.net/1.3}attvalue"))


def read_csv(rawi, analyses):
    def rows(kind):
        text = samples.convert(rawi, analyses, kind, "--view", "claims").decode()
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    nodes, edges = rows("csv-nodes"), rows("csv-edges")
    assert {"Id", "Label"} <= set(nodes[0]) and {"Source", "Target", "Type", "Weight", "Stated"} <= set(edges[0])
    assert all((edge["Inferred"] == "true") == (edge["Stated"] == "0") for edge in edges)
    assert all(int(edge["Stated"]) <= int(edge["Weight"]) for edge in edges)
    known = {node["Id"] for node in nodes}
    assert len(known) == len(nodes)
    assert all(edge["Source"] in known and edge["Target"] in known for edge in edges)
    for cell in (cell for row in nodes + edges for cell in row.values()):
        assert not cell or cell[0] not in "=+-@\t\r\n", f"a formula: {cell!r}"
    def in_table(text):  # a table has nothing that terminals obey
        return re.sub(samples.OBEYED, "", re.sub("[\x85\u2028\u2029]", " ", text))

    evil = in_table(samples.EVIL)
    labels = {node["Label"] for node in nodes}
    assert {"'=1+1", "'" + evil, "'-" + evil, "'@SUM(A1)"} <= labels
    assert all(label == in_table(label) for label in labels)
    expected = {in_table(samples.words(one, q["content"])) for one in analyses for q in one["attributions"]}
    assert expected <= {label.removeprefix("'") for label in labels}


def claims_of(analyses):
    return [(one, q) for one in analyses for q in one["attributions"]]


def prov_document(rawi, analyses):
    model = need("prov.model")
    text = samples.convert(rawi, analyses, "prov-json").decode()
    return model, model.ProvDocument.deserialize(content=text, format="json")


def read_prov_json(rawi, analyses):
    model, document = prov_document(rawi, analyses)
    bundles = list(document.bundles)
    assert len(bundles) == len(analyses)
    claims = [record for bundle in bundles for record in bundle.get_records(model.ProvEntity)
              if any(str(kind) == "rawi:Claim" for kind in record.get_asserted_types())]
    values = [next(iter(record.get_attribute("prov:value"))) for record in claims]
    assert sorted(str(getattr(value, "value", value)) for value in values) == sorted(
        samples.words(one, q["content"]) for one, q in claims_of(analyses))
    derived = [record for bundle in bundles for record in bundle.get_records(model.ProvDerivation)]
    kinds = [str(kind) for record in derived for kind in record.get_asserted_types()]
    assert kinds.count("prov:PrimarySource") == sum(q["source"]["agent"] is not None for _, q in claims_of(analyses))
    assert kinds.count("prov:Quotation") >= 4
    attributed = [record for bundle in bundles for record in bundle.get_records(model.ProvAttribution)]
    assert len(attributed) >= len(analyses)
    flat = document.flattened()
    assert flat.unified().get_records(model.ProvAgent)


def read_prov_n(rawi, analyses):
    """Nothing but `prov` writes PROV-N: its PROV-N of our PROV-JSON says the same as ours, statement by statement."""
    _, document = prov_document(rawi, analyses)
    ours = samples.convert(rawi, analyses, "prov-n").decode()
    assert ours.startswith("document\n") and ours.endswith("endDocument\n")
    literal = r'"(?:[^"\\\n\r]|\\["\\nrt])*"'
    value = rf"(?:{literal}(?:@[a-zA-Z-]+| %% xsd:boolean)?|'[a-z]+:[A-Za-z0-9_%/-]+')"
    name = r"[a-z]+:[A-Za-z0-9_%/-]+"
    pairs = rf"\[{name}={value}(?:, {name}={value})*\]"
    statement = re.compile(rf"    (?:entity|agent)\({name}(?:, {pairs})?\)|"
                           rf"    (?:wasAttributedTo|wasDerivedFrom)\({name}, {name}(?:, {pairs})?\)|"
                           rf"  bundle {name}|  endBundle|  prefix [a-z]+ <[^<>\"{{}}|^`\\\s]+>|document|endDocument|")
    for line in ours.split("\n"):
        assert statement.fullmatch(line), f"no statement of PROV-N: {line!r}"

    def relations(text):
        found = re.findall(rf"(wasAttributedTo|wasDerivedFrom)\(({name}), ({name})", text)
        kinds = re.findall(r"prov:(Quotation|PrimarySource)", text)
        return sorted(found), sorted(kinds)

    assert relations(ours) == relations(document.get_provn())


def read_prov_jsonld(rawi, analyses):
    rdflib = need("rdflib")
    text = samples.convert(rawi, analyses, "prov-jsonld").decode()
    graph = rdflib.ConjunctiveGraph()
    graph.parse(data=text, format="json-ld")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    terms = rdflib.Namespace("urn:x-rawi:terms:")
    bundles = set(graph.subjects(rdflib.RDF.type, prov.Bundle))
    assert len(bundles) == len(analyses)
    assert {context.identifier for context in graph.contexts()} >= bundles
    values = [str(graph.value(claim, prov.value)) for claim in graph.subjects(rdflib.RDF.type, terms.Claim)]
    assert sorted(values) == sorted(samples.words(one, q["content"]) for one, q in claims_of(analyses))
    asked = graph.query("""
        PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rawi: <urn:x-rawi:terms:>
        SELECT ?article ?claim ?who WHERE { GRAPH ?bundle {
            ?article a rawi:Article ; prov:hadPrimarySource ?claim . ?claim prov:wasAttributedTo ?who .
            ?report prov:qualifiedQuotation [ prov:entity ?claim ; rawi:contact ?contact ] } }""")
    assert len(asked) >= 4
    graph.serialize(format="trig")  # every IRI is one that RDF can write


def read_brat(rawi, analyses):
    archive = tarfile.open(fileobj=io.BytesIO(samples.convert(rawi, analyses, "brat")))
    files = {member.name: archive.extractfile(member).read().decode() for member in archive.getmembers()}
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+", name) for name in files), "names that are safe to unpack"
    assert {"annotation.conf", "visual.conf"} <= set(files)
    entities = set(re.findall(r"^\t?!?([A-Z][a-z]+)$", files["annotation.conf"], re.M))
    names = sorted((name for name in files if name.endswith(".txt")), key=lambda name: int(name.split("-")[0]))
    assert len(names) == len(analyses)
    for name, analysis in zip(names, analyses):
        text = files[name]
        assert text == re.sub(samples.OBEYED, "\ufffd", samples.text_of(analysis))
        assert not re.search(samples.OBEYED, files[name.removesuffix(".txt") + ".ann"])
        bound, related = {}, []
        for line in files[name.removesuffix(".txt") + ".ann"].removesuffix("\n").split("\n"):
            if line[0] == "T":
                id, place, quoted = line.split("\t", 2)
                kind, places = place.split(" ", 1)
                spans = [tuple(map(int, one.split())) for one in places.split(";")]
                assert kind in entities, kind
                assert " ".join(text[begin:end] for begin, end in spans) == quoted, line
                assert all("\n" not in text[begin:end] for begin, end in spans)
                assert id not in bound
                bound[id] = (kind, spans)
            elif line[0] == "R":
                kind, first, second = line.split("\t")[1].split(" ")
                related.append((kind, bound[first[5:]][0], bound[second[5:]][0]))
            elif line[0] == "A":
                assert line.split("\t")[1].split(" ")[1] in bound
            elif line[0] == "*":
                assert all(id in bound for id in line.split("\t")[1].split(" ")[1:])
            else:
                assert re.fullmatch(r"#\d+\tAnnotatorNotes T\d+\t[^\n\t]+", line), line
        contents = [spans for kind, spans in bound.values() if kind == "Content"]
        for q in analysis["attributions"]:
            assert any(spans[0][0] == q["content"][0][0] and spans[-1][1] == q["content"][-1][1] for spans in contents)
        assert ("Said", "Source", "Content") in related and ("Marks", "Cue", "Content") in related


# The terms of the contexts that we refer to, as their owners define them: the tests do not go to the network.
ANNO = {"@context": {
    "oa": "http://www.w3.org/ns/oa#", "dc": "http://purl.org/dc/elements/1.1/",
    "as": "http://www.w3.org/ns/activitystreams#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"}, "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource", "AnnotationPage": "as:OrderedCollectionPage",
    "TextQuoteSelector": "oa:TextQuoteSelector", "TextPositionSelector": "oa:TextPositionSelector",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    **{name: "oa:" + name for name in ("identifying", "describing", "classifying", "tagging", "linking", "highlighting")},
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix", "format": "dc:format", "value": "rdf:value",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"}}}
SCHEMA = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}


def expanded(text, contexts):
    """The document after JSON-LD expansion; a term that its context does not know would be lost in it."""
    pyld = need("pyld")
    import json

    def load(url, _options=None):
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url], "contentType": "application/ld+json"}

    return pyld.jsonld.expand(json.loads(text), {"documentLoader": load}), json.loads(text)


def read_web_annotation(rawi, analyses):
    text = samples.convert(rawi, analyses, "web-annotation").decode()
    full, plain = expanded(text, {"http://www.w3.org/ns/anno.jsonld": ANNO})
    oa = "http://www.w3.org/ns/oa#"
    items = full[0]["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(plain["items"]) == len(claims_of(analyses))
    assert len({item["@id"] for item in items}) == len(items)
    for (analysis, q), item in zip(claims_of(analyses), items):
        text = samples.text_of(analysis)
        targets = item[oa + "hasTarget"]
        assert len(targets) == len(q["content"])
        assert all(body[oa + "hasPurpose"] for body in item[oa + "hasBody"])
        for selected in targets + [body for body in item[oa + "hasBody"] if oa + "hasSelector" in body]:
            assert not selected[oa + "hasSource"][0]["@id"].startswith("javascript")
            quote, place = selected[oa + "hasSelector"]
            begin, end = (int(place[oa + key][0]["@value"]) for key in ("start", "end"))
            exact, before, after = (quote[oa + key][0]["@value"] for key in ("exact", "prefix", "suffix"))
            assert text[begin:end] == exact
            assert text[:begin].endswith(before) and text[end:].startswith(after)
        places = [[int(place[oa + key][0]["@value"]) for key in ("start", "end")]
                  for place in (target[oa + "hasSelector"][1] for target in targets)]
        assert places == q["content"]


def read_schema_org(rawi, analyses):
    text = samples.convert(rawi, analyses, "schema-org").decode()
    full, _ = expanded(text, {"https://schema.org": SCHEMA})
    s = "https://schema.org/"
    nodes = [(one["@type"][0].removeprefix(s), one) for one in full]
    known = {one["@id"] for one in full}
    assert sum(kind == "NewsArticle" for kind, _ in nodes) == len(analyses)
    said = [one for kind, one in nodes if kind in ("Quotation", "Claim")]
    assert [one[s + "text"][0]["@value"] for one in said] == [samples.words(a, q["content"]) for a, q in claims_of(analyses)]
    for kind, one in nodes:
        assert not (kind == "NewsArticle" and one.get(s + "url", [{"@id": ""}])[0]["@id"].startswith("javascript"))
        for key in ("spokenByCharacter", "isBasedOn", "isPartOf", "appearance", "creator", "publisher", "hasPart"):
            assert all(other["@id"] in known for other in one.get(s + key, [])), f"{key} leads nowhere"
    based = [one for kind, one in nodes if kind == "CreativeWork"]
    assert based and all(s + "isBasedOn" in one and s + "creator" in one for one in based if s + "creator" in one)


def main():
    format, rawi, fixtures = sys.argv[1:]
    read = globals()["read_" + format.replace("-", "_")]
    analyses = samples.lines(rawi, fixtures)
    read(rawi, analyses)
    if format in ("graphml", "gexf"):  # well-formed for a parser that forgives nothing
        with tempfile.NamedTemporaryFile(suffix=".xml") as file:
            file.write(samples.convert(rawi, analyses, format))
            file.flush()
            try:
                subprocess.run(["xmllint", "--noout", "--nonet", file.name], check=True)
            except FileNotFoundError:
                print("xmllint is not installed: not asked")


if __name__ == "__main__":
    main()
