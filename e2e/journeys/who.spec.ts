import { expect, test } from '@/e2e/fixtures';
import { ReassignPage } from '@/e2e/pages/reassign-page';
import { WhoPage } from '@/e2e/pages/who-page';
import { paths } from '@/lib/paths';

test('Mo sees who has what, looks at what would move, and moves it', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const [ann, bea] = [
    await world.staff(`Ann ${larch.odsCode}`, 'assessor'),
    await world.staff(`Bea ${larch.odsCode}`, 'assessor'),
  ];
  const mo = await world.staff('Mo Manager', 'manager');
  const moved = await world.caseAt('taken', larch, { assessor: ann, second: mo });
  const own = await world.caseAt('recommended', larch, { assessor: ann, second: mo });

  const who = await new WhoPage(await signIn(mo)).open();
  await who.shows(ann.name, { Open: '2', Late: '0' });
  await who.reassignsAllOf(ann.name);
  const preview = await new ReassignPage(who.page).arrives();
  await preview.says(moved, own, 'Nothing moves before you confirm it');
  await preview.choosesFor(bea.name);
  await preview.says(`These move to ${bea.name}`, moved, own);
  await preview.press('Reassign 2 applications');
  await who.arrives();
  await who.says(`2 applications reassigned to ${bea.name}`);
  await who.shows(ann.name, { Open: '0' });

  // It is told to whoever did it, and to nobody by an address that somebody made.
  const told = who.page.url();
  const max = await world.staff('Max Manager', 'manager');
  const other = await signIn(max);
  for (const address of [told, `${paths.manageWho}?moved=2&given=${bea.actor.personId}`]) {
    await other.goto(address);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Who has what');
    await expect(other.getByText('reassigned to')).toHaveCount(0);
  }

  // What waits for a second person does not go back to whoever recommended it.
  await who.reassignsAllOf(bea.name);
  await preview.arrives();
  await preview.choosesFor(ann.name);
  await preview.says('These stay where they are', `${ann.name} recommended the decision`);
  await preview.press('Reassign 1 application');
  await who.says(`1 application reassigned to ${ann.name}`);
});

test('two managers at once: the second is told what moved; one who is none any more, that they may not @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const [ann, bea] = [
    await world.staff(`Ann ${larch.odsCode}`, 'assessor'),
    await world.staff(`Bea ${larch.odsCode}`, 'assessor'),
  ];
  const [mo, max] = [
    await world.staff('Mo Manager', 'manager'),
    await world.staff('Max Manager', 'manager', 'assessor'),
  ];
  const reference = await world.caseAt('taken', larch, { assessor: ann, second: mo });
  const query = `from=${ann.actor.personId}&to=`;
  const first = await new ReassignPage(await signIn(mo)).open(`${query}${bea.actor.personId}`);
  const second = await new ReassignPage(await signIn(max)).open(`${query}${mo.actor.personId}`);
  await second.says('These stay where they are', `${mo.name} is not an assessor now`);
  await second.choosesFor(max.name);
  await first.press('Reassign 1 application');
  await first.says(`1 application reassigned to ${bea.name}`);
  await second.press('Reassign 1 application');
  await second.says(
    'No application was reassigned',
    `${reference} (now with ${bea.name}), because somebody changed it while you were choosing`,
  );

  await second.open(`from=${bea.actor.personId}&to=${max.actor.personId}`);
  await world.demote(max);
  await second.press('Reassign 1 application');
  await second.says('You may not reassign applications any more. Nothing was reassigned.');
});
