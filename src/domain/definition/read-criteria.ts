import type { Band, CriteriaSet, Criterion, GateEffect } from '../campaign';
import { checkCriterion } from './check-criterion';
import { Fields, isMapping } from './fields';
import { refuseSameCodes } from './duplicates';
import type { Node } from './node';
import { readRule } from './read-rule';
import { amount, code, decimal, decimalText, flag, oneOf, positive, text } from './scalars';

const SET_KEYS = 'code subject audience title rounding clamp caps criteria bands';
const CRITERION_KEYS = 'code text source role max rule evidence notApplicable effect';

export const subject = oneOf('collective', 'individual', 'household');

export function readCriteriaSet(node: Node): CriteriaSet {
  const fields = new Fields(node, SET_KEYS.split(' '));
  const own = code(fields.required('code'));
  const set: CriteriaSet = {
    code: own,
    subject: subject(fields.required('subject')),
    audience: fields.blankable('audience', code),
    title: fields.wording('title', own, text),
    rounding: fields.blankable('rounding', readRounding) ?? { step: 1, at: 'total' },
    clamp: fields.blankable('clamp', readClamp) ?? {},
    caps: fields.blankable('caps', readCaps) ?? {},
    criteria: fields.someOf('criteria', readCriterion),
    bands: fields.list('bands', readBand),
  };
  refuseSameCodes(node.findings, node.path('criteria'), set.criteria);
  refuseSameCodes(node.findings, node.path('bands'), set.bands);
  return set;
}

function readRounding(node: Node): CriteriaSet['rounding'] {
  const fields = new Fields(node, ['step', 'at']);
  return {
    step: fields.optional('step', positive) ?? 1,
    at: fields.optional('at', oneOf('item', 'total')) ?? 'total',
  };
}

function readClamp(node: Node): CriteriaSet['clamp'] {
  const fields = new Fields(node, ['min', 'max']);
  const clamp = { min: fields.optional('min', decimal), max: fields.optional('max', decimal) };
  const { min = NaN, max = NaN } = clamp;
  if (min > max) node.error('min-above-max', { min: decimalText(min), max: decimalText(max) });
  return clamp;
}

function readCaps(node: Node): CriteriaSet['caps'] {
  const fields = new Fields(node, ['bonus', 'penalty']);
  return { bonus: fields.optional('bonus', amount), penalty: fields.optional('penalty', amount) };
}

function readCriterion(node: Node): Criterion {
  const fields = new Fields(node, CRITERION_KEYS.split(' '));
  const role = fields.optional('role', oneOf('base', 'bonus', 'penalty', 'gate')) ?? 'base';
  const own = code(fields.required('code'));
  const criterion: Criterion = {
    code: own,
    text: fields.wording('text', own, text),
    source: fields.blankable('source', text),
    role,
    max: role === 'gate' ? 0 : positive(fields.required('max')),
    rule: readRule(fields.required('rule')),
    evidence: fields.optional('evidence', oneOf('required', 'optional')) ?? 'optional',
    notApplicable: fields.optional('notApplicable', oneOf('forbidden', 'full', 'exclude')) ?? 'forbidden',
    effect: fields.blankable('effect', readEffect) ?? (role === 'gate' ? { ineligible: true } : undefined),
  };
  checkCriterion(node, criterion, fields);
  return criterion;
}

function readEffect(node: Node): GateEffect | undefined {
  const fields = new Fields(node, ['ineligible', 'zero', 'capBand']);
  const effects = [
    fields.optional('ineligible', readIneligible),
    fields.has('zero') ? { zero: fields.someOf('zero', code) } : undefined,
    fields.optional('capBand', (band) => ({ capBand: code(band) })),
  ].filter((effect) => effect !== undefined);
  if (effects.length !== 1 && isMapping(node.value)) node.error('one-effect');
  return effects[0];
}

function readIneligible(node: Node): GateEffect {
  if (!flag(node) && node.value === false) node.error('ineligible-false');
  return { ineligible: true };
}

function readBand(node: Node): Band {
  const fields = new Fields(node, ['code', 'name', 'from', 'noZero']);
  const own = code(fields.required('code'));
  return {
    code: own,
    name: fields.wording('name', own, text),
    from: decimal(fields.required('from')),
    noZero: fields.optional('noZero', flag) ?? false,
  };
}
