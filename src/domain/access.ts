import { NOMINATION_STATES, type NominationState, type Standing, shownState } from './nomination-state';

/** The groups of people at work on a campaign; a person can be in several. */
export const GROUPS = ['unit', 'office', 'council', 'leadership', 'administrator'] as const;
export type Group = (typeof GROUPS)[number];

/** Who acts: a person (by page or by a token of theirs), or the program itself (set-up, command line). */
export interface Actor {
  id: string;
  kind: 'person' | 'system';
  name: string;
  groups: readonly Group[];
  /** The unit that the person belongs to. */
  unitId: string | null;
  /** Whether the person heads that unit. */
  headsUnit: boolean;
}

export const SYSTEM: Actor = {
  id: 'system',
  kind: 'system',
  name: 'thidua',
  groups: [],
  unitId: null,
  headsUnit: false,
};

/** What a right is asked for on: the part of a nomination that decides it. */
interface Ground extends Standing {
  unitId: string;
  /** Who wrote it: what a unit wrote is never edited by the office. */
  origin: Origin;
}

export type Origin = 'unit' | 'office';

/** Where a group has a right: on which units' nominations, in which states, of which origin. Absent is everywhere. */
export interface Grant {
  units?: 'own';
  states?: readonly NominationState[];
  /** Whether the states are those that are shown to people who may not know that it is held or decided. */
  shown?: true;
  origin?: Origin;
}

const EVERYWHERE: Grant = {};
const OWN: Grant = { units: 'own' };
const OWN_IN_WORK: Grant = { units: 'own', states: ['draft', 'returned'] };
/** Once it is appraised, others have worked on it: then the office takes it back for the unit. */
const OWN_UNAPPRAISED: Grant = {
  units: 'own',
  states: ['submitted', 'returned', 'accepted'],
  shown: true,
};
/** A draft is its unit's own paper, also one that was thrown away. */
const UNSENT: readonly NominationState[] = ['draft', 'discarded'];
const SENT: Grant = { states: NOMINATION_STATES.filter((state) => !UNSENT.includes(state)) };
const UNDER_APPRAISAL: Grant = { states: ['accepted', 'appraised', 'before-council', 'held'] };
const AT_WORK: Grant = { states: ['submitted', 'accepted', 'appraised', 'before-council', 'held'] };
const OWN_PAPER: Grant = { ...AT_WORK, origin: 'office' };
const BEFORE_COUNCIL: Grant = { states: ['before-council'], shown: true };
const COUNCIL_READS: Grant = { states: ['before-council', 'notified', 'revoked'], shown: true };
/** What others made of its nomination is its unit's to read once the result is published: it stands behind each reason. */
const OWN_TOLD: Grant = { units: 'own', states: ['notified', 'revoked'], shown: true };
/** Also once it was decided without an award: a place may become free for it months later. */
const DECIDABLE: Grant = { states: ['appraised', 'before-council', 'decided', 'notified'] };
const DECIDED: Grant = { states: ['decided', 'notified'] };

type Row = Partial<Record<Group, Grant>>;

/** For what everybody with an account may see. */
const everybody = {
  unit: EVERYWHERE,
  office: EVERYWHERE,
  council: EVERYWHERE,
  leadership: EVERYWHERE,
  administrator: EVERYWHERE,
};
const office = { office: EVERYWHERE };
const officeAndLeadership = { office: EVERYWHERE, leadership: EVERYWHERE };
const leadership = { leadership: EVERYWHERE };

