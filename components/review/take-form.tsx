'use client';

import { SubmitButton } from '@/components/form/submit-button';
import { CaseForm } from './case-form';

/** Takes a case that nobody has. */
export function TakeForm({ reference, version }: { reference: string; version: number }) {
  return (
    <CaseForm name="take" version={version} hidden={{ reference }}>
      <SubmitButton small>Assign to me</SubmitButton>
    </CaseForm>
  );
}
