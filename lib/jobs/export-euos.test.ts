import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvLine } from '@/lib/domain/csv';
import { EXPORT_COLUMNS, exportCells } from '@/lib/domain/euo-export';
import { NO_FILTER } from '@/lib/domain/onboarding-filter';
import { exportOnboardings } from '@/lib/queries/onboardings/export-onboardings';
import { euoImports } from '@/lib/testing/euo-import';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';

let world: World;
let imports: ReturnType<typeof euoImports>;
let acme: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  imports = euoImports(world);
  acme = await world.supplier('Acme Care');
});
afterAll(async () => {
  await imports.end();
  await world.end();
});

async function exported(who: Supplier, filter = NO_FILTER): Promise<string[]> {
  const lines = [csvLine([...EXPORT_COLUMNS])];
  for await (const rows of exportOnboardings(who.person, filter))
    lines.push(...rows.map((row) => csvLine(exportCells(row))));
  return lines;
}

test('what is exported is what there is, and imported again changes nothing', async () => {
  const head =
    'ods_code,name,state,go_live_on,dspt_code,dspt_status,dspt_checked_on,aup_version,aup_alerted_on';
  const many = Array.from({ length: 1100 }, (_, n) => `M${n},"Maple, ${n}",,,,,,,`);
  const rows = [
    "A1,'=Aster,live,2026-08-01,B81,25/26 Standards Met,2026-07-01,1.0,2026-07-01",
    ...many,
  ];
  await imports.run(acme, [head, ...rows].join('\n'));
  const lines = await exported(acme);
  expect(lines).toHaveLength(1102);
  expect(lines[1]).toBe(
    `A1,'=Aster,${acme.productName},live,,2026-08-01,B81,25/26 Standards Met,,2026-07-01,,1.0,2026-07-01,,,,,,Ready,\r\n`,
  );
  expect(new Set(lines).size).toBe(1102);
  const again = await imports.preview(acme, lines.join(''));
  expect(again).toMatchObject({ same: 1101, added: 0, changed: 0, refused: 0 });
  expect(await exported(acme, { ...NO_FILTER, state: 'live' })).toHaveLength(2);
  const other = await world.supplier('Other Care');
  expect(await exported(other)).toHaveLength(1);
  expect(lines[2]).toContain('No DSPT check; AUP alert missing');
});
