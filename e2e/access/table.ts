import type { Places, Who } from '@/e2e/fixtures/audience';
import { paths } from '@/lib/paths';

/**
 * What somebody gets: the page; the way to sign in, and back; exactly what an address gets that
 * leads nowhere; or another page of the portal.
 */
export type Sight = 'page' | 'sign-in' | 'missing' | `/${string}`;
export type Row = { at: (places: Places) => string; sees: Record<Who, Sight> };

const seen = (by: Partial<Record<Who, Sight>>, others: Sight): Record<Who, Sight> => ({
  visitor: 'sign-in',
  ...{ owner: others, colleague: others, stranger: others, assessor: others, manager: others },
  ...by,
});
const everybody = seen({ visitor: 'page' }, 'page');
const signedIn = seen({}, 'page');
const suppliers = seen({ assessor: 'missing', manager: 'missing' }, 'page');
const ownOrganisation = seen({ owner: 'page', colleague: 'page' }, 'missing');
const ownAndStaff = seen({ stranger: 'missing' }, 'page');
const signatory = seen({ owner: 'page' }, 'missing');
const contributors = suppliers;
const administrators = seen({ owner: 'page', stranger: 'page' }, 'missing');
const administrator = signatory;
const staff = seen({ assessor: 'page', manager: 'page' }, 'missing');
// The other staff are led to the case itself, where they read what they may do.
const assignee = seen({ assessor: 'page', manager: '/assess/ID' }, 'missing');
const managers = seen({ manager: 'page' }, 'missing');
const homes = {
  ...{ owner: paths.apply, colleague: paths.apply, stranger: paths.apply },
  ...{ assessor: paths.assess, manager: paths.manage },
} as const;

// The code is given between the password and the portal, and nowhere else.
const LATE = `${paths.signIn}?late=1` as const;

const fixed = (path: string, sees: Row['sees']): Row => ({ at: () => path, sees });
const of = (at: Row['at'], sees: Row['sees']): Row => ({ at, sees });

