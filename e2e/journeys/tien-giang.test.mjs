// QĐ 03/2025/QĐ-UBND, Điều 6: everything new is signed in the last five days of the month.
import { daysAgo, journey } from '../lib/journey.mjs';
import { monthEnd, today } from '../lib/workdays.mjs';

journey({
  deployment: 'tien-giang', database: 'sqlite', registrarRole: 'hr_officer', entry: 'person', decidedOn: daysAgo(3),
  issue: {},
  fill: { clause: 'khoản 3 Điều 5' },
  steps: [
    { role: 'hr_officer', clause: 'khoản 2 Điều 14' },
    { role: 'unit_head', ...monthEnd(today()), clause: 'Điều 6' },
  ],
});
