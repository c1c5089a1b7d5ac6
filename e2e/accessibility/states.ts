import { ACCESS } from '@/e2e/access/table';
import { WHO } from '@/e2e/fixtures/audience';
import { paths } from '@/lib/paths';
import { LEDGER_STATES } from './ledger-states';
import { changesGuidance, follows, presses, type State, state, uploadsHolidays } from './state';
import { SUCCESSION_STATES } from './succession-states';

/** What most readers see: the page of the access table, seen by the first who may. */
export function usual(route: string): State {
  const row = ACCESS[route];
  if (!row) throw new Error(`Add a row for ${route} to e2e/access/table.ts.`);
  const who = WHO.find((each) => row.sees[each] === 'page');
  if (!who) throw new Error(`Nobody sees ${route}.`);
  return state('usual', who, row.at);
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** The other states of a page: empty, full, wrong, and what other readers see of it. */
export const OTHER_STATES: Record<string, State[]> = {
  ...LEDGER_STATES,
  ...SUCCESSION_STATES,
  '/sign-in': [
    state('wrong', 'visitor', () => paths.signIn, presses('Sign in')),
    state('back from single sign-on', 'visitor', () => `${paths.signIn}?sso=again`),
  ],
  '/forgot-password': [
    state('wrong', 'visitor', () => paths.forgotPassword, presses('Ask for a new password')),
    state('asked', 'visitor', () => `${paths.forgotPassword}?asked=1`),
  ],
  '/manage/flow': [
    state('by months', 'manager', () => `${paths.manageFlow}?time=12-months`),
    state('a supplier with nothing', 'manager', () => `${paths.manageFlow}?supplier=${NOBODY}`),
    state('wrong', 'manager', () => `${paths.manageFlow}?time=months&from=13+2026&to=1+2026`),
  ],
  '/manage/why': [
    state('by months', 'manager', () => `${paths.manageWhy}?time=12-months`),
    state('nothing asked for', 'manager', () => `${paths.manageWhy}?supplier=${NOBODY}`),
  ],
  '/manage/report': [
    state('this month', 'manager', () => paths.report(new Date().toISOString().slice(0, 7))),
    state('wrong', 'manager', () => paths.report('2026-13')),
  ],
  '/manage/figures': [
    state('empty', 'manager', () =>
      paths.figureCases('measure=reason&from=2020-01-01&to=2020-01-02'),
    ),
  ],
  '/manage/mail': [
    state('tried again', 'manager', () => `${paths.mail}?retried=2&left=1`),
    state('tried again in vain', 'manager', () => `${paths.mail}?retried=0`),
  ],
  '/set-password/[token]': [
    state('wrong', 'visitor', (p) => paths.setPassword(p.token), presses('Set password')),
    state('used up', 'visitor', () => paths.setPassword('used-up')),
  ],
  '/account/change-password': [
    state('wrong', 'owner', () => paths.changePassword, presses('Change password')),
  ],
  '/apply': [state('empty', 'stranger', () => paths.apply)],
  '/apply/new': [state('wrong', 'owner', () => paths.applyNew, presses('Start'))],
  '/apply/colleagues/new': [
    state('wrong', 'owner', () => paths.colleagueNew, presses('Add person')),
  ],
  '/apply/[reference]': [
    state('finished', 'owner', (p) => paths.application(p.cases.finished)),
    state('submitted', 'colleague', (p) => paths.application(p.cases.submitted)),
    state('asked for more', 'owner', (p) => paths.application(p.cases.requested)),
    state('approved', 'owner', (p) => paths.application(p.cases.approved)),
  ],
  '/apply/[reference]/[question]': [
    ...(['organisation', 'dspt-status', 'dspt-published-on', 'isms'] as const).map((id) =>
      state(id, 'owner', (p) => paths.question(p.cases.finished, id)),
    ),
    // Not a question that another test of the same worker answers: then nothing would be wrong.
    state(
      'wrong',
      'owner',
      (p) => paths.question(p.cases.draft, 'dspt-compliant'),
      presses('Save and continue'),
    ),
    state('sent back', 'owner', (p) => paths.question(p.cases.requested, 'euo-process')),
    state('closed', 'owner', (p) => paths.question(p.cases.requested, 'isms')),
    state('with the assessor', 'owner', (p) => paths.question(p.cases.submitted, 'isms')),
  ],
  '/apply/[reference]/[question]/files': [
    state('full', 'owner', (p) => paths.evidence(p.cases.finished, 'isms')),
    state('wrong', 'owner', (p) => paths.evidence(p.cases.draft, 'isms'), presses('Upload')),
    state('dates', 'owner', (p) => paths.evidence(p.cases.finished, 'isms'), follows(/^Add dates/)),
    state(
      'to replace',
      'owner',
      (p) => paths.evidence(p.cases.requested, 'euo-process'),
      follows(/^Replace/),
    ),
  ],
  '/apply/[reference]/check': [
    state('incomplete', 'owner', (p) => paths.check(p.cases.draft)),
    state('wrong', 'owner', (p) => paths.check(p.cases.finished), presses('Submit declaration')),
    state('for a contributor', 'colleague', (p) => paths.check(p.cases.finished)),
  ],
  '/apply/[reference]/declaration': [
    state('second round', 'manager', (p) => paths.declaration(p.cases.resubmitted)),
  ],
  '/apply/[reference]/timeline': [
    state('long', 'owner', (p) => paths.timeline(p.cases.resubmitted)),
  ],
  '/apply/[reference]/decision': [
    state('rejected', 'owner', (p) => paths.decision(p.cases.rejected)),
    state('with conditions', 'owner', (p) => paths.decision(p.cases.conditional)),
  ],
  '/apply/[reference]/withdraw': [
    state('wrong', 'owner', (p) => paths.withdraw(p.cases.draft), presses('Withdraw application')),
  ],
  '/apply/[reference]/more-time': [
    state('wrong', 'owner', (p) => paths.moreTime(p.cases.requested), presses('Ask for more time')),
  ],
  '/apply/[reference]/thread': [
    state('empty', 'owner', (p) => paths.thread(p.cases.submitted)),
    state('closed', 'owner', (p) => paths.thread(p.cases.approved)),
    state('wrong', 'owner', (p) => paths.thread(p.cases.requested), presses('Send')),
  ],
  '/manage/registers': [
    state('found', 'assessor', () => `${paths.registers}?text=alder`),
    state('nothing found', 'manager', () => `${paths.registers}?text=nothing-like-it`),
  ],
  '/manage/registers/runs': [state('every day', 'manager', () => `${paths.judgingRuns}?days=all`)],
  '/apply/euos/import': [state('wrong', 'owner', () => paths.euoImports, presses('Upload'))],
  '/apply/euos/import/[id]': (['applying', 'done', 'refused', 'given_up'] as const).map((stage) =>
    state(stage, 'owner', (p) => `${paths.euoImport(p.imports[stage])}?refresh=off`),
  ),
  '/manage/registers/new': [state('wrong', 'assessor', () => paths.registerNew, presses('Upload'))],
  '/assess': [
    state('full', 'manager', () => `${paths.assess}?tab=all`),
    state('nothing found', 'assessor', () => `${paths.assess}?tab=all&text=nothing-like-it`),
  ],
  '/assess/[reference]': [
    state('not taken', 'assessor', (p) => paths.assessment(p.cases.submitted)),
    state('reviewed', 'assessor', (p) => paths.assessment(p.cases.reviewed)),
    state('second round', 'assessor', (p) => paths.assessment(p.cases.resubmitted)),
    state('to confirm', 'manager', (p) => paths.assessment(p.cases.recommended)),
    state('decided', 'manager', (p) => paths.assessment(p.cases.approved)),
    state(
      'wrong',
      'assessor',
      (p) => paths.assessment(p.cases.taken),
      presses('Save verdict on Q.3'),
    ),
  ],
  '/assess/[reference]/thread': [
    state('empty', 'assessor', (p) => paths.caseThread(p.cases.taken)),
    state('for a manager', 'manager', (p) => paths.caseThread(p.cases.requested)),
    state('wrong', 'assessor', (p) => paths.caseThread(p.cases.requested), presses('Send')),
  ],
  '/assess/[reference]/recommend': [
    state('wrong', 'assessor', (p) => paths.caseRecommend(p.cases.reviewed), presses('Recommend')),
  ],
  '/assess/[reference]/confirm': [
    state('own', 'assessor', (p) => paths.caseConfirm(p.cases.recommended)),
    state('wrong', 'manager', (p) => paths.caseConfirm(p.cases.recommended), presses('Send back')),
  ],
  '/manage': [
    state('full', 'manager', () => `${paths.manage}?tab=all`),
    state('nothing due', 'manager', () => `${paths.manage}?tab=supplier&due=late`),
    state('wrong', 'manager', () => `${paths.manage}?tab=open`, presses('See what would move')),
  ],
  '/manage/reassign': [
    state('nothing chosen', 'manager', () => paths.reassign),
    state(
      'what would move',
      'manager',
      (p) => `${paths.manageReassign(p.assessor.actor.personId)}&to=${p.manager.actor.personId}`,
    ),
  ],
  '/manage/audit': [
    state('narrowed', 'manager', (p) => `${paths.audit}?supplier=${p.organisation.odsCode}`),
    state('nothing found', 'manager', () => `${paths.audit}?from=1/1/2026&to=2/1/2026`),
    state('wrong', 'manager', () => `${paths.audit}?from=31/2/2026&who=nobody&type=x&reference=1`),
  ],
  '/manage/history/[reference]': [
    state('of a person', 'manager', (p) => paths.history(p.colleague.actor.personId)),
  ],
  '/manage/aup/new': [state('wrong', 'manager', () => paths.aupNew, presses('Publish version'))],
  '/manage/settings/guidance/[question]': [
    state('wrong', 'manager', () => paths.guidanceQuestion('isms'), presses('See what changes')),
    state('of a question without points', 'manager', () => paths.guidanceQuestion('dspt-status')),
  ],
  '/manage/settings/guidance/[question]/check': [
    state(
      'to be published',
      'manager',
      () => paths.guidanceQuestion('euo-process'),
      changesGuidance,
    ),
  ],
  '/manage/settings/holidays/new': [
    state('wrong', 'manager', () => paths.holidaysNew, presses('Upload')),
  ],
  '/manage/settings/holidays/check': [
    state('to be published', 'manager', () => paths.holidaysNew, uploadsHolidays),
  ],
  '/manage/settings/[name]': [
    state('wrong', 'manager', () => paths.setting('target_days'), presses('Save setting')),
  ],
  '/manage/organisations': [
    state('nothing found', 'manager', () => `${paths.organisations}?text=nothing-like-it`),
  ],
  '/manage/organisations/[id]': [
    state(
      'asked in vain',
      'manager',
      (p) => `${paths.organisation(p.organisation.id)}?ods=no_answer`,
    ),
  ],
  '/manage/organisations/new': [
    state('wrong', 'manager', () => paths.organisationNew, presses('Add organisation')),
  ],
  '/account/absence': [state('wrong', 'assessor', () => paths.ownAbsence, presses('Set absence'))],
  '/manage/people': [
    state('nobody matches', 'manager', () => `${paths.people}?role=manager&state=absent`),
    state('wrong', 'manager', () => `${paths.people}?role=nobody&state=asleep`),
  ],
  '/manage/people/new': [state('wrong', 'manager', () => paths.personNew, presses('Add person'))],
  '/manage/people/[id]': [
    state('own', 'manager', (p) => paths.person(p.manager.actor.personId)),
    state('mailed', 'manager', (p) => `${paths.person(p.colleague.actor.personId)}?done=mailed`),
    state('with a second factor', 'manager', (p) => paths.person(p.withFactor.actor.personId)),
    state(
      'second factor reset',
      'manager',
      (p) => `${paths.person(p.assessor.actor.personId)}?done=factor`,
    ),
  ],
  '/manage/people/[id]/single-sign-on': [
    state('without one', 'manager', (p) => paths.personSingleSignOn(p.assessor.actor.personId)),
  ],
  '/manage/people/[id]/second-factor': [
    state('without one', 'manager', (p) => paths.personFactor(p.assessor.actor.personId)),
    state(
      'wrong',
      'manager',
      (p) => paths.personFactor(p.withFactor.actor.personId),
      presses('Reset second factor'),
    ),
  ],
};
