import type { ReactNode } from 'react';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ProblemView } from '@/components/ui/problem-view';
import { keptWords, requireActor } from '@/lib/auth/session';
import type { FormValues } from '@/lib/domain/form-state';
import { paths } from '@/lib/paths';
import { type CaseView, getCase } from '@/lib/queries/assess/get-case';

type CasePageProps = {
  params: Promise<{ reference: string }>;
  /** Left out where a form of the page gives the title. */
  title?: string;
  /** Whether it shows earlier rounds. */
  earlier?: boolean;
  /** Where its forms keep what was typed when a session had ended. */
  keptAt?: (reference: string) => string;
  children: (view: CaseView, kept: FormValues) => ReactNode;
};

/** A page about one case, one step away from its screen: reads the case, and leads back to it. */
export async function CasePart(props: CasePageProps) {
  const { params, title, earlier = false, keptAt, children } = props;
  const actor = await requireActor('case:view');
  const { reference } = await params;
  const view = await readPage(() => getCase(actor, reference, { earlier }));
  const kept = keptAt && view ? await keptWords(actor, keptAt(view.reference)) : null;
  const back = { href: paths.assessment(reference), label: 'Back to the application' } as const;
  return (
    <SignedInPage
      actor={actor}
      {...((title || !view) && { title: title ?? 'Problem with the service' })}
      back={back}
      width="narrow"
    >
      {view ? children(view, kept ?? {}) : <ProblemView />}
    </SignedInPage>
  );
}

/** The heading of such a page: which case, and what is done here. */
export function CaseTitle({ view, children }: { view: CaseView; children: ReactNode }) {
  return (
    <h1 className="nhsuk-heading-l">
      <span className="nhsuk-caption-l">
        {view.product} by {view.supplier}, {view.reference}
      </span>{' '}
      {children}
    </h1>
  );
}
