import type { Campaign } from '../../../domain/campaign';
import type { Evaluation } from '../../../domain/evaluation';
import type { Nomination, Round } from '../../../domain/nomination';
import { samePool } from '../../../domain/same-pool';
import { awardRound } from './award-round';
import type { SessionData, SessionItem } from './session-data';

/**
 * The vote of a round that knows no sessions, as one: every nominee with a ballot for an award, by rank. Place, time and
 * names are not known.
 */
export function sessionOfRound(campaign: Campaign, round: Round, evaluation: Evaluation): SessionData {
  return {
    number: null,
    title: '',
    place: '',
    startsAt: null,
    openedAt: null,
    closedAt: null,
    state: 'closed',
    chair: '',
    secretary: '',
    members: [],
    attendance: round.council ?? null,
    items: itemsOf(campaign, round, evaluation),
    resolutions: round.tieResolutions,
  };
}

function itemsOf(campaign: Campaign, round: Round, evaluation: Evaluation): SessionItem[] {
  const rankOf = ({ code }: Nomination) => evaluation.nominations.get(code)?.rank ?? Number.MAX_SAFE_INTEGER;
  return campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map((award) => awardRound(campaign, evaluation, award))
    .flatMap(({ award, pools }) =>
      pools
        .flatMap(({ set }) =>
          round.nominations
            .filter((nomination) => nomination.state === 'submitted' && samePool(nomination, set))
            .toSorted((a, b) => rankOf(a) - rankOf(b)),
        )
        .flatMap((nomination) => itemOf(award.code, nomination, round)),
    );
}

function itemOf(award: string, nomination: Nomination, { council }: Round): SessionItem[] {
  const ballot = Object.hasOwn(nomination.ballots, award) ? nomination.ballots[award] : undefined;
  if (!ballot) return [];
  const { code, name, unit, subject } = nomination;
  const { yes, no, abstain } = ballot;
  return [
    {
      award,
      nominees: [{ code, name, unit, subject }],
      runOff: null,
      method: null,
      state: 'closed',
      reason: '',
      count: {
        attendance: council ?? null,
        eligible: council ? council.present + council.written : null,
        voted: yes + no + abstain,
        tally: { yes, no, abstain },
        groups: [],
      },
    },
  ];
}
