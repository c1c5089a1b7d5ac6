import { type SQL, sql } from 'drizzle-orm';

/** The next subjects after one, in the order of their ids, wherever one is mentioned. */
const subjectsAfter = (after: string, size: number): SQL => sql`
  select id from (
    (select subject_id as id from event_chains where subject_id > ${after}::uuid
      order by 1 limit ${size})
    union (select distinct subject_id from events where subject_id > ${after}::uuid
      order by 1 limit ${size})
    union (select id from applications where id > ${after}::uuid order by 1 limit ${size})
  ) mentioned order by id limit ${size}`;

/** Each event beside the one before it and beside its words. */
const links = sql`
  select e.subject_id, e.sequence, e.type, e.hash, c.contents, case
    when e.sequence <> row_number() over chain then 'gap'
    when e.previous_hash <> coalesce(lag(e.hash) over chain, '') then 'link'
    when e.hash <> hash_event(e.previous_hash, e.sequence, e.subject_kind, e.subject_id,
      e.organisation_id, e.type, e.audience, e.at, e.actor_side, e.actor_id, e.contents_hash) then 'hash'
    when e.supplier_actor_id is distinct from
      case when e.actor_side = 'supplier' then e.actor_id end then 'actor'
    when c.event_id is null then 'contents_missing'
    when c.redacted_at is null and hash_contents(c.salt, c.contents) is distinct from e.contents_hash
      then 'contents'
    when c.audience <> e.audience or c.organisation_id is distinct from e.organisation_id
      then 'audience'
    when c.redacted_at is not null and not exists (select from redactions r where r.event_id = e.id
      and r.done_by <> r.asked_by) then 'redaction'
    end as fault
  from events e join subject s on s.id = e.subject_id
  left join event_contents c on c.event_id = e.id
  window chain as (partition by e.subject_id order by e.sequence)`;

/** Chains whose head is not their last event, and applications without any chain. */
const heads = sql`
  select s.id as subject_id, coalesce(k.sequence, l.sequence, 0) as sequence, case
    when k.subject_id is null and l.subject_id is null then 'no_chain' else 'head' end as fault
  from subject s left join event_chains k on k.subject_id = s.id
  left join lateral (select subject_id, sequence, hash from events where subject_id = s.id
    order by sequence desc limit 1) l on true
  where k.sequence is distinct from l.sequence or k.head is distinct from l.hash
    or k.subject_id is null`;

/** Submissions held against the events that they print: in either direction. */
const receipts = sql`
  select coalesce(d.application_id, l.subject_id) as subject_id,
    coalesce(d.chain_sequence, l.sequence) as sequence, case
    when d.id is null then 'declaration_missing'
    when l.hash is distinct from d.chain_head then 'receipt'
    when l.contents is not null and l.contents->>'declaration' is distinct from
      hash_contents('', d.frozen) then 'declaration'
    end as fault
  from (select l.* from link l where l.type = 'application.submitted') l
  full join (select d.* from declarations d join subject s on s.id = d.application_id) d
    on d.application_id = l.subject_id and d.chain_sequence = l.sequence`;

/**
 * One batch of chains: how many chains, events, submissions and redactions it held, the last
 * subject, and the first fault in the order of subject and place, if there is one.
 */
export const chainFaults = (after: string, size: number): SQL => sql`
  with subject as materialized (${subjectsAfter(after, size)}),
  link as materialized (${links}),
  receipt as materialized (${receipts}),
  fault as (
    select subject_id, sequence, fault from link where fault is not null
    union all ${heads}
    union all select subject_id, sequence, fault from receipt where fault is not null
  )
  select (select count(*)::int from subject) as chains, (select count(*)::int from link) as events,
    (select count(*)::int from receipt) as submissions,
    (select count(*)::int from link where contents is null) as redacted,
    (select max(id::text) from subject) as last, broken.*
  from (select 1) one left join (
    select coalesce(a.reference, k.subject_kind || ' ' || f.subject_id) as subject, f.sequence, f.fault
    from fault f left join applications a on a.id = f.subject_id
    left join event_chains k on k.subject_id = f.subject_id
    order by f.subject_id, f.sequence, f.fault = 'head' limit 1) broken on true`;
