// `kill -9` in the middle of a stream of signed submissions and approvals. After every restart each acknowledged
// signature is there, nothing is half done, a signature whose answer was lost can be handed in again, and chains verify.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ApiError } from '../lib/api.mjs';
import { allowed, cast, deciderOf, recruit, submit } from '../lib/flows.mjs';
import { enrol } from '../lib/keys.mjs';
import { congvu, Server } from '../lib/server.mjs';

const KILLS = Number(process.env.CRASH_KILLS ?? 5);
const WORKERS = 3;
const database = process.env.CRASH_DATABASE ?? 'sqlite';

let server;
let deciders;
let workers;
let acknowledged = 0;
let repeated = 0;

/** One person whose data change again and again, each change signed and approved along the chain. */
class Worker {
  constructor(client, person) {
    Object.assign(this, { client, person, decisions: [], versions: new Map(), lost: null, turn: 0 });
  }

  async prepare(client, path, etag, body) {
    const request = await client.post(path, { certificate_id: client.certificate.id, ...body }, { ifMatch: etag });
    return { client, id: request.id, answer: await client.key.answer(request) };
  }

  /** Hands in a signature and remembers what was acknowledged; an answer that never came is remembered too. */
  async finish(signed) {
    this.lost = signed;
    const result = await signed.client.post(`/signing-requests/${signed.id}/signature`, signed.answer, { repeatable: true });
    this.lost = null;
    acknowledged += 1;
    this.decisions.push({ submission: result.submission_id, payload: result.signature.payload_sha256 });
    if (result.version) this.versions.set(result.version, result.submission_id);
  }

  async step() {
    const { submission_id: open } = await this.client.get(`/people/${this.person.id}`);
    if (!open) {
      const path = `/people/${this.person.id}/draft`;
      const draft = await this.client.call('GET', path);
      this.turn += 1;
      draft.body.document.papers.phone = `09${String(10_000_000 + this.turn)}`;
      await this.client.call('PUT', path, { body: { document: draft.body.document }, ifMatch: draft.etag });
      const { etag } = await this.client.call('GET', path);
      await this.finish(await this.prepare(this.client, `${path}/signing-requests`, etag));
    } else {
      const decider = await deciderOf(deciders, open);
      const { etag } = await decider.call('GET', `/submissions/${open}`);
      await this.finish(await this.prepare(decider, `/submissions/${open}/signing-requests`, etag, { decision: 'approve', reasons: [] }));
    }
  }

  /** Signs until the server is gone. A refusal is a fault; a broken connection is what this test is about. */
  async stream(down) {
    while (!down.now) {
      try {
        await this.step();
      } catch (error) {
        if (error instanceof ApiError || !down.now) throw error;
      }
    }
  }

  async check() {
    if (this.lost) {
      await this.finish(this.lost);
      repeated += 1;
    }
    const held = new Map();
    for (const { submission, payload } of this.decisions) {
      if (!held.has(submission)) held.set(submission, await this.client.get(`/submissions/${submission}`));
      const found = held.get(submission);
      const signatures = [found.submitter_signature, ...found.steps.map((step) => step.signature)].filter(Boolean);
      assert.ok(signatures.some((signature) => signature.payload_sha256 === payload), `an acknowledged signature of ${submission} is gone`);
    }
    for (const found of held.values()) {
      const signed = found.steps.filter((step) => step.signature).length;
      const whole = found.state === 'effective' ? found.steps.length : found.step - 1;
      assert.equal(signed, whole, `${found.id}: ${signed} steps signed in state ${found.state}, step ${found.step}`);
      assert.equal(Boolean(found.version), found.state === 'effective', `${found.id}: version ${found.version} in state ${found.state}`);
    }
    const versions = (await this.client.get(`/people/${this.person.id}/versions`)).items.reverse();
    versions.forEach((version, index) => {
      assert.equal(version.number, index + 1, 'the numbers of the versions have no gap');
      assert.equal(version.previous_digest, versions[index - 1]?.digest, `version ${version.number} is chained to the one before`);
    });
    for (const [number, submission] of this.versions) {
      assert.equal(versions[number - 1]?.submission_id, submission, `acknowledged version ${number} is there`);
    }
    return versions.length;
  }
}

before(async () => {
  server = await Server.start({ deployment: 'hcmc', database });
  const { deployment, clients } = await cast(server.base);
  deciders = allowed(clients, 'review');
  for (const decider of deciders) await enrol(decider);
  const registrar = allowed(clients, 'enter_profiles')[0];
  const unit = registrar.me.roles.find((role) => role.unit_id).unit_id;
  workers = [];
  for (let index = 0; index < WORKERS; index += 1) {
    const { client, person } = await recruit(server.base, clients, {
      name: `Nguyễn Bền ${index + 1}`, unit, kind: deployment.person_kinds[0].key, management: deployment.management_by_person ? 'unit' : undefined,
    });
    await enrol(client);
    await submit(client, person);
    workers.push(new Worker(client, person));
  }
});

after(() => server?.stop());

test(`${KILLS} kills during signed approvals on ${database}`, async (t) => {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const down = { now: false };
    const streams = Promise.all(workers.map((worker) => worker.stream(down)));
    streams.catch(() => {});
    const goal = acknowledged + 1 + (kill * 7) % 5;
    while (acknowledged < goal) await Promise.race([streams, new Promise((done) => setTimeout(done, (kill * 13) % 29))]);
    down.now = true;
    await server.kill('SIGKILL');
    await streams;
    await server.up();
    for (const worker of workers) await worker.check();
  }
  let versions = 0;
  for (const worker of workers) {
    const count = await worker.check();
    versions += count;
    for (let number = 1; number <= count; number += 1) {
      const file = join(server.data, `evidence-${worker.person.id}-${number}`);
      const evidence = await worker.client.get(`/people/${worker.person.id}/versions/${number}/evidence`);
      await writeFile(file, Buffer.isBuffer(evidence) ? evidence : JSON.stringify(evidence));
      const verdict = await congvu('verify', file);
      assert.equal(verdict.code, 0, `version ${number}: ${verdict.stdout}${verdict.stderr}`);
    }
  }
  await server.check();
  t.diagnostic(`${KILLS} kills, ${acknowledged} acknowledged signatures (${repeated} handed in again), ${versions} versions, all there and verified`);
});
