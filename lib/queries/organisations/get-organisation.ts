import { asc, eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { readOdsFact } from '@/db/ods';
import { organisations, people, products } from '@/db/schema';
import { readSuccessions, type Succession } from '@/db/successions';
import type { PlainDate } from '@/lib/domain/dates';
import { isId } from '@/lib/domain/ids';
import type { OdsFact } from '@/lib/domain/ods-fact';
import { type Actor, can } from '@/lib/domain/permissions';
import type { ProfileId } from '@/lib/domain/questions/types';
import { type PeoplePage, readPeoplePage } from '@/lib/queries/people/person-rows';
import { type DetailChange, readDetailHistory } from './detail-history';

export type OrganisationDetails = {
  id: string;
  name: string;
  odsCode: string | null;
  dsptIdentifier: string | null;
  profile: ProfileId | null;
  /** What ODS says of its code, from what is kept; null while it has none. */
  ods: OdsFact | null;
  version: number;
  products: {
    id: string;
    name: string;
    agreementSignedOn: PlainDate | null;
    availableFrom: PlainDate | null;
    version: number;
  }[];
  people: PeoplePage;
  /** What it became part of, and what became part of it, the latest first. */
  successions: Succession[];
  /** Who changed what of its details and products, the latest first. */
  history: DetailChange[];
};

/**
 * One supplier with its products and a page of its people (see listStaff), for managers; null when
 * missing or not permitted.
 */
export async function getOrganisation(
  actor: Actor,
  id: string,
  after?: string,
): Promise<OrganisationDetails | null> {
  if (!can(actor, 'organisation:manage') || !isId(id)) return null;
  return asActor(actor, async (tx) => {
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, id));
    if (!row) return null;
    const owned = await tx
      .select({
        id: products.id,
        name: products.name,
        agreementSignedOn: products.agreementSignedOn,
        availableFrom: products.availableFrom,
        version: products.version,
      })
      .from(products)
      .where(eq(products.organisationId, id))
      .orderBy(asc(products.name));
    return {
      id: row.id,
      name: row.name,
      odsCode: row.odsCode,
      dsptIdentifier: row.dsptIdentifier,
      profile: row.profile as ProfileId | null,
      version: row.version,
      ods: row.odsCode ? await readOdsFact(tx, row.odsCode) : null,
      products: owned,
      successions: await readSuccessions(tx, id),
      history: await readDetailHistory(tx, id),
      people: await readPeoplePage(tx, eq(people.organisationId, id), after),
    };
  });
}
