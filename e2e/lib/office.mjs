// Officers of the demonstration at their desks: signed in to a browser of their own when somebody asks for them.
import { join } from 'node:path';
import { cast } from './flows.mjs';
import { results, Server } from './server.mjs';
import { Visitor } from './visitor.mjs';

export class Office {
  /** @param {Parameters<typeof Server.start>[0]} options */
  static async open(options) {
    const office = new Office();
    office.server = await Server.start(options);
    office.visitors = new Map();
    Object.assign(office, await cast(office.server.base));
    return office;
  }

  client(username) {
    const found = this.clients.find((client) => client.username === username);
    if (!found) throw new Error(`nobody is called ${username}`);
    return found;
  }

  /** The visitor at this account. */
  async at(username) {
    if (!this.visitors.has(username)) {
      const { password } = this.client(username);
      const visitor = await Visitor.open(this.server.base, username);
      this.visitors.set(username, visitor);
      await visitor.signIn(username, password);
      await visitor.heading('Việc của tôi');
    }
    return this.visitors.get(username);
  }

  /** The same data, on another day: the server starts anew, and everybody signs in again. Keys stay in their browsers. */
  async on(clock) {
    await this.server.kill('SIGTERM');
    this.server.clock = clock;
    await this.server.up();
    for (const [username, visitor] of this.visitors) {
      const { password } = this.client(username);
      await visitor.page.context().clearCookies();
      await visitor.signIn(username, password);
      await visitor.heading('Việc của tôi');
    }
    const { clients } = await cast(this.server.base);
    for (const client of clients) Object.assign(this.client(client.username), { token: client.token, me: client.me });
  }

  /** What everybody saw, where a test failed. */
  async picture(name) {
    for (const [username, { page }] of this.visitors) {
      await page.screenshot({ path: join(results, `failed-${name}-${username}.png`), fullPage: true }).catch(() => {});
    }
  }

  complaints() {
    return [...this.visitors].flatMap(([username, { browser }]) => browser.complaints.map((text) => `${username}: ${text}`));
  }

  async close() {
    for (const visitor of this.visitors.values()) await visitor.browser.close();
    await this.server.stop();
  }
}
