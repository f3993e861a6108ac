/** Who acts: a bearer token, or the program itself (set-up, command line). */
export interface Actor {
  id: string;
  kind: 'token' | 'system';
  name: string;
}

export const SYSTEM: Actor = { id: 'system', kind: 'system', name: 'thidua' };

/** Every right that a route can ask for. */
export const RIGHTS = [
  'campaign.read',
  'campaign.write',
  'unit.read',
  'unit.write',
  'nomination.read',
  'nomination.write',
  'nomination.submit',
  'nomination.withdraw',
  'evidence.read',
  'evidence.write',
  'score.read',
  'score.write',
  'matter.read',
  'matter.write',
  'council.read',
  'council.write',
  'allocation.read',
  'allocation.propose',
  'allocation.resolve-tie',
  'allocation.decide',
  'dossier.read',
  'result.read',
  'audit.read',
] as const;

export type Right = (typeof RIGHTS)[number];

const GRANTED: Record<Actor['kind'], readonly Right[]> = { token: RIGHTS, system: RIGHTS };

export function may(actor: Actor, right: Right): boolean {
  return GRANTED[actor.kind].includes(right);
}
