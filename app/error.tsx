'use client';

import { LastResort } from '@/components/shell/last-resort';

/** With JavaScript only; pages catch their own surprises and render a problem view instead. */
export default function ErrorPage() {
  return <LastResort />;
}
