import type { ReactNode } from 'react';
import { Tag } from '@/components/ui/tag';
import type { PlainDate } from '@/lib/domain/dates';
import { type OdsFact, odsStateOn } from '@/lib/domain/ods-fact';
import { ODS_STATES, odsWords } from '@/lib/domain/ods-words';
import './registers.css';

type OdsPanelProps = {
  code: string;
  fact: OdsFact;
  today: PlainDate;
  /** What can be done about it. */
  children?: ReactNode;
};

/** What the Organisation Data Service says of a code, calm and in words. */
export function OdsPanel({ code, fact, today, children }: OdsPanelProps) {
  const { label, colour } = ODS_STATES[odsStateOn(fact, today)];
  return (
    <div className="app-register">
      <p className="app-register__head">
        <strong>{code} in the Organisation Data Service</strong> <Tag colour={colour}>{label}</Tag>
      </p>
      <p>{odsWords(fact, today)}</p>
      {children}
    </div>
  );
}
