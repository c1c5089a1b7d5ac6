import { describe, expect, it } from 'vitest';
import { fileLength } from './verify/file-length';
import { localTraces } from './verify/local-traces';
import { pageTraps } from './verify/page-traps';
import { findings, plant } from './verify/testing';

describe('the length of files', () => {
  const lines = (count: number) => 'const a = 1;\n'.repeat(count);

  it.each(['lib/a.ts', 'lib/a.test.ts', 'app/page.tsx', 'bin/a.mjs'])('caps %s', async (file) => {
    expect(await findings(fileLength, plant({ [file]: lines(251) }))).toEqual([
      `${file}:251 251 lines, 250 at most`,
    ]);
    expect(await findings(fileLength, plant({ [file]: lines(250) }))).toEqual([]);
  });

  it('leaves migrations and other texts out', async () => {
    const files = { 'db/migrations/meta/a.ts': lines(300), 'README.md': lines(300) };
    expect(await findings(fileLength, plant(files))).toEqual([]);
  });
});

describe('pages without JavaScript', () => {
  const found = (file: string, text: string) => findings(pageTraps, plant({ [file]: text }));

  it.each([
    ['<p style={{ color: red }}>a</p>', 'style attribute'],
    ["<Chart style='a' />", 'style attribute'],
    ['<Suspense fallback={null}>a</Suspense>', '<Suspense>'],
    ['<React.Suspense>a</React.Suspense>', '<Suspense>'],
  ])('refuses %s', async (markup, message) => {
    const text = `export const A = () => (\n  ${markup}\n);\n`;
    for (const file of ['app/page.tsx', 'components/ui/a.tsx']) {
      expect(await found(file, text)).toEqual([expect.stringContaining(`${file}:2 ${message}`)]);
    }
  });

  it.each([
    "import { notFound } from 'next/navigation';",
    "import { redirect, notFound as gone } from 'next/navigation';",
    "import { forbidden } from 'next/navigation';",
    "import * as navigation from 'next/navigation';",
    "const a = await import('next/navigation');",
  ])('refuses %s', async (text) => {
    expect(await found('app/apply/page.tsx', `\n${text}\n`)).toEqual([
      expect.stringMatching(/^app\/apply\/page\.tsx:2 .*renders nothing without JavaScript/),
    ]);
  });

  it('refuses a loading file', async () => {
    expect(await found('app/apply/loading.tsx', '')).toEqual([
      expect.stringMatching(/^app\/apply\/loading\.tsx:1 loading file: /),
    ]);
  });

  it('accepts classes, redirects and words that only look alike', async () => {
    const text = [
      "import { redirect } from 'next/navigation';",
      "// <Suspense> and style='' would be wrong here",
      "const style = 'Suspense';",
      "export const A = () => <p className='a'>{style || redirect('/not-found')}</p>;",
    ].join('\n');
    expect(await found('app/page.tsx', text)).toEqual([]);
  });
});

describe('traces of a machine', () => {
  const found = (file: string, text: string) => findings(localTraces, plant({ [file]: text }));
  // Put together here, so that the check does not find them in this file.
  const path = (...parts: string[]) => ['', ...parts].join('/');
  const host = (name: string) => `https:${path('', name, 'a.tgz')}`;

  it.each([
    ['lib/a.ts', `const a = '${path('home', 'ann', 'portal')}';`, 'path'],
    ['README.md', `Run ${path('root', 'portal', 'run')} first`, 'path'],
    ['.ci/run', `cd ${path('work', 'main')}`, 'path'],
    ['bin/a.mjs', `open("file://${path('Users', 'ann', 'a')}")`, 'path'],
    ['deploy/a.txt', `C:${['', 'Users', 'ann'].join('\\')}`, 'path'],
    ['package-lock.json', `"resolved": "${host('npm.corp.example')}"`, 'address'],
    ['package-lock.json', `"resolved": "${host('registry.npmmirror.com')}"`, 'address'],
    ['package-lock.json', `"resolved": "${host('nexus.corp.example:8443')}"`, 'address'],
    ['.npmrc', `registry=${'http'}://127.0.0.1:4873/`, 'setting'],
    ['.npmrc', `//host/:_${'authToken'}=abc`, 'setting'],
  ])('finds one in %s: %s', async (file, text, message) => {
    expect(await found(file, `first\n${text}\n`)).toEqual([
      expect.stringMatching(`^${file}:2 .*${message}`),
    ]);
  });

  it('accepts addresses of pages, folders of our own and the public registry', async () => {
    const text = [
      "import '@/app/home/page';",
      `href = 'https://a.example${path('home', 'b')}';`,
      `./components${path('home', 'card')}`,
      host('registry.npmjs.org'),
    ].join('\n');
    expect(await found('README.md', text)).toEqual([]);
  });
});
