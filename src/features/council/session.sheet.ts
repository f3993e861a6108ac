import { ABSTAIN } from '../../domain/council';
import { awardName } from '../../domain/plan-names';
import { message } from '../../platform/messages/message';
import type { ListSheet } from '../../platform/sheets/list-sheet';
import { sheetOf } from '../../platform/sheets/whole-list';
import { itemBadge, questionText, resultText } from './council.words';
import type { Asked } from './item.queries';
import type { SessionDetail } from './session.detail';
import { namesOf } from './session.view';

/** The agenda: of a question that is not closed nothing but that it is asked, of a closed one the counts. */
export function agendaSheet({ session, campaign, seats, asked }: SessionDetail): ListSheet {
  const count = (choice: string) => (each: Asked) => {
    const { result, tie } = each.item;
    return result === null || (tie !== null && choice !== ABSTAIN) ? null : (result.tally[choice] ?? 0);
  };
  const result = (each: Asked) =>
    each.item.result ? resultText(campaign, each, each.item.result).join('; ') : '';
  return sheetOf(message('list.title.agenda', { session: session.title }), asked, [
    ['ordinal', 8, ({ item }) => item.ordinal],
    ['question', 50, questionText],
    ['code', 20, ({ nominees }) => nominees.map(({ code }) => code).join(', ')],
    ['award', 40, ({ item }) => awardName(campaign, item.award)],
    ['method', 24, ({ item }) => message(`council.method.${item.method}`)],
    ['state', 20, ({ item }) => itemBadge(item).label],
    ['recused', 40, ({ recused }) => namesOf(seats, recused).join(', ')],
    ['yes', 10, count('yes')],
    ['no', 14, count('no')],
    ['abstain', 14, count(ABSTAIN)],
    ['voted', 14, ({ item }) => item.result?.voted ?? null],
    ['eligible', 16, ({ item }) => item.result?.eligible ?? null],
    ['result', 60, result],
    ['reason', 40, ({ item }) => item.reason],
  ]);
}

/** Who sits in the session, and who of them is there. */
export function attendanceSheet({ session, seats }: SessionDetail): ListSheet {
  return sheetOf(message('list.title.attendance', { session: session.title }), seats, [
    ['full-name', 34, ({ name }) => name],
    ['role', 20, ({ role }) => message(`council.role.${role}`)],
    ['attendance', 34, ({ attendance }) => message(`council.attendance.${attendance ?? 'unknown'}`)],
    ['reason', 50, ({ reason }) => reason],
  ]);
}
