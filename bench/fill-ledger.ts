import postgres from 'postgres';

/** Whose ledger is measured, and in whose name. */
export type LedgerOwner = { organisationId: string; personId: string };

/**
 * One supplier's ledger of many onboardings with the facts that real ones have: two registers of
 * 60,000 rows each, a check of the supplier's own for every third, an AUP alert for most, a lead for
 * some. As the superuser, since it is no command's doing.
 */
export async function fillLedger(superuserUrl: string, size: number): Promise<LedgerOwner> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  const [organisation] = await sql`insert into organisations (name, ods_code, profile, created_at)
    values ('Larch Systems', 'L1', 'company', now()) returning id`;
  const [product] = await sql`insert into products (organisation_id, name, created_at)
    values (${organisation?.id}, 'Larch Rota', now()) returning id`;
  const person = async (email: string, roles: string[], owner: string | null) => {
    const [row] = await sql`insert into people (organisation_id, email, name, roles, created_at)
      values (${owner}, ${email}, ${email}, ${roles}, now()) returning id`;
    return row?.id as string;
  };
  const personId = await person('larch@bench.example', ['contributor'], organisation?.id);
  const staff = await person('staff@bench.example', ['manager'], null);
  await sql`insert into aup_versions (version, version_key, in_force_from, published_by, published_at)
    values ('1', '1', '2024-01-01', ${staff}, now()), ('2', '2', '2026-09-01', ${staff}, now())`;
  for (const asOf of ['2026-05-01', '2026-11-01']) {
    const [snapshot] = await sql`insert into register_snapshots (register, file_name, size, sha256,
      storage_key, as_of, complete, state, rows, uploaded_by, uploaded_at) values ('dspt', 'x.csv', 1,
      ${asOf}, ${asOf}, ${asOf}, true, 'ready', 60000, ${staff}, now()) returning id`;
    await sql`insert into register_rows select ${snapshot?.id}, 'N' || n, n + 1, 'Surgery ' || n,
      case when n % 20 = 0 then '24/25 Standards Met' else '25/26 Standards Met' end,
      case when n % 20 = 0 then '24/25' else '25/26' end, 'standards_met', '2026-04-28', '', ''
      from generate_series(1, 60000) n`;
  }
  await sql`insert into onboardings (organisation_id, product_id, ods_code, name, state, state_on, go_live_on,
    lead_ods_code, dspt_code, aup_version, aup_alerted_on, verdict, reasons, flags, created_at)
    select ${organisation?.id}, ${product?.id}, 'E' || n, 'The ' || md5(n::text) || ' Surgery',
      case when n % 10 = 0 then 'planned' else 'live' end, '2026-06-01',
      case when n % 10 = 0 then null else date '2026-05-01' + n % 180 end,
      case when n % 50 = 1 then 'E' || n / 50 * 50 + 2 end, 'N' || n % 66000 + 1,
      case when n % 25 > 0 then '1' end, case when n % 25 > 0 then date '2026-04-01' end,
      'not_proven', '{}', '{}', now()
    from generate_series(1, ${size}::int) n`;
  await sql`insert into onboarding_checks (organisation_id, onboarding_id, checked_on, code, status, edition,
    level, published_on, recorded_by, recorded_at)
    select organisation_id, id, '2026-04-30', dspt_code, '24/25 Standards Met', '24/25', 'standards_met',
      '2025-06-20', ${personId}, now() from onboardings where right(ods_code, 1) in ('1', '4', '7')`;
  await sql`vacuum analyze`;
  await sql.end();
  return { organisationId: organisation?.id, personId };
}
