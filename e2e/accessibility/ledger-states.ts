import type { Places } from '@/e2e/fixtures/audience';
import { paths } from '@/lib/paths';
import { follows, presses, type State, state } from './state';

const supplierEuos = ({ organisation }: Places) => paths.supplierEuos(organisation.odsCode);
const spotCheckOf = ({ organisation, spotChecks }: Places, at: keyof Places['spotChecks']) =>
  paths.supplierSpotCheck(organisation.odsCode, spotChecks[at].id);
const euoPart = ({ euo }: Places, part: Parameters<typeof paths.euoPart>[2]) =>
  paths.euoPart(euo.code, euo.id, part);

/** Those of the ledger of end user organisations, on both sides. */
export const LEDGER_STATES: Record<string, State[]> = {
  '/apply/euos': [state('nothing found', 'owner', () => `${paths.euos}?text=nothing+like+it`)],
  '/apply/euos/new': [
    state('wrong', 'owner', () => `${paths.euoNew}?code=`),
    state(
      'second step',
      'owner',
      (p) => `${paths.euoNew}?code=NOBODY&product=${p.organisation.productId}`,
    ),
  ],
  '/apply/euos/spot-checks/[id]': [
    state('sent', 'owner', (p) => paths.spotCheck(p.spotChecks.answered.id)),
    state('finished', 'owner', (p) => paths.spotCheck(p.spotChecks.closed.id)),
    state('cancelled', 'owner', (p) => paths.spotCheck(p.spotChecks.cancelled.id)),
  ],
  '/apply/euos/spot-checks/[id]/[item]': [
    state('finished', 'owner', ({ spotChecks: { closed } }) =>
      paths.spotCheckItem(closed.id, closed.item),
    ),
  ],
  '/assess/suppliers': [
    state('nothing found', 'assessor', () => `${paths.suppliers}?text=nothing-like-it`),
  ],
  '/manage/lapses': [
    state('lapsed', 'manager', () => `${paths.lapses}?show=lapsed`),
    state('a month without any', 'manager', () => `${paths.lapses}?show=2090-01`),
    state('wrong', 'manager', () => `${paths.lapses}?show=2026-13&number=400`),
  ],
  '/manage/euos': [
    state('nothing found', 'manager', () => `${paths.manageEuos}?text=nothing-like-it`),
    state('wrong', 'manager', () => `${paths.manageEuos}?with=nothing-known`),
    state('by one figure', 'manager', () => `${paths.manageEuos}?with=lapsed`),
    state('none has it', 'manager', () => `${paths.manageEuos}?with=outdated&text=nothing`),
  ],
  '/assess/suppliers/[code]': [
    state('empty', 'manager', (p) => paths.supplierRecord(p.otherSupplier)),
  ],
  '/assess/suppliers/[code]/euos': [
    state('nothing found', 'assessor', (p) => `${supplierEuos(p)}?text=nothing-like-it`),
    state('overrides', 'assessor', (p) => `${supplierEuos(p)}?overridden=yes`),
  ],
  '/assess/suppliers/[code]/spot-checks/new': [
    state(
      'wrong',
      'assessor',
      (p) => paths.spotCheckNew(p.organisation.odsCode),
      async (page) => {
        await page.getByLabel('Number of organisations').fill('0');
        await presses('Draw and ask the supplier')(page);
      },
    ),
    state('nothing to draw', 'assessor', (p) => paths.spotCheckNew(p.otherSupplier)),
  ],
  '/assess/suppliers/[code]/spot-checks/[id]': [
    state('with the supplier', 'assessor', (p) => spotCheckOf(p, 'open')),
    state('finished', 'manager', (p) => spotCheckOf(p, 'closed')),
    state('cancelled', 'manager', (p) => spotCheckOf(p, 'cancelled')),
  ],
  '/assess/suppliers/[code]/spot-checks/[id]/ask-again': [
    state(
      'wrong',
      'assessor',
      ({ organisation, toAskAgain }) =>
        paths.spotCheckPart(organisation.odsCode, toAskAgain.id, 'ask-again'),
      presses('Ask the supplier again'),
    ),
  ],
  '/assess/suppliers/[code]/spot-checks/[id]/cancel': [
    state(
      'wrong',
      'assessor',
      ({ organisation, spotChecks }) =>
        paths.spotCheckPart(organisation.odsCode, spotChecks.open.id, 'cancel'),
      presses('Cancel the spot check'),
    ),
  ],
  '/assess/suppliers/[code]/spot-checks/[id]/[item]': [
    state(
      'wrong',
      'assessor',
      ({ organisation, spotChecks: { answered } }) =>
        paths.spotCheckMark(organisation.odsCode, answered.id, answered.item),
      presses('Save mark'),
    ),
    state('finished', 'manager', ({ organisation, spotChecks: { closed } }) =>
      paths.spotCheckMark(organisation.odsCode, closed.id, closed.item),
    ),
  ],
  '/apply/euos/[code]': [state('live by an override', 'owner', (p) => paths.euo(p.liveEuo.code))],
  '/apply/euos/[code]/[id]/details': [
    state(
      'wrong',
      'owner',
      (p) => euoPart(p, 'details'),
      async (page) => {
        await page.getByLabel('Name', { exact: true }).fill('');
        await presses('Save details')(page);
      },
    ),
  ],
  '/apply/euos/[code]/[id]/aup': [
    state('wrong', 'owner', (p) => euoPart(p, 'aup'), presses('Save alert')),
  ],
  '/apply/euos/[code]/[id]/check': [
    state('wrong', 'owner', (p) => euoPart(p, 'check'), presses('Save check')),
  ],
  '/apply/euos/[code]/[id]/go-live': [
    state('wrong', 'owner', (p) => euoPart(p, 'go-live'), presses('Make live')),
    state('by an override', 'owner', (p) => `${euoPart(p, 'go-live')}?override=yes`),
  ],
  '/apply/euos/[code]/[id]/go-live-date': [
    state(
      'wrong',
      'owner',
      ({ liveEuo }) => paths.euoPart(liveEuo.code, liveEuo.id, 'go-live-date'),
      presses('Correct the date'),
    ),
  ],
  '/apply/euos/[code]/[id]/files': [
    state('wrong', 'owner', (p) => euoPart(p, 'files'), presses('Upload')),
    state('sent', 'owner', (p) => paths.euoPart(p.liveEuo.code, p.liveEuo.id, 'files')),
    state('dates', 'owner', (p) => euoPart(p, 'files'), follows(/^Add dates/)),
  ],
  '/apply/euos/[code]/[id]/[move]': [
    state('wrong', 'owner', (p) => euoPart(p, 'cancel'), presses('Cancel')),
  ],
};
