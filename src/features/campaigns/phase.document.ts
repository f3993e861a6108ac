import type { Campaign } from '../../domain/campaign';
import { isMapping } from '../../domain/definition/fields';
import { readRound } from '../../domain/definition/read-round';
import { InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import type { Round } from '../../domain/nomination';
import type { PhaseRow } from './phase.entity';

export const NOMINATIONS_SCHEMA = 'thidua/nominations@1';

/** The head of a nominations document, as spec §2 writes it. */
interface DocumentHead {
  schema: typeof NOMINATIONS_SCHEMA;
  campaign: string;
  phase: string;
  date: string;
  participants: Record<string, number>;
  council?: Round['council'];
}

export function documentHead({ code }: Campaign, phase: PhaseRow): DocumentHead {
  return {
    schema: NOMINATIONS_SCHEMA,
    campaign: code,
    phase: phase.code,
    date: phase.date,
    participants: phase.participants,
    ...(phase.council && { council: phase.council }),
  };
}

/** Settings by the rules for the head of a document (spec §2): the same checks for file and service. Throws InputRefused. */
export function acceptedSettings(
  campaign: Campaign,
  phase: string,
  settings: unknown,
): { head: Round; warnings: Finding[] } {
  const { date, participants, council } = Object(settings) as Record<string, unknown>;
  const head = {
    schema: NOMINATIONS_SCHEMA,
    campaign: campaign.code,
    phase,
    date,
    participants,
    council: beforeSession(council),
  };
  const { round, findings } = readRound({ ...head, nominations: [] }, campaign);
  if (!round) throw new InputRefused(findings.filter(({ level }) => level === 'error'));
  return { head: round, warnings: headWarnings(findings) };
}

/** Before the council has met nothing is known but how many members it has; the session that counts votes says the rest. */
function beforeSession(council: unknown): unknown {
  return isMapping(council) ? { present: 0, ...council } : council;
}

const SETTINGS = ['date', 'participants', 'council'];

/** What a person should know of the settings alone: of the nominations others tell. */
export function headWarnings(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ level, path }) => level === 'warning' && SETTINGS.includes(String(path[0])));
}
