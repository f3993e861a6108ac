import type { Award, Campaign, Criterion, CriteriaSet } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import type { Evidence, Nomination, Round } from '../../../domain/nomination';
import { phaseTitle } from '../../../domain/plan-names';
import { message } from '../../../platform/messages/message';
import { punctuated } from '../words/citation';
import { count } from '../words/formats';
import { type Frame, frame, ofPhase, quotedTitle } from './frame.view';
import {
  type EarlierForm,
  achievementOn,
  earlierForms,
  generalProfile,
  otherAchievements,
  otherSections,
  section,
} from '../../nominations/report/report-reader';
import { NARRATIVE, PROFILE } from '../../nominations/report/report-sections';
import type { RoundData } from './round-data';
import { type SignerView, signerOf } from './signer.view';
import type { Issue, Wording } from '../papers/paper';
import { capitalised, oneLine, paragraphs, upper } from '../../../platform/text/printable';

/** Báo cáo thành tích. An empty list of paragraphs is printed as a dotted blank, to be filled in by hand. */
interface AchievementReportView {
  frame: Frame;
  headings: Wording['headings'];
  request: string;
  campaign: string;
  profile: (Part & { number: number })[];
  general: string[];
  summary: string[];
  criteria: CriterionPart[];
  otherAchievements: string[];
  narrative: Part[];
  others: string[];
  othersHeading: string;
  history: { year: string; form: string; decision: string }[];
  pledge: string;
  reporter: SignerView;
  reporterHint: string;
  copies: string[];
}

type Headings = Wording['headings'];

interface Part {
  heading: string;
  text: string[];
}

interface CriterionPart extends Part {
  evidence: string[];
}

export function achievementReportView(
  { campaign, round, papers }: Pick<RoundData, 'campaign' | 'round' | 'papers'>,
  set: CriteriaSet,
  { nomination }: Pick<NominationResult, 'nomination'>,
): AchievementReportView {
  const { headings } = papers.wordingOf('achievement-report', nomination.subject);
  const issue = papers.issueOf('achievement-report', nomination.code);
  return {
    frame: frame(campaign, round, reportingUnit(campaign, round, nomination), 'BC', issue),
    headings,
    request: requestOf(campaign, nomination),
    campaign: message('dossier.report.campaign', {
      title: quotedTitle(campaign),
      phase: ofPhase(campaign, round),
    }),
    ...profileOf(headings, nomination),
    ...achievementsOf(headings, set, nomination),
    history: [...earlierForms(nomination.report), ...recordedAwards(campaign, nomination)].map(historyRow),
    ...signaturesOf(headings, issue, nomination),
    copies: punctuated([oneLine(campaign.organizer.name), message('dossier.copy.unit')]),
  };
}

/** Part I. */
function profileOf(headings: Headings, nomination: Nomination) {
  const { report, subject } = nomination;
  return {
    profile: PROFILE[subject].map(({ key }, at) => ({
      number: at + 1,
      heading: headings[`profile.${key}`] ?? '',
      text: profileText(key, nomination),
    })),
    general: generalProfile(report),
  };
}

/** Part II: criterion by criterion, then what the form asks for besides, then what it does not know. */
function achievementsOf(headings: Headings, set: CriteriaSet, nomination: Nomination) {
  const { report, subject } = nomination;
  const criteria = set.criteria.filter(({ role }) => role !== 'gate');
  const codes = criteria.map(({ code }) => code);
  return {
    summary: section(report, 'summary'),
    criteria: criteria.map((criterion, at) => criterionPart(criterion, at + 1, nomination)),
    otherAchievements: otherAchievements(report, codes),
    narrative: NARRATIVE.map(({ key }, at) => ({
      heading: `${criteria.length + at + 1}. ${headings[`narrative.${key}`] ?? ''}`,
      text: section(report, key),
    })),
    others: otherSections(report, PROFILE[subject]),
    othersHeading: `${criteria.length + NARRATIVE.length + 1}. ${headings['others'] ?? ''}`,
  };
}

