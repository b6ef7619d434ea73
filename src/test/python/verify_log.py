#!/usr/bin/env python3
"""A second verifier of the audit log, written from docs/log-format.md alone.

Standard library, and the openssl program for Ed25519.   verify_log.py EXPORT [KEPT_CHECKPOINT] [KEY]
Prints what is wrong, one line each, and ends with 0, 1 or 3 as the format's §6 says.
"""
import base64
import datetime
import hashlib
import json
import subprocess
import sys
import tempfile
from collections import defaultdict

broken, findings = [], []


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def split(n):
    return 1 << ((n - 1).bit_length() - 1)


class Tree:
    """Every hash of every level, so that the root of any number of leaves can be asked for: short, not frugal."""

    def __init__(self):
        self.leaves, self.known = [], {}

    def root(self, size):
        return self.range(0, size) if size else sha256()

    def range(self, start, end):
        if end - start == 1:
            return self.leaves[start]
        if (start, end) not in self.known:
            middle = start + split(end - start)
            self.known[start, end] = sha256(b"\x01", self.range(start, middle), self.range(middle, end))
        return self.known[start, end]


def ed25519(raw, message, signature):
    pem = base64.b64encode(bytes.fromhex("302a300506032b6570032100") + raw).decode()
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (
            ("key", f"-----BEGIN PUBLIC KEY-----\n{pem}\n-----END PUBLIC KEY-----\n".encode()),
            ("message", message),
            ("signature", signature),
        ):
            with open(f"{folder}/{name}", "wb") as file:
                file.write(content)
        return subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", f"{folder}/key", "-rawin",
             "-in", f"{folder}/message", "-sigfile", f"{folder}/signature"],
            capture_output=True).returncode == 0


def read_note(note, key):
    """(number, size, root, time) if the key signed the note, else None."""
    name, key_id, encoded = key.split("+", 2)
    raw = base64.b64decode(encoded)
    text, _, signatures = note.partition("\n\n")
    text += "\n"
    if sha256(name.encode(), b"\n", raw)[:4].hex() != key_id or raw[0] != 1:
        return None
    for line in signatures.split("\n"):
        if line.startswith(f"— {name} "):
            whole = base64.b64decode(line.rsplit(" ", 1)[1])
            if whole[:4].hex() == key_id and ed25519(raw[1:], text.encode(), whole[4:]):
                lines = text.split("\n")
                if lines[0] == name and lines[3].startswith("number ") and lines[4].startswith("sealed "):
                    return int(lines[3][7:]), int(lines[1]), base64.b64decode(lines[2]), time(lines[4][7:])
    return None


def time(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def main(export, kept=None, published=None):
    with open(export, "rb") as file:
        lines = file.read().split(b"\n")
    if lines[0] != b"thongsuot-log 1" or not lines[1].startswith(b"key "):
        sys.exit(2)
    key = lines[1][4:].decode()
    if published and published != key:
        broken.append("another key")
        key = published
    tree, number, last_size, last_time, opened, ended = Tree(), 0, 0, None, 0, False
    last_id, latest, latest_before = "", None, None
    versions = defaultdict(list)

    def look(place, entry):
        nonlocal latest
        recorded = time(entry["recorded"])
        if latest_before and recorded < latest_before - datetime.timedelta(minutes=10):
            findings.append(f"{place} late")
        latest = max(latest or recorded, recorded)
        if entry["event"] == "audit.EntryLost":
            findings.append(f"{place} reports a loss")
        if "version" in entry:
            versions[entry["thing"]["kind"], entry["thing"]["id"]].append(entry["version"])

    for line in lines[2:-1]:
        word, _, rest = line.partition(b" ")
        if ended:
            broken.append("more behind the end")
        elif word in (b"leaf", b"gone"):
            at = len(tree.leaves)
            number_said, hash_said, *body = rest.split(b" ", 2)
            computed = sha256(b"\x00", body[0]) if word == b"leaf" else None
            kept_hash = bytes(32) if hash_said == b"-" else bytes.fromhex(hash_said.decode())
            if int(number_said) != at:
                broken.append(f"leaf {at} called {int(number_said)}")
            if word == b"gone":
                broken.append(f"leaf {at} gone")
            elif computed != kept_hash:
                broken.append(f"leaf {at} altered")
            tree.leaves.append(computed if hash_said == b"-" and computed else kept_hash)
            if word == b"leaf":
                try:
                    entry = json.loads(body[0])
                    if entry["id"] <= last_id:
                        broken.append(f"leaf {at} out of order")
                    last_id = entry["id"]
                    look(f"leaf {at}", entry)
                except (ValueError, KeyError, TypeError):
                    broken.append(f"leaf {at} no entry")
        elif word == b"checkpoint":
            number += 1
            last_id, latest_before = "", latest
            said = read_note(base64.b64decode(rest).decode(), key)
            size = len(tree.leaves)
            if said is None:
                broken.append(f"checkpoint {number} forged")
                continue
            if said[0] != number or said[1] != size:
                broken.append(f"checkpoint {number} says number {said[0]}, size {said[1]} of {size}")
            elif said[2] != tree.root(size):
                broken.append(f"checkpoint {number} signed another tree")
            if last_time and said[3] < last_time:
                broken.append(f"checkpoint {number} older than the one before")
            last_size, last_time = said[1], said[3]
        elif word == b"open":
            opened += 1
            try:
                look("open", json.loads(rest))
            except (ValueError, KeyError, TypeError):
                findings.append("open line no entry")
        elif word == b"end":
            ended = True
            if rest.decode() != f"{len(tree.leaves)} {number} {opened}":
                broken.append("wrong end")
        elif word != b"stamp":
            broken.append("unknown line")
    if not ended or lines[-1] != b"":
        broken.append("cut off")
    if last_size != len(tree.leaves):
        broken.append("leaves without checkpoint")
    if kept:
        with open(kept, encoding="utf-8") as file:
            old = read_note(file.read(), key)
        if old is None:
            broken.append("kept checkpoint forged")
        elif old[1] > len(tree.leaves):
            broken.append("ends before the kept checkpoint")
        elif tree.root(old[1]) != old[2]:
            broken.append("rewritten since the kept checkpoint")
    for thing, seen in versions.items():
        if sorted(seen) != list(range(min(seen), min(seen) + len(seen))):
            findings.append(f"history of {thing} has a gap")
    print("\n".join(["BROKEN " + what for what in broken] + ["FINDING " + what for what in findings]))
    print(f"{len(tree.leaves)} {number} {opened}")
    return 1 if broken else 3 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
