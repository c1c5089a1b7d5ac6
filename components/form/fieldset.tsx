import { Legend, Fieldset as NhsFieldset } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

type FieldsetProps = { legend: ReactNode; size?: 's' | 'm' | 'l' | 'xl'; children: ReactNode };

/** Several fields under one legend, for example an address. */
export function Fieldset({ legend, size = 'm', children }: FieldsetProps) {
  return (
    <NhsFieldset>
      <Legend size={size}>{legend}</Legend>
      {children}
    </NhsFieldset>
  );
}
