import type { EntityManager } from 'typeorm';
import { ENGINE } from '../../platform/version';
import type { Evaluated } from '../awards/evaluations';
import type { OpenPhase } from '../campaigns/phase.queries';
import { reasonsIn } from './appraisal-reasons';
import { closedSessions } from './council-session';
import { decisionsOf } from './decisions.queries';
import type { RoundData } from './documents/round-data';
import { papersOf } from './papers/papers.queries';

/** All that the documents of an evaluated phase are made of: besides, what people have decided and filled in. */
export async function roundData(
  reader: EntityManager,
  open: OpenPhase,
  { campaign, round, evaluation }: Evaluated,
): Promise<RoundData> {
  const { phase } = open;
  const sessions = await closedSessions(reader, open);
  return {
    campaign,
    round,
    evaluation,
    decisions: await decisionsOf(reader, phase.id),
    reasons: await reasonsIn(reader, phase.id),
    sessions: sessions.length > 0 ? sessions : undefined,
    papers: await papersOf(reader, phase, round.date),
    engine: ENGINE,
  };
}
