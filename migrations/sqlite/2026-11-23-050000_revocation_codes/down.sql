ALTER TABLE certificates DROP COLUMN revocation_code;
