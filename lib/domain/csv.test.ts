import { expect, test } from 'vitest';
import { csvLine } from './csv';

test('a line is in marks where it needs them, and nothing in it is a formula', () => {
  expect(csvLine(['A1', 'x, y', 'say "so"', 'two\nlines', ''])).toBe(
    'A1,"x, y","say ""so""","two\nlines",\r\n',
  );
  expect(csvLine(['=1+1', '+44', '-x', '@me', '\tx', "'=x", 'a=b'])).toBe(
    "'=1+1,'+44,'-x,'@me,'\tx,'=x,a=b\r\n",
  );
});
