import type { CriteriaSet } from '../../../domain/campaign';
import type { SelfScore } from '../../../domain/self-score';
import { message } from '../../../platform/messages/message';
import { criteriaInSentence } from '../../campaigns/criterion-label';
import { pointsInWords } from '../../awards/fact-words';

/** The running total with what is still open about it. */
export function totalView(set: CriteriaSet, { total, soFar, missing, pending }: SelfScore) {
  const notes = [
    missing.length > 0 ? message('draft.total.missing', { criteria: criteriaInSentence(set, missing) }) : '',
    pending.length > 0 ? message('draft.total.pending', { criteria: criteriaInSentence(set, pending) }) : '',
  ];
  return {
    points: pointsInWords(total ?? soFar),
    most: mostOf(set),
    notes: notes.filter(Boolean),
  };
}

/** `/ 100 điểm`; nothing where the set states no highest total. */
function mostOf({ clamp, criteria }: CriteriaSet): string {
  const base = criteria.filter(({ role }) => role === 'base').reduce((sum, { max }) => sum + max, 0);
  return message('draft.of-points', { max: pointsInWords(clamp.max ?? base).replace(/,00$/, '') });
}
