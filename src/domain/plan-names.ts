import type { Campaign } from './campaign';

/** What people call a phase of a plan; its code where the plan has none of that code. */
export function phaseTitle({ phases }: Pick<Campaign, 'phases'>, code: string): string {
  return phases.find((each) => each.code === code)?.title ?? code;
}

/** As `phaseTitle`, of an award. */
export function awardName({ awards }: Pick<Campaign, 'awards'>, code: string): string {
  return awards.find((each) => each.code === code)?.name ?? code;
}

/** As `phaseTitle`, of a criteria set. */
export function setTitle({ criteriaSets }: Pick<Campaign, 'criteriaSets'>, code: string): string {
  return criteriaSets.find((each) => each.code === code)?.title ?? code;
}
