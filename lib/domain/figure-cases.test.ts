import { expect, test } from 'vitest';
import { figureCasesQuery, readFigureCases } from './figure-cases';

const ID = '11111111-1111-4111-8111-111111111111';
const days = { measure: 'decided', from: '2026-11-01', to: '2026-11-30' } as const;
const read = (query: string) => readFigureCases(Object.fromEntries(new URLSearchParams(query)));

test('an address says again which cases it asks for, and where from', () => {
  const came = { page: 'why', shown: `time=6-months&supplier=${ID}` } as const;
  const query = figureCasesQuery({ ...days, assessorId: ID, question: 'isms', value: 3 }, came);
  expect(read(query)).toMatchObject({
    cases: { ...days, assessorId: ID, organisationId: null, question: 'isms', value: 3 },
    ...{ came, problems: [] },
  });
  expect(read(figureCasesQuery(days))?.came).toEqual({ page: 'flow', shown: '' });
});

test('an id that cannot be one is said to be unknown, as the filters say it', () => {
  const found = read(`${figureCasesQuery(days)}&supplier=nobody&product=1`);
  expect(found?.problems).toEqual([
    {
      field: 'supplier',
      message: 'Choose a supplier from the list: the one in the address is not known',
    },
    {
      field: 'product',
      message: 'Choose a product from the list: the one in the address is not known',
    },
  ]);
});

test.each(['', 'measure=decided', 'measure=our_days&from=2026-11-01&to=2026-11-30'])(
  'no list is asked for by ?%s',
  (query) => expect(read(query)).toBeNull(),
);
