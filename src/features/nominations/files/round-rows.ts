import type { Campaign, Criterion } from '../../../domain/campaign';
import { decimalText } from '../../../domain/definition/scalars';
import type { Entry, Nomination, Ratio, Round } from '../../../domain/nomination';
import { reportRows } from './report-rows';

export type CellInput = string | number | boolean | undefined;
export type Row = Record<string, CellInput>;

/** The rows of one table of a round, by the id of its sheet; hundredths become the decimals of the files. */
export function rowsOf(id: string, campaign: Campaign, round: Round): Row[] {
  const [table, setCode] = split(id);
  if (table === 'ties') return round.tieResolutions.map((tie) => ({ ...tie, order: tie.order?.join('\n') }));
  if (table === 'set' || table === 'council') return setRows(table, setCode, campaign, round);
  return round.nominations.flatMap((nomination) =>
    attachedRows(table, nomination).map((row) => ({ nomination: nomination.code, ...row })),
  );
}

/** `self:đ` is the layer and the criterion's code, which may hold a colon itself. */
export function split(key: string): [string, string] {
  const at = key.indexOf(':');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

function setRows(table: 'set' | 'council', code: string, campaign: Campaign, { nominations }: Round): Row[] {
  const set = campaign.criteriaSets.find((each) => each.code === code);
  const own = nominations.filter((one) => one.subject === set?.subject && one.audience === set.audience);
  const criteria = new Map(set?.criteria.map((criterion) => [criterion.code, criterion]));
  return own.flatMap((one) => (table === 'set' ? [nominationRow(one, criteria)] : councilRows(one)));
}

type Criteria = ReadonlyMap<string, Criterion>;

function nominationRow(nomination: Nomination, criteria: Criteria): Row {
  const { scores, evidence: _e, matters: _m, awards: _a, ballots: _b, report: _r, ...identity } = nomination;
  return {
    ...identity,
    ...layerCells('self', scores.self ?? {}, criteria),
    ...layerCells('appraisal', scores.appraisal ?? {}, criteria),
  };
}

function layerCells(layer: string, entries: Record<string, Entry>, criteria: Criteria): Row {
  const cells = Object.entries(entries).flatMap(([code, entry]): [string, CellInput][] => {
    const kind = criteria.get(code)?.rule.kind;
    if (kind !== 'ratio') return [[`${layer}:${code}`, cellOf(entry, kind === 'count')]];
    const { done, of } = typeof entry === 'object' ? entry : { done: entry, of: entry };
    return [
      [`${layer}.done:${code}`, cellOf(done, false)],
      [`${layer}.of:${code}`, cellOf(of, false)],
    ];
  });
  return Object.fromEntries(cells);
}

function cellOf(entry: Exclude<Entry, Ratio> | Ratio, isCount: boolean): CellInput {
  if (typeof entry !== 'number') return entry as string | boolean;
  return isCount ? entry : decimalCell(entry);
}

/** A spreadsheet keeps 15 digits: a longer number is a text. */
function decimalCell(hundredths: number): CellInput {
  const text = decimalText(hundredths);
  return text.replace(/\D/g, '').length > 15 ? text : Number(text);
}

function councilRows({ code, scores }: Nomination): Row[] {
  return (scores.council ?? []).map(({ member, recused, points }) => ({
    nomination: code,
    member,
    recused,
    ...Object.fromEntries(
      Object.entries(points).map(([key, entry]) => [`points:${key}`, cellOf(entry, false)]),
    ),
  }));
}

function attachedRows(table: string, nomination: Nomination): Row[] {
  const { evidence, matters, awards, ballots, report } = nomination;
  if (table === 'evidence') return evidence.map((row) => ({ ...row }));
  if (table === 'matters') return matters.map((row) => ({ ...row }));
  if (table === 'awards') return awards.map((row) => ({ ...row }));
  if (table === 'ballots') return Object.entries(ballots).map(([award, votes]) => ({ award, ...votes }));
  const { tables, texts } = reportRows(report);
  return table === 'report' ? texts : (tables[table] ?? []);
}

/** The values of the sheet of settings. */
export function settingRow(round: Round): Row {
  const { campaign, phase, date, council, participants } = round;
  const counts = Object.entries(participants).map(([key, count]): [string, number] => [
    `participants:${key}`,
    count,
  ]);
  const attendance = Object.entries(council ?? {}).map(([key, count]): [string, number] => [
    `council.${key}`,
    Number(count),
  ]);
  return { campaign, phase, date, ...Object.fromEntries([...counts, ...attendance]) };
}
