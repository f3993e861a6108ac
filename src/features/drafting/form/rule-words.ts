import type { CriteriaSet, Criterion, GateEffect, Hundredths, Rule } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';
import { criteriaInSentence } from '../../campaigns/criterion-label';
import { numberInWords, pointsInWords } from '../../awards/fact-words';

/** How a criterion is scored, in sentences for whoever enters it: rule, "not applicable", evidence. */
export function ruleInWords(set: CriteriaSet, criterion: Criterion): string[] {
  const { rule, role, evidence, notApplicable, effect } = criterion;
  const how = role === 'gate' ? gateWords(set, effect) : kindWords(rule, criterion.max);
  const more = [
    role === 'bonus' ? bonusWords(set) : '',
    role === 'penalty' ? message('rule.penalty') : '',
    notApplicable === 'forbidden' ? '' : message(`rule.na.${notApplicable}`),
    evidence === 'required' && role !== 'gate' ? message('rule.evidence') : '',
  ];
  return [...how, ...more.filter(Boolean)];
}

function kindWords(rule: Rule, most: Hundredths): string[] {
  const max = numberInWords(most);
  switch (rule.kind) {
    case 'points':
      return [message('rule.points', { max, step: numberInWords(rule.step) })];
    case 'count':
      return [message('rule.count', { max, unit: numberInWords(rule.unit) })];
    case 'bands':
      return [message('rule.bands'), ...rule.bands.map(bandWords)];
    default:
      return [message(`rule.${rule.kind}`, { max })];
  }
}

function bandWords({ from, to, points }: { from: Hundredths; to?: Hundredths; points: Hundredths }): string {
  const params = { from: numberInWords(from), points: numberInWords(points) };
  return to === undefined
    ? message('rule.bands.last', params)
    : message('rule.bands.row', { ...params, to: numberInWords(to) });
}

function bonusWords({ caps }: CriteriaSet): string {
  return caps.bonus === undefined
    ? message('rule.bonus')
    : message('rule.bonus.capped', { cap: numberInWords(caps.bonus) });
}

function gateWords(set: CriteriaSet, effect: GateEffect = { ineligible: true }): string[] {
  if ('zero' in effect)
    return [message('rule.gate.zero', { criteria: criteriaInSentence(set, effect.zero) })];
  if (!('capBand' in effect)) return [message('rule.gate.ineligible')];
  const band = set.bands.find(({ code }) => code === effect.capBand)?.name ?? effect.capBand;
  return [message('rule.gate.cap', { band })];
}

/** `Tối đa 20,00 điểm`, or what kind of condition it is. */
export function worthInWords({ role, max }: Criterion): string {
  return message(`rule.worth.${role}`, { max: pointsInWords(max) });
}
