"""Scores rawi on one gold set (gold.py) and compares with floors.tsv. Exit 77: the set is not there.

usage: floors_test.py SET RAWI SHARED
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import gold

name, rawi, shared = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
scorer = shared / "evaluation" / "score.py"
if not scorer.exists():
    print(f"skipped: {scorer} is not there")
    sys.exit(77)

floors = {}
for line in (pathlib.Path(__file__).parent / "floors.tsv").read_text().splitlines():
    if line and not line.startswith("#"):
        of, measure, floor = line.split("\t")
        if of == name:
            floors[measure] = float(floor)
if not floors:
    sys.exit(f"floors.tsv says nothing of {name}")

with tempfile.TemporaryDirectory() as folder:
    try:
        wanted = gold.find(name, shared, pathlib.Path(folder))
    except gold.Absent as absent:
        print(f"skipped: {absent} is not there")
        sys.exit(77)
    predicted = pathlib.Path(folder) / "predicted.jsonl"
    with open(predicted, "wb") as out:
        subprocess.run([rawi, "analyze", "--format", "jsonl", wanted], check=True, stdout=out)
    scored = subprocess.run([sys.executable, scorer, wanted, predicted, "--json"], check=True, capture_output=True)
scores = json.loads(scored.stdout)

failed = False
for measure, floor in floors.items():
    reached = scores[measure]["f1"]
    below = reached < floor
    failed = failed or below
    print(f"{name} {measure}: {reached:.3f}, floor {floor:.2f}{' BELOW' if below else ''}")
sys.exit(failed)
