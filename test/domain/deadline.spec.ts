import fc from 'fast-check';
import { dayInVietnam, daysBetween, isDay, nextDay, weekdayOf } from '../../src/domain/calendar-day';
import { type Deadline, dueDay, lateness } from '../../src/domain/deadline';
import { addWorkingDays, isWorkingDay } from '../../src/domain/working-day';

/** Around 30 April 2025: Wednesday and Thursday are holidays, Friday was swapped for Saturday 26 April. */
const calendar = {
  holidays: ['2025-04-30', '2025-05-01', '2025-05-02'],
  extraWorkingDays: ['2025-04-26'],
};

const isoDay = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a calendar day', () => {
  it('is counted as the Gregorian calendar counts it', () => {
    fc.assert(
      fc.property(isoDay, isoDay, (day, other) => {
        const time = Date.parse(day);
        expect(nextDay(day)).toBe(new Date(time + 86_400_000).toISOString().slice(0, 10));
        expect(weekdayOf(day)).toBe(new Date(time).getUTCDay());
        expect(daysBetween(day, other)).toBe((Date.parse(other) - time) / 86_400_000);
      }),
      { numRuns: 1000, seed: 24112026 },
    );
  });

  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2100-02-29', false],
    ['2025-13-01', false],
    ['2025-1-1', false],
    ['0000-01-01', false],
  ])('%s: %s', (written, known) => {
    expect(isDay(written)).toBe(known);
  });

  it.each([
    ['2026-11-25T16:59:59.999Z', '2026-11-25'],
    ['2026-11-25T17:00:00.000Z', '2026-11-26'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2028-02-28T17:30:00.5Z', '2028-02-29'],
  ])('the instant %s is on %s in Vietnam', (instant, day) => {
    expect(dayInVietnam(instant)).toBe(day);
  });

  it.each(['2026-11-25', '2026-11-25T17:00:00+07:00', '2026-02-30T00:00:00Z', ''])(
    '%j is no instant in UTC',
    (text) => {
      expect(() => dayInVietnam(text)).toThrow(RangeError);
    },
  );
});

describe('a working day', () => {
  it.each([
    ['2025-04-25', true, 'Friday'],
    ['2025-04-26', true, 'a Saturday that is worked'],
    ['2025-04-27', false, 'Sunday'],
    ['2025-04-29', true, 'Tuesday'],
    ['2025-04-30', false, 'a holiday'],
    ['2025-05-02', false, 'a Friday that was swapped away'],
    ['2025-05-03', false, 'Saturday'],
  ])('%s: %s (%s)', (day, works) => {
    expect(isWorkingDay(day, calendar)).toBe(works);
  });

  it.each([
    ['2025-04-24', 0, '2025-04-24'],
    ['2025-04-24', 1, '2025-04-25'],
    ['2025-04-24', 2, '2025-04-26'],
    ['2025-04-24', 3, '2025-04-28'],
    ['2025-04-29', 1, '2025-05-05'],
    ['2025-05-03', 1, '2025-05-05'],
    ['2025-12-31', 1, '2026-01-01'],
  ])('%s and %i working days is %s', (from, n, day) => {
    expect(addWorkingDays(from, n, calendar)).toBe(day);
  });

  it('is found again by counting', () => {
    fc.assert(
      fc.property(isoDay, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const day = addWorkingDays(from, n, calendar);
        const passed = [];
        for (let each = from; each < day;) passed.push((each = nextDay(each)));
        expect(isWorkingDay(day, calendar)).toBe(true);
        expect(passed.filter((each) => isWorkingDay(each, calendar))).toHaveLength(n);
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});

describe('a deadline', () => {
  const fiveDays: Deadline = { kind: 'working-days', days: 5, from: '2025-04-24' };

  it.each<[Deadline, string]>([
    [{ kind: 'day', day: '2025-05-01' }, '2025-05-01'],
    [fiveDays, '2025-05-05'],
  ])('%j is due on %s', (deadline, due) => {
    expect(dueDay(deadline, calendar)).toBe(due);
  });

  it.each([
    ['2025-04-24T02:00:00.000Z', 11, false],
    ['2025-05-05T16:59:59.999Z', 0, false],
    ['2025-05-05T17:00:00.000Z', -1, true],
    ['2025-05-07T03:00:00.000Z', -2, true],
  ])('at %s has %i days left; late: %s', (instant, daysLeft, late) => {
    expect(lateness(fiveDays, instant, calendar)).toEqual({ due: '2025-05-05', daysLeft, late });
  });
});
