import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STATUS_IDS, type Status, TRANSITIONS } from '@/lib/domain/application';
import { type Actor, GRANTS, STAFF_ROLES, SUPPLIER_ROLES } from '@/lib/domain/permissions';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { asActor } from './client';

const SIDES = ['supplier', 'staff', 'system'] as const;
type Side = (typeof SIDES)[number];

/** Which sides hold a permission. */
function sidesOf(grantees: readonly string[]): Side[] {
  const holds = (roles: readonly string[]) => roles.some((role) => grantees.includes(role));
  return SIDES.filter((side) =>
    side === 'supplier'
      ? holds(SUPPLIER_ROLES)
      : side === 'staff'
        ? holds(STAFF_ROLES)
        : holds(['system']),
  );
}
const RULES = new Set(
  TRANSITIONS.flatMap(({ from, to, permission }) =>
    from.flatMap((status) => sidesOf(GRANTS[permission]).map((side) => `${status} ${to} ${side}`)),
  ),
);

let world: World;
let owner: Supplier;
let reference: string;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
  reference = await world.draft(owner);
});
afterAll(() => world.end());

test('the database holds the same machine as the rules', async () => {
  const rows = await world.sql`select from_status || ' ' || to_status || ' ' || side as rule
    from application_transitions`;
  expect(new Set(rows.map(({ rule }) => rule))).toEqual(RULES);
});

const actorOf = async (side: Side): Promise<Actor> => {
  if (side === 'system') return { kind: 'system', name: 'test' };
  return side === 'staff' ? await world.staff('Mo', 'manager', 'assessor') : owner.person;
};

describe.each(SIDES)('past every command, the side of the %s', (side) => {
  test.each(STATUS_IDS)('moves a case that is %s only where the table lets it', async (from) => {
    const actor = await actorOf(side);
    for (const to of STATUS_IDS.filter((status) => status !== from)) {
      await world.force(reference, from);
      const moved = await asActor(actor, (tx) =>
        tx.execute(raw`update applications set status = ${to} where reference = ${reference}`),
      ).then(
        (result) => result.count === 1,
        (error) => {
          expect(error).toMatchObject({ code: '23514', constraint: 'application_transitions' });
          return false;
        },
      );
      expect([from, to, moved]).toEqual([from, to, RULES.has(`${from} ${to} ${side}`)]);
    }
  });
});

test('a status that is none is refused', async () => {
  await world.force(reference, 'draft' satisfies Status);
  const invented = world.sql`update applications set status = 'invented'
    where reference = ${reference}`;
  await expect(invented).rejects.toMatchObject({ code: '23514' });
});
