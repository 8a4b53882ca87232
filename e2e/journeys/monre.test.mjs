// QĐ 2715/QĐ-BTNMT: the agency enters the data (khoản 1 Điều 7), the person only reads (điểm b khoản 1 Điều 9).
import { daysAgo, journey } from '../lib/journey.mjs';
import { calendarDays } from '../lib/workdays.mjs';

const decidedOn = daysAgo(3);

journey({
  deployment: 'monre', database: 'postgres', registrarRole: 'hr_officer', management: 'unit', entry: 'agency', decidedOn,
  issue: {},
  fill: { due: calendarDays(decidedOn, 20), clause: 'khoản 1 Điều 7' },
  steps: [{ role: 'unit_head', clause: 'điểm c khoản 2 Điều 13' }],
});
