import type { Day, Hundredths } from './campaign';
import { DomainError } from './domain-error';

/** A base salary (mức lương cơ sở) in đồng and the days on which it holds; without `validTo` it holds until further notice. */
export interface BaseSalary {
  amount: number;
  validFrom: Day;
  validTo?: Day;
}

export interface Bonus {
  /** Whole đồng, rounded up to 10,000 đ. */
  amount: number;
  /** Before rounding, in hundredths of a đồng. */
  unrounded: Hundredths;
  baseSalary: number;
}

/** 10,000 đ in hundredths of a đồng. */
const ROUNDING_UNIT = 1_000_000;

/**
 * The money that goes with an award: multiple × base salary on the day of the decision, rounded up to 10,000 đ
 * (Nghị định 152/2025/NĐ-CP, Điều 49.2). The multiple is in hundredths: 1.5 is 150.
 * Throws DomainError `base-salary-unknown` when no amount holds on that day, RangeError beyond exact integers.
 */
export function bonusOf(multiple: Hundredths, salaries: readonly BaseSalary[], decided: Day): Bonus {
  const baseSalary = salaryOn(salaries, decided);
  const unrounded = multiple * baseSalary;
  if (!Number.isSafeInteger(unrounded + ROUNDING_UNIT))
    throw new RangeError(`not exact: ${multiple} × ${baseSalary}`);
  return { amount: roundedUp(unrounded) / 100, unrounded, baseSalary };
}

function salaryOn(salaries: readonly BaseSalary[], day: Day): number {
  const found = salaries.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo),
  );
  if (!found) throw new DomainError('base-salary-unknown', { date: day });
  return found.amount;
}

function roundedUp(hundredths: Hundredths): Hundredths {
  const rest = hundredths % ROUNDING_UNIT;
  return rest === 0 ? hundredths : hundredths - rest + ROUNDING_UNIT;
}
