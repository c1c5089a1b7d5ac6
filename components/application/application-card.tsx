import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import type { Status } from '@/lib/domain/application';
import type { NextStep } from '@/lib/domain/next-step';
import { paths } from '@/lib/paths';
import { Clearance } from './clearance';
import { StatusTag } from './status-tag';
import { stepPath } from './step-path';

export type CardData = {
  reference: string;
  product: string;
  status: Status;
  step: NextStep;
  clearance: { cleared: boolean; sentence: string };
};

/** One open application: whether the product may go live, where it stands, whose move, what to do. */
export function ApplicationCard({ card }: { card: CardData }) {
  const { reference, product, status, step, clearance } = card;
  const primary = step.target !== 'declaration';
  return (
    <li className="app-card">
      <Clearance clearance={clearance} />
      <h3 className="nhsuk-heading-s app-card__title">
        <Link href={paths.application(reference)}>{product}</Link>
      </h3>
      <p className="app-card__facts">
        <StatusTag status={status} /> <span className="app-reference">{reference}</span>
      </p>
      <p>{step.sentence}</p>
      <ButtonLink
        href={stepPath(reference, step.target)}
        {...(primary ? {} : { variant: 'secondary' as const })}
      >
        {step.action}
        <span className="nhsuk-u-visually-hidden"> for {product}</span>
      </ButtonLink>
    </li>
  );
}

/** One that has ended: quieter, with nothing to press but its name. */
export function EndedApplication({ card }: { card: CardData }) {
  const { reference, product, status, step, clearance } = card;
  return (
    <li className="app-ended">
      <p className="app-card__facts">
        <Link href={stepPath(reference, step.target)}>{product}</Link> <StatusTag status={status} />{' '}
        <span className="app-reference">{reference}</span>
      </p>
      <p className="app-ended__what">
        {step.sentence} {clearance.sentence}.
      </p>
    </li>
  );
}