function signaturesOf(headings: Headings, issue: Issue, { subject, name }: Nomination) {
  const reporter = { authority: headings['reporter'] ?? '', name: subject === 'individual' ? name : '' };
  return {
    pledge: message(`dossier.report.pledge.${subject}`),
    reporter: signerOf(issue, reporter),
    reporterHint: message(`dossier.report.hint.${subject}`),
  };
}

/** A unit of the organizer, an enterprise of its own, or whatever superior body the report itself names. */
function reportingUnit(campaign: Campaign, round: Round, nomination: Nomination) {
  const { organizer } = campaign;
  const name = nomination.subject === 'collective' ? nomination.name : nomination.unit;
  const named = section(nomination.report, 'superior').join(' ');
  if (named) return { name, superior: named };
  if (oneLine(name) === oneLine(organizer.name))
    return { name, superior: organizer.parent, symbol: organizer.symbol };
  return { name, superior: isOutside(round, nomination) ? undefined : organizer.name };
}

/** An enterprise has no superior office; one of its people is known by the enterprise that is nominated beside. */
function isOutside(round: Round, { unit, orgClass }: Nomination): boolean {
  const classes = [
    orgClass,
    ...round.nominations
      .filter((other) => other.subject === 'collective' && other.name === unit)
      .map((other) => other.orgClass),
  ];
  return classes.includes('enterprise');
}

/** UPPER CASE, as the form has it; empty in a campaign without awards. */
function requestOf(campaign: Campaign, { proposed }: Nomination): string {
  if (campaign.awards.length === 0) return '';
  const award: Award | undefined = campaign.awards.find(({ code }) => code === proposed);
  return award
    ? message('dossier.report.request', { award: upper(award.name) })
    : message('dossier.report.request.open');
}

function profileText(key: string, nomination: Nomination): string[] {
  const told = section(nomination.report, key);
  return told.length > 0 ? told : recorded(key, nomination);
}

/** What the nomination itself states, where the text of the dossier is silent. */
function recorded(key: string, nomination: Nomination): string[] {
  const { name, unit, position, gender, members, women, subject } = nomination;
  if (key === 'name') return paragraphs(name);
  if (key === 'unit') return paragraphs(unit);
  if (key === 'position') return paragraphs(position ?? '');
  if (key === 'gender') return gender ? [message(`dossier.gender.${gender}`)] : [];
  if (key === 'head' && subject === 'household') return paragraphs(name);
  if (key !== 'staff' || members === undefined) return [];
  return [
    women === undefined
      ? message('dossier.report.members', { members: count(members) })
      : message('dossier.report.members-women', { members: count(members), women: count(women) }),
  ];
}

function criterionPart(criterion: Criterion, number: number, nomination: Nomination): CriterionPart {
  return {
    heading: `${number}. ${capitalised(oneLine(criterion.text))}`,
    text: achievementOn(nomination.report, criterion.code),
    evidence: punctuated(
      nomination.evidence.filter((row) => row.criterion === criterion.code).map(evidenceLine),
    ),
  };
}

export function evidenceLine({ title, document, file }: Evidence): string {
  const where = [document, file].map((part) => oneLine(part ?? '')).filter(Boolean);
  return where.length > 0 ? `${oneLine(title)} (${where.join('; ')})` : oneLine(title);
}

/** `45/QĐ-SKHCN ngày 10/01/2025; Giám đốc Sở …` in one cell, as the form has it. */
function historyRow({ year, form, decision, issuer }: EarlierForm) {
  return { year, form, decision: [decision, issuer].filter(Boolean).join('; ') };
}

/** Earlier awards of the nomination's record, as rows of the same table. */
function recordedAwards(campaign: Campaign, { awards }: Nomination): EarlierForm[] {
  return awards.map(({ award, phase, decision }) => {
    const known = campaign.awards.find(({ code }) => code === award);
    return {
      year: oneLine(phaseTitle(campaign, phase)),
      form: oneLine(known?.name ?? award),
      decision: oneLine(decision ?? ''),
      issuer: oneLine(known?.decider ?? ''),
    };
  });
}
