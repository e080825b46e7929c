"""Finds a gold set and prints the path of a file that score.py reads.

usage: gold.py SET SHARED FOLDER

A set lies in SHARED/evaluation, or in readings/ beside this file. A reading tells where things stand (code points in
`title + "\\n\\n" + text`) and holds nothing of the text but names of agencies that only a byline gives; its articles lie in
SHARED, Arabic ones in corpus/ar-news.jsonl.gz, English ones in evaluation/en-polnear-train.jsonl.gz. What has to be
unpacked or put together is written to FOLDER. Exit 77: what the set needs is not there.
"""
import gzip
import hashlib
import json
import pathlib
import shutil
import sys

READINGS = pathlib.Path(__file__).parent / "readings"
ARTICLES = {"ar": "corpus/ar-news.jsonl.gz", "en": "evaluation/en-polnear-train.jsonl.gz"}


class Absent(Exception):
    """A file that others lay beside the repository is not there."""


def analysed_text(article):
    title = article.get("title")
    return f"{title}\n\n{article['text']}" if title else article["text"]


def with_text(reading, article):
    """The article, with the agents and attributions of the reading, agents named."""
    text = analysed_text(article)
    if hashlib.sha256(text.encode()).hexdigest()[:16] != reading["text"]:
        sys.exit(f"{reading['id']} has another text than the one that was read")
    for agent in reading["agents"]:
        if "name" not in agent:
            start, end = agent["mentions"][0] if agent["mentions"] else (0, 0)
            agent["name"] = text[start:end] or article["outlet"]
    given = {key: value for key, value in article.items() if key not in ("agents", "attributions") and value}
    return {**given, **reading, "text": article["text"]}


def join(name, shared, out):
    corpus = shared / ARTICLES[name[:2]]
    if not corpus.exists():
        raise Absent(corpus)
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        articles = {article["id"]: article for article in map(json.loads, lines)}
    with open(READINGS / f"{name}.jsonl", encoding="utf-8") as readings, open(out, "w", encoding="utf-8") as gold:
        for reading in map(json.loads, readings):
            if reading["id"] not in articles:
                sys.exit(f"{name}: {reading['id']} is not in {corpus}")
            json.dump(with_text(reading, articles[reading["id"]]), gold, ensure_ascii=False)
            gold.write("\n")


def find(name, shared, folder):
    """The path of gold set `name`. Raises Absent."""
    if (READINGS / f"{name}.jsonl").exists():
        join(name, shared, folder / f"{name}.jsonl")
        return folder / f"{name}.jsonl"
    whole = shared / "evaluation" / f"{name}.jsonl"
    if whole.exists():
        return whole
    packed = whole.with_suffix(".jsonl.gz")
    if not packed.exists():
        raise Absent(whole)
    with gzip.open(packed, "rb") as source, open(folder / f"{name}.jsonl", "wb") as out:
        shutil.copyfileobj(source, out)
    return folder / f"{name}.jsonl"


if __name__ == "__main__":
    try:
        print(find(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))
    except Absent as absent:
        print(f"{absent} is not there", file=sys.stderr)
        sys.exit(77)
