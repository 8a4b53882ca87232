// Reviewing as people do it: back to an earlier step, a comment, handed over to a colleague, signed in somebody's stead, withdrawn, and a
// hundred at one go. Under QĐ 51/2024 the head of the personnel section checks and the head of the agency approves.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { allowed, enrolled, newPassword, recruit, submit } from '../lib/flows.mjs';
import { Office } from '../lib/office.mjs';
import { newPerson } from '../lib/profile.mjs';
import { results } from '../lib/server.mjs';
import { Visitor } from '../lib/visitor.mjs';
import { today, vietnamese } from '../lib/workdays.mjs';

const REASON = 'Chưa thấy bằng tốt nghiệp kèm theo.';
const COMMENT = 'Bằng tốt nghiệp đã nộp bản giấy, sẽ bổ sung bản quét.';
const NOTE = 'Nhờ anh xem giúp phần quá trình công tác.';
const CHECKER = 'tccb.so-tc';
const HEAD = 'giamdoc.so-tc';
const COLLEAGUE = 'canbo.cu';
let office;

before(async () => {
  await mkdir(results, { recursive: true });
  office = await Office.open({ deployment: 'hcmc' });
  // A second officer of the personnel section, who holds no other role.
  const unit = office.client(CHECKER).me.roles.find(({ role }) => role === 'hr_head').unit_id;
  const granter = allowed(office.clients, 'issue_accounts').find(({ username }) => username === 'quantri.so-tc');
  const { id } = (await granter.all('/accounts')).find(({ username }) => username === COLLEAGUE);
  await granter.post(`/accounts/${id}/roles`, { role: 'hr_head', unit_id: unit, basis: '12/QĐ-STC' });
});
after(() => office?.close());

/** Somebody of the department, with a profile that was submitted. */
async function submitted(name) {
  const { clients, deployment } = office;
  const unit = office.client(CHECKER).me.roles.find(({ role }) => role === 'hr_head').unit_id;
  const { client, person } = await recruit(office.server.base, clients, { name, unit, kind: deployment.person_kinds[0].key, management: 'unit' });
  await enrolled(client);
  const { submission_id: id } = await submit(client, person);
  return { client, person, id, name };
}

const shown = (name, run) => test(name, async () => {
  try {
    await run();
  } catch (error) {
    await office.picture(`review-${name.slice(0, 12)}`);
    throw error;
  }
});

shown('returned to the first step with a reason for an item, talked about, and approved', async () => {
  const { name, client, person } = await submitted('Trần Trả Lại');
  const [checker, head] = [await office.at(CHECKER), await office.at(HEAD)];
  await checker.approve(name);

  await head.openTask('Kiểm tra, ký duyệt', name);
  await head.heading(`Xem xét hồ sơ của ${name}`);
  const group = head.page.getByRole('button', { name: /^Cả mục khớp .*Bản thân$/ });
  const [, items] = (await group.textContent()).match(/\(0\/(\d+)\)/);
  await group.click();
  await head.page.getByText(new RegExp(`^Đã kiểm tra ${items} trên `)).waitFor();
  assert.equal(await group.getAttribute('aria-pressed'), 'true');
  const item = head.page.locator('.review__item').filter({ hasText: 'Sở trường công tác' }).first();
  await item.getByRole('button', { name: /^Chưa đúng/ }).click();
  await item.getByLabel('Lý do mục này chưa đúng').fill(REASON);
  await head.button('Trả lại với 1 lý do').click();
  await head.page.getByRole('dialog').getByRole('radio', { name: /^Bước 1/ }).check();
  await head.button('Ký và trả lại').click();
  await head.sign();

  await checker.openTask('Kiểm tra, ký duyệt', name);
  await checker.page.getByText('Hồ sơ được trả lại bước này để xem lại').waitFor();
  await checker.page.getByText(REASON).first().waitFor();
  await checker.page.getByLabel('Viết trao đổi').fill(COMMENT);
  await checker.button('Gửi trao đổi').click();
  await checker.page.locator('.comments__list, [aria-label="Trao đổi"]').getByText(COMMENT).first().waitFor();
  await checker.approve(name);

  await head.openTask('Kiểm tra, ký duyệt', name);
  await head.page.getByText(COMMENT).first().waitFor();
  await head.approve(name);
  assert.equal((await client.get(`/people/${person.id}`)).summary.state, 'approved');
});

