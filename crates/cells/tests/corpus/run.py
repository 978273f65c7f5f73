"""Runs the snippets of a corpus file in CPython and prints what they print.

A line `#--- name` begins a snippet. Each runs with names of its own; behind its lines stands the class of the
exception that ended it, if one did.
"""

import contextlib
import io
import sys


def snippets(text):
    for part in text.split("#--- ")[1:]:
        name, _, source = part.partition("\n")
        yield name.strip(), source


def run(source, prelude):
    names = {"__name__": "__main__"}
    exec(prelude, names)
    out = io.StringIO()
    ended = ""
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(source, "cell", "exec"), names)
        except Exception as error:
            ended = f"!! {type(error).__name__}\n"
    return out.getvalue() + ended


def main():
    path, prelude = sys.argv[1], ""
    if len(sys.argv) > 2:
        prelude = open(sys.argv[2], encoding="utf-8").read()
    text = open(path, encoding="utf-8").read()
    major, minor = sys.version_info[:2]
    print(f"# CPython {major}.{minor}")
    for name, source in snippets(text):
        print(f"#--- {name}")
        sys.stdout.write(run(source, prelude))


main()
