import { expect } from '@/e2e/fixtures';
import { type Places, test, WHO, type Who } from '@/e2e/fixtures/audience';
import { handlerRoutes } from '@/e2e/routes';
import { paths } from '@/lib/paths';
import { nowhere, told } from './answers';

type Row = { at: (places: Places) => string; data?: object; answers: Record<Who, number> };

const draft = { fields: { choice: 'yes', details: 'Typed by nobody.', covered: [] }, version: 0 };
const all = (status: number, by: Partial<Record<Who, number>> = {}): Row['answers'] => ({
  ...{ visitor: status, owner: status, colleague: status },
  ...{ stranger: status, assessor: status, manager: status, ...by },
});

/** What everybody is answered by the addresses that are no pages. */
const HANDLERS: Record<string, Row> = {
  'POST /apply/[reference]/[question]/autosave': {
    at: (p) => `${paths.question(p.cases.draft, 'isms')}/autosave`,
    data: draft,
    answers: all(404, { visitor: 401, owner: 200, colleague: 200 }),
  },
  // Nothing that a form of ours sends: led back to the page, which says so; a visitor, to sign in.
  'POST /apply/[reference]/[question]/upload': {
    at: (p) => paths.evidenceUpload(p.cases.draft, 'isms'),
    answers: all(404, { visitor: 303, owner: 303, colleague: 303 }),
  },
  'POST /apply/euos/[code]/[id]/upload': {
    at: (p) => paths.euoPart(p.euo.code, p.euo.id, 'upload'),
    answers: all(404, { visitor: 303, owner: 303, colleague: 303 }),
  },
  'POST /manage/registers/upload': {
    at: () => paths.registerUpload,
    answers: all(404, { visitor: 303, assessor: 303, manager: 303 }),
  },
  'POST /manage/settings/holidays/upload': {
    at: () => paths.holidaysUpload,
    answers: all(404, { visitor: 303, manager: 303 }),
  },
  'POST /apply/euos/import/upload': {
    at: () => paths.euoUpload,
    answers: all(303, { assessor: 404, manager: 404 }),
  },
  'GET /apply/euos/export': {
    at: () => `${paths.euoExport}?format=csv`,
    answers: all(200, { visitor: 303, assessor: 303, manager: 303 }),
  },
  'GET /manage/who/download': {
    at: () => `${paths.manageWhoDownload}?format=csv`,
    answers: all(303, { manager: 200 }),
  },
  'GET /manage/audit/export': {
    at: () => `${paths.auditExport}?format=csv`,
    answers: all(303, { manager: 200 }),
  },
  'GET /manage/flow/download': {
    at: () => `${paths.flowDownload}?format=csv`,
    answers: all(303, { manager: 200 }),
  },
  'GET /manage/why/download': {
    at: () => `${paths.whyDownload}?format=xlsx`,
    answers: all(303, { manager: 200 }),
  },
  'GET /manage/download': {
    at: () => `${paths.manageDownload}?format=csv`,
    answers: all(303, { manager: 200 }),
  },
  'GET /manage/download/applications': {
    at: () => `${paths.manageApplications}?format=xlsx`,
    answers: all(303, { manager: 200 }),
  },
  'GET /manage/euos/download': {
    at: () => `${paths.manageEuosDownload}?format=csv`,
    answers: all(303, { manager: 200 }),
  },
  'GET /manage/lapses/download': {
    at: () => `${paths.lapsesDownload}?format=csv`,
    answers: all(303, { manager: 200 }),
  },
  'GET /manage/lapses/months': {
    at: () => `${paths.lapsesMonths}?format=csv`,
    answers: all(303, { manager: 200 }),
  },
  'GET /apply/euos/import/template': {
    at: () => paths.euoTemplate,
    answers: all(200, { visitor: 303, assessor: 303, manager: 303 }),
  },
  'GET /apply/euos/import/[id]/refused': {
    at: (p) => paths.euoRefusals(p.imports.preview),
    answers: all(303, { owner: 200, colleague: 200 }),
  },
  'GET /assess/suppliers/[code]/spot-checks/[id]/frame': {
    at: (p) => paths.spotCheckFrame(p.organisation.odsCode, p.spotChecks.open.id),
    answers: all(303, { assessor: 200, manager: 200 }),
  },
  'GET /documents/[id]': {
    at: (p) => paths.document(p.file),
    answers: all(303, { owner: 200, colleague: 200 }),
  },
  'GET /messages/[id]': {
    at: () => paths.message('00000000-0000-4000-8000-000000000000'),
    answers: all(303),
  },
  'GET /api/auth/[...nextauth]': { at: () => '/api/auth/session', answers: all(404) },
  'POST /api/auth/[...nextauth]': { at: () => '/api/auth/signout', answers: all(404) },
  'POST /api/session/extend': {
    at: () => paths.extendSession,
    answers: all(200, { visitor: 401 }),
  },
  'GET /api/session/single-sign-on': { at: () => paths.singleSignOn, answers: all(307) },
};

test('the table has a row for every handler, and no row too many', () => {
  expect(Object.keys(HANDLERS).sort()).toEqual(handlerRoutes().sort());
});

for (const route of handlerRoutes()) {
  test(`what everybody is answered by ${route}`, async ({ audience, baseURL }) => {
    const row = HANDLERS[route];
    if (!row) throw new Error(`Add a row for ${route} to e2e/access/handlers.spec.ts.`);
    const [method = ''] = route.split(' ');
    const path = row.at(audience.places);
    const send = (who: Who, to: string, origin = baseURL ?? '') =>
      audience.contexts[who].request.fetch(to, {
        method,
        maxRedirects: 0,
        ...(method === 'POST' ? { headers: { origin }, data: row.data ?? {} } : {}),
      });
    const answers: [string, number][] = [];
    for (const who of WHO) answers.push([who, (await send(who, path)).status()]);
    expect(Object.fromEntries(answers)).toEqual(row.answers);

    const twin = nowhere(path);
    if (twin !== path)
      for (const who of WHO.filter((each) => row.answers[each] === 404))
        expect(await told(await send(who, path), path)).toEqual(
          await told(await send(who, twin), twin),
        );
    if (method === 'POST' && [200, 303].includes(row.answers.owner))
      expect((await send('owner', path, 'https://elsewhere.example')).status()).toBe(403);
  });
}
