import { type Path, paths } from '@/lib/paths';
import type { DigestContent } from './compose-message';
import { formatPlainDate, type PlainDate } from './dates';
import { type MessageContent, oneLine, spaced } from './message-content';

/** An email's words: the subject on one line, plain text with LF, and HTML. */
export type MailBody = { subject: string; text: string; html: string };
export type MailSetting = {
  /** The portal's address, such as 'https://portal.example'; only its origin counts. */
  baseUrl: string;
  /** True to say where the reader chooses what comes by email. */
  withChoices?: boolean;
};

const WIDTH = 76;
const MOST_IN_SUBJECT = 200;
const SERVICE = 'Declare data and information security';
const AUTOMATIC = 'This is an automatic email: nobody reads replies to it.';

/** The whole address of a page. Throws for a path that leads out of the portal. */
export function absoluteUrl(baseUrl: string, path: Path): string {
  const { origin } = new URL(baseUrl);
  if (!/^https?:/.test(origin)) throw new Error('the portal has a web address');
  const url = new URL(path, origin);
  if (url.origin !== origin || !path.startsWith('/')) throw new Error('a path of another site');
  return url.href;
}

/** Breaks a line between words at 76 characters; a longer word, such as an address, stays whole. */
function wrapped(line: string, first = '', next = ''): string {
  const lines: string[] = [];
  let current = first;
  for (const word of spaced(line).trim().split(' ')) {
    const isEmpty = current === first || current === next;
    if (!isEmpty && current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = `${next}${word}`;
    } else current = isEmpty ? `${current}${word}` : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}

const bullets = (items: readonly string[]) => items.map((item) => wrapped(item, '* ', '  '));

/** Markup that is safe to put into a page; only `tag` makes any. */
type Html = { readonly markup: string };

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  spaced(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');

/** An element; text within it and its attributes is escaped here and nowhere else. */
function tag(
  name: string,
  attributes: Record<string, string>,
  ...children: (string | Html)[]
): Html {
  const open = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = children.map((child) =>
    typeof child === 'string' ? escaped(child) : child.markup,
  );
  return { markup: `<${name}${open.join('')}>${inner.join('')}</${name}>` };
}

const paragraph = (text: string): Html => tag('p', {}, text);
const link = (url: string, words: string): Html => tag('a', { href: url }, words);

function page(subject: string, main: Html[], footer: Html[]): string {
  const charset: Html = { markup: '<meta charset="utf-8">' };
  const body = [tag('main', {}, ...main), tag('footer', {}, ...footer)];
  const html = tag(
    'html',
    { lang: 'en-GB' },
    tag('head', {}, charset, tag('title', {}, subject)),
    tag('body', {}, ...body),
  );
  // A line for each element, so that none grows past what a mail server takes.
  return `<!doctype html>\n${html.markup.replaceAll(/(<\/(?:p|h1|h2|li|ul|head|main|footer)>)/g, '$1\n')}\n`;
}

const about = `${SERVICE}. ${AUTOMATIC}`;
const CHOOSE = 'Choose which emails you get';

function footerOf({ baseUrl, withChoices = false }: MailSetting): { text: string[]; html: Html[] } {
  const always = { text: [wrapped(about)], html: [paragraph(about)] };
  if (!withChoices) return always;
  const url = absoluteUrl(baseUrl, paths.messageChoices);
  return {
    text: [...always.text, `${CHOOSE}:\n${url}`],
    html: [...always.html, tag('p', {}, link(url, CHOOSE), ': ', link(url, url))],
  };
}

const joined = (parts: string[], footer: string[]) =>
  `${parts.join('\n\n')}\n\n--\n${footer.join('\n\n')}\n`;

/**
 * One message as an email: text, and HTML of headings, paragraphs, lists and links alone, with
 * nothing to load and every address also readable. What it is given is treated as hostile.
 */
export function renderMessage(content: MessageContent, setting: MailSetting): MailBody {
  const { heading, paragraphs, list, linkText, links = [] } = content;
  const subject = oneLine(content.subject, MOST_IN_SUBJECT);
  const url = absoluteUrl(setting.baseUrl, content.path);
  const footer = footerOf(setting);
  const listed = list.length > 0 ? [bullets(list).join('\n')] : [];
  const told = paragraphs.map((text) => wrapped(text));
  const lists = links.map(({ text, path }) => {
    const address = absoluteUrl(setting.baseUrl, path);
    return { text: `${text}:\n${address}`, html: tag('li', {}, link(address, text)) };
  });
  const items = list.map((item) => tag('li', {}, item));
  const main = [
    tag('h1', {}, heading),
    ...paragraphs.map(paragraph),
    ...(items.length > 0 ? [tag('ul', {}, ...items)] : []),
    ...(lists.length > 0 ? [tag('ul', {}, ...lists.map(({ html }) => html))] : []),
    tag('p', {}, link(url, linkText)),
    tag('p', {}, 'Or copy this address: ', link(url, url)),
  ];
  return {
    subject,
    text: joined(
      [
        ...[wrapped(heading), ...told, ...listed, ...lists.map((one) => one.text)],
        `${linkText}:\n${url}`,
      ],
      footer.text,
    ),
    html: page(subject, main, footer.html),
  };
}

const dueLine = (dueOn: PlainDate | null) => (dueOn ? `Due ${formatPlainDate(dueOn)}` : null);

/** A digest as an email: a heading, a due date and a link for each message. */
export function renderDigest(digest: DigestContent, setting: MailSetting): MailBody {
  const subject = oneLine(digest.subject, MOST_IN_SUBJECT);
  const all = absoluteUrl(setting.baseUrl, digest.path);
  const footer = footerOf(setting);
  const entries = digest.entries.map(({ heading, dueOn, path, linkText }) => {
    const [due, url] = [dueLine(dueOn), absoluteUrl(setting.baseUrl, path)];
    const html = [tag('h2', {}, heading), ...(due ? [paragraph(due)] : [])];
    return {
      text: [wrapped(heading), ...(due ? [due] : []), `${linkText}:`, url].join('\n'),
      html: [...html, tag('p', {}, link(url, linkText), ': ', link(url, url))],
    };
  });
  const parts = [
    wrapped(digest.heading),
    ...digest.paragraphs.map((text) => wrapped(text)),
    ...entries.map(({ text }) => text),
    `${digest.linkText}:\n${all}`,
  ];
  const main = [
    tag('h1', {}, digest.heading),
    ...digest.paragraphs.map(paragraph),
    ...entries.flatMap(({ html }) => html),
    tag('p', {}, link(all, digest.linkText), ': ', link(all, all)),
  ];
  return { subject, text: joined(parts, footer.text), html: page(subject, main, footer.html) };
}
