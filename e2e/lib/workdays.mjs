// Deadlines counted by hand: an independent second opinion, sharing no code and no data with the program.

// Weekdays off for civil servants and Saturdays worked: announcements for 2026 (TB 9441/TB-BNV, CV 3383/BNV-CVL,
// Nghị quyết 28/2026/QH16); for 2027 what the law itself fixes, until the announcement (1/1; Tết around 6/2).
const OFF = new Set([
  '2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-27',
  '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24', '2027-01-01',
]);
const WORKED = new Set(['2026-01-10', '2026-08-22']);

const iso = (date) => date.toISOString().slice(0, 10);
const day = (text) => new Date(`${text}T00:00:00Z`);
const next = (date) => new Date(date.getTime() + 86_400_000);

export function isWorking(text) {
  const weekday = day(text).getUTCDay();
  if (OFF.has(text)) return false;
  return WORKED.has(text) || (weekday !== 0 && weekday !== 6);
}

const toWorking = (date) => { while (!isWorking(iso(date))) date = next(date); return date; };

/** The last day of a deadline of so many working days, counted from the day after the event. */
export function workingDays(from, days) {
  let date = day(from);
  for (let left = days; left > 0;) {
    date = next(date);
    if (isWorking(iso(date))) left -= 1;
  }
  return iso(date);
}

/** The same in calendar days; one that ends on a day off moves to the next working day. */
export function calendarDays(from, days) {
  return iso(toWorking(new Date(day(from).getTime() + days * 86_400_000)));
}

/** Tiền Giang Điều 6: the last five days of the month; the end moves to the next working day. */
export function monthEnd(from) {
  const date = day(from);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
  return { opens: iso(new Date(last.getTime() - 4 * 86_400_000)), due: iso(toWorking(last)) };
}

/** Today in Việt Nam. */
export function today() {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}

/** Past this day the holidays are not announced: a date may differ but must be marked provisional. */
export const ANNOUNCED_UNTIL = '2026-12-31';

export const vietnamese = (text) => text.split('-').reverse().join('/');
