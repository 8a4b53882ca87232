// The clock that acts: the window at the end of the month, what is told before, at and after a deadline, once, in the app and by e-mail,
// and a day off that is announced while deadlines run. Every date was counted on a paper calendar.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { allowed, decide, deciderOf, enrolled, firstWho, recruit, submit } from '../lib/flows.mjs';
import { Mailbox } from '../lib/mailbox.mjs';
import { Office } from '../lib/office.mjs';
import { results } from '../lib/server.mjs';

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function until(done, what) {
  for (let turns = 0; turns < 300; turns += 1) {
    if (await done()) return;
    await wait(100);
  }
  throw new Error(`it did not happen: ${what}`);
}

/** Somebody with a submitted profile, in the unit of whoever enters profiles with this role. */
async function submitted(office, name, role, management) {
  const registrar = allowed(office.clients, 'enter_profiles').find((client) => client.me.roles.some((held) => held.role === role));
  const unit = registrar.me.roles.find((held) => held.role === role).unit_id;
  const decidedOn = office.server.clock.slice(0, 10);
  const { client, person } = await recruit(office.server.base, office.clients, { name, unit, kind: office.deployment.person_kinds[0].key, management, decidedOn });
  await enrolled(client);
  return { person, id: (await submit(client, person)).submission_id };
}

async function shown(name, office, run) {
  try {
    await run();
    assert.deepEqual(office.complaints(), []);
  } catch (error) {
    await office.picture(name);
    throw error;
  } finally {
    await office.close();
  }
}

test('Tiền Giang Điều 6: approved within the window at the end of April, which moves past the days off', async () => {
  await mkdir(results, { recursive: true });
  // Monday 20 April. The last five days are 26–30 April; the 30th and 1 May are days off, then a weekend: Monday 4 May.
  const office = await Office.open({ deployment: 'tien-giang', clock: '2026-04-20T02:00:00Z' });
  await shown('window', office, async () => {
    const name = 'Đỗ Cuối Tháng';
    const { id } = await submitted(office, name, 'hr_officer');
    await decide(await deciderOf(office.clients, id), id);
    const head = await office.at((await deciderOf(office.clients, id)).username);
    const row = await head.taskIsDue('Kiểm tra, ký duyệt', name, { opens: '2026-04-26', due: '2026-05-04' });
    await row.getByText('Chưa đến đợt ký').first().waitFor();
    // Wednesday the 29th: open, and the next working day is the last.
    await office.on('2026-04-29T02:00:00Z');
    await until(async () => (await office.client(head.name).get('/notifications?limit=1')).items.length, 'a reminder before the end of the window');
    await head.page.reload();
    await head.page.getByRole('link', { name: /^Thông báo, [1-9]\d* chưa đọc/ }).click();
    await head.heading('Thông báo');
    await head.page.getByText('Nhắc trước hạn').first().waitFor();
    await head.approve(name);
    assert.equal((await office.client(head.name).get(`/submissions/${id}`)).state, 'effective');
  });
});

