import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { unlockQuestion } from '@/lib/commands/apply/unlock-question';
import { attachOnboardingEvidence } from '@/lib/commands/onboardings/attach-onboarding-evidence';
import type { PersonActor } from '@/lib/domain/permissions';
import { uploaded } from './evidence';
import { expectOk, type Supplier, type World } from './world';

/**
 * A supplier with at least one row in every table that suppliers may read, and in those kept from
 * them: what a test needs that goes through all tables.
 */
export async function makeFullTenant(
  world: World,
  assessor: PersonActor,
  name: string,
): Promise<Supplier> {
  const { sql } = world;
  const owner = await world.supplier(name);
  const reference = await world.finishedDraft(owner);
  const files = [uploaded('scope.pdf')];
  expectOk(await attachEvidence(owner.contributor, { reference, questionId: 'isms', files }));
  const idempotencyKey = 'a-submission-of-a-test';
  const input = { reference, idempotencyKey, confirmed: true };
  expectOk(await submitApplication(owner.signatory, input));
  await world.requestInformation(reference, assessor, ['isms']);
  const reason = 'Our process changed.';
  expectOk(
    await unlockQuestion(owner.contributor, { reference, questionId: 'euo-process', reason }),
  );
  const [found] = await sql`select id from applications where reference = ${reference}`;
  const id: string = found?.id;
  const { personId } = owner.person;
  await sql`insert into password_links (token_hash, person_id, organisation_id, created_at, expires_at)
    values (${`hash of ${name}`}, ${personId}, ${owner.id}, now(), now())`;
  await sql`insert into kept_words (person_id, path, sealed, kept_at)
    values (${personId}, '/apply', 'sealed', now())`;
  const [recommended] =
    await sql`insert into recommendations (application_id, round, outcome, reasons,
    conditions, status, recommended_by, recommended_at) values (${id}, 1, 'approved', 'Good.', '[]',
    'confirmed', ${assessor.personId}, now()) returning id`;
  const [decided] =
    await sql`insert into decisions (application_id, organisation_id, recommendation_id,
    outcome, reasons, decided_at, confirmed_by) values (${id}, ${owner.id}, ${recommended?.id},
    'approved', 'Good.', now(), ${assessor.personId}) returning id`;
  await sql`insert into conditions (decision_id, organisation_id, question_id, text, due_on)
    values (${decided?.id}, ${owner.id}, 'isms', 'Show the audit.', '2027-01-31')`;
  await sql`insert into approvals (organisation_id, product_id, application_id, decision_id, status,
    certificate_relied_on, began_at, status_at)
    select organisation_id, product_id, id, ${decided?.id}, 'in_force', false, now(), now()
    from applications where id = ${id}`;
  await sql`insert into question_reviews (application_id, round, question_id, verdict, points, reasons,
    note_to_supplier, reviewed_by, reviewed_at)
    values (${id}, 1, 'isms', 'not_met', '{}', '{}', 'Not yet sent.', ${assessor.personId}, now())`;
  await sql`insert into staff_notes (application_id, round, body, written_by, written_at)
    values (${id}, 1, 'For staff alone.', ${assessor.personId}, now())`;
  await sql`insert into messages (person_id, organisation_id, kind, cause, application_id, content, way,
    created_at) values (${personId}, ${owner.id}, 'request-sent', 'a test', ${id}, '{}', 'at_once', now())`;
  await sql`insert into message_choices values (${personId}, '{"decided":"digest"}', 1, now())`;
  const [euo] =
    await sql`insert into onboardings (organisation_id, product_id, ods_code, name, state,
    state_on, verdict, reasons, flags, created_at) values (${owner.id}, ${owner.productId}, 'E1', 'Elm Surgery',
    'planned', now(), 'not_proven', '{}', '{}', now()) returning id`;
  expectOk(
    await attachOnboardingEvidence(owner.contributor, {
      ...{ onboardingId: euo?.id, files: [uploaded('alert.pdf')] },
    }),
  );
  await sql`insert into onboarding_checks (organisation_id, onboarding_id, checked_on, code, status,
    recorded_by, recorded_at) values (${owner.id}, ${euo?.id}, now(), 'E1', 'x', ${personId}, now())`;
  await sql`with checks as (insert into spot_checks (organisation_id, number, frame, frame_count, frame_text,
      frame_sha256, size, seed, drawn_on, drawn_at, drawn_by, due_on, state, closed_at, closed_by)
    select ${owner.id}, n, 'live', 1, 'x', 'x', 1, n::text, now(), now(), ${assessor.personId}, now(),
      case n when 1 then 'open' else 'closed' end, case n when 2 then now() end,
      case n when 2 then ${assessor.personId}::uuid end from generate_series(1, 2) n returning id),
    items as (insert into spot_check_items (organisation_id, spot_check_id, onboarding_id, position, state_then,
      verdict_then) select ${owner.id}, id, ${euo?.id}, 1, 'live', 'ready' from checks returning id, spot_check_id),
    sent as (insert into spot_check_sendings select id, ${owner.id}, spot_check_id, 1, 'x', now(), ${personId} from items)
    insert into spot_check_marks (item_id, organisation_id, spot_check_id, satisfactory, marked_by, marked_at)
      select id, ${owner.id}, spot_check_id, true, ${assessor.personId}, now() from items`;
  const [imported] =
    await sql`insert into onboarding_imports (organisation_id, file_name, size, sha256,
    storage_key, state, uploaded_by, uploaded_at) values (${owner.id}, 'euos.csv', 9, 'x', ${`key of ${name}`},
    'waiting', ${personId}, now()) returning id`;
  await sql`insert into onboarding_import_rows (import_id, organisation_id, line, reasons)
    values (${imported?.id}, ${owner.id}, 2, '{}')`;
  await sql`insert into onboarding_import_refusals values (${imported?.id}, ${owner.id}, 3, '{code_missing}')`;
  await sql`insert into onboarding_import_changes values (${imported?.id}, ${owner.id}, ${euo?.id}, 3, '{}')`;
  await world.draft(owner);
  await sql`insert into conflicts_of_interest values (${id}, ${assessor.personId}, 'Worked there', now())`;
  return owner;
}
