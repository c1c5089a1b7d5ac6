import type postgres from 'postgres';

/** A number below `sides` that looks random and is the same in every run, for a case `a`. */
const die = (salt: number, sides: number) =>
  `mod(abs(hashtextextended(a.id::text, ${salt}) / 2), ${sides})`;
const DECIDED = `('approved', 'approved_with_conditions', 'rejected')`;
/** Events before the first submission: the start, and answers as they were saved. */
const BEFORE = 7;
/** What happened to a case: a round each fortnight, the last response some days after it came. */
const CAME = `a.submitted_at - (a.round - i.n) * interval '14 days'`;
const ANSWERED = `${CAME} + (1 + ${die(11, 9)}) * interval '1 day'`;
const ASSESSOR = `coalesce(a.assignee_id, (select id from people where email = 'assessor1@bench.example'))`;

const TURNS = `
  select a.id, a.organisation_id, a.created_by, ${ASSESSOR} as assessor, t.*
  from applications a cross join lateral generate_series(1, a.round) i (n)
    cross join lateral (values
      (2 * i.n - 1, 'application.submitted', ${CAME}, true),
      (2 * i.n, 'request.sent', ${ANSWERED}, i.n < a.round or a.status = 'information_requested'),
      (2 * i.n, 'decision.recommended', ${ANSWERED}, i.n = a.round and a.status in ('recommended', ${DECIDED.slice(1)}),
      (2 * i.n + 1, 'decision.confirmed', ${ANSWERED} + (1 + ${die(12, 3)}) * interval '1 day',
        i.n = a.round and a.status in ${DECIDED}),
      (2 * i.n, 'application.withdrawn', ${ANSWERED}, i.n = a.round and a.status = 'withdrawn')
    ) t (place, type, at, happened)
  where a.status <> 'draft' and t.happened`;

const event = (
  from: string,
) => `insert into events (subject_id, subject_kind, organisation_id, sequence,
    type, audience, at, actor_side, actor_id, supplier_actor_id, contents_hash, previous_hash, hash)
  select id, 'application', organisation_id, sequence, type, 'supplier', at,
    case when assessor is null then 'supplier' else 'staff' end, coalesce(assessor, created_by),
    case when assessor is null then created_by end, '', '', md5(id::text || sequence) from (${from}) e`;

/**
 * Gives every filled application the history that its status and round tell of: ten events or so,
 * what was asked for, and what was decided. The chain is not a real one: it is there for its size.
 */
export async function fillHistories(sql: postgres.Sql): Promise<void> {
  const run = (text: string) => sql.unsafe(text);
  await run(
    event(`select a.id, a.organisation_id, a.created_by, null::uuid as assessor, n as sequence,
      case n when 1 then 'application.started' else 'answer.saved' end as type,
      coalesce(a.submitted_at - a.round * interval '14 days', a.created_at) as at
    from applications a, generate_series(1, ${BEFORE}) n`),
  );
  await run(
    event(`select id, organisation_id, created_by,
      case when type in ('application.submitted', 'application.withdrawn') then null else assessor end as assessor,
      ${BEFORE} + place as sequence, type, at from (${TURNS}) t`),
  );
  await run(`with r as (insert into recommendations (application_id, round, outcome, reasons, conditions,
        status, recommended_by, recommended_at, settled_by, settled_at)
      select a.id, a.round, a.status, 'Bench', '[]', 'confirmed', ${ASSESSOR}, a.status_at, ${ASSESSOR}, a.status_at
      from applications a where a.status in ${DECIDED}
      returning id, application_id, outcome, recommended_by, recommended_at)
    insert into decisions (application_id, organisation_id, recommendation_id, outcome, reasons, decided_at, confirmed_by)
    select r.application_id, a.organisation_id, r.id, r.outcome, 'Bench', r.recommended_at, r.recommended_by
    from r join applications a on a.id = r.application_id`);
  await run(`with r as (insert into information_requests (application_id, organisation_id, round, status, due_on,
        message, sent_at, sent_by)
      select t.id, t.organisation_id, t.place / 2, 'answered', t.at::date + 14, '', t.at, t.assessor
      from (${TURNS}) t where t.type = 'request.sent' returning id, organisation_id, application_id)
    insert into information_request_items (request_id, organisation_id, question_id, reasons, missing, note)
    select a.id, a.organisation_id, q.id, q.reasons, '[]', '' from r a cross join lateral (values
      ('isms', '{isms-scope,no-explanation}'::text[], ${die(13, 3)} > 0),
      ('euo-process', '{process-incomplete,aup-not-covered}', ${die(14, 2)} > 0),
      ('dspt-published-on', '{date-wrong}', ${die(15, 5)} = 0)) q (id, reasons, so) where q.so`);
}
