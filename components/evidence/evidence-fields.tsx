'use client';

import { FileField } from '@/components/form/file-field';
import { useFormContext } from '@/components/form/form-context';
import { HiddenField } from '@/components/form/hidden-field';
import { Details } from '@/components/ui/details';
import { EVIDENCE_ACCEPT, EVIDENCE_LABELS, MOST_BYTES_OF_A_FILE } from '@/lib/domain/evidence';
import { formatFileSize } from '@/lib/format';
import { EvidenceDateFields } from './date-fields';

type EvidenceFieldsProps = {
  /** The words above the file input. */
  label: string;
  /** The declared file that the new one stands in for. */
  replaces?: string;
};

/** What an upload of evidence asks for: files, and their dates where they have any. */
export function EvidenceFields({ label, replaces }: EvidenceFieldsProps) {
  const { values, problems } = useFormContext();
  const dated = Object.keys(values).length > 0 || problems.some(({ field }) => field !== 'file');
  const several = replaces === undefined;
  return (
    <>
      {replaces ? <HiddenField name="supersedes" value={replaces} /> : null}
      <FileField
        label={label}
        multiple={several}
        accept={EVIDENCE_ACCEPT}
        hint={`${EVIDENCE_LABELS}, ${several ? 'each ' : ''}smaller than ${formatFileSize(
          MOST_BYTES_OF_A_FILE,
        )}. Do not include information about patients.`}
      />
      <Details summary="Add the dates of this evidence" open={dated}>
        <EvidenceDateFields />
      </Details>
    </>
  );
}
