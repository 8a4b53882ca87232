# Media types of requests that are plain bytes, which Schemathesis does not know.
import schemathesis

schemathesis.serializer.alias(["application/ocsp-request", "application/timestamp-query", "application/zip"], "application/octet-stream")
