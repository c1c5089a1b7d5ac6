import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NO_FILTER, type OnboardingFilter } from '@/lib/domain/onboarding-filter';
import { NewerAup } from './newer-aup';

const newer = { version: '2.0', since: '2026-11-06', count: 3 } as const;
const shown = (filter: Partial<OnboardingFilter>, count = 3) =>
  renderToStaticMarkup(
    createElement(NewerAup, {
      newer: { ...newer, count },
      path: '/apply/euos',
      filter: { ...NO_FILTER, ...filter },
    }),
  ).replaceAll('&amp;', '&');

test('suspended ones are counted, and said to be', () => {
  expect(shown({})).toContain(
    '3 live or suspended organisations were last alerted to an older one',
  );
  expect(shown({}, 1)).toContain('1 live or suspended organisation was last alerted');
});

test('its link keeps what narrows the list', () => {
  expect(shown({})).toMatch(/href="\/apply\/euos\?reason=aup_outdated".*Show only these</);
  expect(shown({ state: 'live', finding: 'dspt_late' })).toMatch(
    /href="\/apply\/euos\?state=live&reason=aup_outdated".*Show those that match your other filters</,
  );
  expect(shown({ finding: 'aup_outdated' })).toMatch(/href="\/apply\/euos".*Show the others too</);
  expect(shown({ state: 'live', finding: 'aup_outdated' })).toMatch(
    /href="\/apply\/euos\?state=live".*Show the others that match your filters too</,
  );
});
