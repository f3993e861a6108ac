import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/domain-error';
import { type FormBody, formText } from '../../platform/views/form';
import type { PhaseChoice } from '../campaigns/phase.choices';
import { type OpenPhase, openPhase } from '../campaigns/phase.queries';

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