/** The one table of rights: who × action × state × scope. Page, API, bulk and import ask it, and nothing else. */
export const RIGHTS_TABLE = {
  /** One's own password: all that a first password opens. */
  'account.self': everybody,
  /** One's own account: who one is here, and one's tokens. */
  'account.own': everybody,
  'home.read': everybody,
  /** One's own notices. */
  'notice.read': everybody,
  'account.manage': { administrator: EVERYWHERE },
  'campaign.read': everybody,
  'campaign.write': office,
  'unit.read': { office: EVERYWHERE, council: EVERYWHERE, leadership: EVERYWHERE, administrator: EVERYWHERE },
  'unit.write': { office: EVERYWHERE, administrator: EVERYWHERE },
  /** Where a unit may be late: a draft is not the office's to see, so that is allowed to the unit as a whole. */
  'deadline.override': { office: { states: ['returned'] } },
  'nomination.read': { unit: OWN, office: SENT, council: COUNCIL_READS, leadership: SENT },
  'nomination.enter': { unit: OWN, office: EVERYWHERE },
  'nomination.write': { unit: OWN_IN_WORK, office: OWN_PAPER },
  'nomination.submit': { unit: OWN_IN_WORK },
  'nomination.return': { office: { states: ['submitted', 'accepted', 'appraised'] } },
  'nomination.accept': { office: { states: ['submitted'] } },
  'nomination.appraise': { office: UNDER_APPRAISAL },
  'nomination.refer': { office: { states: ['appraised'] } },
  'nomination.hold': { office: AT_WORK },
  'nomination.withdraw': { unit: OWN_UNAPPRAISED, office: AT_WORK },
  'nomination.discard': { unit: { units: 'own', states: ['draft'] } },
  'nomination.import': office,
  'evidence.read': { unit: OWN, office: SENT, council: COUNCIL_READS, leadership: SENT },
  'evidence.write': { unit: OWN_IN_WORK, office: OWN_PAPER },
  'note.read': { office: SENT, leadership: SENT },
  'note.write': { office: SENT },
  'score.read': { unit: OWN_TOLD, office: SENT, leadership: SENT, council: COUNCIL_READS },
  /** To enter a layer at all: which one is asked of the nomination. */
  'score.enter': { unit: EVERYWHERE, office: EVERYWHERE },
  'score.write': { office: UNDER_APPRAISAL },
  'matter.read': { office: SENT, leadership: SENT },
  'matter.write': { office: AT_WORK },
  'council.read': { office: SENT, council: COUNCIL_READS, leadership: SENT },
  'council.manage': office,
  /** A session: whoever is of the council only knows those that they sit in. */
  'session.read': { office: EVERYWHERE, council: EVERYWHERE, leadership: EVERYWHERE },
  'sheet.write': { council: BEFORE_COUNCIL, office: { states: ['before-council', 'held'] } },
  'ballot.read': { office: SENT, leadership: SENT },
  'ballot.count': { office: { states: ['before-council', 'held'] } },
  'ballot.cast': { council: BEFORE_COUNCIL },
  'allocation.read': officeAndLeadership,
  'allocation.propose': officeAndLeadership,
  'allocation.resolve-tie': officeAndLeadership,
  'allocation.decide': { leadership: DECIDABLE },
  'allocation.confirm': { leadership: EVERYWHERE },
  'allocation.refuse': officeAndLeadership,
  'allocation.revoke': { leadership: DECIDED },
  'phase.conclude': leadership,
  'result.publish': office,
  'dossier.read': { office: SENT, leadership: SENT },
  /** Dossiers of a whole phase as files. */
  'dossier.export': officeAndLeadership,
  /** What became of a unit's nominations, told to it: to itself once it is published. */
  'unit-notice.read': { unit: OWN, office: EVERYWHERE, leadership: EVERYWHERE },
  'result.read': officeAndLeadership,
  /** Number, day and signer of papers, and how an office words them. */
  'paper.read': officeAndLeadership,
  'paper.write': office,
  'audit.read': { office: EVERYWHERE, leadership: EVERYWHERE, administrator: EVERYWHERE },
  /** The part of the audit that holds scores and votes. */
  'audit.read-cases': officeAndLeadership,
} as const satisfies Record<string, Row>;

export type Right = keyof typeof RIGHTS_TABLE;

/** Every right that a route can ask for. */

/** Where the actor has the right; empty is nowhere. The program itself has every right everywhere. */
export function grantsOf(actor: Actor, right: Right): Grant[] {
  if (actor.kind === 'system') return [EVERYWHERE];
  const row: Row = RIGHTS_TABLE[right];
  return actor.groups.flatMap((group) => row[group] ?? []);
}

/** Whether the actor has the right at all: what a route asks before anything is loaded. */
export function may(actor: Actor, right: Right): boolean {
  return grantsOf(actor, right).length > 0;
}

/** Whether the actor has the right on this nomination, as it stands. */
export function mayOn(actor: Actor, right: Right, ground: Ground): boolean {
  return grantsOf(actor, right).some((grant) => covers(grant, actor, ground));
}

function covers({ units, states, shown, origin }: Grant, { unitId }: Actor, ground: Ground): boolean {
  if (units === 'own' && unitId !== ground.unitId) return false;
  if (states !== undefined && !states.includes(shown ? shownState(ground) : ground.state)) return false;
  return origin === undefined || origin === ground.origin;
}

/** What of a nomination decides whether somebody is too near to it. */
interface Nominee {
  unitId: string;
  subject: 'collective' | 'individual' | 'household';
  name: string;
}

/**
 * Whether the actor is recused from scoring and voting on a nomination: the nominee, by name and unit (by name alone for a
 * person of no unit), or the head of the nominated unit.
 */
export function isRecused(
  { unitId, headsUnit, name }: Pick<Actor, 'unitId' | 'headsUnit' | 'name'>,
  nominee: Nominee,
): boolean {
  if (nominee.subject === 'collective') return headsUnit && unitId === nominee.unitId;
  const sameUnit = unitId === null || unitId === nominee.unitId;
  return sameUnit && nameKey(name) === nameKey(nominee.name);
}

/** Two names with the same key are one name, also where the tone mark stands on the other vowel: Hòa, Hoà; Thúy, Thuý. */
export function nameKey(name: string): string {
  const spelled = name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return spelled.replace(TONE_ON_SECOND, (vowels) => {
    const [first, second, tone] = vowels.normalize('NFD');
    return `${first}${tone}${second}`.normalize('NFC');
  });
}

/** “oa”, “oe”, “uy” at the end of a syllable, which may bear its tone on either vowel. */
const TONE_ON_SECOND = /(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu;
