// `kill -9` while the clock writes reminders and sends letters. Beside a server that was left in peace, nobody got a letter less; the only
// letters that came twice are those that the mail server accepted in the moment of a kill, and they bear the same Message-ID.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cast } from '../lib/flows.mjs';
import { Mailbox } from '../lib/mailbox.mjs';
import { Server, freePort } from '../lib/server.mjs';

const KILLS = Number(process.env.CRASH_KILLS ?? 5);
const database = process.env.CRASH_DATABASE ?? 'sqlite';
/** Friday 6 March 2026, and Friday 3 April: by then the deadlines of the demonstration have passed, on every one there is something to say. */
const BEFORE = Date.parse('2026-03-06T02:00:00Z');
const THEN = Date.parse('2026-04-03T02:00:00Z');
const MINUTE = 60_000;

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** A body in which everybody gets a letter of each reminder; its server is down. */
async function body(t) {
  const mailbox = await Mailbox.open(4);
  const server = await Server.start({ deployment: 'hcmc', database, clock: new Date(BEFORE).toISOString() });
  t.after(() => Promise.all([server.stop(), mailbox.close()]));
  const settings = join(server.data, 'settings.toml');
  await writeFile(settings, `[mail]\nurl = "${mailbox.url}"\nfrom = "Công Vụ <congvu@example.gov.vn>"\nper_minute = 100000\n`);
  const { clients } = await cast(server.base);
  for (const client of clients) {
    const { etag } = await client.call('GET', '/me/letters');
    const letters = { address: `${client.me.username}@example.gov.vn`, wish: 'each' };
    await client.call('PUT', '/me/letters', { body: letters, ifMatch: etag });
  }
  await server.kill('SIGTERM');
  server.arguments = ['--settings', settings];
  return { server, mailbox };
}

/** Another server of the same body, which goes on while the first is killed; they share what is to be done. */
async function beside(t, { server }) {
  const port = await freePort();
  const other = Object.assign(new Server(), server, { port, base: `http://127.0.0.1:${port}`, clock: new Date(THEN).toISOString() });
  await other.up();
  t.after(() => other.kill('SIGTERM'));
}

/** Who got which letters, each once, in an order of its own. */
function got(mailbox) {
  const different = new Map(mailbox.letters.map((letter) => [letter['message-id'], `${letter.to} ${letter.subject}`]));
  return [...different.values()].sort();
}

/** Lets the server work until no letter comes for a while. */
async function inPeace(server, mailbox, clock) {
  server.clock = new Date(clock).toISOString();
  await server.up();
  for (let quiet = 0, before = -1; quiet < 16; quiet += 1) {
    if (mailbox.letters.length !== before) quiet = 0;
    before = mailbox.letters.length;
    await wait(500);
  }
}

test(`${KILLS} kills of the clock on ${database}`, async (t) => {
  const [left, killed] = [await body(t), await body(t)];
  await inPeace(left.server, left.mailbox, THEN);
  const whole = got(left.mailbox);
  assert.ok(whole.length >= 20, `${whole.length} letters`);
  assert.equal(left.mailbox.letters.length, whole.length, 'none came twice in peace');

  const { server, mailbox } = killed;
  const helped = database === 'postgres';
  if (helped) await beside(t, killed);
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Ten minutes later each time: what was taken by the process before counts as under way for five.
    server.clock = new Date(THEN + kill * 10 * MINUTE).toISOString();
    const goal = mailbox.letters.length + 1 + (kill * 5) % 7;
    const up = server.up();
    up.catch(() => {});
    // In turn while it starts and writes, and while it sends.
    const until = Date.now() + (kill % 2 ? 15_000 : 40 + (kill * 37) % 400);
    while (mailbox.letters.length < goal && Date.now() < until) await wait(1);
    await server.kill('SIGKILL');
    await up.catch(() => {});
  }
  await inPeace(server, mailbox, THEN + KILLS * 10 * MINUTE);
  assert.deepEqual(got(mailbox), whole, 'everybody got every letter');
  const doubled = mailbox.letters.length - whole.length;
  assert.ok(doubled <= KILLS, `${doubled} letters came twice in ${KILLS} kills`);
  await server.check();
  t.diagnostic(`${KILLS} kills${helped ? ' beside another server' : ''}, ${whole.length} letters, all there; ${doubled} came twice with the same Message-ID`);
});