/** Who sees which page; a page without a row fails its test. */
export const ACCESS: Record<string, Row> = {
  '/': fixed('/', everybody),
  '/privacy': fixed('/privacy', everybody),
  '/accessibility': fixed('/accessibility', everybody),
  '/cookies': fixed('/cookies', everybody),
  '/help': fixed('/help', everybody),
  '/too-long': fixed(paths.tooLong, everybody),
  '/sign-in': fixed(paths.signIn, { visitor: 'page', ...homes }),
  '/sign-in/code': fixed(paths.signInCode, { visitor: LATE, ...homes }),
  '/sign-in/set-up': fixed(paths.signInSetUp, { visitor: LATE, ...homes }),
  '/forgot-password': fixed(paths.forgotPassword, everybody),
  '/set-password/[token]': of((p) => paths.setPassword(p.token), everybody),
  // Only whose organisation has another one that is part of it.
  '/apply/organisation': fixed(paths.actingFor, seen({ stranger: 'page' }, 'missing')),
  '/account': fixed(paths.account, signedIn),
  '/account/change-password': fixed(paths.changePassword, signedIn),
  '/account/second-factor': fixed(paths.secondFactor, signedIn),
  // Without new codes to show there is nothing to see.
  '/account/second-factor/codes': fixed(paths.recoveryCodes, seen({}, paths.secondFactor)),
  '/account/messages': fixed(paths.messageChoices, signedIn),
  '/account/absence': fixed(paths.ownAbsence, staff),
  '/messages': fixed(paths.messages, signedIn),

  '/apply': fixed(paths.apply, suppliers),
  '/apply/new': fixed(paths.applyNew, contributors),
  '/apply/euos': fixed(paths.euos, suppliers),
  '/apply/euos/import': fixed(paths.euoImports, contributors),
  '/apply/euos/import/[id]': of((p) => paths.euoImport(p.imports.preview), ownOrganisation),
  '/apply/colleagues': fixed(paths.colleagues, administrators),
  '/apply/colleagues/new': fixed(paths.colleagueNew, administrators),
  '/apply/colleagues/[id]': of(
    ({ colleague }) => paths.colleague(colleague.actor.personId),
    administrator,
  ),
  '/apply/euos/new': fixed(paths.euoNew, contributors),
  '/apply/euos/spot-checks/[id]': of((p) => paths.spotCheck(p.spotChecks.open.id), ownOrganisation),
  '/apply/euos/spot-checks/[id]/[item]': of(
    ({ spotChecks: { open } }) => paths.spotCheckItem(open.id, open.item),
    ownOrganisation,
  ),
  '/apply/euos/[code]': of((p) => paths.euo(p.euo.code), ownOrganisation),
  ...Object.fromEntries(
    (['details', 'aup', 'check', 'go-live', 'files', 'history'] as const).map((part) => [
      `/apply/euos/[code]/[id]/${part}`,
      of((p) => paths.euoPart(p.euo.code, p.euo.id, part), ownOrganisation),
    ]),
  ),
  '/apply/euos/[code]/[id]/go-live-date': of(
    (p) => paths.euoPart(p.liveEuo.code, p.liveEuo.id, 'go-live-date'),
    ownOrganisation,
  ),
  '/apply/euos/[code]/[id]/[move]': of(
    (p) => paths.euoPart(p.euo.code, p.euo.id, 'cancel'),
    ownOrganisation,
  ),
  '/apply/[reference]': of((p) => paths.application(p.cases.draft), ownOrganisation),
  '/apply/[reference]/[question]/files': of(
    (p) => paths.evidence(p.cases.draft, 'isms'),
    ownOrganisation,
  ),
  '/documents/[id]/state': of((p) => paths.documentState(p.file), ownOrganisation),
  '/apply/[reference]/[question]': of(
    (p) => paths.question(p.cases.draft, 'euo-process'),
    ownOrganisation,
  ),
  '/apply/[reference]/check': of((p) => paths.check(p.cases.finished), ownOrganisation),
  '/apply/[reference]/receipt': of((p) => paths.receipt(p.cases.submitted), ownAndStaff),
  '/apply/[reference]/declaration': of((p) => paths.declaration(p.cases.submitted), ownAndStaff),
  '/apply/[reference]/timeline': of((p) => paths.timeline(p.cases.submitted), ownOrganisation),
  '/apply/[reference]/decision': of((p) => paths.decision(p.cases.approved), ownOrganisation),
  '/apply/[reference]/withdraw': of((p) => paths.withdraw(p.cases.draft), signatory),
  '/apply/[reference]/take-back': of((p) => paths.takeBack(p.cases.submitted), signatory),
  '/apply/[reference]/more-time': of((p) => paths.moreTime(p.cases.requested), ownOrganisation),
  '/apply/[reference]/thread': of((p) => paths.thread(p.cases.requested), ownOrganisation),

  '/assess': fixed(paths.assess, staff),
  '/assess/[reference]': of((p) => paths.assessment(p.cases.taken), staff),
  '/assess/[reference]/request': of((p) => paths.caseRequest(p.cases.requested), assignee),
  '/assess/[reference]/thread': of((p) => paths.caseThread(p.cases.requested), staff),
  '/assess/[reference]/recommend': of((p) => paths.caseRecommend(p.cases.reviewed), assignee),
  '/assess/[reference]/confirm': of((p) => paths.caseConfirm(p.cases.recommended), staff),
  '/assess/[reference]/conditions': of((p) => paths.caseConditions(p.cases.conditional), staff),
  '/assess/[reference]/history': of((p) => paths.caseHistory(p.cases.taken), staff),
  '/assess/[reference]/earlier': of((p) => paths.caseRounds(p.cases.resubmitted), staff),
  '/assess/[reference]/hand-over': of((p) => paths.caseHandOver(p.cases.taken), staff),

  '/assess/suppliers': fixed(paths.suppliers, staff),
  '/assess/suppliers/[code]': of((p) => paths.supplierRecord(p.organisation.odsCode), staff),
  '/assess/suppliers/[code]/euos': of((p) => paths.supplierEuos(p.organisation.odsCode), staff),
  '/assess/suppliers/[code]/euos/[euo]': of(
    (p) => paths.supplierEuo(p.organisation.odsCode, p.liveEuo.code),
    staff,
  ),
  '/assess/suppliers/[code]/spot-checks/new': of(
    (p) => paths.spotCheckNew(p.organisation.odsCode),
    seen({ assessor: 'page' }, 'missing'),
  ),
  '/assess/suppliers/[code]/spot-checks/[id]': of(
    (p) => paths.supplierSpotCheck(p.organisation.odsCode, p.spotChecks.answered.id),
    staff,
  ),
  ...Object.fromEntries(
    (['ask-again', 'cancel'] as const).map((part) => [
      `/assess/suppliers/[code]/spot-checks/[id]/${part}`,
      of(
        ({ organisation, toAskAgain }) =>
          paths.spotCheckPart(organisation.odsCode, toAskAgain.id, part),
        seen({ assessor: 'page' }, 'missing'),
      ),
    ]),
  ),
  '/assess/suppliers/[code]/spot-checks/[id]/[item]': of(
    ({ organisation, spotChecks: { answered } }) =>
      paths.spotCheckMark(organisation.odsCode, answered.id, answered.item),
    staff,
  ),

  '/manage': fixed(paths.manage, managers),
  '/manage/euos': fixed(paths.manageEuos, managers),
  '/manage/lapses': fixed(paths.lapses, managers),
  '/manage/history/[reference]': of((p) => paths.history(p.cases.taken), managers),
  '/manage/history/[reference]/[sequence]': of(
    (p) => paths.historyEvent(p.cases.taken, 1),
    managers,
  ),
  '/manage/flow': fixed(paths.manageFlow, managers),
  '/manage/why': fixed(paths.manageWhy, managers),
  '/manage/report': fixed(paths.report(), managers),
  '/manage/figures': fixed(
    paths.figureCases('measure=decided&from=2026-01-01&to=2026-12-31'),
    managers,
  ),
  '/manage/audit': fixed(paths.audit, managers),
  '/manage/who': fixed(paths.manageWho, managers),
  '/manage/reassign': of((p) => paths.manageReassign(p.assessor.actor.personId), managers),
  '/manage/mail': fixed(paths.mail, managers),
  '/manage/aup': fixed(paths.aup, staff),
  '/manage/aup/new': fixed(paths.aupNew, managers),
  '/manage/settings/holidays': fixed(paths.holidays, managers),
  '/manage/settings/holidays/new': fixed(paths.holidaysNew, managers),
  '/manage/settings/holidays/check': fixed(paths.holidaysCheck, managers),
  '/manage/settings/guidance': fixed(paths.guidance, managers),
  '/manage/settings/guidance/[question]': fixed(paths.guidanceQuestion('isms'), managers),
  '/manage/settings/guidance/[question]/check': fixed(paths.guidanceCheck('isms'), managers),
  '/manage/settings': fixed(paths.settings, managers),
  '/manage/settings/[name]': fixed(paths.setting('target_days'), managers),
  '/manage/people': fixed(paths.people, managers),
  '/manage/people/new': fixed(paths.personNew, managers),
  '/manage/registers': fixed(paths.registers, staff),
  '/manage/registers/new': fixed(paths.registerNew, staff),
  '/manage/registers/runs': fixed(paths.judgingRuns, staff),
  '/manage/registers/runs/[id]': of((p) => paths.judgingRun(p.judgingRun), staff),
  '/manage/registers/[id]': of((p) => paths.register(p.snapshot), staff),
  '/manage/people/[id]': of((p) => paths.person(p.assessor.actor.personId), managers),
  '/manage/people/[id]/second-factor': of(
    (p) => paths.personFactor(p.withFactor.actor.personId),
    managers,
  ),
  '/manage/people/[id]/single-sign-on': of(
    (p) => paths.personSingleSignOn(p.withFactor.actor.personId),
    managers,
  ),
  '/manage/organisations': fixed(paths.organisations, managers),
  '/manage/organisations/new': fixed(paths.organisationNew, managers),
  '/manage/organisations/[id]': of((p) => paths.organisation(p.organisation.id), managers),
  '/manage/organisations/[id]/change': of(
    (p) => paths.organisationChange(p.organisation.id),
    managers,
  ),
  '/manage/organisations/[id]/succession': of(
    (p) => paths.organisationSuccession(p.organisation.id),
    managers,
  ),
  '/manage/organisations/[id]/succession/[record]': of(
    ({ succession }) => paths.organisationSuccessionEnd(succession.predecessor, succession.id),
    managers,
  ),
  '/manage/organisations/[id]/people/new': of(
    (p) => paths.organisationPersonNew(p.organisation.id),
    managers,
  ),
  '/manage/organisations/[id]/products/new': of(
    (p) => paths.productNew(p.organisation.id),
    managers,
  ),
  '/manage/organisations/[id]/products/[product]': of(
    ({ organisation }) => paths.product(organisation.id, organisation.productId),
    managers,
  ),
};
