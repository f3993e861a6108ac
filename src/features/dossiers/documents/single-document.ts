import { DomainError } from '../../../domain/domain-error';
import { samePool } from '../../../domain/same-pool';
import { type AwardRound, awardRound, recipientsOf } from './award-round';
import { fileNames } from '../printing/file-name';
import type { Orientation } from './nominee-list.view';
import type { PrintDocument } from '../printing/print-document';
import { type AwardDocument, type RoundData, awardDocuments, nominationDocument } from './round-documents';
import { layerScorer } from '../../../domain/score-layers';

/** Báo cáo thành tích and phiếu chấm điểm of one nomination. Throws `nomination-not-found`. */
export function documentOfNomination(data: RoundData, code: string): PrintDocument {
  const result = data.evaluation.nominations.get(code);
  const set = data.campaign.criteriaSets.find((each) => each.code === result?.criteriaSet);
  if (!result || !set) throw new DomainError('nomination-not-found', { nomination: code });
  const pool = data.round.nominations.filter((nomination) => samePool(nomination, set));
  const layers = layerScorer(data.campaign, set, pool)(result.nomination);
  return nominationDocument(data, set, { result, layers, file: `${fileNames([code]).get(code)}.pdf` });
}

/** Said where an award has no such document: nobody to list, or nobody to give it to. */
const MISSING: Record<AwardDocument, string> = {
  submission: 'award-not-found',
  'nominee-list': 'nominee-list-not-found',
  'award-decision': 'award-decision-not-found',
  certificate: 'award-decision-not-found',
};

/**
 * One document of one award. Throws `award-not-found`, `nominee-list-not-found` where nobody is proposed, and
 * `award-decision-not-found` where nobody receives the award or the organizer does not give it itself.
 */
export function documentOfAward(
  data: RoundData,
  code: string,
  wanted: AwardDocument,
  orientation?: Orientation,
): PrintDocument {
  const folder = `${fileNames([code]).get(code)}`;
  const one = awardOf(data, code);
  const document = awardDocuments(data, one, folder, orientation).find(({ paper }) => paper?.kind === wanted);
  if (!document) throw new DomainError(MISSING[wanted], { award: one.award.name });
  return document();
}

/** An award for which somebody can be listed. Throws `award-not-found` and `nominee-list-not-found`. */
export function listedAward(data: RoundData, code: string): AwardRound {
  const one = awardOf(data, code);
  if (recipientsOf(one).length === 0)
    throw new DomainError(MISSING['nominee-list'], { award: one.award.name });
  return one;
}

function awardOf({ campaign, evaluation }: RoundData, code: string): AwardRound {
  const award = campaign.awards.find((each) => each.code === code);
  if (!award) throw new DomainError('award-not-found', { award: code });
  return awardRound(campaign, evaluation, award);
}
