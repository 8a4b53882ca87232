// Every page at two widths: a picture for a person to look at, axe for what it can find, and no sideways scrolling.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Browser, LAPTOP, PHONE } from '../lib/browser.mjs';
import { allowed, cast, firstWho } from '../lib/flows.mjs';
import { enrol } from '../lib/keys.mjs';
import { results, Server } from '../lib/server.mjs';

const SECTIONS = ['self', 'papers', 'work', 'organisations', 'posts', 'pay', 'education', 'merit', 'family'];
const folder = join(results, 'screens');
let server, ministry, pages;

before(async () => {
  await mkdir(folder, { recursive: true });
  server = await Server.start({ deployment: 'hcmc' });
  const { clients } = await cast(server.base);
  const reviewer = await firstWho(allowed(clients, 'review'), async (client) => (await client.get('/tasks?scope=mine&kind=review')).items.length);
  const [{ subject_id: submission, person_id: inReview }] = (await reviewer.get('/tasks?scope=mine&kind=review')).items;
  const staff = allowed(clients, 'read_people')[0];
  const approved = (await staff.all('/people?state=approved'))[0];
  const own = clients.find((client) => client.me.person_id && !client.me.actions.length) ?? clients.find((client) => client.me.person_id);
  const exporter = await firstWho(clients, async (client) => (await client.get(`/people/${approved.id}`)).may_export);
  const made = await exporter.post(`/people/${approved.id}/exports`, {});
  // In this city nobody administers accounts for the whole body; in the ministry somebody does.
  ministry = await Server.start({ deployment: 'bnv' });
  const operator = await firstWho((await cast(ministry.base)).clients, async (client) => (await client.get('/calendar')).may_amend);
  await enrol(reviewer);
  pages = [
    ['nobody', null, { 'sign-in': '/sign-in' }],
    ['person', own, {
      tasks: '/', me: '/me', review: '/me/review', keys: '/keys', settings: '/settings', deployment: '/deployment',
      notifications: '/notifications', calendar: '/calendar', 'calendar-next': '/calendar?year=2027', 'forbidden-overview': '/overview',
      forbidden: '/accounts', 'not-found': '/no-such-page', history: '/me?part=history', accesses: '/me?part=accesses',
      ...Object.fromEntries(SECTIONS.map((section) => [`edit-${section}`, `/me/edit/${section}`])),
    }],
    ['reviewer', reviewer, {
      tasks: '/', reviews: '/?kind=review', free: '/?kind=review&assigned=free', submission: `/submissions/${submission}`, keys: '/keys',
    }],
    ['staff', staff, {
      people: '/people', 'people-search': '/people?q=nguyen', new: '/people/new', person: `/people/${approved.id}`,
      version: `/people/${approved.id}/versions/1`, 'in-review': `/people/${inReview}`,
      overview: '/overview', 'overview-step': '/overview?by=step', 'overview-person': '/overview?by=person',
      'overview-waiting': '/overview/tasks', 'overview-late': '/overview/tasks?state=late', 'overview-missing': '/overview/tasks?state=missing',
    }],
    ['exporter', exporter, { export: `/exports/${made.id}` }],
    ['issuer', allowed(clients, 'issue_accounts')[0], { accounts: '/accounts' }],
    ['operator', operator, { calendar: '/calendar', 'calendar-changes': '/calendar/changes', 'calendar-changes-all': '/calendar/changes?all=true' }],
  ];
});
after(() => Promise.all([server?.stop(), ministry?.stop()]));

for (const [width, viewport] of Object.entries({ 1366: LAPTOP, 390: PHONE })) {
  test(`every page at ${width} pixels`, async (t) => {
    for (const [who, client, routes] of pages) {
      const browser = await Browser.open(client ? new URL(client.base).origin : server.base, { viewport });
      if (client) {
        const answer = await browser.context.request.post('/api/v1/app-session', { data: { username: client.username, password: client.password } });
        assert.ok(answer.ok(), `${who}: ${answer.status()}`);
      }
      for (const [name, path] of Object.entries(routes)) {
        await t.test(`${who}: ${name}`, async () => {
          await browser.page.goto(path);
          await browser.settled();
          await browser.page.screenshot({ path: join(folder, `${who}-${name}-${width}.png`), fullPage: true });
          const wide = await browser.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          const headings = await browser.page.locator('h1').count();
          assert.deepEqual([
            ...await browser.audit(),
            ...(wide > 0 ? [`${wide} pixels wider than the screen`] : []),
            ...(headings === 1 ? [] : [`${headings} main headings`]),
            ...browser.complaints.splice(0),
          ], []);
        });
      }
      await browser.close();
    }
  });
}
