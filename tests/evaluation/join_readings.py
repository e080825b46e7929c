"""Puts a set of readings/ and the articles it is about together: gold for score.py, which needs their text.

usage: join_readings.py SET SHARED OUT

A reading tells where things stand (code points in `title + "\\n\\n" + text`), and holds nothing of the text itself but
names of agencies that only a byline gives. The articles lie in SHARED: Arabic ones in corpus/ar-news.jsonl.gz, English
ones in evaluation/en-polnear-train.jsonl.gz. Exit 77: they are not there.
"""
import gzip
import hashlib
import json
import pathlib
import sys

set_name, shared, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
readings = pathlib.Path(__file__).parent / "readings" / f"{set_name}.jsonl"
corpus = shared / ("corpus/ar-news.jsonl.gz" if set_name.startswith("ar") else "evaluation/en-polnear-train.jsonl.gz")
if not readings.exists():
    sys.exit(f"{readings}: no such set of readings")
if not corpus.exists():
    print(f"skipped: {corpus} is not there")
    sys.exit(77)

with gzip.open(corpus, "rt", encoding="utf-8") as lines:
    articles = {article["id"]: article for article in map(json.loads, lines)}

with open(out, "w", encoding="utf-8") as gold:
    for line in readings.read_text(encoding="utf-8").splitlines():
        reading = json.loads(line)
        article = articles.get(reading["id"])
        if article is None:
            sys.exit(f"{readings}: {reading['id']} is not in {corpus}")
        title = article.get("title")
        text = f"{title}\n\n{article['text']}" if title else article["text"]
        if hashlib.sha256(text.encode()).hexdigest()[:16] != reading["text"]:
            sys.exit(f"{readings}: {reading['id']} has another text in {corpus} than the one that was read")
        for agent in reading["agents"]:
            if "name" not in agent:
                start, end = agent["mentions"][0] if agent["mentions"] else (0, 0)
                agent["name"] = text[start:end] or article["outlet"]
        given = {key: value for key, value in article.items() if key not in ("agents", "attributions") and value}
        json.dump({**given, **reading, "text": article["text"]}, gold, ensure_ascii=False)
        gold.write("\n")
