import { type EntityManager, In, IsNull } from 'typeorm';
import { DecisionRow } from './decision.entity';

/** Number and day of a signed decision, null until they are known. */
interface DecisionPaper {
  number: string | null;
  date: string | null;
}

/**
 * Gives the decisions on an award that are in force or on the way the number and day of their paper: those without a
 * number, and those that had the former one. A decision with another number has a paper of its own.
 */
export async function numberDecisions(
  manager: EntityManager,
  { phaseId, award }: { phaseId: string; award: string },
  former: DecisionPaper,
  paper: DecisionPaper,
): Promise<void> {
  const ofAward = { phaseId, award, status: In(['proposed', 'confirmed']) };
  const numbers = [IsNull(), ...(former.number === null ? [] : [former.number])];
  for (const number of numbers.toReversed())
    await manager.update(DecisionRow, { ...ofAward, number }, { number: paper.number, date: paper.date });
}
