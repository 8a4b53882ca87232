// Each place for a key drives a whole approval chain, in real browsers: the telephone (SmartCA), a one-time code (CSC), the agent beside the
// browser, a .p12 file, and a token of the server (SoftHSM). The time stamps come from another authority, so each signer waits for the last one's.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Client } from '../lib/api.mjs';
import { cast } from '../lib/flows.mjs';
import { evidencePdf, filled } from '../lib/profile.mjs';
import { binary, freePort, results, Server } from '../lib/server.mjs';
import { Visitor } from '../lib/visitor.mjs';

const run = promisify(execFile);
const MODULE = '/usr/lib/softhsm/libsofthsm2.so';
const PIN = '123456';
const PASSWORD = 'Mật khẩu tệp';
/** In the order in which the stand-ins know the certificates: three people for each. */
const PLACES = ['telephone', 'code', 'agent', 'file', 'token'];

let server, folder, sandbox, ports, cooks;
const visitors = [];
const number = (place, who) => PLACES.indexOf(place) * 3 + who + 1;

before(async () => {
  await mkdir(results, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'congvu-places-'));
  server = await Server.start({ deployment: 'hcmc' });
  const { clients } = await cast(server.base);
  const byName = (username) => clients.find((client) => client.username === username);
  // Somebody with an approved profile, and who decides on it.
  const person = byName('canbo.cu');
  const me = await person.get(`/people/${person.me.person_id}`);
  const covers = async (client) => (await client.get(`/people/${me.summary.id}`).catch(() => undefined)) !== undefined;
  const holder = async (role) => {
    for (const client of clients) {
      if (client.me.roles.some((held) => held.role === role) && client.me.person_id && await covers(client)) return client;
    }
    throw new Error(`nobody holds ${role}`);
  };
  cooks = [person, await holder('hr_head'), await holder('unit_head')];
  const identities = await Promise.all(cooks.map(async (client) => (await client.get(`/people/${client.me.person_id}`)).personal_id));
  ports = { services: await freePort(), agent: await freePort() };
  const people = PLACES.flatMap(() => cooks.map((client, who) => `${client.me.name}=${identities[who]}`));
  sandbox = spawn(binary, ['sandbox', '--out', join(folder, 'sandbox'), '--plain-agent', '--port', String(ports.services),
    '--agent-port', String(ports.agent), ...people.flatMap((name) => ['--person', name])], { stdio: ['ignore', 'ignore', 'inherit'] });
  await until(() => fetch(`http://127.0.0.1:${ports.services}/ca/root.cer`).then((answer) => answer.ok, () => false));
  await token();
  // Again, with the settings of the stand-ins and the token.
  const settings = join(folder, 'sandbox/settings.toml');
  await writeFile(settings, `\n[tokens]\nmodule = "${MODULE}"\nlabels = ["Thiết bị thử"]\n`, { flag: 'a' });
  await server.kill('SIGTERM');
  server.arguments = ['--settings', settings];
  server.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf');
  await server.up();
  for (const client of cooks) {
    const visitor = await Visitor.open(server.base, client.username);
    await visitor.signIn(client.username, client.password);
    await visitor.heading('Việc của tôi');
    visitors.push(visitor);
  }
});

