import type { Campaign } from '../domain/campaign';
import type { NominationResult } from '../domain/evaluation';
import { points } from '../features/dossiers/words/formats';
import { message } from '../platform/messages/message';
import { cell, table } from './table';

const WIDTHS = [8, 35, 22, 10];
const [RANK, POINTS] = [0, 3];
const SHOWN = 40;

/** The ranking of a pool for which no places are stated: people decide by it. Empty when nobody is ranked. */
export function rankingTable(campaign: Campaign, members: NominationResult[]): string[] {
  const ranked = members.filter(isRanked).toSorted((a, b) => a.rank - b.rank);
  if (ranked.length === 0) return [];
  const rows = ranked
    .slice(0, SHOWN)
    .map(({ rank, nomination, band, criteriaSet, total }) => [
      rank,
      cell(`${nomination.code} ${nomination.name}`),
      cell(bandName(campaign, criteriaSet, band)),
      points(total),
    ]);
  const head = ['rank', 'nomination', 'band', 'points'].map((key) => message(`cli.summary.column.${key}`));
  const more = ranked.length > SHOWN ? [message('cli.summary.more', { count: ranked.length - SHOWN })] : [];
  return [table(head, WIDTHS, rows, [RANK, POINTS]), ...more];
}

function isRanked(result: NominationResult): result is NominationResult & { rank: number } {
  return result.rank !== null;
}

function bandName(campaign: Campaign, criteriaSet: string, band: string | null): string {
  const bands = campaign.criteriaSets.find(({ code }) => code === criteriaSet)?.bands ?? [];
  return bands.find(({ code }) => code === band)?.name ?? band ?? '';
}
