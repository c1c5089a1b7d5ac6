import { describe, expect, it } from 'vitest';
import {
  emptyFormState,
  failedFormState,
  listValue,
  problemsOfIssues,
  readFormData,
  textValue,
} from './form-state';

function post(...pairs: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

describe('readFormData', () => {
  it('reads the named fields and nothing else', () => {
    const data = post(['answer', 'yes'], ['$ACTION_ID_40ab', ''], ['role', 'manager']);
    expect(readFormData(data, { one: ['answer'] })).toEqual({ answer: 'yes' });
  });

  it('keeps the first value of a field sent twice', () => {
    const data = post(['version', '3'], ['version', '4']);
    expect(readFormData(data, { one: ['version'] })).toEqual({ version: '3' });
  });

  it('keeps every value of a field that may have many', () => {
    const data = post(['points', 'a'], ['points', 'b']);
    expect(readFormData(data, { many: ['points'] })).toEqual({ points: ['a', 'b'] });
  });

  it('reads a missing field as empty', () => {
    expect(readFormData(post(), { one: ['a'], many: ['b'] })).toEqual({ a: '', b: [] });
  });

  it('ignores a file where text belongs, and does not take the value behind it', () => {
    const file = new File(['x'], 'x.txt');
    const data = post(['details', file], ['details', 'second'], ['points', file], ['points', 'b']);
    const read = readFormData(data, { one: ['details'], many: ['points'] });
    expect(read).toEqual({ details: '', points: ['b'] });
  });

  it('keeps the words as they came: line ends, emoji, markup, right-to-left', () => {
    const text = 'a\r\nb 🩺 <script>alert(1)</script> שלום';
    expect(readFormData(post(['details', text]), { one: ['details'] })).toEqual({ details: text });
  });

  it('has no fields that were not named, whatever their name', () => {
    const read = readFormData(post(['__proto__', 'x']), { one: ['a'] });
    expect(Object.keys(read)).toEqual(['a']);
  });
});

describe('failedFormState', () => {
  it('counts attempts, so that a second failure differs from the first', () => {
    const problem = { field: 'a', message: 'Enter a' };
    const first = failedFormState(emptyFormState, [problem], { a: '' });
    const second = failedFormState(first, [problem], { a: '' });
    expect([first.attempt, second.attempt]).toEqual([1, 2]);
    expect(second).toMatchObject({ problems: [problem], values: { a: '' } });
  });
});

describe('reading values', () => {
  it('gives text for lists and lists for text', () => {
    const values = { one: 'x', many: ['a', 'b'], none: [], empty: '' };
    expect(['one', 'many', 'none', 'missing'].map((name) => textValue(values, name))).toEqual([
      'x',
      'a',
      '',
      '',
    ]);
    expect(['one', 'many', 'empty', 'missing'].map((name) => listValue(values, name))).toEqual([
      ['x'],
      ['a', 'b'],
      [],
      [],
    ]);
  });
});

describe('problemsOfIssues', () => {
  it('names inputs by hyphens and keeps the first problem of each', () => {
    const problems = problemsOfIssues([
      { path: ['published-on', 'month'], message: 'Date must include a month' },
      { path: ['details'], message: 'Enter details' },
      { path: ['details'], message: 'Details are too long' },
      { path: [], message: 'The answers contradict each other' },
    ]);
    expect(problems).toEqual([
      { field: 'published-on-month', message: 'Date must include a month' },
      { field: 'details', message: 'Enter details' },
      { field: '', message: 'The answers contradict each other' },
    ]);
  });
});
