import type { Rule } from '../campaign';
import { refuseSameCodes } from './duplicates';
import { Fields, isMapping } from './fields';
import type { Node } from './node';
import { amount, code, decimal, decimalText, oneOf, positive, text } from './scalars';

const KINDS = ['points', 'yesno', 'choice', 'ratio', 'count', 'bands', 'relative'] as const;
type Kind = (typeof KINDS)[number];

const KEYS: Record<Kind, string[]> = {
  points: ['kind', 'step'],
  yesno: ['kind'],
  choice: ['kind', 'options'],
  ratio: ['kind'],
  count: ['kind', 'unit'],
  bands: ['kind', 'bands'],
  relative: ['kind'],
};

/** Some rule of the kind that is written; a rule without a readable kind reads as `ratio`, which no check looks into. */
export function readRule(node: Node): Rule {
  const kind = kindOf(node);
  const fields = new Fields(node, kind ? KEYS[kind] : Object.values(KEYS).flat());
  if (!kind) oneOf(...KINDS)(fields.required('kind'));
  switch (kind) {
    case 'points':
      return { kind, step: fields.optional('step', positive) ?? 1 };
    case 'choice':
      return { kind, options: readOptions(fields) };
    case 'count':
      return { kind, unit: positive(fields.required('unit')) };
    case 'bands':
      return { kind, bands: readBands(fields) };
    default:
      return { kind: kind ?? 'ratio' };
  }
}

function kindOf(node: Node): Kind | undefined {
  if (!isMapping(node.value) || !Object.hasOwn(node.value, 'kind')) return undefined;
  const { kind } = node.value;
  return KINDS.find((each) => each === kind);
}

type Options = Extract<Rule, { kind: 'choice' }>['options'];
type Bands = Extract<Rule, { kind: 'bands' }>['bands'];

function readOptions(fields: Fields): Options {
  const options = fields.someOf('options', readOption);
  refuseSameCodes(fields.node.findings, fields.node.path('options'), options);
  return options;
}

function readOption(node: Node): Options[number] {
  const fields = new Fields(node, ['code', 'points', 'text']);
  const option = {
    code: code(fields.required('code')),
    points: amount(fields.required('points')),
    text: fields.blankable('text', text),
  };
  if (option.code === 'na') node.child('code', option.code).error('option-na');
  return { ...option, text: option.text ?? option.code };
}

function readBands(fields: Fields): Bands {
  const bands = fields.someOf('bands', readBand);
  checkNeighbours(fields.node, bands);
  return bands;
}

function readBand(node: Node): Bands[number] {
  const fields = new Fields(node, ['from', 'to', 'points']);
  const band = {
    from: decimal(fields.required('from')),
    to: fields.optional('to', decimal),
    points: amount(fields.required('points')),
  };
  if (band.to !== undefined && band.from >= band.to)
    node.error('empty-band', { from: decimalText(band.from), to: decimalText(band.to) });
  return band;
}

/** Half-open bands may stand in any order; each is held against the highest end of those that begin before it. */
function checkNeighbours(node: Node, bands: Bands): void {
  const order = bands.map((band, index) => ({ ...band, index })).filter(({ from }) => !Number.isNaN(from));
  order.sort((a, b) => a.from - b.from || a.index - b.index);
  let reached = order[0]?.from ?? NaN;
  for (const { from, to, index } of order) {
    const params = { to: reached === Infinity ? '∞' : decimalText(reached), from: decimalText(from) };
    if (from < reached) node.findings.error('overlapping-bands', node.path('bands', index), params);
    if (from > reached) node.findings.warn('gap-between-bands', node.path('bands', index), params);
    reached = Math.max(reached, to ?? Infinity);
  }
}
