import { OdsPanel } from '@/components/registers/ods-panel';
import { Button } from '@/components/ui/button';
import type { PlainDate } from '@/lib/domain/dates';
import type { OdsFact } from '@/lib/domain/ods-fact';
import { ODS_TROUBLES, type OdsTrouble } from '@/lib/domain/ods-lookup';

type OdsCheckProps = {
  code: string;
  fact: OdsFact;
  today: PlainDate;
  /** Why the last look-up brought no answer; null when it did, or nobody asked. */
  trouble: OdsTrouble | null;
  /** Asks ODS; null where it cannot be asked. */
  check: (() => Promise<void>) | null;
};

/** What ODS says of an organisation's code, and the way to ask it where nobody did today. */
export function OdsCheck({ code, fact, today, trouble, check }: OdsCheckProps) {
  const askedToday =
    fact.state === 'unknown'
      ? fact.asOf === today
      : fact.state !== 'unchecked' && fact.source === 'api' && fact.asOf === today;
  return (
    <div id="ods">
      <OdsPanel code={code} fact={fact} today={today}>
        {trouble ? <p>{ODS_TROUBLES[trouble]}</p> : null}
        {check && !askedToday ? (
          <form action={check}>
            <Button variant="secondary">Check now</Button>
          </form>
        ) : null}
      </OdsPanel>
    </div>
  );
}
