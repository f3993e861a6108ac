import type { Campaign, CriteriaSet, Criterion } from '../../domain/campaign';
import { message } from '../../platform/messages/message';
import { provisionWords } from '../../platform/text/provision';
import { numberInWords } from '../awards/fact-words';
import { ruleInWords, worthInWords } from '../drafting/form/rule-words';
import { criterionHeading } from '../campaigns/criterion-label';

/** The criteria sets of a plan as people read them: criteria by role, levels, caps. */
export function criteriaViews({ criteriaSets }: Campaign) {
  return criteriaSets.map((set) => ({
    code: set.code,
    title: set.title,
    total: message('criteria.total', { points: numberInWords(baseTotal(set)), count: countOf(set) }),
    criteria: set.criteria.map((criterion) => criterionView(set, criterion)),
    bands: bandViews(set),
    notes: setNotes(set),
  }));
}

function criterionView(set: CriteriaSet, criterion: Criterion) {
  const { source, rule } = criterion;
  return {
    ...criterionHeading(criterion),
    source: source === undefined ? '' : message('criteria.source', { source: provisionWords(source) }),
    worth: worthInWords(criterion),
    words: ruleInWords(set, criterion),
    options:
      rule.kind === 'choice'
        ? rule.options.map((option) => ({ text: option.text, points: numberInWords(option.points) }))
        : [],
  };
}

function baseTotal({ criteria }: CriteriaSet): number {
  return criteria.filter(({ role }) => role === 'base').reduce((sum, { max }) => sum + max, 0);
}

function countOf({ criteria }: CriteriaSet): number {
  return criteria.filter(({ role }) => role === 'base').length;
}

function bandViews({ bands }: CriteriaSet) {
  return bands.map(({ name, from, noZero }, index) => ({
    name,
    from:
      index === bands.length - 1
        ? message('band.rest')
        : message('band.from', { points: numberInWords(from) }),
    noZero: noZero ? message('band.no-zero') : '',
  }));
}

/** Caps, limits and rounding, one sentence each. */
function setNotes({ caps, clamp, rounding }: CriteriaSet): string[] {
  const capped = (kind: 'bonus' | 'penalty') =>
    caps[kind] === undefined ? [] : [message(`criteria.cap.${kind}`, { points: numberInWords(caps[kind]) })];
  const limit = (kind: 'min' | 'max') =>
    clamp[kind] === undefined
      ? []
      : [message(`criteria.clamp.${kind}`, { points: numberInWords(clamp[kind]) })];
  return [
    ...capped('bonus'),
    ...capped('penalty'),
    ...limit('min'),
    ...limit('max'),
    message(`criteria.rounding.${rounding.at}`, { step: numberInWords(rounding.step) }),
  ];
}
