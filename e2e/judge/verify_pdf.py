"""What pyHanko says about every signature of a PDF, as JSON: the second judge beside poppler.

    verify_pdf.py FILE --anchors anchors.pem --crl root.crl --crl issuing.crl
"""

import argparse
import asyncio
import json
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def certificates(path):
    with open(path, "rb") as file:
        return [x509.Certificate.load(der) for _, _, der in pem.unarmor(file.read(), multiple=True)]


async def judge(path, anchors, crls):
    signatures = []
    with open(path, "rb") as file:
        for signature in PdfFileReader(file).embedded_regular_signatures:
            context = ValidationContext(
                trust_roots=[c for c in anchors if c.issuer == c.subject],
                other_certs=anchors,
                crls=crls,
                revocation_mode="require",
                allow_fetching=False,
            )
            status = await async_validate_pdf_signature(signature, context)
            signatures.append(
                {
                    "field": signature.field_name,
                    "signer": status.signing_cert.subject.native.get("common_name"),
                    "bottom_line": status.bottom_line,
                    "intact": status.intact,
                    "valid": status.valid,
                    "trusted": status.trusted,
                    "revoked": status.revoked,
                    "coverage": status.coverage.name,
                    "modification": status.modification_level.name if status.modification_level else None,
                }
            )
    return signatures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--anchors", required=True)
    parser.add_argument("--crl", action="append", default=[])
    arguments = parser.parse_args()
    crls = [open(path, "rb").read() for path in arguments.crl]
    crls = [pem.unarmor(crl)[2] if pem.detect(crl) else crl for crl in crls]
    try:
        report = asyncio.run(judge(arguments.file, certificates(arguments.anchors), crls))
    except Exception as error:  # a file that cannot even be read is an answer too
        report = {"error": f"{type(error).__name__}: {error}"}
    json.dump(report, sys.stdout, ensure_ascii=False, indent=1)


main()
