import { expect, test } from '@/e2e/fixtures';
import { AuditPage } from '@/e2e/pages/audit-page';
import { paths } from '@/lib/paths';

test('Mo finds who took a case, follows it to its history, and the search is noted', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const name = `Ann ${larch.odsCode}`;
  const ann = await world.staff(name, 'assessor');
  const reference = await world.caseAt('taken', larch, { assessor: ann, second: ann });
  const mo = await world.staff(`Mo ${larch.odsCode}`, 'manager');

  const audit = await new AuditPage(await signIn(mo)).open();
  await audit.searches({ 'Who did it': name, What: 'Assigned', Application: reference });
  await audit.shows(['Assigned', name, reference, larch.name]);
  const address = audit.page.url();
  await audit.opens('Assigned');
  await expect(audit.page.getByRole('heading', { level: 1 })).toContainText('Assigned');

  await audit.open();
  await audit.searches({ 'About the person': mo.name, What: 'Audit searched' });
  await audit.shows(['Audit searched', mo.name]);
  await audit.opens('Audit searched');
  await audit.says(new URL(address).searchParams.get('reference') ?? 'a reference');

  const taken = await audit.page.request.get(
    `${paths.auditExport}?format=csv&reference=${reference}&type=application.assigned`,
  );
  const [heading, first, ...rest] = (await taken.text()).trim().split('\r\n');
  expect(heading).toContain('when,what,event,who');
  expect(first).toContain(`Assigned,application.assigned,${name},staff,${reference}`);
  expect(rest).toEqual([]);
});

test('periods that cannot be are answered in words, and stay as typed @desktop', async ({
  world,
  signIn,
}) => {
  const mo = await world.staff('Mo Manager', 'manager');
  const audit = await new AuditPage(await signIn(mo)).open();
  await audit.searches({ From: '31/2/2026', To: 'tomorrow' });
  await audit.says('From must be a real date', 'To must be a real date');
  await expect(audit.page.getByLabel('From', { exact: true })).toHaveValue('31/2/2026');
  await audit.searches({ From: '2/11/2026', To: '1/11/2026', Supplier: 'no such supplier' });
  await audit.says('To must be the same as From or after it');
  await audit.searches({ From: '', To: '' });
  await audit.says('No supplier matches ‘no such supplier’. Check the spelling');
});
