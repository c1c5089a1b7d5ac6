import { describe, expect, test } from 'vitest';
import { mayDownload, SCAN_STATES, type ScanState } from './evidence-download';

const uploader = { personId: 'uploader', seesCase: true };
const other = { personId: 'other', seesCase: true };
const YES = { may: true, warn: false };
const WARNED = { may: true, warn: true };
const NO = { may: false };

/** By hand: the uploader; others; others where files that nobody scanned are shared. */
const ALLOWED: Record<ScanState, [object, object, object]> = {
  clean: [YES, YES, YES],
  not_scanned: [YES, NO, WARNED],
  waiting: [NO, NO, NO],
  failed: [NO, NO, NO],
  infected: [NO, NO, NO],
};

describe.each(Object.keys(SCAN_STATES) as ScanState[])('a file that is %s', (scan) => {
  const ask = (reader: typeof other, shareUnscanned: boolean) =>
    mayDownload(reader, { uploadedBy: 'uploader', scan }, { shareUnscanned });

  test('goes to whom the table says', () => {
    const [own, others, shared] = ALLOWED[scan];
    expect(ask(uploader, false)).toMatchObject(own);
    expect(ask(uploader, true)).toMatchObject(own);
    expect(ask(other, false)).toMatchObject(others);
    expect(ask(other, true)).toMatchObject(shared);
  });

  test('is as good as none to whoever may not see the case, its uploader included', () => {
    for (const reader of [uploader, other]) {
      expect(ask({ ...reader, seesCase: false }, true)).toEqual({ may: false, why: 'not_found' });
    }
  });
});
