// The deadlines of the four regulations around Tết 2026, with the server's clock at Monday, 9 February: working days skip
// 16–20 February. Every date below was counted on a paper calendar.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowed, cast, decide, deciderOf, enrolled, recruit, submit } from '../lib/flows.mjs';
import { Server } from '../lib/server.mjs';

const CLOCK = '2026-02-09T02:00:00Z';
const DECIDED = '2026-02-06';

const PLANS = {
  bnv: { role: 'hr_officer', issue: '2026-02-23', fill: '2026-02-23', steps: ['2026-02-23', '2026-02-23', '2026-03-02'], change: '2026-03-02' },
  // The decision of Friday the 6th: 9, 10, 11, 12, 13 February.
  hcmc: { role: 'hr_head', issue: '2026-02-13', fill: '2026-02-23', steps: ['2026-02-23', '2026-03-09'], change: '2026-03-02', management: 'unit' },
  // The last five days of the month are 24–28 February; the 28th is a Saturday.
  'tien-giang': { role: 'hr_officer', steps: [undefined, '2026-03-02'], opens: '2026-02-24', change: '2026-03-02' },
  // Twenty calendar days from the 6th end on the 26th.
  monre: { role: 'hr_officer', entry: 'agency', fill: '2026-02-26', steps: [undefined], management: 'unit' },
};

for (const [deployment, plan] of Object.entries(PLANS)) {
  test(`${deployment}: every task of a new profile and of a later change is due when the regulation says`, async () => {
    const server = await Server.start({ deployment, clock: CLOCK });
    try {
      const { deployment: info, clients } = await cast(server.base);
      const registrar = allowed(clients, 'enter_profiles').find((client) => client.me.roles.some(({ role }) => role === plan.role));
      const due = {};
      const { client: own, person } = await recruit(server.base, clients, {
        name: 'Võ Văn Tết', unit: registrar.me.roles.find(({ role }) => role === plan.role).unit_id, kind: info.person_kinds[0].key,
        management: plan.management, decidedOn: DECIDED, onIssueTask: (task) => { due.issue = task.due_on; },
      });
      assert.equal(due.issue, plan.issue, 'issuing the account');
      const enterer = await enrolled(plan.entry === 'agency' ? registrar : own);
      const taskOf = async (client, kind) => (await client.all(`/tasks?scope=mine&kind=${kind}`)).find((task) => task.person_id === person.id);
      const fill = await taskOf(enterer, plan.entry === 'agency' ? 'enter_profile' : 'fill_profile');
      assert.equal(fill.due_on, plan.fill, 'filling in');

      const { submission_id: id } = await submit(enterer, person);
      for (const [index, expected] of plan.steps.entries()) {
        const decider = await deciderOf(clients, id);
        const task = await taskOf(decider, 'review');
        assert.equal(task.due_on, expected, `step ${index + 1}`);
        assert.equal(task.opens_on, index === 1 ? plan.opens : undefined, `window of step ${index + 1}`);
        assert.equal(task.provisional, false);
        await decide(decider, id);
      }

      const changed = await submit(enterer, person, (document) => { document.papers.phone = '0912000111'; return document; });
      const last = plan.steps.length - 1;
      for (let index = 0; index < last; index += 1) await decide(await deciderOf(clients, changed.submission_id), changed.submission_id);
      const task = await taskOf(await deciderOf(clients, changed.submission_id), 'review');
      assert.equal(task.due_on, plan.change, 'a later change');
    } finally {
      await server.stop();
    }
  });
}