shown('withdrawn by the person before anybody looked at it', async () => {
  const { name, client, person, id } = await submitted('Lê Rút Hồ Sơ');
  const own = await Visitor.open(office.server.base, name);
  try {
    await own.signIn(client.username, newPassword);
    await own.heading('Việc của tôi');
    await own.page.goto(`/submissions/${id}`);
    await own.button('Rút hồ sơ').click();
    const dialog = own.page.getByRole('dialog', { name: 'Rút hồ sơ trình duyệt' });
    await dialog.getByLabel(/Lý do rút/).fill('Còn thiếu một quá trình công tác.');
    await own.button('Rút hồ sơ', dialog).click();
    await own.page.getByText('Đã rút hồ sơ', { exact: false }).first().waitFor();
  } finally {
    await own.close();
  }
  assert.equal((await client.get(`/submissions/${id}`)).state, 'withdrawn');
  const checker = await office.at(CHECKER);
  await assert.rejects(checker.task('Kiểm tra, ký duyệt', name), /no task/);
  // Nothing is lost: the draft is there, and is submitted again.
  const again = await submit(client, person, (document) => document);
  assert.notEqual(again.submission_id, id);
});

shown('taken on, and handed over to a colleague with a note', async () => {
  const { name } = await submitted('Phạm Chuyển Giao');
  const [checker, colleague] = [await office.at(CHECKER), await office.at(COLLEAGUE)];
  await checker.openTask('Kiểm tra, ký duyệt', name);
  await checker.button('Nhận xử lý').click();
  await checker.page.getByText('Anh/chị đã nhận xử lý hồ sơ', { exact: false }).first().waitFor();
  await checker.button('Chuyển cho người khác').click();
  const dialog = checker.page.getByRole('dialog', { name: 'Chuyển cho người khác' });
  await dialog.locator('#hand-over-to').fill(COLLEAGUE);
  await dialog.locator('#hand-over-note').fill(NOTE);
  await dialog.getByRole('button', { name: 'Chuyển cho người khác' }).click();
  await checker.page.getByText('đang xử lý', { exact: false }).first().waitFor();

  const row = await colleague.task('Kiểm tra, ký duyệt', name);
  await row.getByText('Tôi đã nhận xử lý').waitFor();
  await colleague.openTask('Kiểm tra, ký duyệt', name);
  await colleague.page.getByText(NOTE, { exact: false }).first().waitFor();
  await colleague.approve(name);
});

shown('approved in the stead of the head, with both names on the signature', async () => {
  const { name, client, person, id } = await submitted('Vũ Ký Thay');
  const [checker, head, substitute] = [await office.at(CHECKER), await office.at(HEAD), await office.at(COLLEAGUE)];
  await head.page.goto('/delegations');
  await head.button('Lập ủy quyền').first().click();
  const dialog = head.page.getByRole('dialog', { name: 'Lập ủy quyền' });
  await dialog.locator('#delegation-delegate').fill(COLLEAGUE);
  await dialog.locator('#delegation-from').fill(vietnamese(today()));
  await dialog.locator('#delegation-to').fill(vietnamese(today()));
  await dialog.getByRole('radio', { name: /^TUQ/ }).check();
  await dialog.locator('#delegation-number').fill('15/GUQ-STC');
  await dialog.locator('#delegation-dated').fill(vietnamese(today()));
  await dialog.locator('#delegation-basis').fill('Giấy ủy quyền của Giám đốc Sở khi đi công tác');
  await dialog.getByRole('button', { name: 'Ký ủy quyền' }).click();
  await head.sign();
  await head.page.getByText('Đang có hiệu lực').first().waitFor();

  await checker.approve(name);
  await substitute.openTask('Kiểm tra, ký duyệt', name);
  await substitute.page.getByText('Anh/chị ký thay người khác').waitFor();
  await substitute.page.getByText(`TUQ`, { exact: false }).first().waitFor();
  await substitute.approve(name);

  const names = [office.client(HEAD).me.name, office.client(COLLEAGUE).me.name];
  const { steps } = await client.get(`/submissions/${id}`);
  const signature = steps.at(-1).signatures.at(-1);
  assert.equal(signature.signer, names[1]);
  assert.match(signature.on_behalf_of, new RegExp(names[0]));
  const own = await Visitor.open(office.server.base, name);
  try {
    await own.signIn(client.username, newPassword);
    await own.heading('Việc của tôi');
    await own.page.goto(`/people/${person.id}/versions/1`);
    await own.page.getByText(/TUQ\./).first().waitFor();
    await own.page.getByText(names[1], { exact: false }).first().waitFor();
  } finally {
    await own.close();
  }
});

