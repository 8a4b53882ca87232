// The second opinion itself, against dates counted on a paper calendar.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDays, monthEnd, workingDays } from './workdays.mjs';
import { congvu } from './server.mjs';

const WORKING = [
  ['2026-02-10', 5, '2026-02-24'], ['2026-01-07', 3, '2026-01-10'], ['2026-04-24', 5, '2026-05-06'],
  ['2026-08-20', 5, '2026-08-26'], ['2026-08-28', 1, '2026-09-03'], ['2026-11-23', 5, '2026-12-01'],
  ['2026-11-23', 10, '2026-12-08'], ['2026-11-23', 15, '2026-12-15'],
];
// 2026-01-10 is a Saturday worked; 20 days from 2026-02-01 end on Saturday 2026-02-21.
const CALENDAR = [['2026-02-01', 20, '2026-02-23'], ['2026-11-03', 20, '2026-11-23'], ['2026-11-04', 20, '2026-11-25']];

test('working and calendar days, by paper calendar and by the program', async () => {
  for (const [unit, table, count] of [['working', WORKING, workingDays], ['calendar', CALENDAR, calendarDays]]) {
    for (const [from, days, expected] of table) {
      assert.equal(count(from, days), expected, `${from} + ${days} ${unit}`);
      const answer = await congvu('deadline', '--deployment', 'hcmc', '--from', from, '--days', String(days), '--unit', unit);
      assert.equal(answer.stdout.trim(), expected, `congvu: ${from} + ${days} ${unit}: ${answer.stderr}`);
    }
  }
});

test('month-end windows', () => {
  assert.deepEqual(monthEnd('2026-11-10'), { opens: '2026-11-26', due: '2026-11-30' });
  assert.deepEqual(monthEnd('2026-10-10'), { opens: '2026-10-27', due: '2026-11-02' });
  assert.deepEqual(monthEnd('2026-02-10'), { opens: '2026-02-24', due: '2026-03-02' });
});
