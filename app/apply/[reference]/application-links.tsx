import { stepPath } from '@/components/application/step-path';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { isOpen } from '@/lib/domain/application';
import { isEditable } from '@/lib/domain/open-questions';
import { formatCount } from '@/lib/format';
import { type Href, paths } from '@/lib/paths';
import type { ApplicationView } from '@/lib/queries/apply/get-application';

/** What else there is to read and to do about an application. */
export function ApplicationLinks({ view }: { view: ApplicationView }) {
  const { reference, status, step, declared, mayWithdraw, thread } = view;
  const elsewhere = !isEditable(status) && step.target !== 'application';
  const links: { href: Href; text: string; shown: boolean }[] = [
    {
      href: paths.declaration(reference),
      text: 'Declaration as submitted',
      shown: declared && step.target !== 'declaration',
    },
    {
      href: paths.thread(reference),
      text: `${thread.takesWords ? 'Ask the assessor' : 'What was said with the assessor'}${
        thread.count > 0 ? ` (${formatCount(thread.count, 'message')} so far)` : ''
      }`,
      shown: thread.takesWords || thread.count > 0,
    },
    { href: paths.timeline(reference), text: 'Timeline: what happened when', shown: true },
    {
      href: paths.moreTime(reference),
      text: 'Ask for more time',
      shown: view.request !== null && !view.request.extensionAsked && view.mayAskTime,
    },
    {
      href: paths.takeBack(reference),
      text: 'Take the declaration back to change it',
      shown: status === 'submitted' && view.round === 1 && mayWithdraw,
    },
    {
      href: paths.withdraw(reference),
      text: 'Withdraw this application',
      shown: isOpen(status) && mayWithdraw,
    },
  ];
  return (
    <section aria-labelledby="more">
      {elsewhere ? (
        <ButtonLink href={stepPath(reference, step.target)}>{step.action}</ButtonLink>
      ) : null}
      <h2 className="nhsuk-heading-s" id="more">
        About this application
      </h2>
      <ul className="nhsuk-list">
        {links
          .filter(({ shown }) => shown)
          .map(({ href, text }) => (
            <li key={href}>
              <Link href={href}>{text}</Link>
            </li>
          ))}
      </ul>
    </section>
  );
}
