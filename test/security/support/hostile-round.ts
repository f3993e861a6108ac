import { minutesOfRound, sessionDocument } from '../../../src/features/dossiers/documents/session-documents';
import { reviewDocument } from '../../../src/features/dossiers/documents/review-document';
import type { RoundData } from '../../../src/features/dossiers/documents/round-data';
import { roundDocuments } from '../../../src/features/dossiers/documents/round-documents';
import type { SessionData } from '../../../src/features/dossiers/documents/session-data';
import { documentOfAward } from '../../../src/features/dossiers/documents/single-document';
import { templateOn } from '../../../src/features/dossiers/papers/document-templates';
import type { PrintDocument } from '../../../src/features/dossiers/printing/print-document';
import { oneLine } from '../../../src/platform/text/printable';
import { decision } from '../../dossiers/support/print';
import { evaluated } from '../../dossiers/support/round';
import { sampleSession } from '../../dossiers/support/session';
import { replaceTexts } from './replace-texts';

const REPORT = {
  overview: { office: 'x', structure: 'x', unknown: 'x' },
  biography: 'x',
  measures: 'x',
  partyLine: 'x',
  organisations: ['x', 'x'],
  other: 'x',
};
const DAY = '2025-12-09';

/**
 * One nomination of each set, and every text that a person can write replaced by `text`: of the plan, the nominations, the
 * sessions, the decisions, the reasons of the office, and of what the office words and fills in itself.
 */
export function hostileRound({ campaign, round }: RoundData, text: string): RoundData {
  const nominations = ['TT-01', 'CN-01'].flatMap((code) =>
    round.nominations
      .filter((one) => one.code === code)
      .map((one) => ({ ...one, report: { ...one.report, ...REPORT } })),
  );
  const data = evaluated(replaceTexts(campaign, text), replaceTexts({ ...round, nominations }, text));
  const criteria = data.campaign.criteriaSets.flatMap((set) => set.criteria.map(({ code }) => code));
  return {
    ...data,
    sessions: [hostileSession(text)],
    decisions: data.campaign.awards.flatMap(({ code: award }) =>
      nominations.map(({ code }) => decision({ award, nomination: code, number: text })),
    ),
    reasons: new Map(
      nominations.map(({ code }) => [code, new Map(criteria.map((criterion) => [criterion, text]))]),
    ),
    // What an office words is refused unless it is printable, and kept as one line.
    papers: {
      minutesDay: DAY,
      unitOf: (name) => name,
      issueOf: () => ({ number: text, day: DAY, signer: { authority: text, name: text } }),
      wordingOf: (kind, subject) => ({
        headings: Object.fromEntries(
          Object.keys(templateOn(kind, round.date, subject).headings).map((key) => [key, oneLine(text)]),
        ),
        grounds: [text, text],
      }),
    },
  };
}

/** The session of the samples with other words: its codes, days and states stay. */
export function hostileSession(text: string): SessionData {
  const session = sampleSession();
  return {
    ...session,
    title: text,
    place: text,
    chair: text,
    secretary: text,
    members: session.members.map((member) => ({ ...member, name: text, reason: member.reason && text })),
    items: session.items.map((item) => ({
      ...item,
      reason: item.reason && text,
      nominees: item.nominees.map((nominee) => ({ ...nominee, name: text, unit: text })),
    })),
  };
}

/** Each document that there is: those of the round, and those that are printed one by one. */
export function everyDocument(data: RoundData): PrintDocument[] {
  const session = hostileSession(data.sessions?.[0]?.title ?? '');
  return [
    ...roundDocuments(data).map((pending) => pending()),
    ...proposedAwards(data).map((code) => documentOfAward(data, code, 'nominee-list', 'portrait')),
    reviewDocument(data, 'interim'),
    reviewDocument(data, 'final'),
    minutesOfRound(data),
    sessionDocument(data, { ...session, number: null }, 'invitation'),
  ];
}

function proposedAwards({ evaluation }: RoundData): string[] {
  const results = evaluation.pools.flatMap(({ awards }) => awards);
  return [...new Set(results.filter(({ recipients }) => recipients.length > 0).map(({ award }) => award))];
}
