import { NOMINATION_STATES } from '../../src/domain/nomination-state';
import { deadlineFor, deadlineKindOf, deadlineStanding } from '../../src/domain/phase-deadline';

const calendar = { holidays: [], extraWorkingDays: [] };
const day = { kind: 'day', day: '2026-11-20' } as const;

describe('the deadline of a case', () => {
  it('is the stated day, or counts from the stated event', () => {
    expect(deadlineFor(day, '2026-12-01')).toEqual(day);
    const rule = { kind: 'working-days', days: 5, from: '2026-11-02' } as const;
    expect(deadlineFor(rule, '2026-12-01')).toEqual(rule);
  });

  it('counts from the return where no event is stated, and is not there before', () => {
    const rule = { kind: 'working-days', days: 5 } as const;
    expect(deadlineFor(rule, '2026-12-01')).toEqual({ ...rule, from: '2026-12-01' });
    expect(deadlineFor(rule)).toBeUndefined();
  });

  it('is that of whoever has something to do next', () => {
    const bound = NOMINATION_STATES.map((state) => [state, deadlineKindOf(state)]);
    expect(Object.fromEntries(bound.filter(([, kind]) => kind !== undefined))).toEqual({
      draft: 'submission',
      submitted: 'appraisal',
      returned: 'answer',
      accepted: 'appraisal',
    });
  });
});

describe('a deadline', () => {
  const LAST = '2026-11-20T16:59:59.999Z';
  const OVER = '2026-11-20T17:00:00.000Z';

  it('holds until 24:00 in Vietnam', () => {
    expect(deadlineStanding(day, LAST, calendar)).toEqual({
      due: '2026-11-20',
      daysLeft: 0,
      late: false,
      closed: false,
    });
    expect(deadlineStanding(day, OVER, calendar)).toEqual({
      due: '2026-11-20',
      daysLeft: -1,
      late: true,
      closed: true,
    });
  });

  it.each([
    ['without an end', null, '2027-06-01T00:00:00.000Z', false],
    ['on its last day', '2026-11-25', '2026-11-25T16:59:59.999Z', false],
    ['after its last day', '2026-11-25', '2026-11-25T17:00:00.000Z', true],
  ])('is late all the same, and open by an extension %s', (_, until, instant, closed) => {
    expect(deadlineStanding(day, instant, calendar, { until })).toMatchObject({ late: true, closed });
  });
});
