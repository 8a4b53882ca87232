// A signed CV before independent judges, whole and tampered with.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Client } from '../lib/api.mjs';
import { allowed, approveAll, cast, exportSigned, recruit, submit } from '../lib/flows.mjs';
import { enrol, signRequest } from '../lib/keys.mjs';
import { appendRevision, longTerm, pdfsig, pyhanko, signByRevoked, trust, trustFiles } from '../lib/pdf.mjs';
import { congvu, Server } from '../lib/server.mjs';

let server, folder, signed, anchors, clients, person, client;
const at = (name) => join(folder, name);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congvu-judge-'));
  server = await Server.start({ deployment: 'hcmc' });
  const demo = await cast(server.base);
  clients = demo.clients;
  const unit = allowed(clients, 'enter_profiles')[0].me.roles[0].unit_id;
  ({ person, client } = await recruit(server.base, clients, {
    name: 'Trần Văn Kiểm', unit, kind: demo.deployment.person_kinds[0].key, management: demo.deployment.management_by_person ? 'unit' : undefined,
  }));
  await enrol(client);
  const { submission_id: id } = await submit(client, person);
  await approveAll(clients, id);
  signed = await exportSigned(clients, person);
  await writeFile(at('cv.pdf'), signed.file);
  anchors = await trust(server.base, at('trust'));
});

