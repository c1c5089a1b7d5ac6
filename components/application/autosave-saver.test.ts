import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isOutdated, type SaveReport, startSaver } from './autosave-saver';

class Input {
  constructor(
    readonly name: string,
    public value: string,
    readonly type = 'text',
    public checked = true,
  ) {}
}
/** As much of a form as the saver looks at. */
class Form extends EventTarget {
  pressed = 0;
  inputs = [
    new Input('version', '3', 'hidden'),
    new Input('$ACTION_ID', 'x', 'hidden'),
    new Input('details', 'first'),
    new Input('covered', 'who', 'checkbox'),
    new Input('covered', 'when', 'checkbox', false),
    new Input('empty', 'a', 'checkbox', false),
  ];
  elements = Object.assign(this.inputs, { namedItem: (name: string) => this.named(name) });
  named(name: string): Input {
    const found = this.inputs.find((input) => input.name === name);
    if (!found) throw new Error(name);
    return found;
  }
  type(text: string) {
    this.named('details').value = text;
    this.dispatchEvent(new Event('input'));
  }
  requestSubmit() {
    this.pressed += 1;
  }
}
class Data extends Array<[string, string]> {
  constructor(form: Form) {
    super();
    for (const input of form.inputs) if (input.checked) this.push([input.name, input.value]);
  }
  getAll(name: string) {
    return [...this].filter(([key]) => key === name).map(([, value]) => value);
  }
}

const fetched = vi.fn<(url: string, options: RequestInit) => Promise<Response>>();
const answer = (status: number, body: object) => async () => Response.json(body, { status });
const sent = () => fetched.mock.calls.map(([, options]) => JSON.parse(String(options.body)));
let form: Form;
let reports: SaveReport[];
let stop: () => void;
let moved: number[];
let count = 0;
const start = (unsaved = false) => {
  count += 1;
  const made = new Form();
  stop = startSaver(made as unknown as HTMLFormElement, {
    ...{ url: `/save/${count}`, unsaved },
    report: (report) => reports.push(report),
    moved: (version) => moved.push(version),
  });
  return made;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('HTMLInputElement', Input);
  vi.stubGlobal('FormData', Data);
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', fetched);
  [reports, moved] = [[], []];
  fetched.mockReset().mockImplementation(answer(200, { version: 4, time: '3:30pm' }));
  form = start();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a pause in typing saves once, and the next save builds on its version', async () => {
  form.type('f');
  await vi.advanceTimersByTimeAsync(1000);
  form.type('fo');
  await vi.advanceTimersByTimeAsync(1499);
  expect(fetched).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(sent()).toEqual([{ version: 3, fields: { details: 'fo', covered: ['who'], empty: [] } }]);
  expect(reports).toEqual([{ text: 'Saved at 3:30pm', trouble: false }]);
  expect(form.named('version').value).toBe('4');
  form.type('foo');
  await vi.advanceTimersByTimeAsync(1500);
  expect(sent()[1]).toMatchObject({ version: 4, fields: { details: 'foo' } });
  expect(moved).toEqual([4, 4]);
});

test('Saved is said only while all that is typed is saved', async () => {
  form.type('one');
  await vi.advanceTimersByTimeAsync(1500);
  form.type('one two');
  expect(reports.at(-1)).toEqual({ text: '', trouble: false });
  await vi.advanceTimersByTimeAsync(1500);
  expect(reports.map(({ text }) => text)).toEqual(['Saved at 3:30pm', '', 'Saved at 3:30pm']);
});

test('the same words are not sent again, and leaving a field sends at once', async () => {
  form.dispatchEvent(new Event('focusout'));
  form.type('first');
  await vi.advanceTimersByTimeAsync(5000);
  expect(fetched).not.toHaveBeenCalled();
  form.type('second');
  form.dispatchEvent(new Event('focusout'));
  expect(sent()).toHaveLength(1);
  form.dispatchEvent(new Event('focusout'));
  expect(sent()).toHaveLength(1);
});

test('a press waits for the save under way, and is made again after it', async () => {
  let finish: (response: Response) => void = () => undefined;
  fetched.mockImplementation(() => new Promise((resolve) => (finish = resolve)));
  form.type('typed');
  form.dispatchEvent(new Event('focusout'));
  const press = new Event('submit', { cancelable: true });
  form.dispatchEvent(press);
  expect(press.defaultPrevented).toBe(true);
  expect(form.pressed).toBe(0);
  finish(Response.json({ version: 9, time: 'midday' }));
  await vi.advanceTimersByTimeAsync(10);
  expect(form.pressed).toBe(1);
  expect(form.named('version').value).toBe('9');
  const again = new Event('submit', { cancelable: true });
  form.dispatchEvent(again);
  expect(again.defaultPrevented).toBe(false);
});

test.each([401, 409])(
  'after %s only the reader can go on; nothing more is sent',
  async (status) => {
    fetched.mockImplementation(answer(status, { message: 'Press the button' }));
    form.type('mine');
    await vi.advanceTimersByTimeAsync(1500);
    form.type('more');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent()).toHaveLength(1);
    expect(reports).toEqual([{ text: 'Press the button', trouble: true }]);
    expect(form.named('version').value).toBe('3');
  },
);

test.each([413, 422])('after %s it is said, and the next words are tried', async (status) => {
  fetched.mockImplementationOnce(answer(status, { message: 'Not saved' }));
  form.type('a\u0000');
  await vi.advanceTimersByTimeAsync(1500);
  form.type('a');
  await vi.advanceTimersByTimeAsync(1500);
  expect(reports.map(({ trouble }) => trouble)).toEqual([true, false]);
});

test.each([() => Promise.reject(new TypeError()), answer(500, {})])(
  'trouble on the way is tried again',
  async (way) => {
    fetched.mockImplementationOnce(way);
    form.type('kept');
    await vi.advanceTimersByTimeAsync(1500);
    expect(reports[0]).toMatchObject({ trouble: true });
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent()).toHaveLength(2);
    expect(reports[1]).toMatchObject({ trouble: false });
  },
);

test('words that a post refused are saved when a field is left', () => {
  stop();
  form = start(true);
  form.dispatchEvent(new Event('focusout'));
  expect(sent()).toHaveLength(1);
});

test('a page from before the last save knows that it is old', async () => {
  form.type('newer');
  await vi.advanceTimersByTimeAsync(1500);
  expect(isOutdated(`/save/${count}`, 3)).toBe(true);
  expect(isOutdated(`/save/${count}`, 4)).toBe(false);
  expect(isOutdated('/save/other', 0)).toBe(false);
});
