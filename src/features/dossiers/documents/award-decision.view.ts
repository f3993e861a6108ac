import type { Campaign, Day } from '../../../domain/campaign';
import type { Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { oneLine, upper } from '../../../platform/text/printable';
import type { Issue, Wording } from '../papers/paper';
import { punctuated } from '../words/citation';
import { type DecisionAppendix, decisionAppendix } from './award-decision.appendix';
import { type Article, decisionArticles } from './award-decision.articles';
import { recipientsOf } from './award-round';
import type { DecidedRound } from './decided-round';
import {
  type Frame,
  dayOf,
  frame,
  signerOfHead,
  numberOf,
  office,
  ofPhase,
  organizer,
  quotedTitle,
} from './frame.view';
import { groundsNote, groundsOf } from './grounds';
import type { RoundData } from './round-data';
import { type SignerView, signerOf } from './signer.view';

/** Quyết định tặng Giấy khen: of an award that the organizer gives itself (Luật 06/2022/QH15 Điều 75.1.c, 80.1). */
export interface AwardDecisionView {
  frame: Frame;
  headings: Wording['headings'];
  subject: string;
  decider: string;
  grounds: string[];
  /** Said where no law is known for the day of the decision. */
  groundsNote: string | null;
  articles: Article[];
  /** Who carries it out: stands with the signature. */
  last: Article;
  signer: SignerView;
  copies: string[];
  /** Vouches for the decisions of the paper (law 4); null where none is known. */
  audit: string | null;
  /** The recipients, where they are too many for an article. */
  appendix: DecisionAppendix | null;
}

/** So many are named in the decision itself; more stand in a list of their own. */
const NAMED = 10;

export function awardDecisionView(data: Papered, one: DecidedRound): AwardDecisionView {
  const { campaign, round, papers } = data;
  const issue = papers.issueOf('award-decision', one.award.code);
  const day = issue.day ?? round.date;
  const hasList = recipientsOf(one).length > NAMED;
  const { articles, last } = decisionArticles(campaign, round, one, { day, hasList });
  return {
    frame: frame(campaign, round, organizer(campaign), 'QĐ', issue),
    headings: papers.wordingOf('award-decision').headings,
    subject: message('dossier.decision.subject', {
      award: oneLine(one.award.name),
      title: quotedTitle(campaign),
      phase: ofPhase(campaign, round),
    }),
    decider: upper(one.award.decider),
    grounds: groundsWith(data, one, day),
    groundsNote: groundsNote(data, 'award-decision', day),
    articles,
    last,
    signer: signerOf(issue, signerOfHead(campaign)),
    copies: punctuated(
      ['decision.copy', 'copy.council', 'copy.file'].map((key) => message(`dossier.${key}`)),
    ),
    audit: one.auditHead === null ? null : message('dossier.decision.audit', { head: one.auditHead }),
    appendix: hasList ? decisionAppendix(one, day, attachedTo(campaign, round, one, issue)) : null,
  };
}

type Papered = Pick<RoundData, 'campaign' | 'round' | 'papers' | 'sessions'>;

/** After all other grounds who asks for it. */
function groundsWith(data: Papered, { award }: DecidedRound, day: Day): string[] {
  const { campaign, round, papers } = data;
  const asked = papers.issueOf('submission', award.code);
  const request = message('dossier.decision.request', {
    office: office(campaign).name,
    number: numberOf(asked, 'TTr', office(campaign)),
    day: dayOf(asked, round),
  });
  return punctuated([...groundsOf(data, 'award-decision', day), request]);
}

function attachedTo(campaign: Campaign, round: Round, { award }: DecidedRound, issue: Issue): string {
  return message('dossier.decision.attached', {
    number: numberOf(issue, 'QĐ', organizer(campaign)),
    day: dayOf(issue, round),
    decider: oneLine(award.decider),
  });
}
