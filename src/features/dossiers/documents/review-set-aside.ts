import { covers } from '../../../domain/eligibility';
import type { NominationResult } from '../../../domain/evaluation';
import type { Matter, Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { punctuated } from '../words/citation';
import { count } from '../words/formats';
import { type Given, chosenFor } from './review-counts';

/**
 * How many were not considered, wait or may not be awarded, by the kind of reason: a report that goes round names nobody
 * with a discipline or a complaint. Empty where there are none.
 */
export function setAsideWords(results: readonly NominationResult[], given: Given, round: Round): string[] {
  const chosen = new Set(given.flatMap((one) => [...chosenFor(one)]));
  const counts = new Map<string, number>();
  for (const result of results.filter(({ nomination }) => !chosen.has(nomination.code))) {
    const reason = reasonOf(result, round);
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const lines = [...counts].map(
    ([reason, cases]) => `- ${reason}: ${message('dossier.review.cases.count', { count: count(cases) })}`,
  );
  return lines.length > 0 ? [message('dossier.review.set-aside'), ...punctuated(lines)] : [];
}

function reasonOf({ nomination, total, outcomes }: NominationResult, { date }: Round): string | null {
  if (nomination.state === 'withdrawn')
    return message(`dossier.review.set-aside.withdrawn${nomination.revoked ? '.revoked' : ''}`);
  if (total === null) return message('dossier.review.set-aside.not-scored');
  const reasons = new Set(Object.values(outcomes));
  const kindOf = (status: Matter['status']) =>
    message(
      `matter.${nomination.matters.find((each) => each.status === status && covers(each, date))?.kind}`,
    );
  if (reasons.has('discipline'))
    return message('dossier.review.set-aside.discipline', { kind: kindOf('upheld') });
  return reasons.has('hold') ? message('dossier.review.set-aside.hold', { kind: kindOf('pending') }) : null;
}
