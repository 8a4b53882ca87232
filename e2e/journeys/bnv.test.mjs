// QĐ 832/QĐ-BNV, Điều 7: somebody in a unit "trực thuộc Bộ" (điểm b khoản 2); on PostgreSQL.
import { daysAgo, journey } from '../lib/journey.mjs';
import { today, workingDays } from '../lib/workdays.mjs';

const clause = 'điểm b khoản 2 Điều 7';

journey({
  deployment: 'bnv', database: 'postgres', registrarRole: 'hr_officer', entry: 'person', decidedOn: daysAgo(3),
  // The unit asks when it registers the person; the IT centre issues within five working days of that.
  issue: { due: workingDays(today(), 5), clause: 'khoản 1 Điều 7' },
  fill: { due: workingDays(today(), 5), clause: 'khoản 2 Điều 7' },
  steps: [
    { role: 'hr_officer', due: workingDays(today(), 5), clause },
    { role: 'hr_head', due: workingDays(today(), 5), clause },
    { role: 'unit_head', due: workingDays(today(), 10), clause },
  ],
});
