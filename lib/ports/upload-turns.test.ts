import { expect, test } from 'vitest';
import { takeUploadTurn } from './upload-turns';

function begin(person: string, at: number): () => void {
  const turn = takeUploadTurn(person, at);
  if (!turn.ok) throw new Error(turn.why);
  return turn.release;
}

test('three at once, and the next when one has ended, whoever else uploads', () => {
  const [first] = [begin('a', 0), begin('a', 0), begin('a', 0)];
  const full = { ok: false, why: 'many_at_once' };
  expect(takeUploadTurn('a', 0)).toEqual(full);
  begin('b', 0)();
  first?.();
  first?.();
  begin('a', 0);
  // One that takes long is not forgotten after its minute.
  expect(takeUploadTurn('a', 90_000)).toEqual(full);
});

test('twenty a minute, counted from when each began', () => {
  for (let at = 0; at < 20; at += 1) begin('c', at * 1000)();
  const often = { ok: false, why: 'many_a_minute' };
  expect(takeUploadTurn('c', 59_999)).toEqual(often);
  begin('c', 60_000)();
  expect(takeUploadTurn('c', 60_999)).toEqual(often);
  begin('c', 61_000)();
});
