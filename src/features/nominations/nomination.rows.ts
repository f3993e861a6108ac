import { canonicalJson } from '../../domain/canonical';
import type { Entries, Nomination, Report } from '../../domain/nomination';
import { roundState } from '../../domain/nomination-state';
import { newId } from '../../platform/database/new-id';
import { searchKey } from '../../platform/text/search-key';
import { personSortKey, sortKey } from '../../platform/text/sort-key';
import { BallotRow } from './ballot.entity';
import { EarlierAwardRow } from './earlier-award.entity';
import { EvidenceRow } from './evidence.entity';
import { MatterRow } from './matter.entity';
import { NominationRow } from './nomination.entity';
import { ScoreSheetRow } from './score-sheet.entity';

/** One nomination as its tables hold it. The parts stand in the order in which they were given. */
export interface NominationRows {
  nomination: NominationRow;
  unit: string;
  sheets: ScoreSheetRow[];
  evidence: EvidenceRow[];
  matters: MatterRow[];
  awards: EarlierAwardRow[];
  ballots: BallotRow[];
}

/** The columns of the nomination itself that follow from what the unit says. */
type NominationFields = Omit<
  NominationRow,
  | 'id'
  | 'phaseId'
  | 'criteriaSet'
  | 'unitId'
  | 'state'
  | 'stateBefore'
  | 'stateSince'
  | 'origin'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
>;

export function fieldsOf(nomination: Nomination): NominationFields {
  const { code, subject, name, unit } = nomination;
  return {
    code,
    subject,
    audience: nomination.audience ?? null,
    name,
    proposed: nomination.proposed ?? null,
    members: nomination.members ?? null,
    women: nomination.women ?? null,
    orgClass: nomination.orgClass ?? null,
    gender: nomination.gender ?? null,
    position: nomination.position ?? null,
    positionClass: nomination.positionClass ?? null,
    report: canonicalJson(nomination.report),
    searchKey: searchKey(code, name, unit),
    sortKey: subject === 'individual' ? personSortKey(name) : sortKey(name),
    unitSortKey: sortKey(unit),
  };
}

export function sheetsOf(nominationId: string, versionId: string, { scores }: Nomination): ScoreSheetRow[] {
  const sheet = (layer: ScoreSheetRow['layer'], entries: Entries, member = '', recused = false) => ({
    id: newId(),
    nominationId,
    layer,
    member,
    recused,
    entries: canonicalJson(entries),
    versionId,
    version: 1,
  });
  return [
    ...(scores.self ? [sheet('self', scores.self)] : []),
    ...(scores.appraisal ? [sheet('appraisal', scores.appraisal)] : []),
    ...(scores.council ?? []).map((each) => sheet('council', each.points, each.member, each.recused)),
  ];
}

export function evidenceOf(
  nominationId: string,
  { evidence }: Pick<Nomination, 'evidence'>,
  after = 0,
): EvidenceRow[] {
  return evidence.map(({ criterion, title, document, file }, index) => ({
    id: newId(),
    nominationId,
    ordinal: after + index + 1,
    criterion,
    title,
    document: document ?? null,
    file: file ?? null,
  }));
}

export function mattersOf(
  nominationId: string,
  { matters }: Pick<Nomination, 'matters'>,
  after = 0,
): MatterRow[] {
  return matters.map(({ kind, status, from, to, document }, index) => ({
    id: newId(),
    nominationId,
    ordinal: after + index + 1,
    kind,
    status,
    from: from ?? null,
    to: to ?? null,
    document: document ?? null,
  }));
}

export function earlierAwardsOf(nominationId: string, { awards }: Nomination): EarlierAwardRow[] {
  return awards.map(({ award, campaign, phase, decision }, index) => ({
    id: newId(),
    nominationId,
    ordinal: index + 1,
    award,
    campaign,
    phase,
    decision: decision ?? null,
  }));
}

export function ballotsOf(nominationId: string, { ballots }: Nomination): BallotRow[] {
  return Object.entries(ballots).map(([award, { yes, no, abstain }]) => ({
    id: newId(),
    nominationId,
    award,
    yes,
    no,
    abstain,
    version: 1,
  }));
}

/** The typed nomination again, field for field what `fieldsOf` and its neighbours were given. */
export function nominationOf({ nomination: row, unit, sheets, ...parts }: NominationRows): Nomination {
  return {
    code: row.code,
    subject: row.subject,
    ...given({ audience: row.audience }),
    name: row.name,
    unit,
    ...given({ proposed: row.proposed, members: row.members, women: row.women, orgClass: row.orgClass }),
    ...given({ gender: row.gender, position: row.position, positionClass: row.positionClass }),
    state: roundState(row.state),
    ...(row.state === 'revoked' && { revoked: true }),
    scores: scoresOf(sheets),
    evidence: parts.evidence.map(({ criterion, title, document, file }) => ({
      criterion,
      title,
      ...given({ document, file }),
    })),
    matters: parts.matters.map(({ kind, status, from, to, document }) => ({
      kind,
      status,
      ...given({ from, to, document }),
    })),
    awards: parts.awards.map(({ award, campaign, phase, decision }) => ({
      award,
      campaign,
      phase,
      ...given({ decision }),
    })),
    ballots: Object.fromEntries(
      parts.ballots.map(({ award, yes, no, abstain }) => [award, { yes, no, abstain }]),
    ),
    report: JSON.parse(row.report) as Report,
  };
}

function scoresOf(sheets: readonly ScoreSheetRow[]): Nomination['scores'] {
  const layer = (name: ScoreSheetRow['layer']) => sheets.find((sheet) => sheet.layer === name);
  const council = sheets
    .filter((sheet) => sheet.layer === 'council')
    .map((sheet) => ({ member: sheet.member, recused: sheet.recused, points: entriesOf(sheet) }));
  const [self, appraisal] = [layer('self'), layer('appraisal')];
  return {
    ...(self && { self: entriesOf(self) }),
    ...(appraisal && { appraisal: entriesOf(appraisal) }),
    ...(council.length > 0 && { council }),
  };
}

export function entriesOf({ entries }: Pick<ScoreSheetRow, 'entries'>): Entries {
  return JSON.parse(entries) as Entries;
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Without the columns that are empty: an absent field is no null in the model. */
function given<T extends object>(columns: T): Given<T> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as Given<T>;
}
