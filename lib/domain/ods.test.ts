import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { readDsptIdentifier, readOdsCode } from './ods';
import { dsptIdentifierSchema, odsCodeSchema } from './ods-schema';

const LETTERS = 'ODS code must only include letters and numbers';
const LONG = 'ODS code must be 9 characters or fewer';

test.each([
  ['RR8', 'RR8'],
  [' 8jw58\n', '8JW58'],
  ['a', 'A'],
  ['ABCDEFGH9', 'ABCDEFGH9'],
])('reads the ODS code %j', (text, code) => {
  expect(readOdsCode(text)).toEqual({ ok: true, code });
  expect(odsCodeSchema.parse(text)).toBe(code);
});

test.each([
  ['', 'Enter an ODS code'],
  ['  ', 'Enter an ODS code'],
  ['ABCDEFGH90', LONG],
  ['8HJ92-HD', LETTERS],
  ['RR 8', LETTERS],
  ['\u017fRR8', LETTERS],
  ['stra\u00dfe', LETTERS],
  ['\uff32R8', LETTERS],
  ['RR8\u0000', LETTERS],
])('refuses the ODS code %j', (text, message) => {
  expect(readOdsCode(text)).toEqual({ ok: false, message });
  expect(odsCodeSchema.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([
    message,
  ]);
});

const CHARACTERS = 'DSPT identifier must only include letters, numbers, hyphens and spaces';

test.each([
  ['8HJ92-HD', '8HJ92-HD'],
  [' ee133820-rcohs ', 'EE133820-RCOHS'],
  ['Two  Words - Here', 'TWO WORDS - HERE'],
  ['A'.repeat(23), 'A'.repeat(23)],
])('reads the DSPT identifier %j', (text, identifier) => {
  expect(readDsptIdentifier(text)).toEqual({ ok: true, identifier });
  expect(dsptIdentifierSchema.parse(text)).toBe(identifier);
});

test.each([
  ['', 'Enter a DSPT identifier'],
  ['-A', CHARACTERS],
  ['A_B', CHARACTERS],
  ['A\nB', CHARACTERS],
  ['\u0131d', CHARACTERS],
  ['A'.repeat(24), 'DSPT identifier must be 23 characters or fewer'],
])('refuses the DSPT identifier %j', (text, message) => {
  expect(readDsptIdentifier(text)).toEqual({ ok: false, message });
  expect(dsptIdentifierSchema.safeParse(text).success).toBe(false);
});

it('reads what it gave again, and never lets anything else through', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
      const code = readOdsCode(text);
      if (code.ok) {
        expect(code.code).toMatch(/^[A-Z0-9]{1,9}$/);
        expect(readOdsCode(code.code)).toEqual(code);
      }
      const identifier = readDsptIdentifier(text);
      if (identifier.ok) {
        expect(identifier.identifier).toMatch(/^[A-Z0-9 -]{1,23}$/);
        expect(readDsptIdentifier(identifier.identifier)).toEqual(identifier);
      }
    }),
  );
});

it('asks for a code where none was sent', () => {
  for (const schema of [odsCodeSchema, dsptIdentifierSchema]) {
    expect(schema.safeParse(undefined).error?.issues[0]?.message).toMatch(/^Enter an? /);
  }
});
