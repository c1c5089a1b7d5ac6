import type { Route } from 'next';
import { redirect } from 'next/navigation';

/** Ends a page or an action by going to a path of this portal, as lib/paths spells it. */
export function go(path: `/${string}`): never {
  redirect(path as Route);
}
