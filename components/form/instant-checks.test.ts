import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createInstantChecks } from './instant-checks';

class Input {
  /** As the page was served: what was picked since is only in `checked`. */
  readonly defaultChecked = false;
  constructor(
    readonly type: string,
    readonly name: string,
    public value: string,
    public checked = false,
  ) {}
}
/** As much of FormData as the checks look at. */
class Data {
  private readonly sent: Input[];
  constructor(form: HTMLFormElement) {
    const inputs = [...(form.elements as unknown as Input[])];
    this.sent = inputs.filter(
      ({ type, checked }) => checked || !['radio', 'checkbox'].includes(type),
    );
  }
  getAll = (name: string) =>
    this.sent.filter((input) => input.name === name).map(({ value }) => value);
}

const schema = z.object({
  choice: z.enum(['yes', 'no'], { error: 'Select yes or no' }),
  covered: z.array(z.string()),
  details: z.string().min(1, 'Enter details'),
});

let inputs: Input[];
const formOf = () => ({ elements: inputs }) as unknown as HTMLFormElement;

beforeEach(() => {
  vi.stubGlobal('HTMLInputElement', Input);
  vi.stubGlobal('HTMLTextAreaElement', class {});
  vi.stubGlobal('HTMLSelectElement', class {});
  vi.stubGlobal('FormData', Data);
  inputs = [
    new Input('radio', 'choice', 'yes'),
    new Input('radio', 'choice', 'no'),
    new Input('checkbox', 'covered', 'who'),
    new Input('checkbox', 'covered', 'when'),
    new Input('textarea', 'details', ''),
  ];
});
afterEach(() => vi.unstubAllGlobals());

const picked = () => inputs.filter(({ checked }) => checked).map(({ value }) => value);

test.each([
  ['yes', 'who'],
  ['no', 'who'],
  ['yes', 'when'],
  ['no', 'when'],
])('what was picked while the checks were loading stays picked: %s, %s', (choice, covered) => {
  for (const input of inputs) input.checked = [choice, covered].includes(input.value);
  createInstantChecks(formOf(), schema);
  expect(picked()).toEqual([choice, covered]);
});

test('a post is judged by what the form holds, and so is a field that was mended', async () => {
  const checks = createInstantChecks(formOf(), schema);
  expect(await checks.submit()).toEqual([
    { field: 'choice', message: 'Select yes or no' },
    { field: 'details', message: 'Enter details' },
  ]);
  for (const input of inputs) input.checked = input.value === 'no';
  expect(await checks.recheck()).toEqual([{ field: 'details', message: 'Enter details' }]);
  for (const input of inputs) if (input.name === 'details') input.value = 'We have a process';
  expect(await checks.recheck()).toEqual([]);
  expect(await checks.submit()).toEqual([]);
  expect(picked()).toEqual(['no']);
});
