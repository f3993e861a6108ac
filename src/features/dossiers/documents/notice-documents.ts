import { groupedBy } from '../../../domain/grouped-by';
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
  return [...groupedBy(data.round.nominations, ({ unit }) => unit)]
    .map(([unit, nominations]) => ({ unit, nominations, key: sortKey(unit) + unit }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ unit, nominations }) =>
      pendingDocument(noticePlace(data, unit), () =>
        noticeDocument(data, unit, nominations.map(toldIn(data))),
      ),
    );
}

function toldIn(data: RoundData) {
  return (nomination: Nomination) => ({ nomination, told: toldByRound(data, nomination.code) });
}

/** Where it stands, and which paper it is. */
function noticePlace({ papers }: RoundData, unit: string) {
  return {
    file: `notices/${unitKey(unit)}.pdf`,
    paper: { kind: 'notice' as const, subject: papers.unitOf(unit) },
  };
}

export function noticeDocument(
  data: RoundData,
  unit: string,
  nominations: readonly ToldNomination[],
): PrintDocument {
  return {
    ...noticePlace(data, unit),
    title: message('dossier.title.notice', { unit: oneLine(unit) }),
    template: 'notice',
    view: noticeView(data, unit, nominations),
  };
}
