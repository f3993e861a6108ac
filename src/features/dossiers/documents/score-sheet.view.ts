import type { Campaign, Criterion, CriteriaSet } from '../../../domain/campaign';
import { isPlanMark } from '../../../domain/criterion-name';
import type { NominationResult } from '../../../domain/evaluation';
import type { Nomination, Round } from '../../../domain/nomination';
import type { ScoreLine } from '../../../domain/score-line';
import { message } from '../../../platform/messages/message';
import { evidenceLine } from './achievement-report.view';
import { punctuated } from '../words/citation';
import { points } from '../words/formats';
import { type Frame, frame, ofPhase, organizer, quotedTitle } from './frame.view';
import type { Wording } from '../papers/paper';
import type { RoundData } from './round-data';
import { type SignerView, signerOf } from './signer.view';
import { rankingWords } from '../words/ranking-words';
import { LAYERS, type LayerScores } from '../../../domain/score-layers';
import { capitalised, enumerated, oneLine } from '../../../platform/text/printable';
import { provisionWords } from '../../../platform/text/provision';
import { awardOutcomes, lineWords } from '../words/wording';

/** Phiếu chấm điểm: every number ready to print. */
export interface ScoreSheetView {
  frame: Frame;
  headings: Wording['headings'];
  subject: string;
  nominee: { label: string; value: string }[];
  groups: { heading: string | null; rows: ScoreRow[] }[];
  /** Until the council has scored, it has neither a column nor a signature. */
  hasCouncil: boolean;
  totals: { max: string; self: string; appraisal: string; council: string };
  official: string;
  ranking: string[];
  outcomes: string[];
  assumptions: string[];
  closing: string;
  signer: SignerView;
  signerHint: string;
  copies: string[];
}

interface ScoreRow {
  criterion: string;
  /** Where the plan states it. */
  origin: string;
  max: string;
  self: string;
  appraisal: string;
  council: string;
  reasons: Reason[];
  evidence: string[];
}

/** `blank`: people have to write the reason by hand. */
interface Reason {
  text: string;
  blank: boolean;
}

const ROLES = ['base', 'gate', 'bonus', 'penalty'] as const;

export function scoreSheetView(
  { campaign, round, evaluation, papers, reasons }: Omit<RoundData, 'engine'>,
  { set, result, layers }: { set: CriteriaSet; result: NominationResult; layers: LayerScores },
): ScoreSheetView {
  const { nomination } = result;
  const { headings } = papers.wordingOf('score-sheet');
  const issue = papers.issueOf('score-sheet', nomination.code);
  return {
    frame: frame(campaign, round, organizer(campaign), 'PCĐ', issue),
    headings,
    subject: subjectOf(campaign, round, nomination),
    nominee: nomineeLines(nomination, set),
    groups: groupsOf(set, nomination, { layers, written: reasons?.get(nomination.code) }),
    hasCouncil: isFilled(layers, 'council'),
    totals: totalsOf(set, layers),
    official: officialWords(campaign, set, result),
    ranking: rankingWords(campaign, evaluation, result),
    outcomes: awardOutcomes(campaign, round, evaluation, nomination.code),
    assumptions: campaign.assumptions.map(oneLine),
    closing: closingOf(layers),
    signer: signerOf(issue, { authority: headings[signerKey(layers)] ?? '', name: '' }),
    signerHint: isFilled(layers, 'council') ? '' : message('dossier.report.hint.individual'),
    copies: punctuated([message('dossier.copy.dossier'), message('dossier.copy.file')]),
  };
}

/** A campaign that only follows up, without awards, asks for none. */
function subjectOf(campaign: Campaign, round: Round, nomination: Nomination): string {
  const key = campaign.awards.length > 0 ? 'dossier.score-sheet.subject' : 'dossier.report.campaign';
  return message(key, {
    award: awardName(campaign, nomination),
    title: quotedTitle(campaign),
    phase: ofPhase(campaign, round),
  });
}

/** Names the layers that were filled in, and no other. */
function closingOf(layers: LayerScores): string {
  const filled = LAYERS.filter((layer) => isFilled(layers, layer)).map((layer) =>
    message(`dossier.score-sheet.layer.${layer}`),
  );
  if (filled.length === 0) return message('dossier.score-sheet.closing.empty');
  return message('dossier.score-sheet.closing', { layers: enumerated(filled) });
}

function isFilled(layers: LayerScores, layer: (typeof LAYERS)[number]): boolean {
  return layers[layer].lines.size > 0;
}

/** Signed by whoever scored last: the council, the official who appraised, or the unit itself. */
function signerKey(layers: LayerScores): 'chair' | 'appraiser' | 'scorer' {
  if (isFilled(layers, 'council')) return 'chair';
  return isFilled(layers, 'appraisal') ? 'appraiser' : 'scorer';
}

function awardName(campaign: Campaign, { proposed }: Nomination): string {
  const award = campaign.awards.find(({ code }) => code === proposed);
  return award ? oneLine(award.name) : message('dossier.award.open');
}

