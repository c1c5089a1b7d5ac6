import postgres from 'postgres';
import { fillHistories } from './fill-histories';

/** Of a hundred products with an application, how many have one in this status; the rest are decided. */
const OPEN_SHARE = {
  draft: 2,
  submitted: 4,
  in_assessment: 4,
  information_requested: 4,
  recommended: 2,
};

const NAMES = `array['Northgate','Willowbrook','Harbour','Ashdown','Kestrel','Fenland','Larkfield',
  'Stonebridge','Meridian','Oakhurst','Pennine','Redwood','Saltmarsh','Thornbury','Upland','Westerly']`;
const TRADES = `array['Health Systems','Care Software','Clinical Records','Digital','Informatics',
  'Medical Data','Pharmacy Systems','Practice Tools','Connect']`;
const PRODUCTS = `array['Records','Booking','Messaging','Prescribing','Referrals','Triage','Imaging',
  'Rota','Results','Pathways','Consent']`;
/** A permutation of 32 bits in letters that references use, so that none comes twice. */
const CODE = `translate(lpad(to_hex((k::bigint * 2654435761) & 4294967295), 8, '0'),
  '0123456789abcdef', '23456789CDFGHJKM')`;

/**
 * Fills an empty, migrated database with so many applications, believably spread over suppliers,
 * statuses, assessors and days; each submitted one with its declaration, and each with its history.
 */
export async function fill(superuserUrl: string, applications: number): Promise<void> {
  const suppliers = Math.max(20, Math.round(applications / 25));
  const products = Math.round(applications * 0.6);
  const assessors = Math.max(4, Math.min(40, Math.round(applications / 2500)));
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  const run = (text: string) => sql.unsafe(text);
  try {
    // Rows made to fit need no check by trigger, which would take most of the time.
    await run('set session_replication_role = replica');
    await run(`create temp table supplier as select k, gen_random_uuid() as id,
      gen_random_uuid() as person, (${NAMES})[1 + k % 16] || ' ' || (${TRADES})[1 + k / 16 % 9]
      || ' ' || k as name from generate_series(1, ${suppliers}) k`);
    await run(`insert into organisations (id, name, ods_code, profile, created_at)
      select id, name, 'B' || lpad(k::text, 7, '0'), 'company', now() - interval '3 years'
      from supplier`);
    await run(
      `insert into supplier_figures (organisation_id, name_key) select id, lower(name) from supplier`,
    );
    await run(`insert into people (id, organisation_id, email, name, roles, created_at)
      select person, id, 'supplier' || k || '@bench.example', 'Supplier Person ' || k,
        '{contributor,signatory}', now() - interval '3 years' from supplier`);
    await run(`insert into people (organisation_id, email, name, roles, created_at)
      select id, 'uploader' || n || '@bench.example', 'Uploader Person ' || n, '{contributor}',
        now() - interval '3 years' from supplier, generate_series(1, 7) n where k = 1`);
    await run(`create temp table assessor as select k, gen_random_uuid() as id
      from generate_series(1, ${assessors}) k`);
    await run(`insert into people (id, email, name, roles, created_at)
      select id, 'assessor' || k || '@bench.example', 'Assessor Person ' || k, '{assessor}',
        now() - interval '3 years' from assessor`);
    await run(`insert into people (email, name, roles, created_at) values ('manager1@bench.example',
      'Manager Person', '{manager}', now() - interval '3 years')`);
    await run(`create temp table product as select number, gen_random_uuid() as id, s.id as organisation,
      s.person, s.name as supplier, (${PRODUCTS})[1 + number % 11] || ' ' || number as name
      from generate_series(0, ${products - 1}) number
      join supplier s on s.k = 1 + mod(abs(hashint4(number)::bigint), ${suppliers})`);
    await run(`insert into products (id, organisation_id, name, created_at)
      select id, organisation, name, now() - interval '3 years' from product`);
    await run(`create unique index on product (number)`);
    await run(applicationsText(applications, products, assessors));
    await run(`insert into declarations (application_id, organisation_id, round, idempotency_key,
        catalogue_version, frozen, signatory_id, signatory_name, submitted_at, chain_sequence, chain_head)
      select id, organisation_id, round, id::text, '1', '{"answers": []}', created_by, 'Supplier Person',
        submitted_at, 2, md5(id::text) from applications where submitted_at is not null`);
    await fillHistories(sql);
    await run(`insert into event_contents (event_id, organisation_id, audience, draft, salt, contents)
      select id, organisation_id, audience, false, '', '{}' from events`);
    await run(`insert into event_chains (subject_id, subject_kind, organisation_id, sequence, head)
      select distinct on (subject_id) subject_id, subject_kind, organisation_id, sequence, hash from events
      order by subject_id, sequence desc`);
    await run('vacuum (analyze)');
    await run('checkpoint');
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** A number below `sides` that looks random and is the same in every run. */
const die = (salt: number, sides: number) => `mod(abs(hashint8extended(k, ${salt}) / 2), ${sides})`;

function applicationsText(applications: number, products: number, assessors: number): string {
  let upTo = 0;
  const open = Object.entries(OPEN_SHARE).map(([status, share]) => {
    upTo += share;
    return `when k < ${products} and ${die(1, 100)} < ${upTo} then '${status}'`;
  });
  // The first application of each product may be open, since a product has one open at most.
  return `insert into applications (reference, organisation_id, product_id, kind, status, round,
      assignee_id, requests_sent, submitted_at, due_on, status_at, created_by, created_at, search_text)
    select reference, organisation, product, 'new', status, round,
      case when status = 'draft' or (status = 'submitted' and round = 1 and ${die(2, 3)} > 0) then null
        else (select id from assessor where assessor.k = 1 + ${die(3, assessors).replace('k,', 'n.k,')}) end,
      round - 1, case when status <> 'draft' then at end,
      case when status in ('submitted', 'in_assessment', 'information_requested')
        then current_date - 4 + ${die(4, 17)}::integer end,
      at, person, at - interval '9 days', lower(reference || ' ' || supplier || ' ' || name)
    from (select k, 'DSI-' || left(code, 4) || '-' || right(code, 4) as reference, status,
        case when status = 'draft' then 1 else (array[1, 1, 1, 2, 2, 3])[1 + ${die(5, 6)}] end as round,
        date_trunc('milliseconds', now() - ${die(6, 20_000)} * interval '1 minute'
          - case when open then interval '0' else (20 + ${die(7, 900)}) * interval '1 day' end) as at,
        p.id as product, p.organisation, p.person, p.supplier, p.name
      from (select k, ${CODE} as code, status, status in (${listed(OPEN_SHARE)}) as open
        from (select k, case ${open.join(' ')}
          when ${die(8, 10)} < 6 then 'approved' when ${die(8, 10)} < 7 then 'approved_with_conditions'
          when ${die(8, 10)} < 9 then 'rejected' else 'withdrawn' end as status
          from generate_series(0::bigint, ${applications - 1}) k) s) c
      join product p on p.number = c.k % ${products}) n`;
}

const listed = (table: object) =>
  Object.keys(table)
    .map((id) => `'${id}'`)
    .join(', ');
