import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AupVersionsTable, type ShownAupVersion } from './aup-versions-table';

const one: ShownAupVersion = {
  ...{ id: 'one', version: '3.0', inForceFrom: '2026-11-30', note: '' },
  ...{ publishedBy: 'Mo Manager', publishedAt: new Date('2026-11-22T10:00:00Z') },
  ...{ runId: null, publishedAhead: true, standing: 'ahead' },
};
const shown = (more: Partial<ShownAupVersion>) =>
  renderToStaticMarkup(createElement(AupVersionsTable, { versions: [{ ...one, ...more }] }));

test.each([
  [{}, 'Takes effect on 30 November 2026<'],
  [
    { standing: 'in_force', runId: 'run' },
    'runs/run">What changed once version 3.0 was in force</a>',
  ],
  [
    { standing: 'in_force', runId: 'run', publishedAhead: false },
    'runs/run">What version 3.0 changed</a>',
  ],
  [{ standing: 'replaced' }, 'Not noted<'],
] as const)('%j: %s', (more, words) => {
  expect(shown(more)).toContain(words);
});
