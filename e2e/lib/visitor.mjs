// What a person does on the pages, in the words that stand there.
import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';
import { vietnamese } from './workdays.mjs';

const id = (pointer) => `#f${pointer.replaceAll('/', '-')}`;

export class Visitor {
  static async open(base, name) {
    const visitor = new Visitor();
    visitor.browser = await Browser.open(base);
    visitor.page = visitor.browser.page;
    visitor.name = name;
    return visitor;
  }

  async close() {
    await this.browser.close();
    assert.deepEqual(this.browser.complaints, [], `${this.name}: the console is silent`);
  }

  heading(text) { return this.page.getByRole('heading', { level: 1, name: text }).waitFor(); }
  button(name, scope = this.page) { return scope.getByRole('button', { name, exact: typeof name === 'string' }); }

  async signIn(username, password) {
    await this.page.goto('/sign-in');
    await this.page.getByLabel('Tên đăng nhập').fill(username);
    await this.page.locator('#password').fill(password);
    await this.button('Đăng nhập').click();
  }

  /** The first password was given by somebody else: it has to be changed before anything. */
  async setOwnPassword(given, own) {
    await this.heading('Đặt mật khẩu của riêng anh/chị');
    await this.page.locator('#current-password').fill(given);
    await this.page.locator('#new-password').fill(own);
    await this.page.locator('#repeat-password').fill(own);
    await this.button('Đổi mật khẩu').click();
    await this.heading('Việc của tôi');
  }

  async makeKey() {
    await this.page.goto('/keys');
    await this.button('Tạo khóa mới').click();
    const dialog = this.page.getByRole('dialog', { name: 'Tạo khóa ký mới' });
    await dialog.locator('#key-label').fill('Chrome kiểm thử');
    await this.button('Tạo khóa ký trong trình duyệt này', dialog).click();
    await this.page.getByText('Trong trình duyệt này', { exact: true }).waitFor();
  }

  /** Registers somebody recruited; answers the identifier. */
  async register(person, { unitName, kindTitle, managementTitle }) {
    const { page } = this;
    await page.goto('/people/new');
    await page.locator('#full_name').fill(person.full_name);
    await page.locator('#personal_id').fill(person.personal_id);
    await page.locator('#birth_date').fill(vietnamese(person.birth_date));
    await page.locator('#gender').selectOption({ label: 'Nam' });
    await this.choose('#unit_id', unitName);
    await page.locator('#kind').selectOption({ label: kindTitle });
    if (managementTitle) await page.locator('#management').selectOption({ label: managementTitle });
    await page.locator('#staff_number').fill(person.staff_number);
    await page.locator('#decision_number').fill(person.decision_number);
    await page.locator('#decision_date').fill(vietnamese(person.decision_date));
    await this.button('Đăng ký').click();
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    return page.url().split('/').at(-1);
  }

  /** A choice of a searchable list, by what is shown. */
  async choose(selector, text) {
    const input = this.page.locator(selector);
    await input.click();
    await input.fill(text);
    await this.page.getByRole('option', { name: text, exact: true }).first().click();
  }

  /** The row of a task about somebody, on whichever page of the list it stands. */
  async task(what, about, { scope } = {}) {
    const { page } = this;
    await page.goto(scope ? `/?scope=${scope}` : '/');
    await this.heading(/Việc của tôi|Đôn đốc/);
    for (let turns = 0; turns < 20; turns += 1) {
      await this.browser.settled();
      const row = page.getByRole('row').filter({ hasText: what }).filter({ hasText: about });
      if (await row.count()) return row.first();
      const next = page.getByRole('link', { name: 'Trang sau' });
      if (!await next.count()) break;
      await next.click();
    }
    throw new Error(`${this.name}: no task “${what}” about ${about}: ${await page.locator('main').innerText()}`);
  }

  /** The task shows this day and this clause, or that there is no deadline. */
  async taskIsDue(what, about, { due, opens, clause }) {
    const row = await this.task(what, about);
    const shown = (await row.innerText()).replaceAll(/\s+/g, ' ');
    if (due) assert.ok(shown.includes(vietnamese(due)), `${what} of ${about}: due ${vietnamese(due)}, but: ${shown}`);
    else assert.ok(shown.includes('Không ấn định hạn'), `${what} of ${about}: no deadline, but: ${shown}`);
    if (opens) assert.ok(shown.includes(`mở từ ${vietnamese(opens)}`), `${what} of ${about}: opens ${vietnamese(opens)}, but: ${shown}`);
    if (clause) {
      await row.getByText('Vì sao?').click();
      const why = await row.locator('details').innerText();
      assert.ok(why.includes(clause), `${what} of ${about}: ${clause}, but: ${why}`);
    }
    return row;
  }

