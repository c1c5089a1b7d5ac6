const TREES = ['Alder', 'Beech', 'Cedar', 'Elder', 'Hazel', 'Juniper', 'Linden', 'Rowan', 'Willow'];
const PLACES = ['Bank', 'Brook', 'Cross', 'Fields', 'Green', 'Hill', 'Lane', 'Mead', 'View'];

/** The kinds of organisation that suppliers connect. */
export const KINDS = [
  { name: 'Surgery', sector: 'General Practice (GP)' },
  { name: 'Pharmacy', sector: 'Pharmacy' },
  { name: 'Dental Care', sector: 'Dentist' },
  { name: 'Care Home', sector: 'Social Care' },
] as const;
export type Kind = (typeof KINDS)[number]['name'];

/** An invented organisation; `number` counts all of them, from 0. */
export type Invented = { number: number; code: string; name: string; tree: string; place: string };

/** The invented organisations of one kind: in every file of the demo under the same code. */
export function organisationsOf(kind: Kind): Invented[] {
  const before = KINDS.findIndex(({ name }) => name === kind) * TREES.length * PLACES.length;
  return TREES.flatMap((tree, one) =>
    PLACES.map((place, two) => {
      const number = before + one * PLACES.length + two;
      const name = `${tree} ${place} Demo ${kind}`;
      return { number, code: `D${String(1000 + number)}`, name, tree, place };
    }),
  );
}
