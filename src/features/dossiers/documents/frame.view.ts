import type { Campaign } from '../../../domain/campaign';
import type { Round } from '../../../domain/nomination';
import type { Issue, Signer } from '../papers/paper';
import { message } from '../../../platform/messages/message';
import { blankDay, count, dayInWords } from '../words/formats';
import { lowerFirst, oneLine, upper } from '../../../platform/text/printable';
import { inProvince } from './full-names';

/** What stands at the head of every document (NĐ 30/2020, Phụ lục I). */
export interface Frame {
  /** UPPER CASE; null for a body without a superior one. */
  superior: string | null;
  issuer: string;
  /** Blank until signed: `Số:      /TTr-SKHCN`; then `Số: 05/TTr-SKHCN`. */
  number: string;
  placeAndDate: string;
}

export interface Issuer {
  name: string;
  superior?: string;
  /** Of the document code; absent: to be filled in by hand. */
  symbol?: string;
}

const BLANK_NUMBER = ' '.repeat(6);
const BLANK_SYMBOL = '……';
const BLANK_NAME = '…'.repeat(12);
/** Short enough to stand in one line with the date. */
const BLANK_PLACE = '…'.repeat(5);

export function frame(
  campaign: Campaign,
  round: Round,
  issuer: Issuer,
  documentKind: string,
  issue: Issue,
): Frame {
  const place = oneLine(campaign.organizer.place ?? '') || BLANK_PLACE;
  return {
    superior: issuer.superior ? upper(issuer.superior) : null,
    issuer: upper(issuer.name) || BLANK_NAME,
    number: `Số:${numberOf(issue, documentKind, issuer)}`,
    placeAndDate: `${place}, ${dayOf(issue, round)}`,
  };
}

/** ` 05/TTr-SKHCN`; before it is known, room for it: `      /TTr-SKHCN`. */
export function numberOf({ number }: Issue, documentKind: string, { symbol }: Issuer): string {
  const known = number === null ? BLANK_NUMBER : ` ${twoDigits(number)}`;
  return `${known}/${documentKind}-${oneLine(symbol ?? '') || BLANK_SYMBOL}`;
}

/** `ngày 05 tháng 02 năm 2025`, or room for it. */
export function dayOf({ day }: Issue, { date }: Round): string {
  return day === null ? blankDay(date) : dayInWords(day);
}

/** A number below 10 gets a 0 (NĐ 30/2020, Phụ lục I); one with letters stays as the register has it. */
function twoDigits(number: string): string {
  return /^\d$/.test(number) ? count(Number(number)) : oneLine(number);
}

/** The organizer of the campaign as issuing body. */
export function organizer({ organizer: { name, parent, symbol } }: Campaign): Issuer {
  return { name, superior: parent, symbol };
}

/**
 * The office of the organizer, which compiles dossiers and submits them to its head. A superior body is named with its
 * province (NĐ 30/2020, Phụ lục I).
 */
export function office(campaign: Campaign): Issuer & { head: string } {
  const { name } = campaign.organizer;
  const kind = /^(Sở|Bộ)\s/u.exec(name.normalize('NFC'))?.[1];
  return {
    name: kind ? `Văn phòng ${kind}` : 'Văn phòng',
    superior: inProvince(campaign, name),
    symbol: 'VP',
    head: 'Chánh Văn phòng',
  };
}

/** Who signs what the organizer says, unless a paper says otherwise: for a people's committee “TM.” (NĐ 30/2020, Phụ lục I). */
export function headOf({ organizer: { name, head } }: Campaign): Signer {
  const title = head?.title ?? message('dossier.head');
  const isCommittee = /^(Ủy ban nhân dân|UBND)(\s|$)/iu.test(oneLine(name));
  const authority = isCommittee && !ON_BEHALF.test(title) ? `TM. Ủy ban nhân dân, ${title}` : title;
  return { authority, name: head?.name ?? '' };
}

/** Who signs what the head decides in person: the law gives awards to a head, not to a body. */
export function signerOfHead({ organizer: { head } }: Campaign): Signer {
  const title = (head?.title ?? '').replace(ON_BEHALF, '');
  return { authority: title || message('dossier.head'), name: head?.name ?? '' };
}

const ON_BEHALF = /^\s*TM\.[^,\n]*[,\n]?\s*/iu;

/** The council, which the organizer has set up beside itself. */
export function council(campaign: Campaign): Issuer {
  const superior = inProvince(campaign, campaign.organizer.name);
  return { name: message('dossier.council'), superior, symbol: 'HĐTĐKT' };
}

/** The phase inside a sentence: `giai đoạn 2022-2025`. */
export function ofPhase(campaign: Campaign, round: Round): string {
  const phase = campaign.phases.find(({ code }) => code === round.phase);
  return lowerFirst(oneLine(phase?.title ?? round.phase));
}

/** “Đẩy mạnh …” in the quotation marks of documents, without doubling those that the title brings. */
export function quotedTitle(campaign: Campaign): string {
  return `“${oneLine(campaign.title).replace(/^[“"]|[”"]$/g, '')}”`;
}
