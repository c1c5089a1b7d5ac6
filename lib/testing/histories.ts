import fc from 'fast-check';
import type postgres from 'postgres';
import type { FigureFacts } from '@/lib/domain/case-figures';
import { addDays } from '@/lib/domain/dates';
import { OUTCOMES, type Outcome } from '@/lib/domain/decision';
import { PERIODS } from '@/lib/domain/figure-periods';
import type { FigureFilter } from '@/lib/domain/figure-sums';
import type { PersonActor } from '@/lib/domain/permissions';
import { TURN_EVENTS } from '@/lib/domain/turns';
import type { Supplier } from './world';

/** A case whose history is made up; `countedBetween`: whether it is counted half-way. */
export type GeneratedCase = {
  id: string;
  reference: string;
  supplier: Supplier;
  facts: FigureFacts;
  countedBetween: boolean;
};

const pick = <T>(of: readonly T[]) => fc.constantFrom(...of);
const REASONS = ['other', 'no-explanation', 'isms-scope'] as const;

/** Histories of some cases: any turns in any order, from 2026, with what they say. */
export function generatedCases(
  suppliers: readonly Supplier[],
  staff: readonly PersonActor[],
  least = 0,
): fc.Arbitrary<GeneratedCase[]> {
  const step = fc.record({
    type: pick(TURN_EVENTS),
    hours: fc.integer({ min: 1, max: 500 }),
    by: pick(staff),
    outcome: pick(OUTCOMES),
    reasons: fc.uniqueArray(pick(REASONS), { maxLength: 3 }),
  });
  const one = fc.record({
    id: fc.uuid(),
    supplier: pick(suppliers),
    countedBetween: fc.boolean(),
    steps: fc.array(step, { maxLength: 9 }),
    version: pick(['2026-01', '2026-11']),
  });
  return fc
    .uniqueArray(one, { minLength: least, maxLength: 8, selector: ({ id }) => id })
    .map((cases) =>
      cases.map(({ id, supplier, countedBetween, steps, version }) => {
        let at = Date.parse('2026-01-05T09:00:00Z');
        const told = [
          {
            type: 'application.submitted' as const,
            hours: 1,
            by: null,
            outcome: null,
            reasons: [],
          },
          ...steps,
        ].map((turn) => {
          at += turn.hours * 3_600_000;
          const by = turn.by?.personId ?? null;
          return { ...turn, at: new Date(at), by };
        });
        const requests = told.flatMap(({ type, at, by, reasons }) =>
          type === 'request.sent' && by
            ? [{ round: 1, at, by, items: [{ questionId: 'isms' as const, reasons }] }]
            : [],
        );
        const outcomes = told.flatMap(({ type, outcome }): Outcome[] =>
          type === 'decision.confirmed' && outcome ? [outcome] : [],
        );
        const turns = told.map(({ type, at, by }) => ({ type, at, by }));
        const facts = { turns, outcomes, requests, versions: { 1: version } };
        return { id, reference: `G-${id}`, supplier, countedBetween, facts };
      }),
    );
}

/** Any time of 2026, by week or month, of anybody and any of the suppliers and their products. */
export function generatedFilter(
  suppliers: readonly Supplier[],
  staff: readonly PersonActor[],
): fc.Arbitrary<FigureFilter> {
  const drawn = fc.record({
    period: pick(PERIODS),
    ...{ start: fc.nat(300), length: fc.nat(90) },
    assessorId: pick([null, ...staff.map(({ personId }) => personId)]),
    supplier: pick([null, ...suppliers]),
    ...{ isSupplier: fc.boolean(), isProduct: fc.boolean() },
  });
  return drawn.map(({ period, assessorId, start, length, supplier, ...is }) => ({
    ...{ period, assessorId, from: addDays('2026-01-01', start) },
    to: addDays('2026-01-01', start + length),
    organisationId: is.isSupplier && supplier ? supplier.id : null,
    productId: is.isProduct && supplier ? supplier.productId : null,
  }));
}

/** Writes a case's history, or so many turns of it, where they are not written yet, as its commands would. */
export async function putCase(
  sql: postgres.Sql,
  { id, reference, supplier, facts }: GeneratedCase,
  upTo = facts.turns.length,
): Promise<void> {
  const { id: organisation, productId, person } = supplier;
  await sql`insert into applications (id, reference, organisation_id, product_id, kind, status, status_at,
      created_by, created_at, search_text)
    values (${id}, ${reference}, ${organisation}, ${productId}, 'new', 'withdrawn', now(), ${person.personId},
      ${facts.turns[0]?.at ?? new Date()}, '')
    on conflict (id) do nothing`;
  await sql`insert into event_chains (subject_id, subject_kind, organisation_id, sequence, head)
    values (${id}, 'application', ${organisation}, 0, '') on conflict do nothing`;
  const [found] = await sql`select count(*)::int as written from events where subject_id = ${id}`;
  let [decision, request] = [0, 0];
  for (const [index, { type, at, by }] of facts.turns.slice(0, upTo).entries()) {
    const outcome = type === 'decision.confirmed' ? facts.outcomes[decision++] : undefined;
    const sent = type === 'request.sent' ? facts.requests[request++] : undefined;
    if (index < found?.written) continue;
    if (outcome) await putDecision(sql, { id, organisation, outcome, at, by });
    if (sent) await putRequest(sql, { id, organisation }, sent);
    if (index === 0)
      await sql`insert into declarations (application_id, organisation_id, round, idempotency_key,
          catalogue_version, frozen, signatory_id, signatory_name, submitted_at, chain_sequence, chain_head)
        values (${id}, ${organisation}, 1, 'key', ${facts.versions[1] ?? ''}, '{}', ${person.personId}, 'S', ${at}, 1, '')`;
    await sql`insert into events (subject_id, subject_kind, organisation_id, sequence, type, audience, at,
        actor_side, actor_id, contents_hash, previous_hash, hash)
      values (${id}, 'application', ${organisation}, ${index + 1}, ${type}, 'supplier', ${at},
        ${by ? 'staff' : 'supplier'}, ${by}, '', '', ${`${id} ${index}`})`;
  }
}

type Owned = { id: string; organisation: string };
type Decided = Owned & { outcome: Outcome; at: Date; by: string | null };

async function putDecision(sql: postgres.Sql, { id, organisation, outcome, at, by }: Decided) {
  const [row] =
    await sql`insert into recommendations (application_id, round, outcome, reasons, conditions,
      status, recommended_by, recommended_at)
    values (${id}, 1, ${outcome}, '', '[]', 'confirmed', ${by}, ${at}) returning id`;
  await sql`insert into decisions (application_id, organisation_id, recommendation_id, outcome, reasons,
      decided_at, confirmed_by)
    values (${id}, ${organisation}, ${row?.id}, ${outcome}, '', ${at}, ${by})`;
}

async function putRequest(
  sql: postgres.Sql,
  { id, organisation }: Owned,
  { round, at, by, items }: FigureFacts['requests'][number],
) {
  const [row] =
    await sql`insert into information_requests (application_id, organisation_id, round, status,
      due_on, message, sent_at, sent_by)
    values (${id}, ${organisation}, ${round}, 'answered', ${at}, '', ${at}, ${by}) returning id`;
  for (const { questionId, reasons } of items)
    await sql`insert into information_request_items (request_id, organisation_id, question_id, reasons, missing, note)
      values (${row?.id}, ${organisation}, ${questionId}, ${[...reasons]}, '[]', '')`;
}
