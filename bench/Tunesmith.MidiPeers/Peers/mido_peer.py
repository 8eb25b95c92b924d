"""mido as a contender. Reads commands from standard input and answers each with a line of JSON on standard output.

load NUMBER PATH       reads the files that the list at PATH names into memory, and says which of them mido can parse
time NUMBER SECONDS    parses those of set NUMBER again and again for so long, and says how many seconds each pass took
"""

import gc
import importlib.metadata
import io
import json
import sys
import time

import mido

sets = {}


def parse(content):
    """Parses one file as tolerantly as mido can."""
    return mido.MidiFile(file=io.BytesIO(content), clip=True)


def can_parse(content):
    """Whether mido makes anything of a file."""
    try:
        parse(content)
        return True
    except Exception:  # whatever it throws, it cannot
        return False


def load(number, path):
    """Loads a set of files."""
    with open(path, encoding="utf-8") as names:
        contents = [open(name, "rb").read() for name in names.read().splitlines()]
    able = [can_parse(content) for content in contents]
    sets[number] = [content for content, good in zip(contents, able) if good]
    return able


def measure(number, seconds):
    """Times passes over a set of files."""
    passes = []
    begin = time.perf_counter()
    while not passes or time.perf_counter() - begin < float(seconds):
        start = time.perf_counter()
        for content in sets[number]:
            parse(content)
        passes.append(time.perf_counter() - start)
    gc.collect()
    return passes


print(json.dumps(f"mido {importlib.metadata.version('mido')}, Python {sys.version.split()[0]}"), flush=True)
for line in sys.stdin:
    command, number, argument = line.rstrip("\n").split(" ", 2)
    print(json.dumps(load(number, argument) if command == "load" else measure(number, argument)), flush=True)
