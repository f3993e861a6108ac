import type { Award, QuotaLine, VoteRule } from '../campaign';
import { Fields } from './fields';
import type { Node } from './node';
import { subject } from './read-criteria';
import { readThreshold } from './read-threshold';
import { amount, code, decimal, decimalText, natural, oneOf, ordinal, text } from './scalars';

const AWARD_KEYS = 'code name tier authority decider requires quota bonus';
const QUOTA_KEYS = 'subject audience min max maxPercent perUnitMax source';

export function readAward(node: Node): Award {
  const fields = new Fields(node, AWARD_KEYS.split(' '));
  const own = code(fields.required('code'));
  return {
    code: own,
    name: fields.wording('name', own, text),
    tier: ordinal(fields.required('tier')),
    authority: oneOf('own', 'propose')(fields.required('authority')),
    decider: text(fields.required('decider')),
    requires: fields.blankable('requires', readRequires) ?? {},
    quota: fields.list('quota', readQuotaLine),
    bonus: fields.blankable('bonus', readBonus),
  };
}

function readRequires(node: Node): Award['requires'] {
  const fields = new Fields(node, ['floor', 'band', 'vote']);
  return {
    floor: fields.optional('floor', decimal),
    band: fields.optional('band', code),
    vote: fields.optional('vote', readVote),
  };
}

function readVote(node: Node): VoteRule {
  const fields = new Fields(node, ['quorum', 'pass', 'base']);
  return {
    quorum: fields.optional('quorum', readThreshold),
    pass: readThreshold(fields.required('pass')),
    base: fields.optional('base', oneOf('members', 'present', 'valid')) ?? 'members',
  };
}

export function readQuotaLine(node: Node): QuotaLine {
  const fields = new Fields(node, QUOTA_KEYS.split(' '));
  const line: QuotaLine = {
    subject: subject(fields.required('subject')),
    audience: fields.blankable('audience', code),
    min: fields.optional('min', natural) ?? 0,
    max: fields.optional('max', natural),
    maxPercent: fields.optional('maxPercent', percent),
    perUnitMax: fields.optional('perUnitMax', ordinal),
    source: fields.blankable('source', text),
  };
  checkLine(node, line, fields);
  return line;
}

function percent(node: Node): number {
  const value = amount(node);
  if (value > 10_000) node.error('percent-above-hundred', { found: decimalText(value) });
  return value;
}

function checkLine(node: Node, line: QuotaLine, fields: Fields): void {
  if (fields.has('max') && fields.has('maxPercent')) node.error('max-and-percent');
  if (line.min > (line.max ?? NaN)) node.error('min-above-max', { min: line.min, max: line.max ?? '' });
  if (line.min > 0 && !fields.has('max') && !fields.has('maxPercent'))
    node.error('minimum-without-maximum', { min: line.min });
}

/** A multiple of the base salary; more than a thousand is a sum of money written in its place. */
function multiple(node: Node): number {
  const value = amount(node);
  if (value > 100_000) node.error('bonus-not-a-multiple', { found: decimalText(value) });
  return value;
}

function readBonus(node: Node): NonNullable<Award['bonus']> {
  const fields = new Fields(node, ['collective', 'individual', 'household', 'source']);
  return {
    collective: fields.optional('collective', multiple),
    individual: fields.optional('individual', multiple),
    household: fields.optional('household', multiple),
    source: fields.blankable('source', text),
  };
}
