import type { Campaign, Phase } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import type { Wording } from '../papers/paper';
import { citation, punctuated } from '../words/citation';
import { count, dayInWords } from '../words/formats';
import { type Frame, frame, headOf, ofPhase, organizer, quotedTitle } from './frame.view';
import { type BreakdownView, breakdowns } from './review-breakdowns.view';
import { type CasesView, casesViews, chosenWords } from './review-cases.view';
import { type Counts, type Given, columnAwards, countsOf, givenIn, sumColumns } from './review-counts';
import { type CriteriaView, criteriaViews } from './review-criteria.view';
import type { RoundData } from './round-data';
import { setAsideWords } from './review-set-aside';
import { type SignerView, signerOf } from './signer.view';

/** Báo cáo sơ kết (`interim`) or tổng kết (`final`) of one phase. What people have to judge is left blank. */
export interface ReviewReportView {
  frame: Frame;
  headings: Wording['headings'];
  subject: string;
  /** The superior body; null for an organizer without one. */
  addressee: string | null;
  grounds: string[];
  opening: string;
  facts: string[];
  overall: string[];
  /** Headings of the columns, with their widths in percent. */
  columns: { label: string; width: number }[];
  breakdowns: BreakdownView[];
  criteriaHeading: string;
  criteria: CriteriaView[];
  cases: CasesView[];
  /** Null in a campaign without awards: then people fill in who did well. */
  noCases: string | null;
  closing: string;
  signer: SignerView;
  copies: string[];
}

export type Review = Phase['review'];

/** Percent of the width of a table; those of awards by how many there are. */
const NUMBER_WIDTH = 11.5;
const AWARD_WIDTHS = [0, 22, 18, 14];

export function reviewReportView(data: Omit<RoundData, 'engine'>, review: Review): ReviewReportView {
  const { campaign, round, papers, evaluation } = data;
  const issue = papers.issueOf('review-report', round.phase);
  const wording = papers.wordingOf('review-report');
  const sender = organizer(campaign);
  const results = [...evaluation.nominations.values()];
  const given = givenIn(data);
  const parts = breakdowns(results, given, wording.headings);
  const names = {
    review: message(`dossier.review.${review}`),
    title: quotedTitle(campaign),
    phase: ofPhase(campaign, round),
    sender: oneLine(sender.name),
  };
  return {
    frame: frame(campaign, round, sender, 'BC', issue),
    headings: wording.headings,
    subject: message(`dossier.review.subject.${review}`, names),
    addressee: addresseeOf(campaign),
    grounds: punctuated(wording.grounds?.map(oneLine) ?? campaign.legalBasis.map(citation)),
    opening: message('dossier.review.opening', names),
    facts: factsOf(data),
    overall: [...overallWords(countsOf('', results, given), given), ...setAsideWords(results, given, round)],
    columns: columnsOf(wording.headings, given),
    breakdowns: parts,
    criteriaHeading: `${parts.length + 2}. ${wording.headings['byCriterion'] ?? ''}`,
    criteria: criteriaViews(campaign, results),
    cases: casesViews(campaign, evaluation.nominations, given),
    noCases: given.length > 0 ? message('dossier.review.no-cases') : null,
    closing: message('dossier.review.closing', names),
    signer: signerOf(issue, headOf(campaign)),
    copies: copiesOf(data),
  };
}

function factsOf({ campaign, round }: Pick<RoundData, 'campaign' | 'round'>): string[] {
  const phase = campaign.phases.find(({ code }) => code === round.phase);
  const units = new Set(round.nominations.map(({ unit }) => oneLine(unit)));
  const time = phase
    ? [message('dossier.review.time', { from: dayInWords(phase.from), to: dayInWords(phase.to) })]
    : [];
  const key = campaign.awards.length > 0 ? 'dossier.review.units' : 'dossier.review.units.plain';
  return [...time, message(key, { units: count(units.size), nominated: count(round.nominations.length) })];
}

/** A report to a superior body says to whom (NĐ 30/2020, Phụ lục III, mẫu 1.4). */
function addresseeOf({ organizer: { parent } }: Campaign): string | null {
  return parent ? oneLine(parent).replace(/^UBND /u, 'Ủy ban nhân dân ') : null;
}

function overallWords(counts: Counts, given: Given): string[] {
  const words = message('dossier.review.overall', {
    nominated: count(counts.nominated),
    considered: count(counts.considered),
  });
  const sums = sumColumns(given).map((key) =>
    message(`dossier.review.overall.${key}`, { count: count(counts[key]) }),
  );
  const all = [words, ...sums].join('; ');
  if (given.length === 0) return [`${all}.`];
  const lines = given.map((one) => `- ${oneLine(one.award.name)}: ${chosenWords(one)}`);
  return [message('dossier.review.overall.of', { all }), ...punctuated(lines)];
}

/** The first column takes what those of numbers leave: awards have long names. */
function columnsOf(headings: Wording['headings'], given: Given): ReviewReportView['columns'] {
  const [awards, sums] = [columnAwards(given), sumColumns(given)];
  const width = AWARD_WIDTHS[awards.length] ?? 0;
  const named = (key: string) => ({ label: headings[key] ?? '', width: NUMBER_WIDTH });
  const numbers = [
    named('nominated'),
    named('considered'),
    ...awards.map(({ award }) => ({ label: oneLine(award.name), width })),
    ...sums.map(named),
  ];
  const taken = numbers.reduce((sum, column) => sum + column.width, 0);
  return [{ label: headings['category'] ?? '', width: 100 - taken }, ...numbers];
}

function copiesOf({
  campaign: {
    organizer: { parent },
  },
}: Pick<RoundData, 'campaign'>): string[] {
  return punctuated([
    ...(parent ? [message('dossier.copy.same')] : []),
    message('dossier.copy.units'),
    message('dossier.copy.file'),
  ]);
}
