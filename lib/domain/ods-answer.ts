import { z } from 'zod';
import { type PlainDate, parsePlainDate } from './dates';
import { readOdsCode } from './ods';
import type { OdsKnown } from './ods-fact';

/** An organisation as the ODS FHIR R4 API answers. */
export type OdsOrganisation = { code: string; active: boolean; role: string } & Pick<
  OdsKnown,
  'name' | 'address' | 'postcode' | 'openedOn' | 'closedOn'
>;

/** Text of a length that real ones have, without characters that are no text. */
const text = z
  .string()
  .max(500)
  .refine((value) => !/\p{Cc}/u.test(value))
  .transform((value) => value.trim().replace(/\s+/g, ' '));

type Extension = {
  url: string;
  extension?: Extension[] | undefined;
  valueCoding?: { code?: string | undefined } | undefined;
  valueCodeableConcept?: { coding?: { display?: string | undefined }[] | undefined } | undefined;
  valuePeriod?: { start?: string | undefined; end?: string | undefined } | undefined;
};
const extensionSchema: z.ZodType<Extension> = z.lazy(() =>
  z.object({
    url: z.string(),
    extension: z.array(extensionSchema).optional(),
    valueCoding: z.object({ code: z.string().optional() }).optional(),
    valueCodeableConcept: z
      .object({ coding: z.array(z.object({ display: text.optional() })).optional() })
      .optional(),
    valuePeriod: z.object({ start: z.string().optional(), end: z.string().optional() }).optional(),
  }),
);

const schema = z.object({
  resourceType: z.literal('Organization'),
  id: z.string(),
  name: text.refine((name) => name !== ''),
  active: z.boolean(),
  address: z
    .array(
      z.object({
        line: z.array(text).default([]),
        city: text.optional(),
        district: text.optional(),
        postalCode: text.optional(),
      }),
    )
    .default([]),
  extension: z.array(extensionSchema).default([]),
});

const ends =
  (name: string) =>
  ({ url }: Extension) =>
    url.endsWith(name);
const inside = (extension: Extension | undefined, name: string): Extension[] =>
  extension?.extension?.filter(ends(name)) ?? [];

const dayOf = (given: string | undefined): PlainDate | null =>
  parsePlainDate((given ?? '').slice(0, 10));

/** From when to when a role is worked in: its operational period, or the legal one where it has no other. */
function periodOf(role: Extension) {
  const periods = inside(role, 'TypedPeriod').flatMap((typed) => {
    const [kind] = inside(typed, 'dateType');
    const [period] = inside(typed, 'period');
    return period?.valuePeriod ? [{ kind: kind?.valueCoding?.code, ...period.valuePeriod }] : [];
  });
  const period = periods.find(({ kind }) => kind === 'Operational') ?? periods[0];
  return { start: dayOf(period?.start), end: dayOf(period?.end) };
}

/**
 * Reads the API's answer about a code; null for anything that is no such answer, among them one about
 * another code: nobody is moved to a successor unasked (the ODS rules). It opened with its first role,
 * and closed, where it is not active, with its last: the answer has no dates of its own.
 */
export function readOdsOrganisation(answer: unknown, code: string): OdsOrganisation | null {
  const read = schema.safeParse(answer);
  if (!read.success) return null;
  const { id, name, active, address, extension } = read.data;
  const found = readOdsCode(id);
  if (!found.ok || found.code !== code) return null;
  const roles = extension.filter(ends('OrganisationRole'));
  const periods = roles.map(periodOf);
  const starts = periods.flatMap(({ start }) => start ?? []).sort();
  const last = periods.flatMap(({ end }) => end ?? []).sort();
  const display = inside(roles[0], 'roleCode')[0]?.valueCodeableConcept?.coding?.[0]?.display;
  const [first] = address;
  const lines = [...(first?.line ?? []), first?.city, first?.district];
  return {
    ...{ code, name, active, role: display ?? '' },
    address: lines.filter(Boolean).join(', '),
    postcode: first?.postalCode ?? '',
    openedOn: starts[0] ?? null,
    closedOn: active ? null : (last.at(-1) ?? null),
  };
}

/** True for the API's own answer that something is wrong, such as a code that it does not know. */
export const isOperationOutcome = (answer: unknown): boolean =>
  z.object({ resourceType: z.literal('OperationOutcome') }).safeParse(answer).success;