after(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** `congvu verify` with the anchors and lists of a folder, as JSON. */
async function verify(file, { anchors: pem, crls } = anchors) {
  const { code, stdout, stderr } = await congvu('verify', file, '--json', '--anchors', pem, ...crls.flatMap((crl) => ['--crl', crl]));
  assert.ok(stdout.startsWith('{'), stderr);
  const report = JSON.parse(stdout);
  const valid = report.verdict === 'valid';
  assert.equal(code === 0, valid, 'the exit code says the same');
  return { ...report, valid, codes: [...report.problems, ...report.signatures, ...report.time_stamps].map((found) => found.code).filter(Boolean) };
}

async function refused(file, codes, by = anchors) {
  const report = await verify(file, by);
  assert.equal(report.valid, false);
  for (const code of report.codes) assert.ok(codes.includes(code), `refused for ${code}, not ${codes}`);
  assert.ok(report.codes.length, JSON.stringify(report));
}

const signaturesOf = (report) => report.filter(({ kind }) => kind === 'signature');
/** What may come after a signature: nothing, another signature, validation data. */
const permitted = ['NONE', 'FORM_FILLING', 'LTA_UPDATES'];

test('both signatures are valid for pdfsig, pyHanko and congvu verify', async () => {
  const poppler = await pdfsig(at('cv.pdf'), anchors);
  const signatures = poppler.filter(({ timeStamp }) => !timeStamp);
  assert.equal(signatures.length, 2);
  for (const signature of signatures) assert.ok(signature.valid && signature.trusted, signature.text);
  assert.ok(poppler.at(-1).whole, 'the last signature or time stamp covers the whole file');
  const report = await pyhanko(at('cv.pdf'), anchors);
  assert.equal(signaturesOf(report).length, 2, JSON.stringify(report));
  for (const signature of report) {
    assert.ok(signature.bottom_line, JSON.stringify(signature));
    assert.ok(permitted.includes(signature.modification), JSON.stringify(signature));
  }
  assert.equal(report.at(-1).coverage, 'ENTIRE_FILE');
  assert.equal(report.length, poppler.length, 'both see the same time stamps');
  const own = await verify(at('cv.pdf'));
  assert.ok(own.valid, JSON.stringify(own));
  assert.deepEqual(own.signatures.slice(0, 2).map((signature) => signature.level), ['pilot', 'pilot'], 'a pilot signature is called so');
});

test('time-stamped signatures are stamped in the order they were made', async (context) => {
  const stamped = signaturesOf(await pyhanko(at('cv.pdf'), anchors)).filter((signature) => signature.stamped_at);
  if (stamped.length === 0) return context.skip('no time-stamp authority is configured (B-B)');
  assert.equal(stamped.length, 2);
  for (const signature of stamped) assert.ok(signature.time_stamp, JSON.stringify(signature));
  assert.ok(stamped[0].stamped_at <= stamped[1].stamped_at);
});

test('a sealed file verifies with nothing but the roots at hand', async (context) => {
  const sealed = (await pyhanko(at('cv.pdf'), anchors)).some(({ kind }) => kind === 'time_stamp');
  if (!sealed) return context.skip('the file has no document time stamp (not B-LTA)');
  const report = await longTerm(at('cv.pdf'), anchors);
  assert.equal(report.length, 2, JSON.stringify(report));
  for (const signature of report) assert.ok(signature.passed && signature.sealed_by, JSON.stringify(signature));
  const own = await verify(at('cv.pdf'), { anchors: anchors.anchors, crls: [] });
  assert.ok(own.valid, JSON.stringify(own));
});

test('one flipped byte is refused', async () => {
  const bytes = await readFile(at('cv.pdf'));
  // In the longest stream (a font), so that only the content is another and not the file's structure.
  const streams = [...bytes.toString('latin1').matchAll(/>>\nstream\n([^]*?)endstream/g)];
  const { index, 0: longest } = streams.reduce((a, b) => (b[0].length > a[0].length ? b : a));
  bytes[index + Math.floor(longest.length / 2)] ^= 1;
  await writeFile(at('flipped.pdf'), bytes);
  const report = await pyhanko(at('flipped.pdf'), anchors);
  assert.ok(report.error || signaturesOf(report).some((signature) => !signature.bottom_line));
  // A document time stamp over it does not hold either.
  await refused(at('flipped.pdf'), ['content_changed', 'time_stamp_foreign']);
});

test('a revision appended after signing is refused', async () => {
  await appendRevision(at('cv.pdf'), at('appended.pdf'));
  assert.ok((await pdfsig(at('appended.pdf'), anchors)).every(({ valid, whole, timeStamp }) => (valid || timeStamp) && !whole), 'pdfsig alone would not notice');
  assert.ok(signaturesOf(await pyhanko(at('appended.pdf'), anchors)).every(({ bottom_line: good }) => !good));
  await refused(at('appended.pdf'), ['appended_after_signing', 'metadata_changed']);
});

test('a signature of a revoked certificate is refused', async () => {
  const print = await client.get(`/people/${person.id}/print`);
  await writeFile(at('unsigned.pdf'), print);
  await signByRevoked(at('unsigned.pdf'), at('revoked.pdf'), folder);
  const others = await trustFiles(at('others'), at('anchors.pem'), [at('authority.crl')]);
  assert.ok((await pyhanko(at('revoked.pdf'), others)).every(({ revoked }) => revoked));
  await refused(at('revoked.pdf'), ['revoked'], others);
});

test('a signature under a foreign authority is refused', async () => {
  await refused(at('revoked.pdf'), ['unknown_issuer']);
});

test('a file without a signature is refused', async () => {
  await refused(at('unsigned.pdf'), ['not_signed']);
});

test("the server refuses a revoked certificate, somebody else's, and a foreign key's signature", async () => {
  const draft = () => client.call('GET', `/people/${person.id}/draft`);
  const changed = await draft();
  changed.body.document.papers.phone = '0912345678';
  await client.call('PUT', `/people/${person.id}/draft`, { body: { document: changed.body.document }, ifMatch: changed.etag });
  const path = `/people/${person.id}/draft/signing-requests`;
  const etag = (await draft()).etag;

  const other = clients.find((candidate) => candidate.certificate);
  const borrowed = Object.assign(new Client(server.base, client.token), { certificate: other.certificate, key: other.key });
  await assert.rejects(signRequest(borrowed, path, etag), (error) => error.status === 404 || error.status === 422);

  const prepared = await client.post(path, { certificate_id: client.certificate.id }, { ifMatch: etag });
  const foreign = await other.key.answer(prepared);
  await assert.rejects(client.post(`/signing-requests/${prepared.id}/signature`, foreign, { repeatable: true }), { status: 422 });

  const ready = await client.post(path, { certificate_id: client.certificate.id }, { ifMatch: etag });
  await client.post(`/certificates/${client.certificate.id}/revocation`, { reason: 'Nghi lộ khóa' });
  await assert.rejects(client.post(`/signing-requests/${ready.id}/signature`, await client.key.answer(ready), { repeatable: true }),
    (error) => error.status === 422 && /revoked|thu hồi/i.test(error.message));
  assert.equal((await client.get(`/people/${person.id}`)).submission_id, undefined, 'nothing was submitted');
});
