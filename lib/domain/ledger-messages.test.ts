import { expect, test } from 'vitest';
import { LEDGER_MESSAGES } from './ledger-messages';
import { renderMessage } from './mail-body';

const told = (lapsed: number, notReady: number, notProven: number, planned = 0) =>
  LEDGER_MESSAGES['euos-lapsed']({ lapsed, notReady, notProven, planned });

test.each([
  [[1, 0, 0], '1 end user organisation has lapsed', '/apply/euos?verdict=lapsed'],
  [[3, 0, 0], '3 end user organisations have lapsed', '/apply/euos?verdict=lapsed'],
  [[0, 1, 0], '1 end user organisation is no longer ready', '/apply/euos?verdict=not_ready'],
  [[0, 0, 2], '2 end user organisations are no longer ready', '/apply/euos?verdict=not_proven'],
  [[2, 1, 4], '7 end user organisations are no longer ready', '/apply/euos?verdict=lapsed'],
] as const)('%j: %s', ([lapsed, notReady, notProven], heading, path) => {
  expect(told(lapsed, notReady, notProven)).toMatchObject({ heading, path });
});

test('several verdicts are each counted, with a way to each list', () => {
  const content = told(2, 1, 4, 3);
  expect(content.links).toEqual([
    { text: '2 lapsed', path: '/apply/euos?verdict=lapsed' },
    { text: '1 not ready', path: '/apply/euos?verdict=not_ready' },
    { text: '4 not proven', path: '/apply/euos?verdict=not_proven' },
  ]);
  const { text, html } = renderMessage(content, { baseUrl: 'https://portal.example' });
  expect(text).toContain('4 not proven:\nhttps://portal.example/apply/euos?verdict=not_proven');
  expect(html).toContain('<a href="https://portal.example/apply/euos?verdict=not_proven">4 not');
  expect(told(0, 2, 0).links).toBeUndefined();
});

test('what is planned is not to be connected before it is ready', () => {
  expect(told(0, 1, 0, 1).paragraphs[0]).toBe(
    '1 end user organisation that was ready is not ready now. It is planned to go live: do not connect it before it is ready.',
  );
  expect(told(1, 2, 3, 1).paragraphs[2]).toMatch(
    /5 end user .+ 1 of them is planned to go live: do not connect it before it is ready\.$/,
  );
  expect(told(0, 2, 3, 4).paragraphs[0]).toMatch(/4 of them are planned .+ before they are ready/);
  expect(told(0, 2, 0).paragraphs[0]).toBe(
    '2 end user organisations that were ready are not ready now.',
  );
});

test('of all that are planned it is not said that so many of them are', () => {
  expect(told(0, 4, 2, 6).paragraphs[0]).toBe(
    '6 end user organisations that were ready are not ready now. All of them are planned to go live: do not connect them before they are ready.',
  );
});

test('what to do about a lapse fits a status that ran out and a code that closed', () => {
  for (const [lapsed, each] of [
    [1, 'it'],
    [3, 'each one'],
  ] as const)
    expect(told(lapsed, 0, 0).paragraphs[1]).toBe(
      `What to do next: open ${each} to see why. Where its DSPT status no longer passes, ask it to publish a current one, and record your check. Where its ODS code is not active, check the code with it.`,
    );
});
