import { CheckboxesField } from '@/components/form/checkboxes-field';
import { Form } from '@/components/form/form';
import type { FormAction } from '@/components/form/send-form';
import { SubmitButton } from '@/components/form/submit-button';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { SummaryList } from '@/components/ui/summary-list';
import type { PlainDate } from '@/lib/domain/dates';
import { ROLE_LABELS, type Role } from '@/lib/domain/permissions';
import { formatDate, formatDateTime, joinWords } from '@/lib/format';
import { type Href, paths } from '@/lib/paths';
import { AbsenceForms } from './absence-forms';
import { PersonState } from './person-state';
import { roleOptions } from './role-options';
import { factorRow, type LinkedIdentity, linkRow } from './sign-in-rows';

export type PersonActions = {
  changeRoles: FormAction;
  makeLink: FormAction;
  deactivate: FormAction;
  reactivate: FormAction;
  endSessions: FormAction;
  /** For the staff. */
  setAbsence?: FormAction;
  endAbsence?: FormAction;
};

type PersonViewProps = {
  person: {
    name: string;
    email: string;
    roles: readonly Role[];
    active: boolean;
    version: number;
    resetAskedAt: Date | null;
    link: { usedAt: Date | null; expiresAt: Date } | null;
    linkMail: 'queued' | 'failed' | null;
    organisation: { name: string } | null;
    facts: { lastSignInAt: Date | null; absentUntil: PlainDate | null } | null;
    factorSetAt: Date | null;
    identity: LinkedIdentity | null;
  };
  /** The roles that this side has. */
  roles: readonly Role[];
  actions: PersonActions;
  /** Where a manager resets their second factor. */
  resetFactor?: Href;
  /** Where a manager removes their link to the identity provider. */
  removeLink?: Href;
  /** Nobody changes their own account. */
  own: boolean;
  /** Whether links go by email, or are shown to whoever makes them. */
  byEmail: boolean;
  now: Date;
};

/** One person: who they are, and what whoever looks after them can do. */
export function PersonView(props: PersonViewProps) {
  const { person, roles, actions, own, byEmail, now } = props;
  const hidden = { version: String(person.version) };
  return (
    <>
      <SummaryList
        rows={[
          { label: 'Email address', value: person.email },
          { label: 'Organisation', value: person.organisation?.name ?? 'NHS England' },
          { label: 'Account', value: <PersonState {...person} now={now} /> },
          ...(person.facts ? factsOf(person.facts) : []),
          ...(person.facts
            ? [
                factorRow(person.factorSetAt, own ? undefined : props.resetFactor),
                ...linkRow(person.identity, own ? undefined : props.removeLink),
              ]
            : []),
          ...(own
            ? [
                {
                  label: 'Roles',
                  value: joinWords(person.roles.map((role) => ROLE_LABELS[role].label)),
                },
              ]
            : []),
          ...(person.resetAskedAt
            ? [{ label: 'Asked for a new password', value: formatDateTime(person.resetAskedAt) }]
            : []),
        ]}
      />
      {person.active && person.linkMail === 'failed' ? (
        <InsetText>
          <p>
            The email with a link did not arrive. Check the address above with {person.name}. If it
            is right, send a new link. If it is wrong, deactivate this person and add them again
            with the right one.
          </p>
        </InsetText>
      ) : null}
      {own ? (
        <p>
          This is your own account. You can <Link href={paths.account}>change your password</Link>,
          but somebody else has to change your roles.
        </p>
      ) : (
        <>
          <Form
            action={actions.changeRoles}
            idPrefix="change-"
            hidden={hidden}
            initial={{ roles: [...person.roles] }}
          >
            <CheckboxesField
              name="roles"
              legend="What they may do"
              legendSize="m"
              hint="A change counts from the next page they open."
              options={roleOptions(roles)}
            />
            <SubmitButton variant="secondary">Save roles</SubmitButton>
          </Form>
          {person.active ? (
            <Active
              {...{ actions, hidden, byEmail }}
              staff={person.organisation === null}
              absentUntil={person.facts?.absentUntil ?? null}
            />
          ) : (
            <Form action={actions.reactivate} idPrefix="reactivate-" hidden={hidden}>
              <h2 className="nhsuk-heading-m">Bring back</h2>
              <p>They can sign in again, with the roles above and the password they had.</p>
              <SubmitButton variant="secondary">Bring this person back</SubmitButton>
            </Form>
          )}
        </>
      )}
    </>
  );
}

type ActiveProps = {
  actions: PersonActions;
  hidden: Record<string, string>;
  staff: boolean;
  byEmail: boolean;
  absentUntil: PlainDate | null;
};

const factsOf = ({
  lastSignInAt,
  absentUntil,
}: NonNullable<PersonViewProps['person']['facts']>) => [
  { label: 'Last sign-in', value: lastSignInAt ? formatDateTime(lastSignInAt) : 'Never' },
  ...(absentUntil ? [{ label: 'Absence', value: `Until ${formatDate(absentUntil)}` }] : []),
];

function Active({ actions, hidden, staff, byEmail, absentUntil }: ActiveProps) {
  const { setAbsence, endAbsence } = actions;
  return (
    <>
      {setAbsence && endAbsence ? (
        <AbsenceForms
          own={false}
          until={absentUntil}
          set={setAbsence}
          end={endAbsence}
          hidden={hidden}
        />
      ) : null}
      <Form action={actions.makeLink} idPrefix="link-" hidden={hidden}>
        <h2 className="nhsuk-heading-m">New password</h2>
        <p>
          {byEmail ? 'Send them an email with a link.' : 'Make a link to pass on to them.'} Links
          made before it stop working. If they have a password, it works until they set the new one.
        </p>
        <SubmitButton variant="secondary">
          {byEmail ? 'Send a link to set a password' : 'Make a link to set a password'}
        </SubmitButton>
      </Form>
      <Form action={actions.endSessions} idPrefix="sessions-" hidden={hidden}>
        <h2 className="nhsuk-heading-m">Sign out everywhere</h2>
        <p>They are signed out at once wherever they are signed in, and can sign in again.</p>
        <SubmitButton variant="secondary">Sign this person out</SubmitButton>
      </Form>
      <Form action={actions.deactivate} idPrefix="deactivate-" hidden={hidden}>
        <h2 className="nhsuk-heading-m">Deactivate</h2>
        <p>
          They are signed out at once and cannot sign in. What they declared or decided stands.
          {staff
            ? ' Applications assigned to them go back to the queue and keep their due dates.'
            : ''}
        </p>
        <SubmitButton variant="warning">Deactivate this person</SubmitButton>
      </Form>
    </>
  );
}
