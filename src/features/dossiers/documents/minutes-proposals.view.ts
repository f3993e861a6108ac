import type { Award } from '../../../domain/campaign';
import type { NominationResult, OutcomeCode } from '../../../domain/evaluation';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { punctuated } from '../words/citation';
import { itemMarks } from '../words/formats';
import { leftReason, linesByReason } from '../words/left-reason';
import { type AwardRound, awardRound } from './award-round';
import { MOST_LISTED, type Decisions } from './minutes-decisions.view';
import { nomineeWords } from './minutes-words';
import { calledBy, presented } from './recipient';
import type { RoundData } from './round-data';
import type { SessionData } from './session-data';
import { countsOf } from './submission.view';

/** Whom the council proposes for which award, and who of those it has considered is left and why; empty before the session is closed. */
export interface Proposals {
  proposed: Decisions;
  left: Decisions;
}

type Known = Pick<RoundData, 'campaign' | 'round' | 'evaluation'>;

export function proposalsOf(data: Known, session: SessionData): Proposals {
  const awards = data.campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .flatMap((award) => ofAward(data, session, award) ?? []);
  return {
    proposed: marked(awards.map(({ award, given }) => proposalOf(award, given))),
    left: marked(
      awards.flatMap(({ award, codes }) => {
        const items = leftItems(data, award, codes);
        return items.length > 0 ? [{ heading: `${oneLine(award.name)}:`, items }] : [];
      }),
    ),
  };
}

/** What a session that is closed has put to the vote for an award; null where it has not. */
function ofAward({ campaign, evaluation }: Known, session: SessionData, award: Award) {
  const counted = session.items.filter((item) => item.award === award.code && item.state === 'closed');
  if (session.state !== 'closed' || counted.length === 0) return null;
  const codes = new Set(counted.flatMap(({ nominees }) => nominees.map(({ code }) => code)));
  const one = awardRound(campaign, evaluation, award);
  const pools = one.pools.map((pool) => ({
    ...pool,
    recipients: pool.recipients.filter(({ nomination }) => codes.has(nomination.code)),
  }));
  return { award, codes, given: { award, pools } };
}

function proposalOf(award: Award, given: AwardRound): Decisions[number] {
  const people = given.pools.flatMap(({ recipients }) => recipients.map(({ nomination }) => nomination));
  const names = { award: oneLine(award.name), decider: oneLine(award.decider), counts: countsOf(given) };
  if (people.length === 0) return { heading: message('dossier.minutes.proposed.nobody', names), items: [] };
  return {
    heading: message('dossier.minutes.proposed', names),
    items:
      people.length > MOST_LISTED
        ? [`${people.map(calledBy).join('; ')}.`]
        : punctuated(people.map((one) => `- ${presented(one)}`)),
  };
}

/** Told otherwise: those who are proposed, here or for more, and those who have not the votes. */
const TOLD: readonly OutcomeCode[] = [
  'awarded',
  'awarded-higher',
  'no-quorum',
  'not-voted',
  'vote-not-passed',
];

function leftItems(data: Known, award: Award, codes: ReadonlySet<string>): string[] {
  const left = [...codes]
    .flatMap((code) => data.evaluation.nominations.get(code) ?? [])
    .filter(({ outcomes }) => !TOLD.includes(outcomes[award.code] ?? 'not-voted'))
    .map((result) => ({ who: whoIs(result), reason: leftReason(data, award, result) }));
  return punctuated(linesByReason(left));
}

function whoIs({ nomination }: NominationResult): string {
  return nomineeWords({ ...nomination, name: calledBy(nomination) });
}

function marked(parts: Decisions): Decisions {
  const marks = itemMarks(parts.length);
  return parts.map(({ heading, items }, at) => ({ heading: `${marks[at]} ${heading}`, items }));
}
