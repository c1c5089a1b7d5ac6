import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FormsTitle, useTitleProblems } from './forms-title';

function Stub({ wrong }: { wrong: boolean }) {
  useTitleProblems(wrong);
  return null;
}
const titleOf = (...forms: boolean[]) => {
  const stubs = forms.map((wrong, index) => createElement(Stub, { key: index, wrong }));
  const html = renderToString(createElement(FormsTitle, { title: 'Decide' }, stubs));
  return html.match(/<title>[^<]*/g)?.map((found) => found.slice('<title>'.length));
};

test('there is one title, and it tells of whichever form has problems', () => {
  expect(titleOf(false, false)).toEqual([expect.stringMatching(/^Decide /)]);
  for (const forms of [
    [true, false],
    [false, true],
    [true, true],
  ])
    expect(titleOf(...forms)).toEqual([expect.stringMatching(/^Error: Decide /)]);
});
