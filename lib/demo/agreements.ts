import { changeProductDates } from '@/lib/commands/manage/change-product-dates';
import { addDays, addYears, type PlainDate } from '@/lib/domain/dates';
import { typedDate } from '@/lib/domain/typed-date';
import { goTo } from './at';
import type { SupplierKey } from './cast';
import { type Cast, expectOk } from './people';

/** Connection agreements, by the days from today on which they have their next anniversary. */
const ANNIVERSARIES: readonly (readonly [who: SupplierKey, product: string, days: number])[] = [
  ['thornbury', 'Thornbury Record', -9],
  ['kestrel', 'Kestrel Refer', 11],
  ['oakhurst', 'Oakhurst Care', 34],
  ['meridian', 'Meridian View', 76],
  ['fenland', 'Fenland Dispense', 80],
  ['kestrel', 'Kestrel Remind', 142],
];

/** The manager enters when the agreements of some products were signed. */
export async function signAgreements(today: PlainDate, { staff, suppliers }: Cast): Promise<void> {
  goTo(today, 46, '09:30');
  for (const [who, product, days] of ANNIVERSARIES) {
    const { person, products } = suppliers[who];
    expectOk(
      await changeProductDates(staff.manager, {
        ...{ organisationId: person.organisationId, productId: products.get(product), version: 1 },
        ...typedDate('signed', addYears(addDays(today, days), -1)),
      }),
    );
  }
}
