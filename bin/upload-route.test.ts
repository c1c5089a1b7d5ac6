import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NextRequest } from 'next/server';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { POST } from '@/app/apply/[reference]/[question]/upload/route';
import { refused } from '@/lib/domain/result';

const { attach } = vi.hoisted(() => ({ attach: vi.fn() }));
vi.mock('@/lib/auth/session', () => ({ currentSession: async () => ({ actor: {} }) }));
vi.mock('@/lib/queries/apply/get-upload-room', () => ({ getUploadRoom: async () => 1_000_000 }));
vi.mock('@/lib/commands/apply/attach-evidence', () => ({ attachEvidence: attach }));

const folder = mkdtempSync(join(tmpdir(), 'upload-route-'));
const before = process.env.EVIDENCE_FOLDER;
beforeEach(() => {
  process.env.EVIDENCE_FOLDER = folder;
});
afterAll(() => {
  if (before === undefined) delete process.env.EVIDENCE_FOLDER;
  else process.env.EVIDENCE_FOLDER = before;
  rmSync(folder, { recursive: true });
});

async function upload(accept = 'text/html') {
  const body = new FormData();
  body.set('file', new File(['Our ISMS covers this product.'], 'scope.txt'));
  const headers = { origin: 'http://localhost:3000', host: 'localhost:3000', accept };
  const url = 'http://localhost:3000/apply/A-1/isms/upload';
  const request = new NextRequest(url, { method: 'POST', headers, body });
  return POST(request, { params: Promise.resolve({ reference: 'A-1', question: 'isms' }) });
}
const stored = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));

test('what a refusal left unattached goes at once', async () => {
  attach.mockResolvedValueOnce(refused('too_much', 'Too much'));
  expect((await upload()).status).toBe(303);
  expect(attach).toHaveBeenCalledOnce();
  expect(await stored()).toEqual([]);
});

test('where nobody knows whether a file was attached, its bytes are kept for the sweep', async () => {
  const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  attach.mockRejectedValueOnce(new Error('the connection broke while it committed'));
  expect((await upload()).headers.get('location')).toContain('refused=not_stored');
  expect(String(logged.mock.calls)).toContain('the connection broke');
  expect(await stored()).toHaveLength(1);
});

test('a fourth upload at once is refused in words, stores nothing, and may come later', async () => {
  const earlier = await stored();
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  attach.mockReset().mockImplementation(() => finished.then(() => refused('too_much', 'Too much')));
  const under = [upload(), upload(), upload()];
  await vi.waitFor(() => expect(attach).toHaveBeenCalledTimes(3), { timeout: 10_000 });
  expect((await upload()).headers.get('location')).toMatch(/files\?refused=many_at_once$/);
  const byScript = await upload('application/json');
  expect(byScript.status).toBe(429);
  const message = 'Wait until your other uploads have finished, then try again';
  expect(await byScript.json()).toEqual({ problems: [{ field: 'file', message }] });
  expect(await stored()).toHaveLength(earlier.length + 3);
  finish();
  for (const answer of await Promise.all(under)) expect(answer.status).toBe(303);
  expect((await upload()).headers.get('location')).toContain('refused=too_much');
});
