import { describe, expect, test } from 'vitest';
import { passwordProblem } from '@/lib/domain/password';
import { isCommonPassword } from './common-passwords';

const about = { email: 'noor.haddad@lantern.example', name: 'Noor Haddad' };
const problem = (password: string) =>
  passwordProblem(password, { ...about, isCommon: isCommonPassword });

describe('a new password', () => {
  test.each([
    'three random words',
    'demo-portal-2026',
    'correct-horse-battery-27',
    'zażółć gęślą jaźń',
    'x9$kQ2!vLm7z',
    'noor likes teapots and rain',
    '🦊 fox in the night 🐻',
    `${'long '.repeat(20)}enough to be fine`,
  ])('%s is taken', (password) => expect(problem(password)).toBeNull());

  test.each([
    ['', 'Enter a password'],
    ['eleven char', '12 characters or more'],
    ['x'.repeat(129), '128 characters or fewer'],
    ['noor.haddad@lantern.example', 'name or email'],
    ['Noor Haddad 1', 'name or email'],
    ['password1234', 'harder to guess'],
    ['Password12345!', 'harder to guess'],
    ['Summer2026!!!', 'harder to guess'],
    ['passwordpassword', 'harder to guess'],
    ['123456789012', 'harder to guess'],
    ['aaaaaaaaaaaa', 'harder to guess'],
    ['qwertyuiop[]', 'harder to guess'],
    ['............', 'harder to guess'],
  ])('%s is refused: %s', (password, words) => expect(problem(password)).toContain(words));
});
