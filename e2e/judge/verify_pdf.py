"""What pyHanko says about every signature of a PDF, as JSON: the second judge beside poppler.

    verify_pdf.py FILE --anchors anchors.pem --crl root.crl --crl issuing.crl [--at 2026-03-02T03:00:00Z]
    verify_pdf.py FILE --anchors anchors.pem --long-term

With --long-term the roots are all that is given: certificates, revocation data and time stamps must come out of the file (PAdES B-LTA,
ETSI EN 319 102-1 validation with archival data).
"""

import argparse
import asyncio
import datetime
import json
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager


def certificates(path):
    with open(path, "rb") as file:
        content = file.read()
    if not pem.detect(content):
        return [x509.Certificate.load(content)]
    return [x509.Certificate.load(der) for _, _, der in pem.unarmor(content, multiple=True)]


def lists(paths):
    crls = [open(path, "rb").read() for path in paths]
    return [pem.unarmor(crl)[2] if pem.detect(crl) else crl for crl in crls]


def roots(anchors):
    return [certificate for certificate in anchors if certificate.issuer == certificate.subject]


def entry(kind, signature, status):
    level = getattr(status, "modification_level", None)
    return {
        "kind": kind,
        "field": signature.field_name,
        "signer": status.signing_cert.subject.native.get("common_name"),
        # A document time stamp has none of its own.
        "bottom_line": getattr(status, "bottom_line", status.intact and status.valid and status.trusted),
        "intact": status.intact,
        "valid": status.valid,
        "trusted": status.trusted,
        "revoked": status.revoked,
        "coverage": status.coverage.name,
        "modification": level.name if level else None,
    }


async def judge(path, anchors, crls, at=None):
    """Every signature by itself, with the certificates and lists given, at the time given or now."""
    judged = []
    with open(path, "rb") as file:
        reader = PdfFileReader(file)
        if not reader.embedded_regular_signatures:
            raise ValueError("there is no signature")

        def context():
            return ValidationContext(
                trust_roots=roots(anchors), other_certs=anchors, crls=crls, revocation_mode="require", allow_fetching=False,
                moment=at,
            )

        for signature in reader.embedded_regular_signatures:
            status = await async_validate_pdf_signature(signature, context(), context())
            stamp = status.timestamp_validity
            judged.append({
                **entry("signature", signature, status),
                "time_stamp": bool(stamp and stamp.valid and stamp.intact and stamp.trusted),
                "stamped_at": stamp.timestamp.isoformat() if stamp else None,
            })
        for signature in reader.embedded_timestamp_signatures:
            status = await async_validate_pdf_timestamp(signature, context())
            judged.append({**entry("time_stamp", signature, status), "stamped_at": status.timestamp.isoformat()})
    return judged


async def judge_long_term(path, anchors, at=None):
    """Every signature by what is in the file."""
    judged = []
    at = at or datetime.datetime.now(datetime.timezone.utc)
    timing = ValidationTimingInfo(validation_time=at, best_signature_time=at, point_in_time_validation=True)
    with open(path, "rb") as file:
        for signature in PdfFileReader(file).embedded_regular_signatures:
            spec = SignatureValidationSpec(
                CertValidationPolicySpec(
                    trust_manager=SimpleTrustManager.build(trust_roots=roots(anchors)),
                    revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
                ),
                revinfo_gathering_policy=RevocationInfoGatheringSpec(online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY),
            )
            result = await ades_lta_validation(signature, PdfSignatureValidationSpec(spec), timing_info=timing)
            oldest = result.oldest_evidence_record_timestamp
            judged.append({
                "field": signature.field_name,
                "outcome": f"{result.ades_subindic.status.name}.{result.ades_subindic.name}",
                "passed": result.ades_subindic.status.name == "PASSED",
                "existed_by": result.best_signature_time.isoformat() if result.best_signature_time else None,
                "sealed_by": oldest.isoformat() if oldest else None,
                "failure": result.failure_msg,
            })
    return judged


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--anchors", required=True)
    parser.add_argument("--crl", action="append", default=[])
    parser.add_argument("--at", type=datetime.datetime.fromisoformat)
    parser.add_argument("--long-term", action="store_true")
    arguments = parser.parse_args()
    anchors = certificates(arguments.anchors)
    try:
        if arguments.long_term:
            report = asyncio.run(judge_long_term(arguments.file, anchors, arguments.at))
        else:
            report = asyncio.run(judge(arguments.file, anchors, lists(arguments.crl), arguments.at))
    except Exception as error:  # a file that cannot even be read is an answer too
        report = {"error": f"{type(error).__name__}: {error}"}
    json.dump(report, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
