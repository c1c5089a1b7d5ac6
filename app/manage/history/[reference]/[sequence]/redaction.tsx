import type { ReactNode } from 'react';
import { Proof } from '@/app/proof';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { pageTitle } from '@/components/shell/service';
import { InsetText } from '@/components/ui/inset-text';
import { REDACTION_KEEPS, REDACTION_TAKES_OUT } from '@/lib/domain/redaction';
import { MAX_DETAILS } from '@/lib/domain/text';
import { formatDateTime } from '@/lib/format';
import type { HistoryEvent } from '@/lib/queries/manage/get-history';
import { askRedactionAction, redactAction } from './actions';

type Props = { reference: string; name: string; event: HistoryEvent; children: ReactNode };

/** Asking, doing, or why neither: always inside one form, which gives the page its title. */
export function Redaction({ reference, name, event, children }: Props) {
  const { asked, sequence } = event;
  const title = `Event ${sequence} of ${name}`;
  const place = { reference, sequence };
  if (event.redactedAt || asked?.byReader)
    return (
      <>
        <title>{pageTitle(title)}</title>
        {children}
        {asked ? (
          <InsetText>
            <p>
              You asked on {formatDateTime(asked.at)} for these words to be taken out. Another
              manager must do it.
            </p>
          </InsetText>
        ) : null}
      </>
    );
  if (asked)
    return (
      <Form action={redactAction.bind(null, { ...place, redactionId: asked.id })} title={title}>
        {children}
        <h2 className="nhsuk-heading-m">Take the words out</h2>
        <p>
          {asked.by} asked for this on {formatDateTime(asked.at)}:
        </p>
        <p className="app-typed">{asked.reason}</p>
        <WhatGoes />
        <Proof />
        <SubmitButton variant="warning">Take the words out</SubmitButton>
      </Form>
    );
  return (
    <Form action={askRedactionAction.bind(null, { ...place, eventId: event.id })} title={title}>
      {children}
      <h2 className="nhsuk-heading-m">Have the words taken out</h2>
      <WhatGoes />
      <TextareaField
        name="reason"
        label="Why must these words be taken out?"
        hint="Another manager reads this and takes them out. Do not repeat the words."
        rows={3}
        maxCharacters={MAX_DETAILS}
      />
      <SubmitButton variant="secondary">Ask for redaction</SubmitButton>
    </Form>
  );
}

/** Exactly what is taken out and what is not, before anybody asks for it or does it. */
function WhatGoes() {
  return (
    <>
      <p>This is taken out for good:</p>
      <Lines lines={REDACTION_TAKES_OUT} />
      <p>This stays as it is:</p>
      <Lines lines={REDACTION_KEEPS} />
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
