import type { ColumnSpec } from './file-columns';

/** The columns of the template, in its order; in a file they are found by their headings. */
export const EUO_COLUMNS = [
  'ods_code',
  'name',
  'product',
  'state',
  'lead_ods_code',
  'go_live_on',
  'dspt_code',
  'dspt_status',
  'dspt_published_on',
  'dspt_checked_on',
  'dspt_checked_by',
  'aup_version',
  'aup_alerted_on',
  'aup_method',
  'aup_alerted_by',
  'contact_name',
  'contact_email',
  'clinical_safety',
] as const;
export type EuoColumn = (typeof EUO_COLUMNS)[number];

/** Only the code must be there, and the product where the supplier has not exactly one. */
export function euoColumnSpecs(products: number): Record<EuoColumn, ColumnSpec> {
  const specs = {} as Record<EuoColumn, ColumnSpec>;
  for (const id of EUO_COLUMNS)
    specs[id] = {
      names: [id],
      required: id === 'ods_code' || (id === 'product' && products !== 1),
    };
  return specs;
}
