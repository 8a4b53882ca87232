-- Why a certificate was revoked, as revocation lists and OCSP answers say it (RFC 5280 §5.3.1); the words stay in revocation_reason.
ALTER TABLE certificates ADD COLUMN revocation_code TEXT NOT NULL DEFAULT 'unspecified';
