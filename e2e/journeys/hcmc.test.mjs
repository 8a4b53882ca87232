// QĐ 51/2024/QĐ-UBND, Điều 7: somebody managed by the Standing Committee (điểm a khoản 2).
import { daysAgo, journey } from '../lib/journey.mjs';
import { today, workingDays } from '../lib/workdays.mjs';

const decidedOn = daysAgo(3);
const clause = 'điểm a khoản 2 Điều 7';

journey({
  deployment: 'hcmc', database: 'sqlite', registrarRole: 'hr_head', management: 'top', entry: 'person', decidedOn,
  issue: { due: workingDays(decidedOn, 5), clause: 'khoản 1 Điều 7' },
  fill: { due: workingDays(today(), 5), clause: 'khoản 2 Điều 7' },
  steps: [
    { role: 'central_reviewer', due: workingDays(today(), 5), clause },
    { role: 'central_director', due: workingDays(today(), 15), clause },
  ],
});
