'use client';

import { Button } from './button';
import { useScripted } from './use-scripted';

/** Is not there without JavaScript, where it could do nothing. */
export function PrintButton({ children = 'Print this page' }: { children?: string }) {
  if (!useScripted()) return null;
  return (
    <span className="print:hidden">
      <Button variant="secondary" small type="button" onClick={() => window.print()}>
        {children}
      </Button>
    </span>
  );
}