  async openTask(what, about) {
    const row = await this.task(what, about);
    await row.getByRole('link').first().click();
  }

  async issueAccount(about) {
    await this.openTask('Cấp tài khoản', about);
    const dialog = this.page.getByRole('dialog', { name: 'Cấp tài khoản' });
    await this.button('Cấp tài khoản', dialog).click();
    const password = await dialog.getByTestId('initial-password').innerText();
    const username = await dialog.locator('dd').first().innerText();
    await this.button('Đóng', dialog).last().click();
    return { username: username.trim(), password: password.trim() };
  }

  /** A field of the form by its place in the document. */
  field(pointer) { return this.page.locator(id(pointer)); }
  async type(pointer, text) { await this.field(pointer).fill(text); await this.field(pointer).blur(); }
  async pick(pointer, label) { await this.field(pointer).selectOption({ label }); }

  async place(pointer, { province, commune, detail }) {
    await this.choose(`${id(pointer)}-province`, province);
    await this.choose(`${id(pointer)}-commune`, commune);
    if (detail) await this.page.locator(`${id(pointer)}-detail`).fill(detail);
  }

  async saved() { await this.page.getByText(/^Đã lưu( \d|$)/).first().waitFor(); }

  /** To the next group of the form; what was typed is with the server then. */
  async next(heading) {
    await this.button(/^(Tiếp theo|Xem lại và ký)$/).click();
    await this.heading(heading);
  }

  /** Adds a row to a table and fills it in. */
  async addRow(pointer, cells) {
    const table = this.field(pointer);
    const index = await table.locator('.form-row').count();
    await this.button(/^Thêm dòng/, table).click();
    for (const [key, value] of Object.entries(cells)) {
      const cell = this.field(`${pointer}/${index}/${key}`);
      if (await cell.evaluate((element) => element.tagName) === 'SELECT') await cell.selectOption({ label: value });
      else if (await cell.getAttribute('role') === 'combobox') await this.choose(id(`${pointer}/${index}/${key}`), value);
      else await cell.fill(value);
    }
    await this.button('Xong dòng này', table).click();
  }

  async attach(pointer, file) {
    await this.page.locator(`${id(pointer)}-evidence`).setInputFiles(file);
    await this.button('Tải lên').click();
    await this.page.getByText(`Đã đính kèm ${file.name}`).waitFor();
  }

  /** Signs in the dialog that is open; makes the key first where this browser has none. */
  async sign() {
    const dialog = this.page.getByRole('dialog', { name: 'Ký số' });
    const go = this.button(/^Ký( \d+ nội dung)?$/, dialog);
    const make = this.button('Tạo khóa ký trong trình duyệt này', dialog);
    await go.or(make).first().waitFor();
    if (await make.isVisible()) await make.click();
    await dialog.getByText('Chữ ký thử nghiệm').first().waitFor();
    await go.click();
    await dialog.getByText('Đã ký xong', { exact: false }).first().waitFor();
    await this.button('Xong', dialog).click();
  }

  async signAndSend() {
    await this.button('Ký số và gửi').click();
    await this.sign();
  }

  async approve(about) {
    await this.openTask('Kiểm tra, ký duyệt', about);
    await this.heading(`Xem xét hồ sơ của ${about}`);
    await this.button('Ký phê duyệt').click();
    await this.sign();
    await this.heading('Việc của tôi');
  }

  /** Returns with a reason for the item whose words are given. */
  async giveBack(about, item, reason) {
    await this.openTask('Kiểm tra, ký duyệt', about);
    await this.heading(`Xem xét hồ sơ của ${about}`);
    const row = this.page.locator('.review__item').filter({ hasText: item }).first();
    await row.getByRole('button', { name: /^Chưa đúng/ }).click();
    await row.getByLabel('Lý do mục này chưa đúng').fill(reason);
    assert.ok(await this.button('Ký phê duyệt').isDisabled(), 'an objection stands against approval');
    await this.button('Trả lại với 1 lý do').click();
    await this.button('Ký và trả lại').click();
    await this.sign();
    await this.heading('Việc của tôi');
  }
}
