import type { Actor } from '../../../domain/access';
import { dayInVietnam, daysBetween } from '../../../domain/calendar-day';
import { type NominationState, holderOf } from '../../../domain/nomination-state';
import { phaseTitle } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { dayText } from '../../../platform/text/vietnam-time';
import { seesAll, stateFor } from '../../nominations/seen-state';
import type { Case } from './case.queries';

interface FactView {
  label: string;
  text: string;
}

/** Who or what is nominated, by whom, for what. */
export function aboutView({ rows, open, set }: Case): FactView[] {
  const { nomination: row, unit } = rows;
  const award = open.campaign.awards.find(({ code }) => code === row.proposed);
  return [
    fact('unit', unit),
    fact('position', row.position),
    fact('position-class', row.positionClass && message(`sheet.position-class.${row.positionClass}`)),
    fact('gender', row.gender && message(`sheet.gender.${row.gender}`)),
    fact('members', row.members === null ? null : membersText(row.members, row.women)),
    fact('proposed', award?.name ?? row.proposed),
    fact('campaign', open.campaign.title),
    fact('phase', phaseTitle(open.campaign, open.phase.code)),
    fact('set', set.title),
    fact('code', row.code),
  ].filter(({ text }) => text !== '');
}

function fact(name: string, text: string | null | undefined): FactView {
  return { label: message(`case.${name}`), text: text ?? '' };
}

function membersText(members: number, women: number | null): string {
  return women === null
    ? message('dossier.report.members', { members })
    : message('dossier.report.members-women', { members, women });
}

/** Who has the case on the desk, since when, and what comes next: as much of it as the actor may know. */
export function holderView(actor: Actor, { rows, steps }: Case, now: string) {
  const state = stateFor(actor, rows.nomination);
  const since = (seesAll(actor) ? steps.at(-1)?.at : undefined) ?? rows.nomination.stateSince;
  const days = daysBetween(dayInVietnam(since), dayInVietnam(now));
  return {
    holder: holderName(state, rows.unit),
    since: dayText(since),
    sinceText: message(days > 0 ? 'case.since-days' : 'case.since-today', { days }),
    next: message(`next.${state}`),
  };
}

function holderName(state: NominationState, unit: string): string {
  const holder = holderOf(state);
  return holder === 'unit' ? unit : message(`holder.${holder}`);
}
