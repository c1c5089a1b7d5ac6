import { expect } from '@/e2e/fixtures';
import { type Places, test } from '@/e2e/fixtures/audience';
import { postForm, rawForm, withFields } from '@/e2e/steps/raw-form';
import { paths } from '@/lib/paths';

type Post = {
  name: string;
  who: 'owner' | 'assessor' | 'manager';
  at: (places: Places) => string;
  button: string;
  fields: Record<string, string>;
};

/** Forms that change something, as their owners get them, filled in well. */
const POSTS: Post[] = [
  {
    name: 'an answer',
    who: 'owner',
    at: (p) => paths.question(p.cases.draft, 'isms'),
    button: 'Save and continue',
    fields: { choice: 'yes', details: 'Planted by a stranger.', mode: 'continue' },
  },
  {
    name: 'a declaration',
    who: 'owner',
    at: (p) => paths.check(p.cases.finished),
    button: 'Submit declaration',
    fields: { confirmed: 'yes' },
  },
  {
    name: 'a withdrawal',
    who: 'owner',
    at: (p) => paths.withdraw(p.cases.draft),
    button: 'Withdraw application',
    fields: { reason: 'Withdrawn by a stranger.' },
  },
  {
    name: 'taking a declaration back',
    who: 'owner',
    at: (p) => paths.takeBack(p.cases.submitted),
    button: 'Take back',
    fields: {},
  },
  {
    name: 'a wish for more time',
    who: 'owner',
    at: (p) => paths.moreTime(p.cases.requested),
    button: 'Ask for more time',
    fields: { reason: 'Asked by a stranger.' },
  },
  {
    name: 'a question to the assessor',
    who: 'owner',
    at: (p) => paths.thread(p.cases.requested),
    button: 'Send',
    fields: { text: 'Asked by a stranger.' },
  },
  {
    name: 'an answer to a supplier',
    who: 'assessor',
    at: (p) => paths.caseThread(p.cases.requested),
    button: 'Send',
    fields: { text: 'Answered by a stranger.' },
  },
  {
    name: 'opening a closed question',
    who: 'owner',
    at: (p) => paths.question(p.cases.requested, 'isms'),
    button: 'Open this question',
    fields: { reason: 'Opened by a stranger.' },
  },
  {
    name: 'a verdict',
    who: 'assessor',
    at: (p) => paths.assessment(p.cases.taken),
    button: 'Save verdict on Q.4',
    fields: { verdict: 'sufficient' },
  },
  {
    name: 'a recommendation',
    who: 'assessor',
    at: (p) => paths.caseRecommend(p.cases.reviewed),
    button: 'Recommend',
    fields: { outcome: 'approved', reasons: 'By a stranger.' },
  },
  {
    name: 'the confirmation of a decision',
    who: 'manager',
    at: (p) => paths.caseConfirm(p.cases.recommended),
    button: 'Confirm decision',
    fields: {},
  },
  {
    name: 'a new person of the staff',
    who: 'manager',
    at: () => paths.personNew,
    button: 'Add person',
    fields: { name: 'Mallory', email: 'mallory@cast.example', roles: 'manager' },
  },
  {
    name: 'a failed email',
    who: 'manager',
    at: () => paths.mail,
    button: 'Try all failed again',
    fields: {},
  },
  {
    name: 'somebody else’s roles',
    who: 'manager',
    at: (p) => paths.person(p.assessor.actor.personId),
    button: 'Save roles',
    fields: { roles: 'manager' },
  },
  {
    name: 'the removal of somebody’s single sign-on link',
    who: 'manager',
    at: (p) => paths.personSingleSignOn(p.withFactor.actor.personId),
    button: 'Remove link',
    fields: {},
  },
  {
    name: 'the reset of somebody’s second factor',
    who: 'manager',
    at: (p) => paths.personFactor(p.withFactor.actor.personId),
    button: 'Reset second factor',
    fields: { reason: 'Reset by a stranger.' },
  },
];

for (const { name, who, at, button, fields } of POSTS) {
  test(`${name}: posted by a stranger it finds nothing`, async ({ audience, world }) => {
    const { contexts, places } = audience;
    const print = () => world.printOf(places.organisation, places.assessor);
    const form = withFields(await rawForm(contexts[who], at(places), button), fields);
    const before = await print();
    const answer = await postForm(contexts.stranger, form);
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toBe(paths.notFound);
    expect(await print()).toBe(before);

    const visitor = await postForm(contexts.visitor, form);
    expect(visitor.status()).toBe(303);
    expect(visitor.headers().location).toMatch(/^\/sign-in/);
    expect(await print()).toBe(before);
    if (fields.email) expect(await world.hasPerson(fields.email)).toBe(false);
  });
}
