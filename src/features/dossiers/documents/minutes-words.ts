import type { Award, Campaign } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';
import { enumerated, oneLine } from '../../../platform/text/printable';
import { count } from '../words/formats';
import { SUBJECTS } from './award-round';
import type { SessionData, SessionItem, SessionNominee } from './session-data';

/** The award of a question; one that the plan no longer names is known by its code alone. */
export function awardIn({ awards }: Campaign, code: string): Pick<Award, 'name' | 'tier' | 'requires'> {
  return awards.find((award) => award.code === code) ?? { name: code, tier: awards.length + 1, requires: {} };
}

export function awardName(campaign: Campaign, code: string): string {
  return oneLine(awardIn(campaign, code).name);
}

/** `Trần Đức Bình (Phòng Quản lý Công nghệ)`; a collective that is its own unit is named once. */
export function nomineeWords({ name, unit }: SessionNominee): string {
  const [who, where] = [oneLine(name), oneLine(unit)];
  return where === '' || where === who ? who : `${who} (${where})`;
}

/** In a session that is closed only what was counted; before that everything that is to be voted on. */
export function isPut({ state: session }: SessionData, state: SessionItem['state']): boolean {
  return session === 'closed' ? state === 'closed' : state !== 'annulled';
}

/** How many cases are laid before the council: `05 trường hợp, gồm 02 tập thể và 03 cá nhân`. A run-off lays none before it again. */
export function agendaWords({ items }: SessionData): string {
  const nominees = new Map(
    items
      .filter(({ runOff, state }) => runOff === null && state !== 'annulled')
      .flatMap((item) => item.nominees)
      .map((nominee) => [nominee.code, nominee.subject]),
  );
  const kinds = SUBJECTS.flatMap((subject) => {
    const number = [...nominees.values()].filter((each) => each === subject).length;
    return number > 0 ? [`${count(number)} ${message(`dossier.kind.${subject}`)}`] : [];
  });
  return kinds.length === 0
    ? message('dossier.agenda.none')
    : message('dossier.agenda', { total: count(nominees.size), kinds: enumerated(kinds) });
}

/** What names the papers of a session among those of their kind; of a round that knows none there is one. */
export function paperOf({ number }: SessionData): string {
  return String(number ?? 1);
}
