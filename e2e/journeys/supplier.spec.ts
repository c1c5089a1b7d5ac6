import { expect, test } from '@/e2e/fixtures';
import { DeclarationPage, TimelinePage } from '@/e2e/pages/after-submission';
import { CheckPage } from '@/e2e/pages/check-page';
import { ManagePeople } from '@/e2e/pages/manage-people';
import { SetPasswordPage } from '@/e2e/pages/set-password-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { SupplierHome } from '@/e2e/pages/supplier-home';
import { appliesFor, declares } from '@/e2e/steps/supplier';

test('from a new organisation to its declaration @everywhere', async ({
  world,
  signIn,
  newBrowser,
}) => {
  test.setTimeout(180_000);
  const max = await world.staff('Max Manager', 'manager');
  const { name: organisation, odsCode, email, product } = world.names();
  const sam = { name: 'Sam Sample', email, password: 'seven-paper-lanterns-glow' };
  let link = '';

  await test.step('Max adds the organisation, its product and its first person', async () => {
    const office = new ManagePeople(await signIn(max));
    await office.addsOrganisation(organisation, odsCode);
    await office.addsProduct(product);
    const roles = ['contributor', 'signatory', 'administrator'] as const;
    link = await office.adds({ ...sam, roles });
  });

  const desk = await newBrowser();
  await test.step('Sam sets a password by the link, which works once', async () => {
    const password = await new SetPasswordPage(desk).open(link);
    await password.arrives();
    await password.sets(sam.password);
    await new SignInPage(desk).arrives();
    await password.open(link);
    await password.says('This link can no longer be used');
    await new SignInPage(desk).signIn(sam);
  });

  const home = await new SupplierHome(desk).arrives();
  const reference = await test.step('Sam answers every question', () => appliesFor(home, product));
  const code = await test.step('Sam checks the answers and declares', () =>
    declares(new CheckPage(desk), reference));

  await test.step('Sam prints the declaration and follows the timeline', async () => {
    const declaration = await new DeclarationPage(desk).open(reference);
    await declaration.says(organisation, odsCode, product, 'Sam Sample', /round 1/);
    expect(
      (await declaration.page.locator('.app-history-code').textContent())?.replace(/\s/g, ''),
    ).toBe(code);
    await declaration.printsCleanly('Sam Sample');
    const events = await (await new TimelinePage(desk).open(reference)).events();
    expect(events[0]).toBe('Declaration submitted');
    expect(events.at(-1)).toBe('Application started');
  });

  await test.step('The home page says whose move it is', async () => {
    await home.open();
    await expect(home.card(reference)).toContainText('Your declaration is with the assessor.');
    await expect(home.card(reference)).toContainText('Not cleared for live');
  });
});
