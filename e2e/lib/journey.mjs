// The main job, by hand, in a real browser: account → key → fill and sign → every step of the chain, with one return on
// the way → approved → signed PDF. What differs between deployments comes in as data, counted from the regulation by hand.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Client } from './api.mjs';
import { allowed, cast, firstWho, newPassword } from './flows.mjs';
import { pdfsig, pyhanko, trust } from './pdf.mjs';
import { evidencePdf, filled, newPerson, portrait } from './profile.mjs';
import { congvu, results, Server } from './server.mjs';
import { Visitor } from './visitor.mjs';
import { today } from './workdays.mjs';

const NAME = 'Đặng Thị Thử Nghiệm';
const WRONG = 'Tổng hợp báo cao';
const RIGHT = 'Tổng hợp báo cáo';

/** Defines the tests of one deployment. */
export function journey(plan) {
  const { deployment, database, registrarRole, management, decidedOn, entry } = plan;
  let server, folder, clients, info, person, registrar, account;
  const people = new Map();

  /** The visitor who sits at the account of this client, signed in, with a key of their own. */
  async function at(client) {
    if (!people.has(client.username)) {
      const visitor = await Visitor.open(server.base, client.username);
      await visitor.signIn(client.username, client.password);
      await visitor.heading('Việc của tôi');
      people.set(client.username, visitor);
    }
    return people.get(client.username);
  }

  before(async () => {
    await mkdir(results, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), 'congvu-journey-'));
    server = await Server.start({ deployment, database });
    ({ deployment: info, clients } = await cast(server.base));
    registrar = allowed(clients, 'enter_profiles').find((client) => client.me.roles.some(({ role }) => role === registrarRole));
    const unit = registrar.me.roles.find((role) => role.role === registrarRole);
    person = newPerson({ name: NAME, unit: unit.unit_id, kind: info.person_kinds[0].key, management, decidedOn });
    person.unitName = unit.unit_name;
  });

  after(async () => {
    for (const visitor of people.values()) await visitor.browser.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** One stage; those after a failed one are not tried, for they build on it. */
  let failed = false;
  const stage = (name, run) => test(`${deployment}: ${name}`, async (t) => {
    if (failed) { t.skip('an earlier stage failed'); return; }
    try {
      await run(t);
    } catch (error) {
      failed = true;
      for (const [who, visitor] of people) {
        await visitor.page.screenshot({ path: join(results, `failed-${deployment}-${who}.png`), fullPage: true }).catch(() => {});
      }
      throw error;
    }
  });

  stage('somebody is registered', async () => {
    const visitor = await at(registrar);
    person.id = await visitor.register(person, {
      unitName: person.unitName, kindTitle: info.person_kinds[0].title,
      managementTitle: management && (management === 'top' ? info.management_top : info.management_unit),
    });
  });

  stage('the account is issued, and its deadline is the regulation’s', async () => {
    const issuer = await firstWho(allowed(clients, 'issue_accounts'), async (client) => {
      const tasks = await client.all('/tasks?scope=mine&kind=issue_account');
      return tasks.some((task) => task.person_id === person.id);
    });
    const visitor = await at(issuer);
    await visitor.taskIsDue('Cấp tài khoản', NAME, plan.issue);
    account = await visitor.issueAccount(NAME);
  });

  stage('the person signs in, chooses a password and makes a key', async () => {
    const visitor = await Visitor.open(server.base, NAME);
    people.set(NAME, visitor);
    await visitor.signIn(account.username, account.password);
    await visitor.setOwnPassword(account.password, newPassword);
    if (entry === 'person') await visitor.makeKey();
  });

  stage('the profile is filled in, proved, and signed', async () => {
    const visitor = entry === 'person' ? people.get(NAME) : await at(registrar);
    const what = entry === 'person' ? 'Kê khai hồ sơ' : 'Nhập hồ sơ';
    await visitor.taskIsDue(what, NAME, plan.fill);
    // Most of the form through the API, with the session of whoever fills it in; one field of each kind by hand below.
    const client = entry === 'person' ? await Client.signIn(server.base, account.username, newPassword) : registrar;
    const draft = await client.call('GET', `/people/${person.id}/draft`);
    const document = filled(draft.body.document, { name: NAME, personalId: person.personal_id });
    Object.assign(document.personal, { gender: '', ethnic_group: '', birth_date: '' });
    document.personal.home_town = { province_code: '', province: '', district: '', commune_code: '', commune: '', detail: '' };
    Object.assign(document.papers, { citizen_id: '', phone: '', social_insurance: '' });
    document.recruitment.strength = '';
    document.family.own = document.family.own.slice(0, 1);
    await client.call('PUT', `/people/${person.id}/draft`, { body: { document }, ifMatch: draft.etag });

    await visitor.openTask(what, NAME);
    await visitor.heading('Bản thân');
    await visitor.field('/header/photo').setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: portrait() });
    await visitor.button('Bỏ ảnh').waitFor();
    await visitor.pick('/personal/gender', 'Nam');
    await visitor.type('/personal/birth_date', '14/05/1990');
    await visitor.choose('#f-personal-ethnic_group', 'Kinh');
    await visitor.place('/personal/home_town', { province: 'Thành phố Hồ Chí Minh', commune: 'Phường Sài Gòn', detail: 'Khu phố 3' });
    await visitor.type('/health/height_cm', '168,5');
    await visitor.saved();

    await visitor.next('Giấy tờ và liên hệ');
    await visitor.type('/papers/citizen_id', '12345');
    await visitor.page.getByText(/số chữ số chưa đúng/i).first().waitFor();
    await visitor.type('/papers/citizen_id', person.personal_id);
    await visitor.type('/papers/phone', '0903 123 456');
    await visitor.type('/papers/social_insurance', '7912345678');
    await visitor.attach('/papers/citizen_id', { name: 'cccd.pdf', mimeType: 'application/pdf', buffer: evidencePdf('CCCD') });

    await visitor.next('Tuyển dụng và công tác');
    await visitor.type('/recruitment/strength', WRONG);
    await visitor.addRow('/history/career', { from: '09/2012', to: '08/2014', organisation: 'Văn phòng Luật sư Sài Gòn', post: 'Cộng tác viên' });
    await visitor.type('/history/detentions', 'Không có.\nĐã khai báo đầy đủ.');
    await visitor.saved();

    for (const heading of ['Đảng, đoàn thể, quân ngũ', 'Chức vụ và quy hoạch', 'Lương và phụ cấp', 'Đào tạo, bồi dưỡng', 'Khen thưởng, kỷ luật, đánh giá', 'Gia đình và kinh tế']) {
      await visitor.next(heading);
    }
    await visitor.addRow('/family/own', { relation: 'Mẹ', full_name: 'Lê Thị Hoa', birth_year: '1963', description: 'Nghỉ hưu, phường Sài Gòn' });
    await visitor.type('/economy/salary', '180.000.000');
    await visitor.saved();
    await visitor.next('Xem lại và ký');
    await visitor.signAndSend();
    await visitor.page.getByText('Đang chờ duyệt').first().waitFor();
  });

  /** Who has to act on the submission now; there is exactly one open. */
  const decider = async () => {
    const { submission_id: open } = await registrar.get(`/people/${person.id}`);
    return firstWho(allowed(clients, 'review'), async (client) => (await client.get(`/submissions/${open}`)).may_decide);
  };

  const steps = async (decide) => {
    for (const [index, step] of plan.steps.entries()) {
      const client = await decider();
      assert.ok(client.me.roles.some(({ role }) => role === step.role), `step ${index + 1} is for ${step.role}, not ${client.me.roles.map(({ role }) => role)}`);
      const visitor = await at(client);
      await visitor.taskIsDue('Kiểm tra, ký duyệt', NAME, step);
      if (!await decide(visitor, index)) return;
    }
  };

  stage('the last step returns it with a reason for an item', () => steps(async (visitor, index) => {
    if (index < plan.steps.length - 1) {
      await visitor.approve(NAME);
      return true;
    }
    await visitor.giveBack(NAME, 'Sở trường công tác', 'Sai chính tả: phải là “báo cáo”.');
    return false;
  }));

  stage('it is corrected and signed again', async () => {
    const visitor = entry === 'person' ? people.get(NAME) : await at(registrar);
    await visitor.openTask('Sửa hồ sơ bị trả lại', NAME);
    await visitor.heading('Bản thân');
    await visitor.next('Giấy tờ và liên hệ');
    await visitor.next('Tuyển dụng và công tác');
    await visitor.page.getByText('Sai chính tả: phải là “báo cáo”.').first().waitFor();
    await visitor.type('/recruitment/strength', RIGHT);
    await visitor.saved();
    await visitor.page.goto(visitor.page.url().replace(/\/edit\/.*/, '/review'));
    await visitor.signAndSend();
    await visitor.page.getByText('Đang chờ duyệt').first().waitFor();
  });

  stage('every step of the chain approves, each by its deadline', () => steps(async (visitor) => {
    await visitor.approve(NAME);
    return true;
  }));

  stage('the person sees the approved version and who signed it', async () => {
    const visitor = people.get(NAME);
    await visitor.page.goto('/me');
    await visitor.page.getByText('Đã phê duyệt').first().waitFor();
    await visitor.page.getByText('Phiên bản 1', { exact: false }).first().waitFor();
    await visitor.page.getByText('Chữ ký thử nghiệm').first().waitFor();
    if (entry === 'agency') {
      await visitor.page.goto('/me/edit/self');
      await visitor.page.getByText('Không thuộc phạm vi được xem').waitFor();
    }
  });

  stage('it is exported, signed, sealed, and valid for independent judges', async () => {
    const starter = await firstWho(clients, async (client) => (await client.get(`/people/${person.id}`)).may_export);
    const starting = await at(starter);
    await starting.page.goto(`/people/${person.id}?part=exports`);
    await starting.button('Tạo bản kết xuất').click();
    await starting.page.waitForURL(/\/exports\//);
    const path = new URL(starting.page.url()).pathname;
    const ask = (client) => client.get(path);
    const signing = await at(await firstWho(allowed(clients, 'sign_exports'), async (client) => (await ask(client)).may_sign));
    await signing.page.goto(path);
    await signing.button('Ký bản kết xuất').click();
    await signing.sign();
    const sealing = await at(await firstWho(allowed(clients, 'seal_exports'), async (client) => (await ask(client)).may_seal));
    await sealing.openTask('Ký số cơ quan', NAME);
    await sealing.button('Đóng chữ ký số cơ quan').click();
    await sealing.page.getByText('Đã đủ chữ ký').waitFor();
    const download = sealing.page.waitForEvent('download');
    await sealing.page.getByRole('link', { name: 'Tải tệp PDF' }).click();
    const file = join(folder, 'cv.pdf');
    await (await download).saveAs(file);

    const anchors = await trust(server.base, join(folder, 'trust'));
    const poppler = (await pdfsig(file, anchors)).filter((found) => !found.timeStamp);
    assert.equal(poppler.length, 2, 'pdfsig sees two signatures');
    for (const signature of poppler) assert.ok(signature.valid && signature.trusted, signature.text);
    const report = (await pyhanko(file, anchors)).filter((found) => found.kind === 'signature');
    assert.deepEqual(report.map((signature) => signature.bottom_line), [true, true], JSON.stringify(report));
    const verdict = await congvu('verify', file, '--anchors', anchors.anchors, ...anchors.crls.flatMap((crl) => ['--crl', crl]));
    assert.equal(verdict.code, 0, verdict.stdout + verdict.stderr);
  });

  stage('nothing complained in any browser', async () => {
    for (const visitor of people.values()) assert.deepEqual(visitor.browser.complaints, [], visitor.name);
  });
}

/** The day so many days before today, in Việt Nam. */
export const daysAgo = (days) => new Date(Date.parse(today()) - days * 86_400_000).toISOString().slice(0, 10);
