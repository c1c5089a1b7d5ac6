import type { ReactNode } from 'react';

/** How a field is named: its words, their size, and whether they are the page's heading. */
export type FieldLabel = {
  label: ReactNode;
  labelSize?: 's' | 'm' | 'l' | 'xl' | undefined;
  isPageHeading?: boolean | undefined;
  /** Stands above a page heading, for example 'Question 3 of 7'. */
  caption?: string | undefined;
  hint?: ReactNode;
};

/** The same for a group of inputs, whose words are a legend. */
export type FieldLegend = Omit<FieldLabel, 'label' | 'labelSize'> & {
  legend: ReactNode;
  legendSize?: 's' | 'm' | 'l' | 'xl' | undefined;
};

export type Option = { value: string; label: ReactNode; hint?: ReactNode; conditional?: ReactNode };
