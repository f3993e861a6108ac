import type { CriteriaSet } from '../../../domain/campaign';
import type { NominationResult } from '../../../domain/evaluation';
import type { Nomination } from '../../../domain/nomination';
import { samePool } from '../../../domain/same-pool';
import { message } from '../../../platform/messages/message';
import { achievementReportView } from './achievement-report.view';
import { type AwardRound, awardRound, recipientsOf } from './award-round';
import { awardDecisionView } from './award-decision.view';
import { certificatesView } from './certificate.view';
import { type DecidedRound, decidedRound } from './decided-round';
import { fileNames } from '../printing/file-name';
import { type PendingDocument, pendingDocument } from './pending-document';
import { noticeDocuments } from './notice-documents';
import { type Orientation, nomineeListView } from './nominee-list.view';
import type { PrintDocument } from '../printing/print-document';
import type { RoundData } from './round-data';
import { type LayerScores, layerScorer } from '../../../domain/score-layers';
import { minutesOfRound, sessionDocument, sessionPlace } from './session-documents';
import { reviewDocument, reviewPlace } from './review-document';
import { scoreSheetView } from './score-sheet.view';
import { submissionView } from './submission.view';
import { oneLine } from '../../../platform/text/printable';

export type { RoundData } from './round-data';

/**
 * The documents of a round: `nominations/SET/CODE.pdf` for each nomination, withdrawn ones too (báo cáo thành tích, then
 * phiếu chấm điểm); `awards/AWARD/to-trinh.pdf` and `danh-sach.pdf` for each award that a quota line speaks of, with
 * `quyet-dinh.pdf` and `giay-khen.pdf` where the organizer gives it itself. An award without a recipient has a tờ trình
 * that says so, and no
 * more. Then `bien-ban.pdf`, where there are awards to vote on (`bien-ban-N.pdf` of each session that the council has
 * closed), `bao-cao.pdf`, the review of the phase, and `notices/UNIT.pdf` for each unit with nominations.
 */
export function roundDocuments(data: RoundData): PendingDocument[] {
  return [...documentsOfNominations(data).map(({ document }) => document), ...documentsOfRound(data)];
}

export type AwardDocument = 'submission' | 'nominee-list' | 'award-decision' | 'certificate';

/** The document of one nomination, and whose it is. */
interface NominationDocument {
  nomination: Nomination;
  document: PendingDocument;
}

/** Those that speak of one nomination, in the order of the campaign. */
export function documentsOfNominations(data: RoundData): NominationDocument[] {
  const { criteriaSets } = data.campaign;
  const folders = fileNames(criteriaSets.map(({ code }) => code));
  return criteriaSets.flatMap((set) =>
    nominationDocuments(data, set, `nominations/${folders.get(set.code)}`),
  );
}

/** Those that speak of the round as a whole. */
export function documentsOfRound(data: RoundData): PendingDocument[] {
  const { campaign, evaluation } = data;
  const folders = fileNames(campaign.awards.map(({ code }) => code));
  const ofAwards = campaign.awards
    .toSorted((a, b) => a.tier - b.tier)
    .map((award) => awardRound(campaign, evaluation, award))
    .filter(({ pools }) => pools.length > 0)
    .flatMap((one) => awardDocuments(data, one, `awards/${folders.get(one.award.code)}`));
  const review = pendingDocument(reviewPlace(data), () => reviewDocument(data));
  return [...ofAwards, ...minutesOf(data), review, ...noticeDocuments(data)];
}

/** Of each session; of a round that knows none, as of one. */
function minutesOf(data: RoundData): PendingDocument[] {
  if (data.sessions)
    return data.sessions.map((session) =>
      pendingDocument(sessionPlace(session, 'minutes'), () => sessionDocument(data, session, 'minutes')),
    );
  const one = pendingDocument(sessionPlace({ number: null }, 'minutes'), () => minutesOfRound(data));
  return data.campaign.awards.length > 0 ? [one] : [];
}

function nominationDocuments(data: RoundData, set: CriteriaSet, folder: string): NominationDocument[] {
  const pool = data.round.nominations.filter((nomination) => samePool(nomination, set));
  const layersOf = layerScorer(data.campaign, set, pool);
  const names = fileNames(pool.map(({ code }) => code));
  return pool.flatMap((nomination) => {
    const result = data.evaluation.nominations.get(nomination.code);
    if (!result) return [];
    const file = `${folder}/${names.get(nomination.code)}.pdf`;
    const document = pendingDocument({ file }, () =>
      nominationDocument(data, set, { result, layers: layersOf(nomination), file }),
    );
    return [{ nomination, document }];
  });
}

/** Báo cáo thành tích and phiếu chấm điểm of one nomination in one file. */
export function nominationDocument(
  data: RoundData,
  set: CriteriaSet,
  { result, layers, file }: { result: NominationResult; layers: LayerScores; file: string },
): PrintDocument {
  const { code, name } = result.nomination;
  return {
    file,
    title: message('dossier.title.nomination', { code: oneLine(code), name: oneLine(name) }),
    template: 'nomination',
    view: {
      report: achievementReportView(data, set, result),
      scores: scoreSheetView(data, { set, result, layers }),
    },
  };
}

/** Tờ trình; the list where there is somebody to list; the decision where the organizer gives the award itself. */
export function awardDocuments(
  data: RoundData,
  one: AwardRound,
  folder: string,
  orientation: Orientation = 'landscape',
): PendingDocument[] {
  const award = oneLine(one.award.name);
  const place = placesOf(one, folder);
  const submission = pendingDocument(place('submission', 'to-trinh'), () => ({
    title: message('dossier.title.submission', { award }),
    template: 'submission',
    view: submissionView(data, one),
  }));
  const list = pendingDocument(place('nominee-list', 'danh-sach'), () => ({
    title: message('dossier.title.list', { award }),
    template: 'nominee-list',
    view: nomineeListView(data, one, orientation),
  }));
  return [
    submission,
    ...(recipientsOf(one).length > 0 ? [list] : []),
    ...givenDocuments(data, decidedRound(data, one.award), folder),
  ];
}

/** What goes out with an award: none where another authority gives it, or nobody gets it. */
function givenDocuments(data: RoundData, given: DecidedRound, folder: string): PendingDocument[] {
  if (given.award.authority !== 'own' || recipientsOf(given).length === 0) return [];
  const award = oneLine(given.award.name);
  const place = placesOf(given, folder);
  const decision = pendingDocument(place('award-decision', 'quyet-dinh'), () => ({
    title: message('dossier.title.decision', { award }),
    template: 'award-decision',
    view: awardDecisionView(data, given),
  }));
  const certificates = pendingDocument(place('certificate', 'giay-khen'), () => ({
    title: message('dossier.title.certificates', { award }),
    template: 'certificate',
    view: certificatesView(data, given),
  }));
  const isHeld = recipientsOf(given).some(({ nomination }) => !given.revoked.has(nomination.code));
  return isHeld ? [decision, certificates] : [decision];
}

/** Where a paper of an award stands, and which paper it is. */
function placesOf({ award }: Pick<AwardRound, 'award'>, folder: string) {
  return (kind: AwardDocument, file: string) => ({
    file: `${folder}/${file}.pdf`,
    paper: { kind, subject: award.code },
  });
}
