import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type BaseSalary, bonusOf } from '../../src/domain/bonus';
import { DomainError } from '../../src/domain/domain-error';

const reference = join(__dirname, '../../seeds/reference/base-salary.yaml');
const { amounts: salaries } = parse(readFileSync(reference, 'utf8')) as { amounts: BaseSalary[] };

describe('the money that goes with an award', () => {
  it.each<[string, string, number, number, number]>([
    ['Giấy khen, individual, at 2.34 M', '2025-12-20', 30, 702_000, 710_000],
    ['Giấy khen, collective, at 2.34 M', '2025-12-20', 60, 1_404_000, 1_410_000],
    ['Bằng khen, individual, at 2.34 M', '2025-12-20', 150, 3_510_000, 3_510_000],
    ['Bằng khen, collective, at 2.34 M', '2025-12-20', 300, 7_020_000, 7_020_000],
    ['Giấy khen, individual, at 2.53 M', '2026-12-20', 30, 759_000, 760_000],
    ['Giấy khen, collective, at 2.53 M', '2026-12-20', 60, 1_518_000, 1_520_000],
    ['Bằng khen, individual, at 2.53 M', '2026-12-20', 150, 3_795_000, 3_800_000],
    ['Bằng khen, collective, at 2.53 M', '2026-12-20', 300, 7_590_000, 7_590_000],
    ['the last day of 1.8 M', '2024-06-30', 150, 2_700_000, 2_700_000],
    ['the first day of 2.34 M', '2024-07-01', 150, 3_510_000, 3_510_000],
    ['the last day of 2.34 M', '2026-06-30', 30, 702_000, 710_000],
    ['the first day of 2.53 M', '2026-07-01', 30, 759_000, 760_000],
  ])('%s: on %s a multiple of %i hundredths gives %i, paid as %i', (_, day, multiple, unrounded, amount) => {
    expect(bonusOf(multiple, salaries, day)).toMatchObject({ amount, unrounded: unrounded * 100 });
  });

  it('adds 10,000 đ for the smallest part of a đồng and nothing for none', () => {
    const salary = (amount: number) => [{ amount, validFrom: '2025-01-01' }];
    expect(bonusOf(1, salary(1_000_001), '2025-01-01')).toEqual({
      amount: 20_000,
      unrounded: 1_000_001,
      baseSalary: 1_000_001,
    });
    expect(bonusOf(1, salary(1_000_000), '2025-01-01').amount).toBe(10_000);
    expect(bonusOf(0, salary(1_000_000), '2025-01-01').amount).toBe(0);
  });

  it('is refused, not guessed, on a day for which no base salary is known', () => {
    expect(() => bonusOf(30, salaries, '2023-06-30')).toThrow(
      new DomainError('base-salary-unknown', { date: '2023-06-30' }),
    );
    expect(() => bonusOf(30, [], '2025-12-20')).toThrow(DomainError);
  });

  it('is refused beyond exact integers', () => {
    const absurd = [{ amount: Number.MAX_SAFE_INTEGER, validFrom: '2025-01-01' }];
    expect(() => bonusOf(30, absurd, '2025-12-20')).toThrow(RangeError);
  });
});

describe('the reference table of base salaries', () => {
  it('has periods that follow each other without gap or overlap', () => {
    const days = salaries.map(({ validFrom, validTo }) => [validFrom, validTo]);
    expect(days).toEqual([
      ['2023-07-01', '2024-06-30'],
      ['2024-07-01', '2026-06-30'],
      ['2026-07-01', undefined],
    ]);
  });
});
