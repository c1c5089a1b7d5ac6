import type { ComponentProps } from 'react';
import { Page } from '@/components/shell/page';
import type { PersonActor } from '@/lib/domain/permissions';
import { accountFor } from './account-for';

type SignedInPageProps = Omit<ComponentProps<typeof Page>, 'account'> & {
  actor: PersonActor;
  /** How many messages this page has marked as read. */
  justRead?: number;
  /** How many are new, where the page itself read them. */
  unread?: number;
};

/** A page for somebody who signed in: with their menu, and the warning before the session ends. */
export async function SignedInPage({ actor, justRead, unread, ...page }: SignedInPageProps) {
  return <Page {...page} account={await accountFor(actor, { justRead, unread })} />;
}
