import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeDigest, composeMessage } from './compose-message';
import { absoluteUrl, renderDigest, renderMessage } from './mail-body';
import type { CaseMessageFacts } from './message-content';

const facts: CaseMessageFacts = {
  ...{ reference: 'DSI-7K3M-9Q2T', product: 'Lantern Rota', organisation: 'Larkfield Systems' },
  ...{
    dueOn: '2026-12-14',
    lastDay: '2026-12-30',
    questions: ['euo-process', 'isms'],
    outcome: null,
    daysBefore: null,
  },
};
const setting = { baseUrl: 'https://portal.example/' };
const render = (more: Partial<CaseMessageFacts> = {}) =>
  renderMessage(composeMessage('request-sent', { ...facts, ...more }), setting);

const HOSTILE = [
  '<script>alert(1)</script>',
  '</title></head><body onload=alert(1)>',
  '"><img src=https://evil.example/x.png>',
  "' onclick='x",
  '&lt;b&gt; &amp; co',
  '<!-- --><style>*{display:none}</style>',
  'Rota\r\nBcc: all@victim.example\r\n\r\n<html>',
  '\u202egnp.exe',
  'javascript:alert(1)',
  `${'very '.repeat(80)}long`,
];

/** Every tag of a page, and its text as a reader sees it. */
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];
const ALLOWED =
  /^<(!doctype html|html lang="en-GB"|meta charset="utf-8"|a href="https:\/\/portal\.example\/[^"<>\s]*"|\/?(html|head|title|body|main|footer|h1|h2|p|ul|li|a))>$/;

describe('plain text', () => {
  test('reads as a letter, with the address on a line of its own', () => {
    const { subject, text } = render();
    expect(subject).toBe('More information needed by 14 December 2026 for Lantern Rota');
    expect(text).toMatch(
      /^The assessor needs more information about Lantern Rota\n\nThe assessor has read/,
    );
    expect(text).toMatch(/\n\nThese questions need more information:\n\n\* Q\.3 /);
    expect(text).toContain('\n\nAnswer the request:\nhttps://portal.example/apply/DSI-7K3M-9Q2T\n');
    expect(text).toContain('\n\n--\nDeclare data and information security. This is an automatic');
    expect(text.split('\n').filter((line) => line.length > 76)).toEqual([]);
    const wraps = text.slice(text.indexOf('* Q.3'), text.indexOf('* Q.4')).split('\n').slice(1, -1);
    expect(wraps.length).toBeGreaterThan(0);
    for (const line of wraps) expect(line).toMatch(/^ {2}\S/);
  });

  test('says where its reader chooses what comes by email, where they may', () => {
    const withChoices = renderMessage(
      composeMessage('decided', { ...facts, outcome: 'approved' }),
      {
        ...{ ...setting, withChoices: true },
      },
    );
    const address = 'https://portal.example/account/messages';
    expect(withChoices.text).toMatch(new RegExp(`Choose which emails you get:\\n${address}\\n$`));
    expect(withChoices.html).toContain(`<a href="${address}">`);
    expect(render().text + render().html).not.toContain('Choose which');
  });

  test('leads to an account by its whole address', () => {
    const account = renderMessage(composeMessage('invited', { token: 'T'.repeat(43) }), setting);
    expect(account.text).toContain(`https://portal.example/set-password/${'T'.repeat(43)}\n`);
  });
});

describe('HTML', () => {
  test('is a whole page in English with one heading, a list and readable links', () => {
    const { html } = render();
    expect(html).toMatch(
      /^<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>/,
    );
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<li>/g)).toHaveLength(2);
    const url = 'https://portal.example/apply/DSI-7K3M-9Q2T';
    expect(html).toContain(`<a href="${url}">Answer the request</a>`);
    expect(html).toContain(`address: <a href="${url}">${url}</a>`);
    expect(Math.max(...html.split('\n').map((line) => line.length))).toBeLessThan(900);
  });

  test.each(HOSTILE)('a product named %j adds no markup, no header and no line', (product) => {
    const names = { product, organisation: product };
    for (const kind of ['request-sent', 'declaration-received', 'time-asked'] as const) {
      const [plain, body] = [facts, { ...facts, ...names }].map((given) =>
        renderMessage(composeMessage(kind, given), setting),
      );
      if (!plain || !body) throw new Error('both are rendered');
      expect(body.subject).not.toMatch(/[\p{Cc}\u202e]/u);
      expect(body.text).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
      expect(tagsOf(body.html)).toEqual(tagsOf(plain.html));
    }
  });

  test('shows hostile names as they were typed', () => {
    const { html, text } = render({ product: `<b>"R&D's"</b>` });
    expect(html).toContain('&lt;b&gt;&quot;R&amp;D&#39;s&quot;&lt;/b&gt;');
    expect(text).toContain(`<b>"R&D's"</b>`);
  });

  test('holds no tag of anybody else’s, whatever the words', () => {
    const nasty = fc.string({ unit: 'grapheme', maxLength: 200 });
    const content = composeMessage('request-sent', facts);
    const count = tagsOf(renderMessage(content, setting).html).length;
    fc.assert(
      fc.property(nasty, nasty, (one, other) => {
        const words = { subject: one, heading: other, linkText: one, list: [one, other] };
        const body = renderMessage({ ...content, ...words }, setting);
        expect(tagsOf(body.html).filter((each) => !ALLOWED.test(each))).toEqual([]);
        expect(tagsOf(body.html)).toHaveLength(count);
        expect(body.subject).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('a digest', () => {
  test('gives each message its heading, due date and address', () => {
    const digest = composeDigest([
      composeMessage('case-waiting', { ...facts, product: '<i>One</i>' }),
      composeMessage('conflict', { ...facts, dueOn: null }),
    ]);
    if (!digest) throw new Error('there is something to say');
    const { text, html, subject } = renderDigest(digest, setting);
    expect(subject).toBe('2 new messages about your cases and applications');
    expect(text).toContain(
      '<i>One</i> waits for an assessor\nDue 14 December 2026\nOpen the case:\nhttps://portal.example/assess/DSI-7K3M-9Q2T\n',
    );
    expect(text).toContain('Read all your messages:\nhttps://portal.example/messages\n');
    expect(html.match(/<h2>/g)).toHaveLength(2);
    expect(tagsOf(html).filter((each) => !ALLOWED.test(each))).toEqual([]);
  });
});

describe('the address of a page', () => {
  test('is of the portal, by its origin', () => {
    const url = absoluteUrl('http://localhost:3000/some/where?x', '/apply/DSI-7K3M-9Q2T');
    expect(url).toBe('http://localhost:3000/apply/DSI-7K3M-9Q2T');
  });

  test.each(['//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example'])(
    'is never %j',
    (path) => expect(() => absoluteUrl('https://portal.example', path as '/')).toThrow('site'),
  );

  test('is a web address', () => {
    expect(() => absoluteUrl('javascript:alert(1)', '/')).toThrow();
  });
});
