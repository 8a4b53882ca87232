//! Reads a PKCS#12 file (.p12, .pfx): the key and its certificates.