function nomineeLines(nomination: Nomination, set: CriteriaSet): { label: string; value: string }[] {
  const { subject, name, unit, position, code } = nomination;
  const lines = [[message(`dossier.nominee.${subject}`), name]];
  if (subject !== 'collective' || oneLine(unit) !== oneLine(name))
    lines.push([message('dossier.nominee.unit'), unit]);
  if (position) lines.push([message('dossier.nominee.position'), position]);
  lines.push([message('dossier.nominee.code'), code], [message('dossier.nominee.set'), set.title]);
  return lines.map(([label = '', value = '']) => ({ label, value: oneLine(value) }));
}

/** The points of each layer, and what the office wrote about those that differ from the unit's, by criterion. */
interface Known {
  layers: LayerScores;
  written: ReadonlyMap<string, string> | undefined;
}

function groupsOf(set: CriteriaSet, nomination: Nomination, known: Known): ScoreSheetView['groups'] {
  const groups = ROLES.map((role) => ({
    heading: message(`dossier.role.${role}`),
    rows: set.criteria
      .filter((criterion) => criterion.role === role)
      .map((criterion) => rowOf(criterion, nomination, known)),
  })).filter(({ rows }) => rows.length > 0);
  return groups.length === 1 ? groups.map(({ rows }) => ({ heading: null, rows })) : groups;
}

function rowOf(criterion: Criterion, nomination: Nomination, known: Known): ScoreRow {
  const { self, appraisal, council } = linesOn(criterion, known.layers);
  return {
    ...named(criterion),
    max: criterion.role === 'gate' ? '–' : points(criterion.max),
    self: shown(self),
    appraisal: shown(appraisal),
    council: criterion.role === 'gate' ? '–' : shown(council),
    reasons: reasonsOf(criterion, known),
    evidence: nomination.evidence.filter((row) => row.criterion === criterion.code).map(evidenceLine),
  };
}

/** Marks of a plan (`a`, `đ`, `4b`) stand before the text. */
function named({ code, text, source }: Criterion): Pick<ScoreRow, 'criterion' | 'origin'> {
  return {
    criterion: `${isPlanMark(code) ? `${code}) ` : ''}${capitalised(oneLine(text))}`,
    origin: provisionWords(source ?? ''),
  };
}

function linesOn({ code }: Criterion, { self, appraisal, council }: LayerScores) {
  return {
    self: self.lines.get(code),
    appraisal: appraisal.lines.get(code),
    council: council.lines.get(code),
  };
}

function shown(line: ScoreLine | undefined): string {
  if (line?.because === 'gate-passed') return message('dossier.gate.passed');
  if (line?.because === 'gate-failed') return message('dossier.gate.failed');
  if (line?.because === 'not-applicable-excluded') return message('dossier.not-applicable');
  return points(line?.points);
}

/** What the rules say of the points is printed, and what the office wrote; a change that only people can explain leaves a blank. */
function reasonsOf(criterion: Criterion, { layers, written }: Known): Reason[] {
  const { self, appraisal, council } = linesOn(criterion, layers);
  return [
    ...reasonsOfLayer(criterion, self, appraisal, oneLine(written?.get(criterion.code) ?? '')),
    ...(criterion.role === 'gate' ? [] : reasonsOfLayer(criterion, appraisal, council, '')),
  ];
}

function reasonsOfLayer(
  criterion: Criterion,
  before: ScoreLine | undefined,
  after: ScoreLine | undefined,
  written: string,
): Reason[] {
  if (!after) return [];
  const alone = written === '' ? [] : [{ text: written, blank: false }];
  if (isRuled(after, criterion)) return [{ text: lineWords(after, criterion), blank: false }, ...alone];
  const from = before?.points ?? null;
  if (from === null || after.points === null || from === after.points) return alone;
  const change = after.points - from;
  const text = message(`dossier.difference.${change < 0 ? 'lower' : 'higher'}`, {
    points: points(change < 0 ? -change : change),
  });
  return written === '' ? [{ text, blank: true }] : [{ text: `${text} ${written}`, blank: false }];
}

/** Points that a person has simply given speak for themselves; everything else was worked out by a rule. */
function isRuled({ because }: ScoreLine, { rule }: Criterion): boolean {
  if (because === 'entered') return rule.kind !== 'points' && rule.kind !== 'yesno';
  return because !== 'not-entered' && because !== 'council-mean' && because !== 'gate-passed';
}

function totalsOf(set: CriteriaSet, { self, appraisal, council }: LayerScores): ScoreSheetView['totals'] {
  const max = set.criteria
    .filter(({ role }) => role === 'base')
    .reduce((sum, criterion) => sum + criterion.max, 0);
  return {
    max: points(max),
    self: points(self.total),
    appraisal: points(appraisal.total),
    council: points(council.total),
  };
}

function officialWords(
  { scoring }: Campaign,
  set: CriteriaSet,
  { nomination, total, band }: NominationResult,
): string {
  if (total === null)
    return message(nomination.state === 'withdrawn' ? 'dossier.official.out' : 'dossier.official.none');
  const layer = message(`dossier.layer.${scoring.official}`);
  const name = set.bands.find(({ code }) => code === band)?.name;
  return name
    ? message('dossier.official.band', { points: points(total), layer, band: oneLine(name) })
    : message('dossier.official', { points: points(total), layer });
}
