# A person at work through the storage classes of translate-toolkit: `translate_toolkit.py CLASS FILE GESTURES`, where CLASS is xliff or
# poxliff and GESTURES is JSON: { "id of a trans-unit": { "edit": "words", "accept": "", "review": "a note", "mark": "", "clear": "" } }.
# Writes the file, and how each unit stood before: id, source, target, and whether the class counts it as done.
import json
import sys

from translate.storage import poxliff, xliff

kind, path, gestures = sys.argv[1:]
store = {"xliff": xliff.xlifffile, "poxliff": poxliff.PoXliffFile}[kind].parsefile(path)
todo = json.loads(gestures)
units = []
for unit in store.units:
    name = unit.xmlelement.get("id")
    units.append({"id": name, "source": unit.source, "target": unit.target, "done": unit.istranslated()})
    for gesture, words in todo.get(name, {}).items():
        if gesture == "edit":
            unit.target = words
        elif gesture == "accept":
            unit.markfuzzy(False)
        elif gesture == "review":
            unit.markreviewneeded(True, words)
        elif gesture == "mark":
            unit.markfuzzy(True)
        elif gesture == "clear":
            unit.target = None
        else:
            raise ValueError(gesture)
store.save()
json.dump(units, sys.stdout)
