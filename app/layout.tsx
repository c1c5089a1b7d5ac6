import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import './nhsuk.scss';
import './globals.css';

export const metadata: Metadata = { robots: 'noindex' };
export const viewport: Viewport = { themeColor: '#005eb8', viewportFit: 'cover' };

/** Waits for the request, since a page rendered at build time would have no nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
