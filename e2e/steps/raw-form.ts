import type { APIResponse, BrowserContext } from '@playwright/test';

export type RawForm = { path: string; fields: [string, string][] };

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? unescaped(found[1] ?? '') : null;
};

/** The hidden fields of the page's form that holds `button`, as a browser without scripts has them. */
export async function rawForm(
  context: BrowserContext,
  path: string,
  button: string,
): Promise<RawForm> {
  const html = (await (await context.request.get(path)).text()).replaceAll('<!-- -->', '');
  const form = html
    .split('<form')
    .slice(1)
    .map((text) => text.split('</form>')[0] ?? '')
    .find((text) => text.includes(button));
  if (!form) throw new Error(`${path} has no form with the button '${button}'`);
  const hidden = [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([tag]) => tag);
  const fields = hidden.flatMap((tag): [string, string][] => {
    const name = attribute(tag, 'name');
    return name === null ? [] : [[name, attribute(tag, 'value') ?? '']];
  });
  return { path, fields };
}

/** The same form with other values; a name given as a list is sent as often as it has values. */
export function withFields(form: RawForm, given: Record<string, string | string[]>): RawForm {
  const kept = form.fields.filter(([name]) => !(name in given));
  const added = Object.entries(given).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  );
  return { path: form.path, fields: [...kept, ...added] };
}

/** Posts a form as a browser without scripts does, with whoever's cookies; follows nothing. */
export function postForm(
  context: BrowserContext,
  { path, fields }: RawForm,
  origin = process.env.E2E_BASE_URL ?? '',
): Promise<APIResponse> {
  const multipart = new FormData();
  for (const [name, value] of fields) multipart.append(name, value);
  return context.request.post(path, { multipart, maxRedirects: 0, headers: { origin } });
}
