import type { Campaign } from './campaign';

/** What people call a phase of the plan; its code where the plan does not know it. */
export function phaseTitle({ phases }: Pick<Campaign, 'phases'>, code: string): string {
  return phases.find((phase) => phase.code === code)?.title ?? code;
}
