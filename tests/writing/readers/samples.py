"""Saved analyses (rawi/1) for the tests: the fixtures as rawi analyses them, and one that is out to break readers."""

import json
import subprocess

# What ends strings, elements, cells, lines and statements in one format or another, and what XML cannot hold.
EVIL = ("=HYPERLINK(\"http://evil.example\",\"x\")</data><!--]]>&amp;&lt; 'one' \\\" \\n \\ %41 \u202edesrever\u202c "
        "\u2028\u0085\x01\x0b\x1b[31m\ufffe \U0001f600 راوٍ, \t\"two\"\r\n@x;endBundle\nT1\tFake 0 1\tx")

# What terminals obey and what reorders text: formats without an escape for it leave it out or put U+FFFD in its place.
OBEYED = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]"


def hostile(id=EVIL, language="en"):
    """One article: a speaker, a relay, a publisher; a claim within a claim, a claim of nobody; every string is evil."""
    title = "T: " + EVIL
    body = "A " + EVIL + " said B " + EVIL + "\nC told D."
    text = title + "\n\n" + body
    at = text.index(" said ") + 1
    end = text.index("\nC told")
    source = [text.index("A ="), at - 1]

    def agent(number, name, **more):
        return {"id": f"a{number}", "name": name, "kind": "person", "named": True, "publisher": False,
                "outlet_id": None, "mentions": [], **more}

    def said(number, **more):
        return {"id": f"q{number}", "cue": [[at, at + 4]], "lemma": EVIL, "stance": "denied",
                "source": {"agent": "a1", "span": source}, "content": [[at + 5, end]], "type": "mixed",
                "chain": ["a1", "a2", "a3"],
                "hops": [{"from": "a1", "to": "a2", "contact": "spoken", "phrase": [[at, end]], "inferred": False,
                          "rule": EVIL},
                         {"from": "a2", "to": "a3", "contact": "unstated", "phrase": [], "inferred": True,
                          "rule": None}],
                "medium": EVIL, "when": {"text": [0, 1], "date": EVIL}, "parent": None,
                "flags": ["missing-link", "second-hand"], "rule": EVIL, "rule_place": EVIL, **more}

    return {
        "schema": "rawi/1", "id": id,
        "document": {"id": id, "language": language, "right_to_left": False, "outlet": EVIL, "title": title,
                     "author": EVIL, "url": "javascript:alert(1)//" + EVIL, "published": EVIL, "dateline": None,
                     "dateline_span": None, "furniture": [], "text": body},
        "agents": [agent(1, EVIL, mentions=[source, [0, 1]]), agent(2, "=1+1", kind="outlet", outlet_id=EVIL),
                   agent(3, "-" + EVIL, publisher=True, kind="outlet"), agent(4, "@SUM(A1)", kind="role", named=False)],
        "attributions": [
            said(1),
            said(2, source={"agent": "a4", "span": None}, content=[[at + 5, at + 9], [at + 12, at + 20]],
                 chain=["a4", "a1", "a2", "a3"], type="indirect", parent="q1",
                 hops=[{"from": "a4", "to": "a1", "contact": "cited", "phrase": [], "inferred": True, "rule": None},
                       *said(1)["hops"]]),
            said(3, source={"agent": None, "span": None}, cue=[], chain=["a3"], hops=[], when=None, medium=None,
                 flags=["unknown-source"]),
        ],
    }


def lines(rawi, fixtures):
    """The fixtures and the hostile article, as rawi saves them: a list of parsed analyses. Two of the articles have the
    same id, and a third the one that the second of them would get."""
    analyzed = subprocess.run([rawi, "analyze", "--format", "jsonl", "--with-text", fixtures], check=True,
                              capture_output=True).stdout.decode().splitlines()
    both = [json.loads(line) for line in analyzed]
    assert len(both) >= 2 and all(one["attributions"] for one in both), "the fixtures hold attributions"
    return both + [hostile(), hostile(), hostile(EVIL + "#2", "en])\n    entity(article:evil")]


def convert(rawi, analyses, to, *options):
    """What rawi writes for them in that format, as bytes."""
    saved = "\n".join(json.dumps(one) for one in analyses) + "\n"
    done = subprocess.run([rawi, "convert", "-", "--to", to, *options], input=saved.encode(), capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def text_of(analysis):
    document = analysis["document"]
    return (document["title"] + "\n\n" if document["title"] else "") + document["text"]


def words(analysis, spans):
    text = text_of(analysis)
    return " … ".join(text[begin:end] for begin, end in spans)
