"""Has mido and midicsv read MIDI files, and compares what they say with what Tunesmith says.

Usage: other-software.py WORK TOOL FILE...

For each file: midicsv must write nothing to standard error; mido must read it with no byte clipped and without a warning; both must have
the header, track count, note-ons, tempi, meters and last tick that `TOOL inspect FILE --json` reports, and the two the same notes; what
csvmidi makes of midicsv's table must be the same to `inspect` again. Prints a line for each file that is not so, and a summary.
"""

import csv
import json
import os
import subprocess
import sys
import warnings

import mido

warnings.simplefilter("error")


def silent(*command):
    """The standard output of a command that must succeed and say nothing on standard error."""
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    if done.returncode != 0 or done.stderr:
        said = done.stderr.decode(errors="replace").strip()
        raise AssertionError(f"{os.path.basename(command[0])} ended with {done.returncode} and said: {said}")
    return done.stdout


def by_tunesmith(tool, file):
    """What our own tool reports, and that it has nothing to warn of."""
    said = json.loads(silent(tool, "inspect", file, "--json"))
    assert not said["warnings"], f"inspect warns of {said['warnings']}"
    facts = {name: said[name] for name in ("format", "division", "tracks", "notes", "tempos", "lastTick", "meters")}
    parts = [[part["track"], part["channel"], part["notes"], part["lowest"], part["highest"]] for part in said["parts"] if part["notes"]]
    return facts, parts


def by_midicsv(table):
    """What a table of midicsv says: the facts, and every note as (track, tick, channel, pitch, velocity)."""
    facts = {"tempos": 0, "lastTick": 0, "meters": []}
    notes = []
    for row in csv.reader(table.decode("latin-1").splitlines(), skipinitialspace=True, escapechar="\\"):
        track, tick, kind = int(row[0]), int(row[1]), row[2]
        if kind == "Header":
            facts["format"], facts["tracks"], facts["division"] = (int(value) for value in row[3:6])
        elif kind == "Note_on_c" and int(row[5]) > 0:
            notes.append((track - 1, tick, *(int(value) for value in row[3:6])))
        elif kind == "Tempo":
            facts["tempos"] += 1
        elif kind == "Time_signature":
            facts["meters"].append([tick, int(row[3]), 1 << int(row[4])])
        elif kind == "End_track":
            facts["lastTick"] = max(facts["lastTick"], tick)
    return {**facts, "notes": len(notes)}, notes


def by_mido(file):
    """The same as mido reads it; clip=False makes a data byte over 127 an error."""
    song = mido.MidiFile(file, clip=False)
    facts = {"format": song.type, "tracks": len(song.tracks), "division": song.ticks_per_beat, "tempos": 0, "lastTick": 0, "meters": []}
    notes = []
    for number, track in enumerate(song.tracks):
        tick = 0
        for message in track:
            tick += message.time
            if message.type == "note_on" and message.velocity > 0:
                notes.append((number, tick, message.channel, message.note, message.velocity))
            elif message.type == "set_tempo":
                facts["tempos"] += 1
            elif message.type == "time_signature":
                facts["meters"].append([tick, message.numerator, message.denominator])
        facts["lastTick"] = max(facts["lastTick"], tick)
    return {**facts, "notes": len(notes)}, notes


def parts_of(notes):
    """Notes as `inspect` sums them up: for each track and channel how many there are, the lowest and the highest."""
    pitches = {}
    for track, _, channel, pitch, _ in notes:
        pitches.setdefault((track, channel), []).append(pitch)
    return [[*part, len(of), min(of), max(of)] for part, of in sorted(pitches.items())]


def require_same(what, expected, found):
    """Says where two readings of a file differ."""
    if expected != found:
        shown = {name: (expected[name], found.get(name)) for name in expected if expected[name] != found.get(name)} \
            if isinstance(expected, dict) else "their notes"
        raise AssertionError(f"{what} differ in {shown}")


def check(work, tool, file):
    """Checks one file, and returns how many notes it has."""
    ours, parts = by_tunesmith(tool, file)
    table = silent("midicsv", file)
    their_csv, csv_notes = by_midicsv(table)
    their_mido, mido_notes = by_mido(file)
    require_same("Tunesmith and midicsv", ours, their_csv)
    require_same("Tunesmith and mido", ours, their_mido)
    require_same("midicsv and mido", csv_notes, mido_notes)
    require_same("Tunesmith and mido", parts, parts_of(mido_notes))

    with open(os.path.join(work, "table.csv"), "wb") as copy:
        copy.write(table)
    again = os.path.join(work, "table.mid")
    silent("csvmidi", copy.name, again)
    require_same("a file and what csvmidi makes of its table", (ours, parts), by_tunesmith(tool, again))
    return ours["notes"]


def main(work, tool, *files):
    """Checks all files; the exit code is 0 where every one is as it should be."""
    wrong = notes = 0
    for file in files:
        try:
            notes += check(work, tool, file)
        except Exception as error:  # whatever one program throws at a file is a finding about that file
            wrong += 1
            print(f"{file}: {type(error).__name__}: {error}")
    print(f"{len(files)} files with {notes} notes, {wrong} not read alike by midicsv, mido and Tunesmith")
    return 1 if wrong or not files else 0


sys.exit(main(*sys.argv[1:]))
