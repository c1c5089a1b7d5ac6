import { Panel as NhsPanel, PanelTitle } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

/** The green confirmation that something was done; its title is the page's heading. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <NhsPanel>
      <PanelTitle headingLevel="h1">{title}</PanelTitle>
      {children}
    </NhsPanel>
  );
}
