import { type Explanation, explainOutcome } from '../../domain/explanation';
import type { Award } from '../../domain/campaign';
import { hasMessage, message } from '../../platform/messages/message';
import { plainDay } from '../../platform/text/vietnam-time';
import type { BadgeKind } from '../nominations/state.view';
import type { DecisionRow, DecisionStatus } from './decision.entity';
import type { Evaluated } from './evaluations';
import { outcomeText } from './outcome.view';

/** An award that was decided for the nomination, as it was made known. */
export interface KnownDecision extends Pick<
  DecisionRow,
  'award' | 'number' | 'date' | 'endedOn' | 'endDocument' | 'endReason'
> {
  status: DecisionStatus;
}

/** What a reason is read from. */
type OwnGround = Pick<Evaluated, 'campaign' | 'round' | 'evaluation'>;

/** One award and what became of it for this nomination. */
interface OwnAward {
  award: string;
  label: string;
  kind: BadgeKind;
  text: string;
}

export interface OwnResultView {
  /** The outcome in one sentence. */
  summary: string;
  awards: OwnAward[];
}

/**
 * The result of one nomination for its own unit, award by award with the reason for each that is not given. No name, total
 * or paper of anybody else: where a sentence of the ranking tells such, `own.<sentence>` says it without.
 */
export function ownResultView(
  evaluated: OwnGround,
  { code }: { code: string },
  decisions: readonly KnownDecision[],
): OwnResultView {
  const given = decisions.find(({ status }) => status === 'confirmed');
  const awards = evaluated.campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map((award) => ownAward(evaluated, code, award, decisions, given));
  const name = evaluated.campaign.awards.find((award) => award.code === given?.award)?.name;
  return {
    summary: name === undefined ? message('own-result.none') : message('own-result.given', { award: name }),
    awards,
  };
}

function ownAward(
  evaluated: OwnGround,
  code: string,
  award: Award,
  decisions: readonly KnownDecision[],
  given: KnownDecision | undefined,
): OwnAward {
  const own = decisions.findLast((decision) => decision.award === award.code);
  if (own && own.status in KINDS) return decidedAward(award, own);
  return {
    award: award.name,
    label: message('own-result.label.not-given'),
    kind: 'off',
    text: reasonText(evaluated, code, award, given),
  };
}

const KINDS: Partial<Record<KnownDecision['status'], BadgeKind>> = {
  confirmed: 'award',
  refused: 'off',
  revoked: 'bad',
};

function decidedAward({ name }: Award, { status, ...paper }: KnownDecision): OwnAward {
  const isGiven = status === 'confirmed';
  const number = (isGiven ? paper.number : paper.endDocument) ?? message('own-result.no-paper');
  const day = isGiven ? paper.date : paper.endedOn;
  const params = {
    number,
    day: day ? plainDay(day) : message('own-result.no-day'),
    reason: paper.endReason ?? '',
  };
  return {
    award: name,
    label: message(`own-result.label.${status}`),
    kind: KINDS[status] ?? 'off',
    text: message(isGiven && paper.number === null ? 'own-result.unsigned' : `own-result.${status}`, params),
  };
}

function reasonText(
  { campaign, round, evaluation }: OwnGround,
  code: string,
  award: Award,
  given: KnownDecision | undefined,
): string {
  const higher = campaign.awards.find((each) => each.code === given?.award && each.tier < award.tier);
  if (higher) return message('own-result.higher', { higher: higher.name });
  const outcome = evaluation.nominations.get(code)?.outcomes[award.code];
  if (outcome === undefined) return message('own-result.not-ranked');
  // The rules would have given it, or another award instead: people have decided otherwise.
  if (outcome === 'awarded' || outcome === 'awarded-higher') return message('own-result.not-decided');
  return ownOutcomeText(explainOutcome(campaign, round, evaluation, code, award.code));
}

/** As `outcomeText`, of what is the nomination's own. */
export function ownOutcomeText(explanation: Explanation): string {
  const own = `own.${explanation.sentence}`;
  return outcomeText(explanation, hasMessage(own) ? own : undefined);
}
