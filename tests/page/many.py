"""Repeats records under new document ids until they hold so many relations.

    many.py RECORDS.jsonl RELATIONS
"""

import json
import sys

path, wanted = sys.argv[1], int(sys.argv[2])
records = [json.loads(line) for line in open(path, encoding="utf-8")]
told = turn = 0
while told < wanted:
    for record in records:
        copy = json.loads(json.dumps(record))
        copy["id"] = f"{record['id']}-{turn}"
        for relation in copy["relations"]:
            relation["id"] = f"{int(relation['id'], 16) ^ turn:016x}"
        # Of every turn other people: those whom no list knows.
        for entity in copy["entities"]:
            entity["id"] = entity["id"].replace(record["id"], copy["id"], 1)
            if turn and entity["id"].startswith(copy["id"]):
                entity["name"] = f"{entity['name']} {turn}"
        print(json.dumps(copy, ensure_ascii=False))
        told += len(copy["relations"])
        if told >= wanted:
            break
    turn += 1
