import type { PlainDate } from '@/lib/domain/dates';
import type { PersonActor } from '@/lib/domain/permissions';
import { SUPPLIERS } from './cast';
import { type Invented, type Kind, organisationsOf } from './organisations';
import { csvLine, uploadFile } from './upload-file';

type Status = 'A' | 'C' | 'D' | '';
type Row = { code: string; name: string; street: string; status: Status; closed?: string };

/** A line as the publisher writes it: no headings, everything in capitals, empty cells for the rest. */
function lineOf({ code, name, street, status, closed = '' }: Row): string {
  const address = [street, 'DEMO TOWN', 'DEMOSHIRE', '', ''];
  const cells = ['Y99', 'Q99', ...address, 'ZZ99 9ZZ', '20130401', closed, status, 'B'];
  return csvLine(code, name.toUpperCase(), ...cells.map((cell) => cell.toUpperCase()));
}

/** As many again that the demo's DSPT register does not hold; a quarter of them closed long ago. */
const beyondRegister = (kind: Kind): Row[] =>
  organisationsOf(kind).map(({ number, name, place }) => {
    const row = { code: `D${3000 + number}`, name: `Little ${name}`, street: `2 ${place} Road` };
    return number % 4 === 0
      ? { ...row, status: 'C', closed: `${2014 + (number % 9)}0331` }
      : { ...row, status: 'A' };
  });

/** Most are active; a few closed, and the first of all is dormant. */
function standingOf({ number, code, name, place }: Invented): Row {
  const row = { code, name, street: `${number + 1} ${place} Street` };
  if (number === 0) return { ...row, status: 'D' };
  if (number % 27 === 5) return { ...row, status: 'C', closed: '20250630' };
  return { ...row, status: 'A' };
}

const linesOf = (kind: Kind): string[] =>
  [...organisationsOf(kind).map(standingOf), ...beyondRegister(kind)].map(lineOf);

/** The demo's suppliers but for the last, of whose code no file says anything. */
const suppliers = (): string[] =>
  Object.values(SUPPLIERS)
    .slice(0, -1)
    .map(({ odsCode, name }) =>
      lineOf({ code: odsCode, name, street: '1 Demo Business Park', status: '' }),
    );

/** Uploads three ODS files as they stood on a day: some three hundred practices and pharmacies, and the suppliers. */
export async function uploadOdsFiles(who: PersonActor, asOf: PlainDate): Promise<void> {
  const told = (register: 'ods_practices' | 'ods_pharmacies' | 'ods_other', name: string) => ({
    ...{ register, name, asOf },
  });
  await uploadFile(who, told('ods_practices', 'epraccur.csv'), linesOf('Surgery'));
  await uploadFile(who, told('ods_pharmacies', 'edispensary.csv'), linesOf('Pharmacy'));
  await uploadFile(who, told('ods_other', 'suppliers.csv'), suppliers());
}
