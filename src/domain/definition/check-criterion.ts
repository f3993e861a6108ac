import type { Criterion } from '../campaign';
import type { Fields } from './fields';
import type { Node } from './node';
import { decimalText } from './scalars';

/** What one criterion must hold by itself (spec §1, §8). */
export function checkCriterion(node: Node, criterion: Criterion, fields: Fields): void {
  if (criterion.role === 'gate') checkGate(node, criterion, fields);
  else if (criterion.effect) node.child('effect', criterion.effect).error('effect-without-gate');
  if (criterion.role !== 'gate') checkPoints(node, criterion);
}

function checkGate(node: Node, { rule, evidence, effect, code }: Criterion, fields: Fields): void {
  if (fields.has('rule') && rule.kind !== 'yesno' && kindIsWritten(node, rule.kind))
    node.child('rule', rule).error('gate-not-yesno', { kind: rule.kind });
  if (fields.has('max')) node.child('max', 0).warn('gate-with-max');
  if (evidence === 'required') node.child('evidence', evidence).warn('gate-with-evidence');
  if (effect && 'zero' in effect && effect.zero.includes(code) && code !== '')
    node.findings.error('zero-itself', node.path('effect', 'zero', effect.zero.indexOf(code)), { code });
}

/** A rule that could not be read was reported already. */
function kindIsWritten(node: Node, kind: string): boolean {
  const { rule } = node.value as { rule?: { kind?: unknown } };
  return rule?.kind === kind;
}

function checkPoints(node: Node, { max, rule }: Criterion): void {
  if (rule.kind === 'points' && max % rule.step > 0)
    node.child('max', max).error('max-off-step', { max: decimalText(max), step: decimalText(rule.step) });
  if (rule.kind === 'choice') refuseAbove(node, max, 'options', rule.options);
  if (rule.kind === 'bands') refuseAbove(node, max, 'bands', rule.bands);
}

function refuseAbove(node: Node, max: number, list: string, rows: readonly { points: number }[]): void {
  rows.forEach(({ points }, index) => {
    const path = node.path('rule', list, index, 'points');
    const params = { points: decimalText(points), max: decimalText(max) };
    if (points > max) node.findings.error('points-above-max', path, params);
  });
}
