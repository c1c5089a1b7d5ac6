import { expect, test } from 'vitest';
import type { PlainDate } from './dates';
import type { OnboardingState } from './onboarding';
import { readySinceOverride, stateWords } from './onboarding-state-words';

test('a state says since when, and only what went live says when it did', () => {
  const said = (state: OnboardingState, goLiveOn: PlainDate | null) =>
    stateWords({ state, goLiveOn, stateOn: '2026-11-10' });
  expect(said('planned', null)).toBe('no go-live date yet');
  expect(said('planned', '2026-12-01')).toBe('planned to go live on 1 December 2026');
  expect(said('live', '2026-11-10')).toBe('since 10 November 2026');
  expect(said('suspended', '2026-11-03')).toBe(
    'since 10 November 2026, went live on 3 November 2026',
  );
  expect(said('disconnected', '2026-11-03')).toBe(
    'on 10 November 2026, went live on 3 November 2026',
  );
  expect(said('cancelled', '2026-12-01')).toBe('on 10 November 2026');
});

test('of one that went live by an override says why it is ready all the same', () => {
  const goLiveOn = '2026-11-06' as const;
  for (const verdict of ['ready', 'lapsed'] as const)
    expect(readySinceOverride({ verdict, goLiveOn })).toBe(
      'By what is recorded now, it was ready on 6 November 2026, its go-live date. The history shows what was corrected or added since',
    );
  expect(readySinceOverride({ verdict: 'not_ready', goLiveOn })).toBeNull();
  expect(readySinceOverride({ verdict: 'not_proven', goLiveOn })).toBeNull();
});
