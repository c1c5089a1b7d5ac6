import { withdrawApplication } from '@/lib/commands/apply/withdraw-application';
import { writeStaffNote } from '@/lib/commands/assess/write-staff-note';
import { setOwnAbsence } from '@/lib/commands/manage/set-absence';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { addWorkingDays } from '@/lib/domain/clock';
import { addDays, isAfter, type PlainDate } from '@/lib/domain/dates';
import { deadlineOf, type LevelId, requiredEdition } from '@/lib/domain/dspt';
import type { QuestionId } from '@/lib/domain/questions/types';
import { signAgreements } from './agreements';
import { demoAnswers, type Manner } from './answers';
import { goTo } from './at';
import { SUPPLIERS, type SupplierKey } from './cast';
import { THIN } from './findings';
import { importLedgers } from './ledger';
import { beginDay, lookAfterLedger, publishAup } from './ledger-steps';
import { uploadOdsFiles } from './ods-files';
import { BEGAN, type Manners, tellPast } from './past';
import { type Cast, expectOk } from './people';
import { uploadRegister } from './register';
import { tellSpotChecks } from './spot-checks';
import {
  answer,
  ask,
  attach,
  confirm,
  declare,
  draft,
  recommend,
  reply,
  request,
  review,
  take,
} from './steps';

const SCOPE = `Scope of the information security management system of Saltmarsh Demo Software
The design, hosting and support of Saltmarsh Triage, on our own premises and at our hosting partner.
`;

