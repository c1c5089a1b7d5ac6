import { WarningCallout as NhsWarningCallout, WarningCalloutHeading } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

type WarningCalloutProps = { heading: string; level?: 'h2' | 'h3'; children: ReactNode };

export function WarningCallout({ heading, level = 'h2', children }: WarningCalloutProps) {
  return (
    <NhsWarningCallout>
      <WarningCalloutHeading headingLevel={level}>{heading}</WarningCalloutHeading>
      {children}
    </NhsWarningCallout>
  );
}