test('nothing complained in any browser', () => assert.deepEqual(office.complaints(), []));

test('a hundred approvals at one go, each with a signature of its own', async (t) => {
  const agency = await Office.open({ deployment: 'monre', database: 'postgres' });
  try {
    // QĐ 2715: the agency enters, one step approves.
    const officer = await enrolled(allowed(agency.clients, 'enter_profiles').find((client) => client.me.roles.some(({ role }) => role === 'hr_officer')));
    const unit = officer.me.roles.find(({ role }) => role === 'hr_officer').unit_id;
    const submissions = [];
    for (let number = 1; number <= 100; number += 1) {
      const person = await registered(officer, agency, `Người Thứ ${number}`, unit);
      submissions.push((await submit(officer, person)).submission_id);
    }
    const head = (await deciders(agency, submissions[0]))[0];
    const visitor = await agency.at(head.username);
    await visitor.page.goto('/?kind=review');
    await visitor.browser.settled();
    await visitor.page.getByRole('checkbox', { name: 'Chọn mọi việc ký duyệt trên trang' }).first().check();
    const bar = visitor.page.getByRole('region', { name: /^Đã chọn/ });
    const count = Number(/\d+/.exec(await bar.getAttribute('aria-label'))[0]);
    assert.equal(count, 100);
    const started = Date.now();
    await visitor.button(/^Ký duyệt 100 hồ sơ/, bar).click();
    const dialog = visitor.page.getByRole('dialog', { name: 'Ký số' });
    const [go, make] = [visitor.button(/^Ký 100 nội dung$/, dialog), visitor.button('Tạo khóa ký trong trình duyệt này', dialog)];
    await go.or(make).first().waitFor();
    if (await make.isVisible()) await make.click();
    await go.click({ timeout: 120_000 });
    await dialog.getByText('Đã ký xong', { exact: false }).first().waitFor({ timeout: 180_000 });
    t.diagnostic(`100 approvals in ${Date.now() - started} ms, preparing included`);
    await visitor.button('Xong', dialog).click();
    await visitor.page.getByText(/Đã ký duyệt 100 hồ sơ/).first().waitFor();
    const chosen = await Promise.all(submissions.map((id) => officer.get(`/submissions/${id}`)));
    const effective = chosen.filter(({ state }) => state === 'effective');
    // The list holds a hundred; whatever of the demonstration was due earlier stood before the last of ours.
    const before = chosen.length - effective.length;
    assert.ok(before <= 10, `${before} are left`);
    const signatures = effective.map(({ steps }) => steps.at(-1).signatures.at(-1).payload_sha256);
    assert.equal(new Set(signatures).size, effective.length, 'a signature each');
    assert.deepEqual(agency.complaints(), []);
  } catch (error) {
    await agency.picture('batch');
    throw error;
  } finally {
    await agency.close();
  }
});

async function registered(officer, agency, name, unit) {
  const person = newPerson({ name, unit, kind: agency.deployment.person_kinds[0].key, management: 'unit', decidedOn: today() });
  person.id = (await officer.post('/people', person)).summary.id;
  return person;
}

async function deciders(agency, id) {
  const found = [];
  for (const client of allowed(agency.clients, 'review')) {
    const submission = await client.get(`/submissions/${id}`).catch(() => undefined);
    if (submission?.may_decide) found.push(client);
  }
  return found;
}
