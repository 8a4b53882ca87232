// A signing key outside the browser: P-256, its PKCS#10 request, and the signature of a prepared request.
import { webcrypto } from 'node:crypto';

const { subtle } = webcrypto;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' };

function der(tag, ...parts) {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length = content.length < 128 ? [content.length]
    : content.length < 256 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const integer = (bytes) => {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const rest = bytes.subarray(start);
  return der(0x02, rest[0] & 0x80 ? [0] : [], rest);
};
const COMMON_NAME = der(0x06, [0x55, 0x04, 0x03]);
const ECDSA_WITH_SHA256 = der(0x30, der(0x06, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));

export class Key {
  static async generate() {
    const key = new Key();
    key.pair = await subtle.generateKey(P256, true, ['sign', 'verify']);
    return key;
  }

  /** r‖s over SHA-256 of the bytes, as WebCrypto gives it. */
  async sign(bytes) { return Buffer.from(await subtle.sign(ECDSA_SHA256, this.pair.privateKey, bytes)); }

  /** PKCS#10, DER in Base64. */
  async request(name) {
    const subject = der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from(name)))));
    const spki = Buffer.from(await subtle.exportKey('spki', this.pair.publicKey));
    const info = der(0x30, integer(Buffer.from([0])), subject, spki, der(0xa0));
    const raw = await this.sign(info);
    const signature = der(0x30, integer(raw.subarray(0, 32)), integer(raw.subarray(32)));
    return der(0x30, info, ECDSA_WITH_SHA256, der(0x03, [0], signature)).toString('base64');
  }

  /** PKCS#8 in PEM, for `congvu sign`. */
  async pem() {
    const bytes = Buffer.from(await subtle.exportKey('pkcs8', this.pair.privateKey)).toString('base64');
    return `-----BEGIN PRIVATE KEY-----\n${bytes.match(/.{1,64}/g).join('\n')}\n-----END PRIVATE KEY-----\n`;
  }

  /** What the API takes for a prepared request. */
  async answer(prepared) {
    return { signature: (await this.sign(Buffer.from(prepared.to_be_signed, 'base64'))).toString('base64') };
  }
}

/** Enrols a fresh key for the client's account; later signatures of the client use it. */
export async function enrol(client, label = 'Khóa kiểm thử') {
  const key = await Key.generate();
  const certificate = await client.post('/certificates', { csr: await key.request(client.username), label });
  Object.assign(client, { key, certificate });
  return certificate;
}

/** Signs what `path` prepares, in one go: prepare, sign, finish. */
export async function signRequest(client, path, etag, body = {}) {
  const prepared = await client.post(path, { certificate_id: client.certificate.id, ...body }, { ifMatch: etag });
  return client.post(`/signing-requests/${prepared.id}/signature`, await client.key.answer(prepared), { repeatable: true });
}
