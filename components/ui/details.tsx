import { DetailsSummary, DetailsText, Details as NhsDetails } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

type DetailsProps = { summary: ReactNode; open?: boolean; expander?: boolean; children: ReactNode };

/** Folded text that opens without a script. `expander` is the larger, boxed look. */
export function Details({ summary, open = false, expander = false, children }: DetailsProps) {
  return (
    <NhsDetails open={open} expander={expander}>
      <DetailsSummary>{summary}</DetailsSummary>
      <DetailsText>{children}</DetailsText>
    </NhsDetails>
  );
}
