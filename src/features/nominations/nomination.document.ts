import type { Campaign, Criterion, CriteriaSet } from '../../domain/campaign';
import { decimalText } from '../../domain/definition/scalars';
import { readRound } from '../../domain/definition/read-round';
import { InputRefused } from '../../domain/domain-error';
import { samePool } from '../../domain/same-pool';
import type { Finding, Path } from '../../domain/finding';
import type { Entries, Entry, Nomination } from '../../domain/nomination';
import { documentHead } from '../campaigns/phase.document';
import type { OpenPhase } from '../campaigns/phase.queries';
import type { NominationRow } from './nomination.entity';
import { unstorable } from './unstorable';

/** A nomination that was read and accepted. */
export interface Accepted {
  nomination: Nomination;
  criteriaSet: CriteriaSet;
  /** What a person should know although it was accepted. */
  warnings: readonly Finding[];
}

/**
 * Reads one nomination in document form (spec §2) against its phase, by the very reader of the files.
 * `place` is where the caller's body has what stands at `within` in the nomination. Throws InputRefused.
 */
export function acceptedNomination(
  { phase, campaign }: OpenPhase,
  plain: unknown,
  { within = [], place = [] }: { within?: Path; place?: Path } = {},
): Accepted {
  const document = { ...documentHead(campaign, phase), nominations: [plain], tieResolutions: [] };
  const { round, findings } = readRound(document, campaign);
  const nomination = round?.nominations[0];
  const own = [...findings, ...(nomination ? unstorable(nomination) : [])].flatMap((finding) =>
    relocated(finding, within, place),
  );
  const criteriaSet = nomination && campaign.criteriaSets.find((set) => samePool(nomination, set));
  if (!nomination || !criteriaSet || own.some(({ level }) => level === 'error')) throw new InputRefused(own);
  return { nomination, criteriaSet, warnings: own };
}

const IN_DOCUMENT = 2;

/** The path as the sender knows it; warnings about the document as a whole are none of this nomination's. */
function relocated(finding: Finding, within: Path, place: Path): Finding[] {
  const { level, path } = finding;
  if (path[0] !== 'nominations' || path.length < IN_DOCUMENT) return level === 'error' ? [finding] : [];
  const below = path.slice(IN_DOCUMENT);
  const inside = within.every((key, index) => below[index] === key);
  return [{ ...finding, path: inside ? [...place, ...below.slice(within.length)] : below }];
}

/** Enough of a nomination for its reader to judge one part by the rules of its pool; the unit has been checked before. */
export function bareNomination({
  code,
  subject,
  audience,
  name,
  unitId,
}: NominationRow): Record<string, unknown> {
  return { code, subject, ...(audience !== null && { audience }), name, unit: unitId };
}

/** The document form of a typed nomination: reading it again gives the same. Decimals are texts. */
export function nominationDocument(campaign: Campaign, nomination: Nomination): Record<string, unknown> {
  const set = campaign.criteriaSets.find((each) => samePool(nomination, each));
  return { ...nomination, scores: scoresDocument(set, nomination.scores) };
}

function scoresDocument(set: CriteriaSet | undefined, scores: Nomination['scores']): Record<string, unknown> {
  const { self, appraisal, council } = scores;
  return {
    ...(self && { self: entriesDocument(set, self) }),
    ...(appraisal && { appraisal: entriesDocument(set, appraisal) }),
    ...(council && {
      council: council.map((sheet) => ({ ...sheet, points: councilDocument(sheet.points) })),
    }),
  };
}

export function entriesDocument(set: CriteriaSet | undefined, entries: Entries): Record<string, unknown> {
  const rules = new Map(set?.criteria.map((criterion) => [criterion.code, criterion.rule.kind]));
  return Object.fromEntries(
    Object.entries(entries).map(([code, entry]) => [code, entryDocument(rules.get(code), entry)]),
  );
}

export function councilDocument(entries: Entries): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entries).map(([code, entry]) => [
      code,
      typeof entry === 'number' ? decimalText(entry) : entry,
    ]),
  );
}

function entryDocument(kind: Criterion['rule']['kind'] | undefined, entry: Entry): unknown {
  if (typeof entry === 'object') return { done: decimalText(entry.done), of: decimalText(entry.of) };
  return typeof entry === 'number' && kind !== 'count' ? decimalText(entry) : entry;
}
