import { joinWords } from '@/lib/format';
import type { CheckView } from '@/lib/queries/apply/get-check';

/** Why this reader cannot submit now, and who can. */
export function WhoSubmits({ view }: { view: CheckView }) {
  const { maySign, signatories, blockers } = view;
  return (
    <section aria-labelledby="who-submits">
      <h2 className="nhsuk-heading-m" id="who-submits">
        Declaration
      </h2>
      {blockers.length > 0 ? (
        <p>The declaration can be submitted once everything at the top of this page is complete.</p>
      ) : null}
      {maySign ? null : signatories.length > 0 ? (
        <p>
          A signatory submits the declaration. In your organisation:{' '}
          <strong>{joinWords(signatories)}</strong>. Tell them when the answers are ready.
        </p>
      ) : (
        <p>
          A signatory submits the declaration, and nobody in your organisation is one yet. Ask your
          administrator to give somebody that role.
        </p>
      )}
    </section>
  );
}
