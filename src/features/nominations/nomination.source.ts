import type { Campaign } from '../../domain/campaign';
import { readRound } from '../../domain/definition/read-round';
import { isMapping } from '../../domain/definition/fields';
import { DomainError, InputRefused } from '../../domain/domain-error';
import { samePool } from '../../domain/same-pool';
import type { Finding } from '../../domain/finding';
import type { Round } from '../../domain/nomination';
import { isZip } from '../campaigns/files/zip-signature';
import { loadSentText } from '../campaigns/sent-text';
import { loadWorkbook } from './files/load-workbook';
import type { Accepted } from './nomination.document';
import { unstorable } from './unstorable';

/** A whole nominations document (spec §2): parsed already, or the bytes of a .yaml, .json or .xlsx file. */
export type DocumentSource = { plain: unknown } | { bytes: Buffer };

/** What the phase has already: it fills the head of the document, and its codes are taken. */
export interface Known {
  head: Record<string, unknown>;
  codes: ReadonlySet<string>;
}

export interface AcceptedDocument {
  round: Round;
  accepted: Accepted[];
  warnings: readonly Finding[];
}

/** Reads a document by the very reader of the files. Throws InputRefused with all findings, each with its place, or `yaml-too-long`. */
export async function acceptedDocument(
  campaign: Campaign,
  source: DocumentSource,
  known: Known,
): Promise<AcceptedDocument> {
  const read = (plain: unknown) => readDocument(campaign, plain, known);
  const { round, findings } =
    'plain' in source ? read(source.plain) : await readBytes(source.bytes, campaign, read);
  if (!round || findings.some(({ level }) => level === 'error')) throw new InputRefused(findings);
  return { round, accepted: round.nominations.map((one) => accepted(campaign, one)), warnings: findings };
}

interface Reading {
  round?: Round;
  findings: Finding[];
}

/** What a sender's file is called is not known here; findings name line or cell. */
const FILE = 'nominations';

async function readBytes(
  bytes: Buffer,
  campaign: Campaign,
  read: (plain: unknown) => Reading,
): Promise<Reading> {
  if (isZip(bytes)) return loadWorkbook(bytes, FILE, campaign, read);
  const { value, findings } = loadSentText(bytes, FILE, read);
  return { round: value?.round, findings };
}

function readDocument(campaign: Campaign, plain: unknown, known: Known): Reading {
  const document = isMapping(plain) ? { ...known.head, ...plain } : plain;
  const { round, findings } = readRound(document, campaign);
  return { round, findings: [...findings, ...(round ? clashes(plain, round, known) : [])] };
}

/** The round is sorted by code: places are those of the document. */
function clashes(plain: unknown, { nominations }: Round, { codes }: Known): Finding[] {
  const places = placesByCode(plain);
  return nominations.flatMap((nomination) => {
    const { code } = nomination;
    const index = places.get(code) ?? 0;
    const path = ['nominations', index, 'code'];
    const taken: Finding = { level: 'error', code: 'nomination-exists', path, params: { code } };
    return [...(codes.has(code) ? [taken] : []), ...unstorable(nomination, index)];
  });
}

function placesByCode(plain: unknown): Map<string, number> {
  const { nominations } = plain as { nominations: { code: unknown }[] };
  return new Map(nominations.map(({ code }, index) => [String(code).normalize('NFC').trim(), index]));
}

function accepted({ criteriaSets }: Campaign, nomination: Round['nominations'][number]): Accepted {
  const criteriaSet = criteriaSets.find((set) => samePool(nomination, set));
  if (!criteriaSet) throw new DomainError('unexpected');
  return { nomination, criteriaSet, warnings: [] };
}
