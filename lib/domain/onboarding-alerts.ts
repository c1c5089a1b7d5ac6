import { z } from 'zod';
import { type PlainDate, parsePlainDate } from './dates';
import type { RecordedAlert } from './onboarding-records';

/** The columns of an onboarding that hold its alerts: the one it is judged by, and a later one. */
type AlertColumns = RecordedAlert & {
  aupRenewedVersion: string | null;
  aupRenewedOn: PlainDate | null;
  aupRenewedMethod: string | null;
  aupRenewedBy: string | null;
  aupRenewedAcknowledgedOn: PlainDate | null;
};

/** The alert that an onboarding is judged by, each part of it null or '' where it was not recorded. */
export const alertOf = (row: AlertColumns): RecordedAlert => ({
  ...{ aupVersion: row.aupVersion, aupAlertedOn: row.aupAlertedOn, aupMethod: row.aupMethod },
  ...{ aupAlertedBy: row.aupAlertedBy, aupAcknowledgedOn: row.aupAcknowledgedOn },
});

/** The later one, since it went live, likewise. */
export const renewedOf = (row: AlertColumns): RecordedAlert => ({
  ...{ aupVersion: row.aupRenewedVersion, aupAlertedOn: row.aupRenewedOn },
  ...{ aupMethod: row.aupRenewedMethod, aupAlertedBy: row.aupRenewedBy },
  aupAcknowledgedOn: row.aupRenewedAcknowledgedOn,
});

/** An alert as the columns of the judged one, or of the later one; null empties them. */
export const judgedColumns = (alert: RecordedAlert) => ({
  ...{ aupVersion: alert.aupVersion, aupAlertedOn: alert.aupAlertedOn },
  ...{ aupMethod: alert.aupMethod ?? '', aupAlertedBy: alert.aupAlertedBy ?? '' },
  aupAcknowledgedOn: alert.aupAcknowledgedOn,
});
export const renewedColumns = (alert: RecordedAlert | null) => ({
  ...{ aupRenewedVersion: alert?.aupVersion ?? null, aupRenewedOn: alert?.aupAlertedOn ?? null },
  ...{ aupRenewedMethod: alert?.aupMethod ?? '', aupRenewedBy: alert?.aupAlertedBy ?? '' },
  aupRenewedAcknowledgedOn: alert?.aupAcknowledgedOn ?? null,
});

const daySchema = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parsePlainDate(value) !== null,
);
const asideSchema = z.array(
  z.object({
    ...{ aupVersion: z.string().nullable(), aupAlertedOn: daySchema.nullable() },
    ...{ aupMethod: z.string().nullable(), aupAlertedBy: z.string().nullable() },
    aupAcknowledgedOn: daySchema.nullable(),
  }),
);

/** The alerts that the contents of a correction keep aside; none where they keep none. */
export function readAside(contents: unknown): RecordedAlert[] {
  const read = z.object({ aside: asideSchema }).safeParse(contents);
  return read.success ? read.data.aside : [];
}

type Chosen = { judged: RecordedAlert; renewed: RecordedAlert | null; aside: RecordedAlert[] };

/**
 * Of all alerts of an onboarding, by a go-live date: judged by the last of them by that day (the first
 * of all where none was), the last since then beside it, and the others kept aside, so that another
 * correction finds them (the EUO rules). One without a date comes before all others.
 */
export function alertsBy(
  row: AlertColumns,
  aside: readonly RecordedAlert[],
  on: PlainDate,
): Chosen {
  const dayOf = (alert: RecordedAlert): string => alert.aupAlertedOn ?? '';
  const renewed = row.aupRenewedOn === null ? [] : [renewedOf(row)];
  const all = [...aside, alertOf(row), ...renewed].toSorted((a, b) =>
    dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0,
  );
  const at = Math.max(
    all.findLastIndex((alert) => dayOf(alert) <= on),
    0,
  );
  const last = all.length - 1;
  return {
    judged: all[at] ?? alertOf(row),
    renewed: at < last ? (all[last] ?? null) : null,
    aside: all.filter((_, place) => place !== at && place !== last),
  };
}
