import { isDay } from '../../../domain/calendar-day';
import { InputRefused } from '../../../domain/domain-error';
import type { Finding } from '../../../domain/finding';
import { isPrintable, oneLine } from '../../../platform/text/printable';
import type { PaperIssueRow } from './paper-issue.entity';

/** What somebody fills in once a paper is numbered and signed; '' or absent: not known yet. */
export interface IssueSetting {
  /** The bare number; of a paper that another body issued, with its symbol: `1234/QĐ-UBND`. */
  number?: string;
  /** `2025-12-09`. */
  day?: string;
  authority?: string;
  signer?: string;
}

export type IssueColumns = Pick<PaperIssueRow, 'number' | 'day' | 'authority' | 'signer'>;

const LONGEST_NUMBER = 20;
const LONGEST_SYMBOL = 60;
const LONGEST_SIGNER = 200;

/**
 * The setting as columns. Throws InputRefused with all that is wrong in it; paths are the names of the fields. The number
 * of a paper has no spaces, and its symbol is written by the program (NĐ 30/2020, Phụ lục I).
 */
export function acceptedIssue(setting: IssueSetting, { isOutside }: { isOutside: boolean }): IssueColumns {
  const { number = '', day = '', authority = '', signer = '' } = setting;
  const findings = [
    ...numberFindings(number.trim(), isOutside),
    ...(day === '' || isUsualDay(day) ? [] : [finding('issue-not-a-day', 'day', { found: day })]),
    ...textFindings('authority', authority),
    ...textFindings('signer', signer),
    ...(authority.trim() !== '' && signer.trim() === '' ? [finding('issue-signer-missing', 'signer')] : []),
  ];
  if (findings.length > 0) throw new InputRefused(findings);
  return {
    number: number.trim() || null,
    day: day || null,
    authority: oneLine(authority) || null,
    signer: oneLine(signer) || null,
  };
}

function numberFindings(number: string, isOutside: boolean): Finding[] {
  if (number === '') return [];
  if (/\s/u.test(number)) return [finding('issue-number-space', 'number')];
  if (number.includes('/') && !isOutside) return [finding('issue-number-symbol', 'number')];
  const longest = isOutside ? LONGEST_SYMBOL : LONGEST_NUMBER;
  if (number.length > longest)
    return [finding('text-too-long', 'number', { length: number.length, longest })];
  const form = isOutside ? /^[\p{L}\p{N}][\p{L}\p{N}./–-]*$/u : /^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u;
  return form.test(number) ? [] : [finding('issue-number-characters', 'number')];
}

function textFindings(field: string, text: string): Finding[] {
  const { length } = text.trim();
  return [
    ...(isPrintable(text) ? [] : [finding('text-unprintable', field)]),
    ...(length > LONGEST_SIGNER
      ? [finding('text-too-long', field, { length, longest: LONGEST_SIGNER })]
      : []),
  ];
}

/** A slip of the pen is seldom off by less than a century. */
function isUsualDay(day: string): boolean {
  return isDay(day) && day >= '2000-01-01' && day <= '2099-12-31';
}

function finding(code: string, field: string, params: Finding['params'] = {}): Finding {
  return { level: 'error', code, path: [field], params };
}
