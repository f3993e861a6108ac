import type { Campaign } from '../../../domain/campaign';
import type { Nomination, Round } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { personSortKey, sortKey } from '../../../platform/text/sort-key';
import type { Wording } from '../papers/paper';
import { fileNames } from '../printing/file-name';
import { punctuated } from '../words/citation';
import { SUBJECTS } from './award-round';
import { type Frame, frame, headOf, ofPhase, organizer, quotedTitle } from './frame.view';
import type { RoundData } from './round-data';
import { type SignerView, signerOf } from './signer.view';
import type { Told } from './told';

/** Thông báo kết quả xét khen thưởng to one unit, on its own nominations alone. */
export interface NoticeView {
  frame: Frame;
  headings: Wording['headings'];
  subject: string;
  opening: string;
  nominees: { heading: string; code: string; lines: string[] }[];
  question: string;
  closing: string;
  signer: SignerView;
  copies: string[];
}

export interface ToldNomination {
  nomination: Nomination;
  told: Told;
}

export function noticeView(
  { campaign, round, papers }: Pick<RoundData, 'campaign' | 'round' | 'papers'>,
  unit: string,
  nominations: readonly ToldNomination[],
): NoticeView {
  const issue = papers.issueOf('notice', papers.unitOf(unit));
  const facts = {
    unit: unitInFull(unit, campaign, round),
    sender: oneLine(campaign.organizer.name),
    title: quotedTitle(campaign),
    phase: ofPhase(campaign, round),
  };
  return {
    frame: frame(campaign, round, organizer(campaign), 'TB', issue),
    headings: papers.wordingOf('notice').headings,
    subject: message('dossier.notice.subject', facts),
    opening: message('dossier.notice.opening', facts),
    nominees: nominations.toSorted(inOrder).map(nomineeOf),
    question: message('dossier.notice.question', facts),
    closing: message('dossier.notice.closing', facts),
    signer: signerOf(issue, headOf(campaign)),
    // A thông báo has no “Kính gửi” (NĐ 30/2020, Phụ lục I): whom it is for stands among the copies.
    copies: punctuated([oneLine(unit), message('dossier.copy.file')]),
  };
}

/** A unit of a Sở with the name of that Sở: `Văn phòng Sở Khoa học và Công nghệ`; an enterprise stands for itself. */
function unitInFull(unit: string, { organizer: { name } }: Campaign, { nominations }: Round): string {
  const [own, sender] = [oneLine(unit), oneLine(name)];
  const isOutside = nominations.some(
    (one) => one.orgClass === 'enterprise' && [one.name, one.unit].map(oneLine).includes(own),
  );
  if (isOutside || !sender.startsWith('Sở ') || own.includes(sender)) return own;
  return own.endsWith(' Sở') ? own.replace(/ Sở$/u, ` ${sender}`) : `${own}, ${sender}`;
}

/** How a unit is known in addresses and file names: at most 71 letters of ASCII. */
export function unitKey(unit: string): string {
  return fileNames([unit]).get(unit) ?? '';
}

/** Collectives first; collectives by name, people by their given name, as Vietnamese orders them. */
function inOrder({ nomination: a }: ToldNomination, { nomination: b }: ToldNomination): number {
  const bySubject = SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject);
  return bySubject || compare(keyOf(a), keyOf(b)) || compare(a.code, b.code);
}

function keyOf({ subject, name }: Nomination): string {
  return subject === 'individual' ? personSortKey(name) : sortKey(name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nomineeOf({ nomination: { subject, name, code }, told }: ToldNomination, at: number) {
  return {
    heading: message('dossier.notice.nominee', {
      number: at + 1,
      kind: message(`dossier.section.${subject}`),
      name: oneLine(name),
    }),
    code: oneLine(code),
    lines: told.map((line) => `- ${line}`),
  };
}
