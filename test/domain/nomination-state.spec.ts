import {
  NOMINATION_STATES,
  STEPS,
  type NominationState,
  type Step,
  TRANSITIONS,
  canStep,
  faultsOfTransitions,
  holderOf,
  shownState,
  stateAfter,
} from '../../src/domain/nomination-state';

describe('the way of a nomination', () => {
  it('has no state that nobody reaches or leaves', () => {
    expect(faultsOfTransitions()).toEqual([]);
  });

  it('would name what is wrong with a table', () => {
    const { accept: _accept, return: _return, submit, ...rest } = TRANSITIONS;
    const faulty = { ...rest, submit: { ...submit, from: ['draft'] as const } };
    expect(faultsOfTransitions(faulty, ['draft'])).toEqual([
      'unreachable: returned',
      'unreachable: accepted',
      'unreachable: appraised',
      'unreachable: before-council',
    ]);
    const { notify: _notify, revoke: _revoke, ...deadEnd } = TRANSITIONS;
    expect(faultsOfTransitions(deadEnd)).toEqual([
      'unreachable: notified',
      'unreachable: revoked',
      'no way out: decided',
    ]);
  });

  it.each<[NominationState, Step, NominationState | undefined]>([
    ['draft', 'submit', 'submitted'],
    ['submitted', 'return', 'returned'],
    ['returned', 'submit', 'submitted'],
    ['submitted', 'accept', 'accepted'],
    ['accepted', 'appraise', 'appraised'],
    ['appraised', 'refer', 'before-council'],
    ['before-council', 'decide', 'decided'],
    ['decided', 'notify', 'notified'],
    ['notified', 'revoke', 'revoked'],
    ['before-council', 'hold', 'held'],
    ['submitted', 'appraise', undefined],
    ['draft', 'accept', undefined],
    ['draft', 'withdraw', undefined],
    ['draft', 'discard', 'discarded'],
    ['decided', 'withdraw', undefined],
    ['withdrawn', 'submit', undefined],
  ])('from %s by %s leads to %s', (from, step, to) => {
    expect(stateAfter(from, step)).toBe(to);
  });

  it('goes on from a hold where it stood', () => {
    expect(stateAfter('held', 'resume', 'appraised')).toBe('appraised');
  });

  it('offers nothing where it has ended', () => {
    const isEnd = (state: NominationState) => !STEPS.some((step) => canStep(state, step));
    expect(NOMINATION_STATES.filter(isEnd)).toEqual(['withdrawn', 'discarded', 'revoked']);
  });

  it('always has somebody who holds the case, until it has ended', () => {
    expect(NOMINATION_STATES.filter((state) => holderOf(state) === 'nobody')).toEqual([
      'notified',
      'withdrawn',
      'discarded',
      'revoked',
    ]);
  });

  it('shows a held or decided one as it was before', () => {
    expect(shownState({ state: 'held', stateBefore: 'accepted' })).toBe('accepted');
    expect(shownState({ state: 'decided', stateBefore: 'before-council' })).toBe('before-council');
    expect(shownState({ state: 'notified', stateBefore: null })).toBe('notified');
  });
});
