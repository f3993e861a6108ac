import type { Criterion, Rule } from '../campaign';
import type { Entry, Ratio } from '../nomination';
import { Fields } from './fields';
import { type Node, shown } from './node';
import { UNREADABLE, amount, code, decimal, decimalText, flag, natural } from './scalars';

/** One entry of the self or appraisal layer by the criterion's rule (spec §1); nothing written is not entered. */
export function readEntry(node: Node, criterion: Criterion): Entry | undefined {
  if (node.value === null || node.value === undefined) return undefined;
  if (isNa(node.value)) return readNa(node, criterion);
  return readByRule(node, criterion);
}

function isNa(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === 'na';
}

function readNa(node: Node, { code: name, notApplicable }: Criterion): Entry {
  if (notApplicable === 'forbidden') node.error('na-forbidden', { code: name });
  return 'na';
}

function readByRule(node: Node, criterion: Criterion): Entry {
  const { rule } = criterion;
  switch (rule.kind) {
    case 'points':
      return onStep(node, points(node, criterion), rule.step);
    case 'yesno':
      return flag(node);
    case 'choice':
      return option(node, rule);
    case 'ratio':
      return ratio(node, criterion);
    case 'count':
      return natural(node);
    case 'bands':
      return decimal(node);
    case 'relative':
      return amount(node);
  }
}

function points(node: Node, { max }: Criterion): number {
  const value = amount(node);
  if (value > max) node.error('above-max', { found: decimalText(value), max: decimalText(max) });
  return value;
}

function onStep(node: Node, value: number, step: number): number {
  if (value % step > 0) node.error('off-step', { found: decimalText(value), step: decimalText(step) });
  return value;
}

function option(node: Node, { options }: Extract<Rule, { kind: 'choice' }>): string {
  const found = code(node);
  if (found !== UNREADABLE && !options.some((each) => each.code === found))
    node.error('unknown-option', { found: shown(found), known: options.map((each) => each.code).join(', ') });
  return found;
}

function ratio(node: Node, { code: name, notApplicable }: Criterion): Ratio {
  const fields = new Fields(node, ['done', 'of']);
  const value = { done: amount(fields.required('done')), of: amount(fields.required('of')) };
  if (value.done > value.of)
    node.error('done-above-of', { done: decimalText(value.done), of: decimalText(value.of) });
  else if (value.of === 0 && notApplicable === 'forbidden') node.error('of-zero', { code: name });
  return value;
}

/** In a council sheet every entry is plain points up to max (or `na`); gates come from the appraisal. */
export function readCouncilEntry(node: Node, criterion: Criterion): Entry | undefined {
  if (criterion.role === 'gate') return refuseGate(node, criterion);
  if (node.value === null || node.value === undefined) return undefined;
  if (isNa(node.value)) return readNa(node, criterion);
  const value = points(node, criterion);
  const { rule } = criterion;
  if (rule.kind === 'points' && value % rule.step > 0)
    node.warn('council-off-step', { found: decimalText(value), step: decimalText(rule.step) });
  return value;
}

function refuseGate(node: Node, { code: name }: Criterion): undefined {
  node.error('council-gate', { code: name });
}
