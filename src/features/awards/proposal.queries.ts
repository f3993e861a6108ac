import type { EntityManager } from 'typeorm';
import type { Campaign } from '../../domain/campaign';
import { DomainError } from '../../domain/domain-error';
import { evaluate } from '../../domain/evaluation';
import type { Round } from '../../domain/nomination';
import { findPage } from '../../platform/database/find-page';
import { ProposalRow } from './proposal.entity';
import { resultJson } from './result.view';

/** What is said of a proposal without its large texts. Throws `proposal-not-found`. */
export async function proposalById(reader: EntityManager, id: string): Promise<ProposalRow> {
  const row = await reader.findOneBy(ProposalRow, { id });
  if (!row) throw new DomainError('proposal-not-found', { proposal: id });
  return row;
}

/** As `proposalById`, of this phase only. */
export async function proposalIn(reader: EntityManager, phaseId: string, id: string): Promise<ProposalRow> {
  const row = await proposalById(reader, id);
  if (row.phaseId !== phaseId) throw new DomainError('proposal-not-found', { proposal: id });
  return row;
}

/** The newest proposal of a phase; null where none was made. */
export function newestProposal(reader: EntityManager, phaseId: string): Promise<ProposalRow | null> {
  return reader.findOne(ProposalRow, { where: { phaseId }, order: { number: 'DESC' } });
}

export function listProposals(
  reader: EntityManager,
  phaseId: string,
  range: { skip: number; take: number },
): Promise<[ProposalRow[], number]> {
  return findPage(reader, ProposalRow, { where: { phaseId }, order: { number: 'DESC' }, ...range });
}

/** The exact text of result.json. Throws `proposal-not-found`. */
export async function resultOf(reader: EntityManager, id: string): Promise<string> {
  const row = await reader.findOne(ProposalRow, { where: { id }, select: { id: true, result: true } });
  if (!row) throw new DomainError('proposal-not-found', { proposal: id });
  return row.result;
}

/** What the proposal says of each nomination, by award. Throws `proposal-not-found`. */
export async function outcomesOf(
  reader: EntityManager,
  id: string,
): Promise<Partial<Record<string, Record<string, string>>>> {
  const row = await reader.findOne(ProposalRow, { where: { id }, select: { id: true, outcomes: true } });
  if (!row) throw new DomainError('proposal-not-found', { proposal: id });
  return JSON.parse(row.outcomes) as Partial<Record<string, Record<string, string>>>;
}

interface FrozenInputs {
  campaign: Campaign;
  round: Round;
  engine: string;
}

/** The inputs as they were on the day of the run. Throws `proposal-not-found`. */
export async function frozenInputsOf(reader: EntityManager, id: string): Promise<FrozenInputs> {
  const select = { id: true, engine: true, campaignInput: true, roundInput: true } as const;
  const row = await reader.findOne(ProposalRow, { where: { id }, select });
  if (!row) throw new DomainError('proposal-not-found', { proposal: id });
  return {
    campaign: JSON.parse(row.campaignInput) as Campaign,
    round: JSON.parse(row.roundInput) as Round,
    engine: row.engine,
  };
}

export interface Replay {
  /** Whether the rules of today give the very bytes that were stored. */
  same: boolean;
  /** The version that made the stored result. */
  engine: string;
}

/** Evaluates the frozen inputs again and compares the bytes. Throws `proposal-not-found`. */
export async function replayProposal(reader: EntityManager, id: string): Promise<Replay> {
  const { campaign, round, engine } = await frozenInputsOf(reader, id);
  const again = resultJson(campaign, round, evaluate(campaign, round), engine);
  return { same: again === (await resultOf(reader, id)), engine };
}
