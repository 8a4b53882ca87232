"""Sets pyHanko against the PDF samples that `cargo test -p congvu-signing` writes, and lists where the two disagree.

    compare_samples.py FOLDER...      such as target/tmp/pdf-samples-bad

Each folder holds root.der, issuing.der, their CRLs and files. What congvu says is in the names: `bad-` files are refused, `good-` ones
accepted, the others are named by their level. Exits with 1 if pyHanko refuses what is accepted here; that it accepts more is told only.
"""

import asyncio
import datetime
import logging
import pathlib
import sys

from verify_pdf import certificates, judge, judge_long_term, lists

# The samples are signed at 2026-03-02 02:00 UTC.
AT = datetime.datetime(2026, 3, 2, 3, tzinfo=datetime.timezone.utc)


def verdict(path, anchors, crls):
    try:
        judged = asyncio.run(judge(path, anchors, crls, AT))
    except Exception as error:
        return False, f"{type(error).__name__}: {error}"
    words = "; ".join(f"{one['field']}: {one['bottom_line']}, {one['coverage']}, {one['modification']}" for one in judged)
    return all(one["bottom_line"] for one in judged), words


def main(folders):
    logging.disable()
    agreed, stricter, wrong = 0, [], []
    for folder in map(pathlib.Path, folders):
        anchors = certificates(folder / "root.der") + certificates(folder / "issuing.der")
        crls = lists([folder / "root.crl", folder / "issuing.crl"])
        for path in sorted(folder.glob("*.pdf")):
            accepted, words = verdict(path, anchors, crls)
            expected = not path.name.startswith("bad-")
            if path.stem.endswith("-Lta"):
                for one in asyncio.run(judge_long_term(path, anchors, AT)):
                    accepted = accepted and one["passed"]
                    words += f"; {one['field']} long term: {one['outcome']} {one['failure'] or ''}"
            if accepted == expected:
                agreed += 1
            else:
                (stricter if accepted else wrong).append(path.stem)
            print(f"{'same ' if accepted == expected else 'APART'} {path.name}: {words}")
    print(f"{agreed} agree; {len(stricter)} refused only here: {', '.join(stricter)}; {len(wrong)} accepted only here: {', '.join(wrong)}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
