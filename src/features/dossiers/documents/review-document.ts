import { message } from '../../../platform/messages/message';
import type { PrintDocument } from '../printing/print-document';
import { type Review, reviewReportView } from './review-report.view';
import type { RoundData } from './round-data';

/** Where it stands, and which paper it is. */
export function reviewPlace({ round }: RoundData) {
  return { file: 'bao-cao.pdf', paper: { kind: 'review-report' as const, subject: round.phase } };
}

/** Báo cáo sơ kết or tổng kết of the phase of a round: as the plan has it, unless the other one is wanted. */
export function reviewDocument(data: RoundData, wanted?: Review): PrintDocument {
  const { campaign, round } = data;
  const planned = campaign.phases.find(({ code }) => code === round.phase)?.review;
  const review = wanted ?? planned ?? 'interim';
  return {
    ...reviewPlace(data),
    title: message(`dossier.title.review.${review}`),
    template: 'review-report',
    view: reviewReportView(data, review),
  };
}
