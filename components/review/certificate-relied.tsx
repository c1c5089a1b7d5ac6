import type { CertificateStanding } from '@/lib/domain/case-facts';
import { formatDate } from '@/lib/format';

/** What an approval would take from the certificate of Q.4; nothing where none is offered. */
export function CertificateRelied({ certificate }: { certificate: CertificateStanding | null }) {
  if (certificate === null) return null;
  const { expiresOn, reliedOn } = certificate;
  return (
    <section aria-labelledby="certificate">
      <h2 className="nhsuk-heading-s" id="certificate">
        ISMS certificate
      </h2>
      <p>
        It expires on {formatDate(expiresOn)}.{' '}
        {reliedOn
          ? 'The verdict relies on it, so an approval is assured until then at the latest.'
          : 'The verdict does not rely on it, so an approval can outlast it.'}
      </p>
    </section>
  );
}
