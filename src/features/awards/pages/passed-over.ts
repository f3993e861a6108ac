import { awardName, setTitle } from '../../../domain/plan-names';
import type { PassedOver } from '../../../domain/passed-over';
import { message } from '../../../platform/messages/message';
import { type LeaderPhase, groupAddress } from './leader-phase';

/** A sentence about places that would stay empty, with the page where they are given. */
interface PassedOverLine {
  text: string;
  href: string;
}

/** One for those on whom nobody has decided, one for those of an open tie. */
export function passedOverLines(phase: LeaderPhase, passed: readonly PassedOver[]): PassedOverLine[] {
  return passed.flatMap((line) => {
    const named = {
      award: awardName(phase.campaign, line.award),
      pool: setTitle(phase.campaign, line.criteriaSet),
    };
    const tell = (key: string, { length: count }: readonly string[]) =>
      count > 0 ? [{ text: message(key, { ...named, count }), href: groupAddress(phase, line) }] : [];
    return [...tell('end-page.passed-over', line.recipients), ...tell('end-page.tied', line.pending)];
  });
}
