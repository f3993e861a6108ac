import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { Kept } from '../../platform/kept';
import { type FormBody, formText } from '../../platform/views/form';
import { phaseTitleIn } from '../campaigns/campaign.queries';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';

/** One phase that is open to work on, as a choice. */
export interface PhaseChoice {
  campaign: string;
  title: string;
  phase: string;
  phaseTitle: string;
  concludedAt: string | null;
}

/** A version of a plan never changes: it is read once, not for each page. */
const titles = new Kept<string>(1_000);

/** The phases that have been opened, those still at work first, the newest of them at the head. */
export async function phaseChoices(reader: EntityManager): Promise<PhaseChoice[]> {
  const rows = await reader.sql<
    (Omit<PhaseChoice, 'phaseTitle'> & { versionId: string; definition: string })[]
  >`
    SELECT c."code" AS "campaign", c."title", p."code" AS "phase", p."versionId", v."definition", p."concludedAt"
    FROM "phase" p JOIN "campaign" c ON c."id" = p."campaignId"
      JOIN "campaign_version" v ON v."id" = p."versionId"
    ORDER BY CASE WHEN p."concludedAt" IS NULL THEN 0 ELSE 1 END, p."openedAt" DESC, c."code", p."code"`;
  return rows.map(({ versionId, definition, ...row }) => ({
    ...row,
    phaseTitle: titles.at([versionId, row.phase], () => phaseTitleIn(definition, row.phase)),
  }));
}

/** The phase that an address names, or else the first choice; undefined while none has been opened. Throws as `openPhase`. */
export async function chosenPhase(
  reader: EntityManager,
  query: FormBody,
  choices: readonly PhaseChoice[],
): Promise<OpenPhase | undefined> {
  const named = { campaign: formText(query, 'phong-trao'), phase: formText(query, 'giai-doan') };
  const [first] = choices;
  if (named.campaign !== '' || named.phase !== '') return openPhase(reader, named.campaign, named.phase);
  return first && openPhase(reader, first.campaign, first.phase);
}

/** As `chosenPhase`, for what makes no sense without one. Throws `phase-not-found`. */
export async function namedPhase(reader: EntityManager, query: FormBody): Promise<OpenPhase> {
  const open = await chosenPhase(reader, query, []);
  if (!open) throw new DomainError('phase-not-found', { campaign: '', phase: '' });
  return open;
}
