import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { InsetText } from '@/components/ui/inset-text';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { keptWords, requireActor } from '@/lib/auth/session';
import { SETTINGS, settingField, settingWords, unchangedWords } from '@/lib/domain/settings';
import { paths } from '@/lib/paths';
import { getUnderWay } from '@/lib/queries/settings/get-under-way';
import { listSettings } from '@/lib/queries/settings/list-settings';
import { changeSettingAction } from './actions';

type Props = { params: Promise<{ name: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('setting:change');
  const { name } = await params;
  const setting = (await listSettings(actor))?.find((one) => one.name === name);
  const underWay = await getUnderWay(actor);
  if (!setting || !underWay) go(paths.notFound);
  const { label, about, effect, least, most } = SETTINGS[setting.name];
  const kept = await keptWords(actor, paths.setting(setting.name));
  return (
    <SignedInPage actor={actor} width="narrow" back={{ href: paths.settings, label: 'Settings' }}>
      {kept ? (
        <NotificationBanner heading="You were signed out while you were typing. What you typed is here again." />
      ) : null}
      <Form
        action={changeSettingAction.bind(null, setting.name)}
        title={label}
        hidden={{ number: `${setting.last}` }}
        initial={kept ?? {}}
      >
        <h1 className="nhsuk-heading-l">{label}</h1>
        <p>{about}</p>
        <InsetText>
          <p>
            It is {settingWords(setting.name, setting.value)} today. {effect}
          </p>
          <p>{unchangedWords(setting.name, underWay)}</p>
        </InsetText>
        <TextField
          name="value"
          label={settingField(setting.name)}
          labelSize="s"
          hint={`A whole number from ${least} to ${most}`}
          width={3}
          inputMode="numeric"
          autoComplete="off"
        />
        <DateField
          name="inForce"
          legend="Date in force"
          legendSize="s"
          hint="Today or later. It holds from the start of that day, or from now when it is today."
        />
        <TextareaField
          name="reason"
          label="Reason"
          labelSize="s"
          hint="Managers read it in the history"
          rows={3}
          maxCharacters={500}
        />
        <SubmitButton>Save setting</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
