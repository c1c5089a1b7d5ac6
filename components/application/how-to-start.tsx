import { ButtonLink } from '@/components/ui/button-link';
import { paths } from '@/lib/paths';

/** Nothing is open: what to do, what they will need, and how long it takes. */
export function HowToStart({ mayStart }: { mayStart: boolean }) {
  return (
    <section className="app-empty" aria-labelledby="how-to-start">
      <h2 className="nhsuk-heading-m" id="how-to-start">
        You have no open applications
      </h2>
      <p>
        Start one for each product that you want to connect. It takes about 45 minutes if you have
        everything to hand, and you can stop and come back at any time.
      </p>
      <p>You will need:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>your organisation’s ODS code</li>
        <li>your published DSPT status, its edition, and the date it was published</li>
        <li>how you check end user organisations before you onboard them</li>
        <li>what your Information Security Management System (ISMS) covers, and any certificate</li>
      </ul>
      <p>
        After you submit, an assessor reviews your answers. The target for a first response is 10
        working days.
      </p>
      {mayStart ? (
        <ButtonLink href={paths.applyNew}>Start an application</ButtonLink>
      ) : (
        <p>
          You can read applications but not start them. A colleague with the role of contributor
          can; an administrator of your organisation gives that role.
        </p>
      )}
    </section>
  );
}
