import { selfScore } from '../../../domain/self-score';
import { message } from '../../../platform/messages/message';
import { momentText } from '../../../platform/text/vietnam-time';
import type { Refusal } from '../../../platform/views/refusal-view';
import { withCommas } from './controls';
import { becauseText } from './criterion.view';
import type { Draft } from './draft.queries';
import { type Screen, conflictBy } from './draft.view';
import { labelOf } from './field-label';
import { totalView } from './total.view';

/** What a save has changed on the page that was left standing. */
export function autosaveView({ row, nomination, campaign, set }: Draft) {
  const score = selfScore(campaign, set, nomination);
  return {
    text: message('draft.saved-at', { at: momentText(row.updatedAt) }),
    version: String(row.version),
    total: totalView(set, score),
    lines: set.criteria.map((criterion, index) => ({
      id: `vi-sao-${index}`,
      text: becauseText(criterion, score),
    })),
  };
}

/** One sentence for the line that tells how the saving went. */
export function unsavedView({ set }: Draft, { findings, detail }: Refusal, conflict: Screen['conflict']) {
  if (conflict) return { text: message('draft.unsaved.conflict', { by: conflictBy(conflict) }) };
  const [first] = findings;
  if (!first) return { text: detail };
  const fault = [labelOf(set, first.field), withCommas(first.message)].filter(Boolean).join(': ');
  return { text: message('draft.unsaved', { count: findings.length, fault }) };
}
