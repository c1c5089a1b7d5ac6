import { VERSION_GRANTS } from './testing-version-grants';

/**
 * Every privilege on every table, by role, in the order delete, insert, select, update; a list in
 * brackets when only some columns are granted. A table or a grant that is not here fails the tests.
 */
export const EXPECTED_GRANTS: Record<string, Record<string, string>> = {
  ...VERSION_GRANTS,
  absences: {
    staff: 'insert; select; update(set_at, set_by, until)',
    system: 'select',
  },
  answers: {
    supplier: 'insert; select; update(fields, recorded, saved_at, saved_by, version)',
  },
  application_transitions: { definer: 'select', system: 'select' },
  applications: {
    definer: 'select',
    staff:
      'select; update(assignee_id, due_on, requests_sent, round, search_text, status, status_at, version)',
    supplier: 'insert; select; update(due_on, round, status, status_at, submitted_at, version)',
    system:
      'select; update(assignee_id, due_on, requests_sent, round, search_text, status, status_at, version)',
  },
  approval_changes: { staff: 'select', system: 'insert; select' },
  approvals: {
    staff: 'insert; select; update(status, status_at, version)',
    supplier: 'select',
    system: 'select; update(status, status_at, version)',
  },
  assurance_counts: { definer: 'insert', staff: 'select', system: 'delete; insert; select' },
  assurances: {
    staff: 'delete; insert; select; update(cause, until)',
    system: 'delete; insert; select; update(cause, until)',
  },
  aup_versions: { staff: 'insert; select', supplier: 'select', system: 'select' },
  case_figures: {
    definer: 'select(application_id, measure, on_day)',
    staff: 'select',
    system: 'delete; insert; select',
  },
  case_marks: { definer: 'insert', staff: 'select', system: 'delete; select' },
  conditions: {
    definer: 'select(decision_id, text); update(text)',
    staff: 'insert; select; update(met_at)',
    supplier: 'select',
    system: 'select',
  },
  conflicts_of_interest: {
    definer: 'select(application_id, reason); update(reason)',
    staff: 'insert; select',
    system: 'select',
  },
  credentials: { definer: 'insert; select; update' },
  decisions: {
    definer: 'select(application_id, id, reasons); update(reasons)',
    staff: 'insert; select',
    supplier: 'select(application_id, decided_at, id, organisation_id, outcome, reasons)',
    system: 'select',
  },
  declarations: { staff: 'select', supplier: 'insert; select', system: 'select' },
  deliveries: {
    definer: 'insert; select',
    staff: 'select; update(settled_at, state)',
    system:
      'insert; select; update(attempts, kept_text, last_answer, settled_at, state, to_address)',
  },
  event_chains: { definer: 'insert; select; update', system: 'select' },
  event_contents: {
    definer: 'insert; select; update',
    staff: 'select',
    supplier: 'select',
    system: 'select',
  },
  events: {
    definer: 'insert; select',
    staff: 'select',
    supplier:
      'select(actor_side, at, audience, hash, id, organisation_id, sequence, subject_id, subject_kind, supplier_actor_id, type)',
    system: 'select',
  },
  evidence_files: {
    staff: 'select',
    supplier: 'insert; select; update(declared, effective_from, expires_on, removed_at, version)',
    system: 'select; update(scan, scanned_at)',
  },
  identities: { definer: 'delete; insert; select; update' },
  figure_sums: {
    definer: 'select',
    staff: 'select',
    system: 'delete; insert; select; update(cases)',
  },
  information_request_items: {
    definer: 'select(note, request_id); update(note)',
    staff: 'insert; select',
    supplier: 'select',
    system: 'select',
  },
  information_requests: {
    definer:
      'select(application_id, extension_reason, id, message); update(extension_reason, message)',
    staff: 'insert; select; update(due_on, ended_at, extension_asked_at, extension_reason, status)',
    supplier:
      'select(application_id, due_on, ended_at, extension_asked_at, extension_reason, id, message, organisation_id, round, sent_at, status); update(ended_at, extension_asked_at, extension_reason, status)',
    system: 'select; update(due_on, ended_at, status)',
  },
  job_workers: { jobs: 'delete; insert; select; update' },
  judged_approvals: { system: 'insert; select; update(standing)' },
  judging_changes: { staff: 'select', system: 'insert; select' },
  judging_runs: {
    staff: 'insert; select',
    system:
      'insert; select; update(after_approval_id, after_id, approvals, approvals_judged, ended_at, found, judged, state, total)',
  },
  kept_words: {
    definer: 'delete; insert; select; update',
    staff: 'delete; insert; select; update(kept_at, sealed)',
    supplier: 'delete; insert; select; update(kept_at, sealed)',
  },
  message_choices: {
    staff: 'insert; select; update(changed_at, version, ways)',
    supplier: 'insert; select; update(changed_at, version, ways)',
    system: 'select',
  },
  messages: {
    definer: 'select(person_id, read_at)',
    staff: 'select; update(read_at)',
    supplier: 'select; update(read_at)',
    system: 'insert; select; update(digest_id)',
  },
  ods_organisations: {
    definer: 'insert; select; update',
    staff: 'select',
    supplier: 'select',
    system: 'insert; select; update',
  },
  ods_rows: { definer: 'select', system: 'insert; select' },
  onboarding_checks: { staff: 'select', supplier: 'insert; select', system: 'insert; select' },
  onboarding_import_changes: { staff: 'select', supplier: 'select', system: 'insert; select' },
  onboarding_import_refusals: { supplier: 'select', system: 'insert; select; update(cells)' },
  onboarding_import_rows: { supplier: 'select', system: 'delete; insert; select' },
  onboarding_imports: {
    staff: 'select(confirmed_by, ended_at, file_name, id, organisation_id)',
    supplier: 'insert; select; update(confirmed_at, confirmed_by, replace_edited, state)',
    system:
      'select; update(added, attempt, changed, checked_at, edited, ended_at, preview, problem, refused, rows_read, same, state)',
  },
  onboardings: {
    staff: 'select',
    supplier:
      'insert; select; update(address, aup_acknowledged_on, aup_alerted_by, aup_alerted_on, aup_method, aup_renewed_acknowledged_on, aup_renewed_by, aup_renewed_method, aup_renewed_on, aup_renewed_version, aup_version, clinical_safety, contact_email, contact_name, dspt_code, edited_at, edited_by, edited_fields, flags, go_live_on, import_id, imported_at, lead_ods_code, name, overridden_at, overridden_by, override_reason, reasons, state, state_on, state_reason, verdict, version)',
    system:
      'insert; select; update(aup_alerted_by, aup_alerted_on, aup_method, aup_renewed_by, aup_renewed_method, aup_renewed_on, aup_renewed_version, aup_version, clinical_safety, contact_email, contact_name, dspt_code, edited_fields, flags, go_live_on, import_id, imported_at, lead_ods_code, name, reasons, state, state_on, state_reason, verdict, version)',
  },
  organisations: {
    definer: 'select',
    staff: 'insert; select; update',
    supplier: 'select',
    system: 'insert; select; update',
  },
  password_links: {
    definer: 'insert; select; update',
    staff: 'select(created_at, created_by, expires_at, id, organisation_id, person_id, used_at)',
    supplier: 'select(created_at, expires_at, id, organisation_id, person_id, used_at)',
    system: 'select(created_at, created_by, expires_at, id, organisation_id, person_id, used_at)',
  },
  people: {
    definer: 'select; update',
    staff: 'insert; select; update(active, reset_asked_at, roles, version)',
    supplier: 'insert; select; update(active, reset_asked_at, roles, version)',
    system: 'insert; select; update(active, reset_asked_at, roles, version)',
  },
  products: {
    staff: 'insert; select; update',
    supplier: 'select',
    system: 'insert; select; update',
  },
  question_reviews: {
    definer: 'select(application_id, note_to_supplier, version); update(note_to_supplier, version)',
    staff:
      'insert; select; update(note_to_supplier, points, reasons, reviewed_at, reviewed_by, verdict, version)',
    system: 'select',
  },
  recommendations: {
    definer:
      'select(application_id, conditions, reasons, settled_note); update(conditions, reasons, settled_note)',
    staff: 'insert; select; update(settled_at, settled_by, settled_note, status)',
    system: 'select',
  },
  redactions: {
    definer: 'select',
    staff: 'insert; select; update(done_at, done_by)',
    system: 'select',
  },
  register_refusals: { staff: 'select', system: 'insert; select' },
  register_rows: { staff: 'select', supplier: 'select', system: 'insert; select' },
  register_snapshots: {
    definer: 'select(as_of, id, register, state)',
    staff: 'insert; select; update(confirmed_at, confirmed_by, state)',
    supplier: 'select(as_of, complete, id, register, rows, sha256, state, uploaded_at)',
    system: 'select; update(problem, read_at, refused, rows, state, statuses)',
  },
  recovery_codes: { definer: 'delete; insert; select; update' },
  second_factors: { definer: 'insert; select; update' },
  sessions: { definer: 'insert; select; update' },
  spot_check_items: {
    staff: 'insert; select; update(round)',
    supplier: 'select; update(note, note_at, note_by, note_round, version)',
    system: 'select',
  },
  spot_check_marks: {
    staff:
      'insert; select; update(marked_at, marked_by, reason, round, satisfactory, staff_note, version)',
    supplier: 'select(item_id, organisation_id, reason, round, satisfactory, spot_check_id)',
    system: 'select(item_id, organisation_id, satisfactory, spot_check_id)',
  },
  spot_check_sendings: { staff: 'select', supplier: 'insert; select' },
  spot_checks: {
    staff:
      'insert; select; update(cancel_reason, cancelled_at, cancelled_by, closed_at, closed_by, due_on, message, round, round_at, state)',
    supplier:
      'select(answered_at, answered_by, cancel_reason, cancelled_at, closed_at, drawn_on, due_on, frame, frame_count, frame_sha256, id, message, number, organisation_id, product_id, round, round_at, seed, size, state); update(answered_at, answered_by, state)',
    system: 'select',
  },
  staff_notes: {
    definer: 'select(application_id, body); update(body)',
    staff: 'insert; select',
    system: 'select',
  },
  succession_ends: { definer: 'select', staff: 'insert; select', system: 'select' },
  successions: { definer: 'select', staff: 'insert; select', system: 'select' },
  supplier_figures: {
    definer: 'insert; select(name_key, organisation_id); update(name_key)',
    staff: 'select',
    system: 'insert; select; update',
  },
  supplier_marks: { definer: 'insert', staff: 'select', system: 'delete; select' },
  throttles: { definer: 'delete; insert; select; update' },
  unlocked_questions: {
    definer: 'select(application_id, reason); update(reason)',
    staff: 'select',
    supplier: 'insert; select',
    system: 'select',
  },
};
