import type postgres from 'postgres';

/**
 * Adds to a filled database what the pages of what lapses and of EUOs read: an approval for each product
 * that was approved, most of them until the end of a DSPT edition; and an end user organisation for each
 * application, unevenly spread over the suppliers.
 */
export async function fillDashboards(sql: postgres.Sql, size: number): Promise<void> {
  // Rows made to fit need no check by trigger.
  await sql`set session_replication_role = replica`;
  await sql`insert into approvals (organisation_id, product_id, application_id, decision_id, status,
      certificate_relied_on, began_at, status_at)
    select distinct on (a.product_id) a.organisation_id, a.product_id, a.id, d.id, 'in_force', false,
      d.decided_at, d.decided_at
    from decisions d join applications a on a.id = d.application_id
    where a.status = 'approved' order by a.product_id, d.decided_at desc`;
  await sql`insert into onboardings (organisation_id, product_id, ods_code, name, state, state_on, go_live_on,
      verdict, reasons, flags, created_at)
    select p.organisation_id, p.id, 'E' || n, 'Surgery ' || n, 'live', now(), now(),
      (array['ready', 'ready', 'ready', 'lapsed', 'not_ready', 'not_proven'])[1 + n % 6], '{}',
      case when n % 9 = 0 then '{aup_outdated}'::text[] else '{}' end, now()
    from (select id, organisation_id, row_number() over (order by id) as k from products) p
      join generate_series(1, ${size}::int) n
        on p.k = 1 + floor(power(mod(n::bigint * 2654435761, 1000003) / 1000003.0, 3)
          * (select count(*) from products))`;
  await sql`set session_replication_role = origin`;
  await sql`insert into assurances (approval_id, organisation_id, until, cause)
    select id, organisation_id, case when k < 6 then date '2027-06-30' else
        current_date - 60 + mod(abs(hashtextextended(id::text, 4)), 1000)::int end,
      case when k < 6 then 'dspt_edition' when k < 9 then 'agreement_anniversary' else 'certificate' end
    from (select id, organisation_id, mod(abs(hashtextextended(id::text, 5)), 10) as k from approvals) a`;
  await sql`insert into supplier_marks (organisation_id) select id from organisations`;
}