after(async () => {
  for (const visitor of visitors) await visitor.browser.close();
  sandbox?.kill('SIGTERM');
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function until(done) {
  for (let turns = 0; turns < 200; turns += 1) {
    if (await done()) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error('it did not happen');
}

/** A SoftHSM token with the keys and certificates of the three people. */
async function token() {
  const tokens = join(folder, 'tokens');
  await mkdir(tokens);
  await writeFile(join(folder, 'softhsm2.conf'), `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  const env = { ...process.env, SOFTHSM2_CONF: join(folder, 'softhsm2.conf'), CONGVU_PIN: PIN };
  const name = ['--token', 'Thiết bị thử'];
  await run('softhsm2-util', ['--init-token', '--free', '--label', name[1], '--pin', PIN, '--so-pin', '12345678'], { env });
  for (const who of [0, 1, 2]) {
    const at = join(folder, 'sandbox', String(number('token', who)));
    const id = `0${who + 1}`;
    await run('softhsm2-util', ['--import', `${at}.key.pem`, ...name, '--label', `khoa-${who}`, '--id', id, '--pin', PIN], { env });
    await run(binary, ['token', 'import-certificate', '--module', MODULE, ...name, '--label', `khoa-${who}`, '--id', id, `${at}.pem`], { env });
  }
}

const stamped = async () => {
  const client = await Client.signIn(server.base, cooks[0].username, cooks[0].password);
  const { submission_id: open } = await client.get(`/people/${client.me.person_id}`);
  if (!open) return true;
  const { submitter_signature: first, steps } = await client.get(`/submissions/${open}`);
  return [first, ...steps.flatMap((step) => step.signatures)].every((signature) => signature.time_stamp.state === 'stamped');
};

/** Puts the right token into the machine, where one is used. */
async function plugIn(place, who) {
  if (place !== 'agent') return;
  const body = JSON.stringify({ person: number(place, who) });
  const answer = await fetch(`http://127.0.0.1:${ports.agent}/control/person`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  assert.ok(answer.ok);
}

async function keyFile(who) {
  const at = join(folder, 'sandbox', String(number('file', who)));
  await run('openssl', ['pkcs12', '-export', '-inkey', `${at}.key.pem`, '-in', `${at}.pem`, '-out', `${at}.p12`, '-passout', `pass:${PASSWORD}`]);
  return `${at}.p12`;
}

/** What the person does on the telephone. */
async function consent() {
  const base = `http://127.0.0.1:${ports.services}`;
  await until(async () => {
    const waiting = (await (await fetch(`${base}/phone`)).json()).filter(({ state }) => state === 'waiting');
    for (const { transaction } of waiting) await fetch(`${base}/phone/${transaction}/confirm`, { method: 'POST' });
    return waiting.length;
  });
}

/** Gives what the place asks for in the dialog that is open, and presses the button. */
async function give(visitor, place, who, dialog, go) {
  if (place === 'token') await dialog.getByLabel('Mã PIN').fill(PIN);
  if (place === 'file') {
    await dialog.locator('input[type=file]').setInputFiles(await keyFile(who));
    await dialog.locator('input[type=password]').fill(PASSWORD);
  }
  if (place === 'code') {
    await visitor.button('Gửi mã', dialog).click();
    let code;
    await until(async () => {
      const answer = await fetch(`http://127.0.0.1:${ports.services}/control/otp/${number(place, who)}`);
      code = answer.ok && await answer.text();
      return code && code !== visitor.lastCode;
    });
    visitor.lastCode = code;
    await dialog.locator('#sign-code').fill(code);
  }
  await go();
  if (place === 'telephone') await consent();
}

const done = (dialog) => dialog.getByText('Đã ký xong', { exact: false }).first().waitFor();

/** Registers the key of a place on the page of keys, and shows that it is held. */
async function register(visitor, place, who) {
  const { page } = visitor;
  await plugIn(place, who);
  await page.goto('/keys');
  const action = { telephone: 'Dùng ký số từ xa', code: 'Dùng ký số từ xa', agent: 'Dùng USB token', file: 'Dùng tệp .p12', token: 'Dùng thiết bị của máy chủ' }[place];
  await visitor.button(action).click();
  const dialog = page.getByRole('dialog').first();
  if (place === 'agent' || place === 'file') {
    if (place === 'file') {
      await dialog.locator('input[type=file]').setInputFiles(await keyFile(who));
      await dialog.locator('input[type=password]').fill(PASSWORD);
    }
    await dialog.locator('#register-label').fill(`Khoá ${place}`);
    await visitor.button('Đăng ký và ký thử', dialog).click();
  } else {
    if (place !== 'token') {
      await dialog.locator('select').first().selectOption(place === 'code' ? 'csc' : 'smartca');
      await dialog.getByLabel('Tên đăng nhập ở dịch vụ đó').fill(await personalId(who));
      await visitor.button('Tìm chứng thư', dialog).click();
    }
    const found = dialog.getByRole('radio');
    await found.first().waitFor();
    // All certificates of one number are listed; each place has its own.
    const index = { telephone: 0, code: 1, token: who }[place];
    await found.nth(Math.min(index, await found.count() - 1)).check();
    await dialog.locator('#register-label').fill(`Khoá ${place}`);
    await visitor.button('Đăng ký và ký thử', dialog).click();
    const signing = page.getByRole('dialog', { name: 'Ký số' });
    await signing.waitFor();
    await give(visitor, place, who, signing, () => visitor.button(/^Ký$/, signing).click());
    await done(signing);
    await visitor.button('Xong', signing).click();
  }
  await page.getByText(`Khoá ${place}`).first().waitFor();
}

const personalId = async (who) => (await cooks[who].get(`/people/${cooks[who].me.person_id}`)).personal_id;

/** Signs in the dialog that is open, with the key of the place. */
async function sign(visitor, place, who) {
  await plugIn(place, who);
  const dialog = visitor.page.getByRole('dialog', { name: 'Ký số' });
  await visitor.button(/^Ký( \d+ nội dung)?$/, dialog).waitFor();
  const other = visitor.button('Đổi chứng thư', dialog);
  if (await other.isVisible()) await other.click();
  const mine = dialog.locator('label.choice').filter({ hasText: `Khoá ${place}` });
  if (await mine.count()) await mine.first().click();
  await dialog.getByText('Chữ ký số công cộng').first().waitFor();
  await give(visitor, place, who, dialog, () => visitor.button(/^Ký( \d+ nội dung)?$/, dialog).click());
  await done(dialog);
  await visitor.button('Xong', dialog).click();
}

for (const [turn, place] of PLACES.entries()) {
  test(`${place}: registered, and every step of a chain signed with it`, async () => {
    try {
      for (const [who, visitor] of visitors.entries()) await register(visitor, place, who);
      // The change through the API; the signatures by hand.
      const client = await Client.signIn(server.base, cooks[0].username, cooks[0].password);
      const path = `/people/${client.me.person_id}/draft`;
      const draft = await client.call('GET', path);
      const document = draft.body.document.personal?.full_name ? draft.body.document
        : filled(draft.body.document, { name: client.me.name, personalId: await personalId(0) });
      document.papers.phone = `09031234${String(turn).padStart(2, '0')}`;
      await client.call('PUT', path, { body: { document }, ifMatch: draft.etag });
      await client.post(`/people/${client.me.person_id}/attachments?name=sim.pdf&category=evidence&pointer=`, undefined, { file: evidencePdf(), type: 'application/pdf' });
      const [person, ...officers] = visitors;
      await person.page.goto('/me/review');
      await person.button('Ký số và gửi').click();
      await sign(person, place, 0);
      for (const [index, officer] of officers.entries()) {
        await until(stamped);
        await officer.openTask('Kiểm tra, ký duyệt', client.me.name);
        await officer.heading(`Xem xét hồ sơ của ${client.me.name}`);
        await officer.button('Ký phê duyệt').click();
        await sign(officer, place, index + 1);
        await officer.heading('Việc của tôi');
      }
      const { submission_id: open } = await client.get(`/people/${client.me.person_id}`);
      assert.equal(open, undefined, 'approved');
    } catch (error) {
      for (const visitor of visitors) await visitor.page.screenshot({ path: join(results, `failed-places-${place}-${visitor.name}.png`), fullPage: true }).catch(() => {});
      throw error;
    }
  });
}

test('nothing complained in any browser', () => {
  for (const visitor of visitors) assert.deepEqual(visitor.browser.complaints, [], visitor.name);
});
