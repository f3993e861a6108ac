import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import type { Case } from '../detail/case.queries';
import { cellOf } from '../detail/scores.view';
import { scoresOf, totalView } from './appraise.view';

/** The total and the lines as they would be, for a page that stays where it is. */
export function liveView(file: Case, nomination: Nomination) {
  const scores = scoresOf(file, nomination);
  return {
    text: message('appraise.live'),
    total: totalView(scores),
    lines: file.set.criteria.map((criterion, index) => ({
      id: `vi-sao-${index}`,
      text: cellOf(scores.appraisal.lines.get(criterion.code), criterion, { hidesBest: false }).because,
    })),
  };
}
