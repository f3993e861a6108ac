import {
  type Actor,
  GROUPS,
  RIGHTS_TABLE,
  type Group,
  type Right,
  isRecused,
  may,
  mayOn,
} from '../../src/domain/access';
import { NOMINATION_STATES, type NominationState } from '../../src/domain/nomination-state';

const OWN = 'own-unit';
const RIGHTS = Object.keys(RIGHTS_TABLE) as Right[];

function actor(groups: Group[], more: Partial<Actor> = {}): Actor {
  return { id: 'p', kind: 'person', name: 'Lê Văn An', groups, unitId: OWN, headsUnit: false, ...more };
}

/** The states in which the group has the right on a nomination of the given unit. */
function states(group: Group, right: Right, unitId = OWN): NominationState[] {
  const ground = (state: NominationState) => ({ unitId, state, stateBefore: null, origin: 'unit' as const });
  return NOMINATION_STATES.filter((state) => mayOn(actor([group]), right, ground(state)));
}

describe('the table of rights', () => {
  it('gives every right to somebody', () => {
    expect(RIGHTS.filter((right) => !GROUPS.some((group) => may(actor([group]), right)))).toEqual([]);
  });

  it('gives the administrator no score, no vote and no nomination', () => {
    const had = RIGHTS.filter((right) => may(actor(['administrator']), right));
    expect(had).toEqual([
      'account.self',
      'account.own',
      'home.read',
      'notice.read',
      'account.manage',
      'campaign.read',
      'unit.read',
      'unit.write',
      'audit.read',
    ]);
  });

  it('lets a unit see its own and nobody else’s', () => {
    expect(states('unit', 'nomination.read')).toEqual([...NOMINATION_STATES]);
    expect(states('unit', 'nomination.read', 'another')).toEqual([]);
  });

  it.each<[Group, Right, NominationState[]]>([
    ['unit', 'nomination.write', ['draft', 'returned']],
    ['unit', 'nomination.submit', ['draft', 'returned']],
    ['unit', 'nomination.withdraw', ['submitted', 'returned', 'accepted']],
    ['unit', 'nomination.discard', ['draft']],
    ['office', 'nomination.write', []],
    ['office', 'nomination.accept', ['submitted']],
    ['office', 'nomination.return', ['submitted', 'accepted', 'appraised']],
    ['office', 'score.write', ['accepted', 'appraised', 'before-council', 'held']],
    ['council', 'nomination.read', ['before-council', 'notified', 'revoked']],
    ['council', 'ballot.cast', ['before-council']],
    ['council', 'score.write', []],
    ['leadership', 'allocation.decide', ['appraised', 'before-council', 'decided', 'notified']],
    ['leadership', 'nomination.write', []],
    ['office', 'allocation.decide', []],
  ])('gives the group %s the right %s in the states %j', (group, right, expected) => {
    expect(states(group, right)).toEqual(expected);
  });

  it('hides a draft from the office, and lets it edit only what it entered itself', () => {
    expect(states('office', 'nomination.read')).not.toContain('draft');
    const entered = { unitId: 'another', state: 'submitted', stateBefore: null, origin: 'office' } as const;
    expect(mayOn(actor(['office']), 'nomination.write', entered)).toBe(true);
    expect(mayOn(actor(['office']), 'nomination.write', { ...entered, origin: 'unit' })).toBe(false);
  });

  it('lets the council go on with a held case that it already had, as if it were not held', () => {
    const held = { unitId: 'another', state: 'held', origin: 'unit' } as const;
    const council = actor(['council']);
    expect(mayOn(council, 'nomination.read', { ...held, stateBefore: 'before-council' })).toBe(true);
    expect(mayOn(council, 'nomination.read', { ...held, stateBefore: 'accepted' })).toBe(false);
  });

  it('adds up the groups of a person', () => {
    const both = actor(['unit', 'council']);
    const another = {
      unitId: 'another',
      state: 'before-council',
      stateBefore: null,
      origin: 'unit',
    } as const;
    expect(mayOn(both, 'nomination.read', another)).toBe(true);
    expect(mayOn(both, 'nomination.read', { ...another, state: 'submitted' })).toBe(false);
  });
});

describe('recusal', () => {
  const nominee = { unitId: OWN, subject: 'individual', name: 'Lê Văn  An' } as const;

  it.each([
    ['the nominee', {}, nominee, true],
    ['a namesake of another unit', { unitId: 'another' }, nominee, false],
    ['a namesake of no unit', { unitId: null }, nominee, true],
    ['the nominee in the other spelling', { name: 'LÊ THÚY HOÀ' }, { ...nominee, name: 'Lê Thuý Hòa' }, true],
    ['one whose tone is another', { name: 'Lê Hoà' }, { ...nominee, name: 'Lê Hoá' }, false],
    ['one whose syllable goes on', { name: 'Lê Hoàn' }, { ...nominee, name: 'Lê Hoà' }, false],
    ['a colleague', { name: 'Trần Thị Bình' }, nominee, false],
    ['the head of the nominated unit', { headsUnit: true }, { ...nominee, subject: 'collective' }, true],
    ['a member of the nominated unit', {}, { ...nominee, subject: 'collective' }, false],
    [
      'the head of another unit',
      { headsUnit: true, unitId: 'x' },
      { ...nominee, subject: 'collective' },
      false,
    ],
  ] as const)('of %s', (_who, more, whom, expected) => {
    expect(isRecused(actor(['council'], more), whom)).toBe(expected);
  });
});
