import { DateField } from '@/components/form/date-field';
import { Fieldset } from '@/components/form/fieldset';
import { TextField } from '@/components/form/text-field';
import { CERTIFICATE_LINES } from '@/lib/domain/questions/inputs';

/** The certificate that an ISMS may have: all four parts, or none. */
export function CertificateFields() {
  return (
    <Fieldset legend="Certificate (optional)" size="m">
      <p>Certification is not required. If you have a certificate, give all four parts.</p>
      {CERTIFICATE_LINES.map(({ name, label }) => (
        <TextField key={name} name={name} label={label} autoComplete="off" />
      ))}
      <DateField
        name="certificateExpiresOn"
        legend="Expiry date"
        legendSize="s"
        hint="For example, 24 04 2028"
      />
    </Fieldset>
  );
}