test('a deadline passes: whoever has to act is told, then who answers for them; in the app and by e-mail, once', async (t) => {
  // Monday 2 March: five working days end on Monday the 9th (QĐ 51/2024, điểm b khoản 2 Điều 7).
  const office = await Office.open({ deployment: 'hcmc', clock: '2026-03-02T02:00:00Z' });
  const mailbox = await Mailbox.open();
  t.after(() => mailbox.close());
  const settings = join(office.server.data, 'settings.toml');
  await writeFile(settings, `[mail]\nurl = "${mailbox.url}"\nfrom = "Công Vụ <congvu@example.gov.vn>"\nper_minute = 100000\n`);
  office.server.arguments = ['--settings', settings];
  await shown('overdue', office, async () => {
    const name = 'Ngô Quá Hạn';
    const { id } = await submitted(office, name, 'hr_head', 'unit');
    const checker = await office.at((await deciderOf(office.clients, id)).username);
    await checker.taskIsDue('Kiểm tra, ký duyệt', name, { due: '2026-03-09' });
    // How letters are wanted is chosen by hand.
    await checker.page.goto('/settings');
    await checker.page.getByLabel('Địa chỉ thư điện tử').fill('kiemtra@example.gov.vn');
    await checker.page.getByLabel('Mỗi lời nhắc một thư').check();
    await checker.button('Lưu cách nhận thư').click();
    await checker.page.getByText('Đã lưu cách nhận thư nhắc việc.').waitFor();

    const about = () => mailbox.letters.filter((letter) => letter.to.includes('kiemtra@example.gov.vn')).length;
    // Tuesday the 10th: a working day late.
    await office.on('2026-03-10T02:00:00Z');
    await until(() => about() > 0, 'a letter');
    await checker.page.reload();
    await checker.page.getByRole('link', { name: /^Thông báo, [1-9]\d* chưa đọc/ }).click();
    await checker.heading('Thông báo');
    await checker.page.getByText('Quá hạn', { exact: true }).first().waitFor();
    const letters = about();
    const told = (await checkerNotices()).length;

    // The same morning again, on another process: nobody is told twice.
    await office.on('2026-03-10T03:00:00Z');
    await wait(3_000);
    assert.equal(about(), letters);
    assert.equal((await checkerNotices()).length, told);

    // Monday the 16th, five working days after: who answers for them. The state of things says it, too.
    await office.on('2026-03-16T02:00:00Z');
    const late = async (client) => (await client.all('/overview/tasks?state=late')).some((entry) => entry.link?.includes(id) || entry.person_name === name);
    const answering = [];
    for (const client of allowed(office.clients, 'read_people')) {
      if (client.username !== checker.name && await late(client)) answering.push(client);
    }
    let urged;
    await until(async () => {
      for (const client of answering) {
        const { items } = await client.get('/notifications?limit=20');
        if (items.some(({ kind, text }) => /urge/.test(kind) && /quá hạn/i.test(text))) { urged = client; return true; }
      }
      return false;
    }, 'somebody who answers for it is told');
    const head = await office.at(urged.username);
    await head.page.goto('/notifications');
    await head.page.getByText('Đôn đốc', { exact: true }).first().waitFor();
    await head.page.goto('/overview');
    await head.heading('Tình hình hồ sơ');
    await head.page.getByRole('link', { name: 'Xem việc quá hạn' }).click();
    await head.heading(/Việc quá hạn/);
    await head.page.getByText(name).first().waitFor();
    t.diagnostic(`${letters} letters to the checker, urged: ${urged.username}`);

    async function checkerNotices() { return office.client(checker.name).all('/notifications'); }
  });
});

test('a day off is announced while deadlines run: they are counted anew, and say why', async () => {
  // Monday 2 March; due on Monday the 9th, until Friday the 6th becomes a day off: Tuesday the 10th.
  const office = await Office.open({ deployment: 'hcmc', clock: '2026-03-02T02:00:00Z' });
  await shown('announced', office, async () => {
    const name = 'Hồ Thêm Ngày Nghỉ';
    const { id } = await submitted(office, name, 'hr_head', 'unit');
    const checker = await office.at((await deciderOf(office.clients, id)).username);
    await checker.taskIsDue('Kiểm tra, ký duyệt', name, { due: '2026-03-09' });
    const operator = await office.at((await firstWho(allowed(office.clients, 'issue_accounts'), (client) => client.get('/due-changes'))).username);
    await operator.page.goto('/calendar');
    await operator.heading('Ngày nghỉ, làm bù');
    await operator.button('Nhập thông báo').first().click();
    const dialog = operator.page.getByRole('dialog', { name: 'Nhập thông báo nghỉ, làm bù' });
    await dialog.getByRole('radio', { name: 'Ngày nghỉ' }).check();
    await dialog.locator('#amendment-from').fill('06/03/2026');
    await dialog.locator('#amendment-name').fill('Nghỉ bầu cử (giả định)');
    await dialog.locator('#amendment-announcement').fill('123/TB-BNV');
    await dialog.locator('#amendment-announced').fill('02/03/2026');
    await operator.button('Xem trước ảnh hưởng', dialog).click();
    await dialog.getByText(/hạn được lùi lại/).first().waitFor();
    await operator.button('Ghi nhận thông báo', dialog).click();
    await operator.page.getByText('123/TB-BNV').first().waitFor();
    await until(async () => (await office.client(checker.name).all('/tasks?scope=mine&kind=review')).some((task) => task.subject_id === id && task.due_on === '2026-03-10'), 'the deadline moved');
    await checker.taskIsDue('Kiểm tra, ký duyệt', name, { due: '2026-03-10' });
    const row = await checker.task('Kiểm tra, ký duyệt', name);
    await row.getByText('Vì sao?').click();
    await row.getByRole('button', { name: /Xem cách tính và căn cứ/ }).click();
    const why = checker.page.getByRole('dialog', { name: 'Vì sao là việc này, vì sao hạn này?' });
    await why.getByText('123/TB-BNV', { exact: false }).first().waitFor();
    await why.getByText('Lùi từ 09/03/2026 đến 10/03/2026').waitFor();
  });
});
