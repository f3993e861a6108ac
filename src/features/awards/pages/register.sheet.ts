import { awardName, setTitle } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import type { ListSheet } from '../../../platform/sheets/list-sheet';
import { sheetOf } from '../../../platform/sheets/whole-list';
import { momentText, plainDay } from '../../../platform/text/vietnam-time';
import type { DecisionLine } from '../decision.queries';
import type { LeaderPhase } from './leader-phase';

/** The register of decisions, also those that are no longer in force. */
export function registerSheet({ campaign, title }: LeaderPhase, lines: readonly DecisionLine[]): ListSheet {
  const day = (date: string | null) => (date === null ? '' : plainDay(date));
  const moment = (instant: string | null) => (instant === null ? '' : momentText(instant));
  return sheetOf(message('list.title.register', { phase: title }), lines, [
    ['code', 14, ({ nomination }) => nomination],
    ['name', 40, ({ name }) => name],
    ['unit', 40, ({ unit }) => unit],
    ['award', 40, ({ award }) => awardName(campaign, award)],
    ['pool', 30, ({ criteriaSet }) => setTitle(campaign, criteriaSet)],
    ['place', 8, ({ place }) => place],
    ['state', 24, ({ status }) => message(`decision.status.${status}`)],
    ['departs', 24, (line) => (line.proposedOutcome === 'awarded' ? '' : message('decision.departs'))],
    ['reason', 40, ({ reason }) => reason],
    ['document', 20, ({ number }) => number],
    ['date', 14, ({ date }) => day(date)],
    ['decided-by', 28, ({ decidedBy }) => decidedBy],
    ['decided-at', 20, ({ decidedAt }) => momentText(decidedAt)],
    ['confirmed-by', 28, ({ confirmedBy }) => confirmedBy],
    ['confirmed-at', 20, ({ confirmedAt }) => moment(confirmedAt)],
    ['end-document', 20, ({ endDocument }) => endDocument],
    ['ended-on', 14, ({ endedOn }) => day(endedOn)],
    ['end-reason', 40, ({ endReason }) => endReason],
    ['audit-head', 30, ({ auditHead }) => auditHead],
  ]);
}
