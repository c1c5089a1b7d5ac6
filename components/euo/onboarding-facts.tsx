import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { odsAddressWords } from '@/lib/domain/ods-words';
import { isHeld } from '@/lib/domain/onboarding';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import { lowerFirst } from '@/lib/domain/text';
import { formatDate } from '@/lib/format';
import { type Href, paths } from '@/lib/paths';

type OnboardingFactsProps = { view: OnboardingView; linked: boolean };

function alertWords({ alert, renewed }: OnboardingView): string {
  const since = renewed ? `. Since then: ${lowerFirst(wordsOf(renewed))}` : '';
  return `${wordsOf(alert)}${since}`;
}

function wordsOf(alert: OnboardingView['alert']): string {
  const { aupVersion, aupAlertedOn, aupMethod, aupAlertedBy, aupAcknowledgedOn } = alert;
  if (aupVersion === null && aupAlertedOn === null) return 'Not recorded yet';
  return [
    aupVersion === null ? 'Version not recorded' : `Version ${aupVersion}`,
    aupAlertedOn === null ? 'date not recorded' : `on ${formatDate(aupAlertedOn)}`,
    aupMethod ?? '',
    aupAlertedBy ? `by ${aupAlertedBy}` : '',
    aupAcknowledgedOn ? `acknowledged on ${formatDate(aupAcknowledgedOn)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** What is recorded of an onboarding, each line with the way to change it. */
export function OnboardingFacts({ view, linked }: OnboardingFactsProps) {
  const { odsCode, id, product, lead, leadOdsCode, state } = view;
  const details = paths.euoPart(odsCode, id, 'details');
  const row = (label: string, value: string | null, href: Href, shown = linked): SummaryRow => ({
    label,
    value: value || 'Not recorded yet',
    ...(shown
      ? { action: { href, text: 'Change', what: `${label.toLowerCase()} for ${product}` } }
      : {}),
  });
  const leadWords = lead ? `${lead.name} (${lead.odsCode})` : leadOdsCode;
  const contact = [view.contactName, view.contactEmail].filter(Boolean).join(', ');
  const goLive = view.goLiveOn ? formatDate(view.goLiveOn) : null;
  return (
    <SummaryList
      rows={[
        row('Name', view.name, `${details}#name`),
        row('Address', view.address || odsAddressWords(view.ods), `${details}#address`),
        state === 'planned' || state === 'cancelled'
          ? row('Planned go-live date', goLive, `${details}#goLive`)
          : row(
              'Go-live date',
              goLive,
              paths.euoPart(odsCode, id, 'go-live-date'),
              isHeld(state) && (linked || view.mayOverride),
            ),
        row('Lead organisation', leadWords ?? 'None', `${details}#leadOdsCode`),
        row('DSPT code', view.dsptCode ?? 'Same as the ODS code', `${details}#dsptCode`),
        row('AUP alert', alertWords(view), paths.euoPart(odsCode, id, 'aup')),
        row('Contact', contact, `${details}#contactName`),
        row('Clinical safety', view.clinicalSafety, `${details}#safety`),
      ]}
    />
  );
}
