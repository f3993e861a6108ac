import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import { sortKey } from '../../../platform/text/sort-key';
import type { PrintDocument } from '../printing/print-document';
import { type PendingDocument, pendingDocument } from './pending-document';
import { type ToldNomination, noticeView, unitKey } from './notice.view';
import type { RoundData } from './round-data';
import { toldByRound } from './told';

/** `notices/UNIT.pdf` for each unit with nominations, in the order of their names; none in a campaign without awards. */
export function noticeDocuments(data: RoundData): PendingDocument[] {
  if (data.campaign.awards.length === 0) return [];
  return [...byUnit(data.round.nominations)]
    .map(([unit, nominations]) => ({ unit, nominations, key: sortKey(unit) + unit }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ unit, nominations }) =>
      pendingDocument(noticeFile(unit), () => noticeDocument(data, unit, nominations.map(toldIn(data)))),
    );
}

function byUnit(nominations: readonly Nomination[]): Map<string, Nomination[]> {
  const units = new Map<string, Nomination[]>();
  for (const nomination of nominations)
    units.set(nomination.unit, [...(units.get(nomination.unit) ?? []), nomination]);
  return units;
}

function toldIn(data: RoundData) {
  return (nomination: Nomination) => ({ nomination, told: toldByRound(data, nomination.code) });
}

function noticeFile(unit: string): string {
  return `notices/${unitKey(unit)}.pdf`;
}

export function noticeDocument(
  data: RoundData,
  unit: string,
  nominations: readonly ToldNomination[],
): PrintDocument {
  return {
    file: noticeFile(unit),
    title: message('dossier.title.notice', { unit: oneLine(unit) }),
    template: 'notice',
    paper: { kind: 'notice', subject: data.papers.unitOf(unit) },
    view: noticeView(data, unit, nominations),
  };
}
