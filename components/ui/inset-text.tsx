import { InsetText as NhsInsetText } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

export function InsetText({ children }: { children: ReactNode }) {
  return <NhsInsetText>{children}</NhsInsetText>;
}