/** Tells what happened so far, oldest first, each step at its hour. */
export async function tellStories(today: PlainDate, makeCast: () => Promise<Cast>): Promise<void> {
  const edition = requiredEdition(today);
  const at = (workingDaysAgo: number, time: string) => goTo(today, workingDaysAgo, time);
  const usual: Manner = {
    edition,
    level: 'standards_met',
    // Early enough to lie before every submission, whatever day the demo is made.
    publishedAfterDeadline: -110,
    noLaterThan: addDays(today, -25),
    thorough: true,
  };

  at(BEGAN, '08:30');
  const { staff, suppliers } = await makeCast();
  const usualIn: Manners = (key, product, manner) =>
    demoAnswers({ ...SUPPLIERS[key], product }, { ...usual, ...manner });
  await tellPast(today, { staff, suppliers }, usualIn);
  await signAgreements(today, { staff, suppliers });
  const { assessor, assessor2, manager } = staff;
  const answersOf = (key: SupplierKey, product: string, manner: Partial<Manner> = {}) =>
    usualIn(key, product, manner);
  const start = (
    key: SupplierKey,
    product: string,
    manner: Partial<Manner> = {},
    only?: QuestionId[],
  ) => {
    const all = Object.entries(answersOf(key, product, manner));
    const given = all.filter(([id]) => !only || only.includes(id as QuestionId));
    const productId = suppliers[key].products.get(product) ?? '';
    return draft(suppliers[key].person, productId, Object.fromEntries(given));
  };
  const submit = async (key: SupplierKey, product: string, manner: Partial<Manner> = {}) => {
    const reference = await start(key, product, manner);
    await declare(suppliers[key].person, reference);
    return reference;
  };

  const published = (level: LevelId, manner: Partial<Manner> = {}) => {
    const meant = addDays(
      deadlineOf(edition),
      manner.publishedAfterDeadline ?? usual.publishedAfterDeadline,
    );
    return { level, publishedOn: isAfter(meant, usual.noLaterThan) ? usual.noLaterThan : meant };
  };
  const met = published('standards_met');
  const below = published('approaching_standards');
  const older = { thornbury: met, kestrel: met, oakhurst: met, meridian: met, fenland: met };
  const everybody = { ...older, larkfield: met, pennine: met, saltmarsh: met };
  at(44, '10:05');
  const first = addWorkingDays(BASE_CALENDAR, today, -44);
  await uploadRegister(manager, first, edition, { ...everybody, corbel: below }, { later: false });

  // The acceptable use policy, and what two suppliers kept in a spreadsheet until then.
  at(43, '09:00');
  await publishAup(manager, '1.0', addDays(today, -1100));
  at(36, '10:30');
  const asKept = addWorkingDays(BASE_CALENDAR, today, -36);
  await importLedgers(suppliers, asKept);

  // Approved, and in force.
  at(34, '09:10');
  const recall = await submit('larkfield', 'Larkfield Recall');
  at(30, '10:20');
  await take(assessor, recall);
  await review(assessor, recall, {});
  await recommend(assessor, recall, 'approved', 'Every question is answered in full.');
  at(29, '14:05');
  await confirm(manager, recall);

  // Rejected: below standards met.
  at(32, '11:40');
  const post = await submit('corbel', 'Corbel Post', { level: 'approaching_standards' });
  at(26, '09:30');
  await take(assessor2, post);
  const why = 'Your published status is below Standards Met.';
  await review(assessor2, post, {
    'dspt-compliant': { verdict: 'not_met', note: why },
    'dspt-status': { verdict: 'not_met', note: why },
  });
  await recommend(assessor2, post, 'rejected', `${why} Apply again once it reaches that level.`);
  at(25, '15:45');
  await confirm(manager, post);

  // Approved with a condition.
  at(28, '13:15');
  const letters = await submit('pennine', 'Bridge Letters');
  at(21, '10:00');
  await take(assessor, letters);
  const condition = 'Send the report of the next internal audit of your ISMS.';
  await review(assessor, letters, {
    isms: { verdict: 'not_met', note: 'No audit has covered the new hosting yet.' },
  });
  const dueOn = addWorkingDays(BASE_CALENDAR, today, 30);
  const conditions = [{ questionId: 'isms' as const, text: condition, dueOn }];
  await recommend(
    assessor,
    letters,
    'approved_with_conditions',
    'One audit is still to come.',
    conditions,
  );
  at(20, '16:20');
  await confirm(assessor2, letters);

  // In its second round, back with the same assessor.
  at(24, '09:45');
  const triage = await submit('saltmarsh', 'Saltmarsh Triage', { thorough: false });
  at(19, '11:10');
  await take(assessor, triage);
  await review(assessor, triage, THIN);
  await request(assessor, triage, addWorkingDays(BASE_CALENDAR, today, -4));
  at(3, '12:30');
  const better = answersOf('saltmarsh', 'Saltmarsh Triage');
  const again = { 'euo-process': better['euo-process'], isms: better.isms };
  await answer(suppliers.saltmarsh.person, triage, again, 1);
  await attach(suppliers.saltmarsh.person, triage, 'isms', 'isms-scope-statement.txt', SCOPE);
  await declare(suppliers.saltmarsh.person, triage);

  // The register anew: one has reached the level since, and one with an approval fell below it.
  at(13, '09:20');
  const corbel = published('standards_met', { publishedAfterDeadline: 9 });
  await uploadRegister(
    assessor,
    addWorkingDays(BASE_CALENDAR, today, -13),
    edition,
    { ...everybody, pennine: below, corbel },
    { later: true },
  );
  at(13, '09:35');
  await uploadOdsFiles(assessor, addWorkingDays(BASE_CALENDAR, today, -14));

  // A new version of the policy; then the everyday work of a ledger.
  at(12, '08:30');
  await publishAup(manager, '2.0', addWorkingDays(BASE_CALENDAR, today, -11));
  at(8, '10:00');
  await lookAfterLedger(suppliers.larkfield.person, addWorkingDays(BASE_CALENDAR, today, -8));

  // Late, and nobody has it.
  at(12, '08:55');
  const late = { publishedAfterDeadline: 40, thorough: false };
  await submit('pennine', 'Bridge Archive', late);

  // Waiting for the supplier.
  at(11, '10:40');
  const consult = await submit('larkfield', 'Larkfield Consult', { thorough: false });
  at(5, '09:20');
  await take(assessor, consult);
  const note = 'The hosting partner is the same as in Larkfield Recall.';
  expectOk(await writeStaffNote(assessor, { reference: consult, questionId: 'isms', body: note }));
  await review(assessor, consult, THIN);
  await request(assessor, consult, addWorkingDays(BASE_CALENDAR, today, 5));
  at(4, '11:15');
  const which = 'Does the re-check cover practices that went live before this year?';
  await ask(suppliers.larkfield.person, consult, 'euo-process', which);
  at(3, '09:40');
  const every = 'Yes, every practice that uses the product.\n\nOne list with dates is enough.';
  await reply(assessor, consult, 'euo-process', every);

  // Waiting for a second person.
  at(9, '14:30');
  const booking = await submit('saltmarsh', 'Saltmarsh Booking');
  at(2, '11:25');
  await take(assessor2, booking);
  await review(assessor2, booking, {});
  await recommend(assessor2, booking, 'approved', 'Every question is answered in full.');

  // Under review, half done.
  at(7, '15:05');
  const scribe = await submit('corbel', 'Corbel Scribe', { publishedAfterDeadline: 9 });
  at(1, '09:05');
  await take(assessor, scribe);
  await review(assessor, scribe, {}, ['organisation', 'dspt-within-deadline', 'dspt-compliant']);
  at(1, '14:20');
  const nineDays = 'We published nine days late. Do you need the reason in more detail?';
  await ask(suppliers.corbel.person, scribe, 'dspt-within-deadline', nineDays);

  // New, and not taken yet.
  at(4, '10:10');
  await submit('pennine', 'Bridge Connect');
  at(2, '13:50');
  await submit('saltmarsh', 'Saltmarsh Queue');

  // Somebody is away, and not given anything.
  at(3, '16:30');
  expectOk(
    await setOwnAbsence(staff.assessor3, { until: addWorkingDays(BASE_CALENDAR, today, 6) }),
  );

  // Withdrawn, and a draft that was begun.
  at(3, '09:15');
  const flow = await submit('corbel', 'Corbel Flow');
  at(2, '09:15');
  const reason = 'We are merging this product with another one.';
  expectOk(await withdrawApplication(suppliers.corbel.person, { reference: flow, reason }));
  at(1, '16:35');
  await start('larkfield', 'Larkfield Messenger', {}, [
    'organisation',
    'dspt-within-deadline',
    'dspt-status',
  ]);
  at(1, '00:20');
  await beginDay();
  await tellSpotChecks(today, { staff, suppliers });
}
