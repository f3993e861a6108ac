import type { Campaign } from '../../domain/campaign';

/** What people call a phase of a plan; its code where the plan has none of that code. */
export function phaseName({ phases }: Pick<Campaign, 'phases'>, code: string): string {
  return phases.find((each) => each.code === code)?.title ?? code;
}

/** As `phaseName`, of an award. */
export function awardName({ awards }: Pick<Campaign, 'awards'>, code: string): string {
  return awards.find((each) => each.code === code)?.name ?? code;
}

/** As `phaseName`, of a criteria set. */
export function setName({ criteriaSets }: Pick<Campaign, 'criteriaSets'>, code: string): string {
  return criteriaSets.find((each) => each.code === code)?.title ?? code;
}
