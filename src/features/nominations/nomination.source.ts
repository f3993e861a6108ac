import type { Campaign } from '../../domain/campaign';
import { readRound } from '../../domain/definition/read-round';
import { isMapping } from '../../domain/definition/fields';
import { DomainError, InputRefused } from '../../domain/domain-error';
import { type Judge, unfairSheets } from '../../domain/fair-sheets';
import { samePool } from '../../domain/same-pool';
import type { Finding, Path } from '../../domain/finding';
import type { Nomination, Round } from '../../domain/nomination';
import { prefixOf } from '../../domain/nomination-code';
import { isZip } from '../campaigns/files/zip-signature';
import { loadSentText } from '../campaigns/sent-text';
import { loadWorkbook } from './files/load-workbook';
import type { Accepted } from './nomination.document';
import { partsOfOthers } from './own-text';
import { withUnitCode } from './unit-codes';
import { unstorable } from './unstorable';

/** A whole nominations document (spec §2): parsed already, or the bytes of a .yaml, .json or .xlsx file. */
export type DocumentSource = { plain: unknown } | { bytes: Buffer };

/** What the phase has already: it fills the head of the document, and its codes are taken. */
export interface Known {
  head: Record<string, unknown>;
  codes: ReadonlySet<string>;
  /** Name of the unit that the document is of; absent for the office's, which may be of any. */
  unit?: string;
  /** The letters of that unit. */
  prefix?: string | null;
  /** The units by their letters, for a document of the office: codes that begin with them are theirs to give. */
  units?: ReadonlyMap<string, string>;
  /** The council, whose sheets a document of the office may bring with it. */
  council?: readonly Judge[];
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
  const document = isMapping(plain) ? { ...known.head, ...ofUnit(plain, known) } : plain;
  const { round, findings } = readRound(document, campaign);
  const own = known.unit === undefined ? findings : findings.filter(isOfPart);
  return { round, findings: [...own, ...(round ? clashes(document, round, known) : [])] };
}

/** What is to be known of the phase as a whole is nothing that a part of its nominations could tell. */
function isOfPart({ level, path }: Finding): boolean {
  return level === 'error' || (path[0] === 'nominations' && path.length > 1);
}

/** What a unit sends is its own, also where it does not say so. */
function ofUnit(plain: Record<string, unknown>, { unit, prefix = null }: Known): Record<string, unknown> {
  const { nominations } = plain;
  if (unit === undefined || !Array.isArray(nominations)) return plain;
  const own = nominations.map((each: unknown) =>
    withUnitCode(prefix, isMapping(each) ? { unit, ...each } : each),
  );
  return { ...plain, nominations: own };
}

/** The round is sorted by code: places are those of the document. */
function clashes(
  plain: unknown,
  { nominations, tieResolutions }: Round,
  { codes, unit, units, council = [] }: Known,
): Finding[] {
  const places = placesByCode(plain);
  const found = nominations.flatMap((nomination) => {
    const { code } = nomination;
    const index = places.get(code) ?? 0;
    const path = ['nominations', index, 'code'];
    const taken: Finding = { level: 'error', code: 'nomination-exists', path, params: { code } };
    const foreign = unit === undefined ? [] : foreignTo(unit, nomination, ['nominations', index]);
    return [
      ...(codes.has(code) ? [taken] : []),
      ...codeOfUnit(code, path, units),
      ...foreign,
      ...unstorable(nomination, index),
      ...unfairSheets(nomination, council).map((finding) => below(finding, ['nominations', index])),
    ];
  });
  const ties = unit !== undefined && tieResolutions.length > 0 ? [notForUnits(['tieResolutions', 0])] : [];
  return [...found, ...ties];
}

function below(finding: Finding, place: Path): Finding {
  return { ...finding, path: [...place, ...finding.path] };
}

function codeOfUnit(code: string, path: Path, units: Known['units']): Finding[] {
  const prefix = prefixOf(code) ?? '';
  const unit = units?.get(prefix);
  return unit === undefined
    ? []
    : [{ level: 'error', code: 'code-of-unit', path, params: { code, unit, prefix } }];
}

/** What is not this unit's to say: of another unit, or said by office, council or leadership. */
function foreignTo(unit: string, nomination: Nomination, at: Path): Finding[] {
  const parts = partsOfOthers(nomination).map((part) => notForUnits([...at, ...part]));
  const { unit: stated } = nomination;
  if (stated === unit) return parts;
  return [
    { level: 'error', code: 'another-unit', path: [...at, 'unit'], params: { stated, unit } },
    ...parts,
  ];
}

function notForUnits(path: Path): Finding {
  return { level: 'error', code: 'unit-may-not-write', path, params: {} };
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
