'use client';

import { LastResort } from '@/components/shell/last-resort';
import './nhsuk.scss';
import './globals.css';

/** Stands in for the root layout when that itself fails. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <LastResort />
      </body>
    </html>
  );
}
