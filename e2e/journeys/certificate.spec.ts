import { carefulAnswers } from '@/e2e/answers';
import { test } from '@/e2e/fixtures';
import { CasePage } from '@/e2e/pages/case-page';
import { ConfirmPage, RecommendPage } from '@/e2e/pages/case-steps';
import { TaskList } from '@/e2e/pages/task-list';
import { findsSufficient } from '@/e2e/steps/assessor';
import { londonDate } from '@/lib/domain/clock';
import { addDays, dateFields, formatPlainDate } from '@/lib/domain/dates';

test('a certificate that the verdict relies on says until when a product is assured @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  const expiresOn = addDays(londonDate(new Date()), 20);
  const { day, month, year } = dateFields(expiresOn);
  const reference = await world.submitted(larch, {
    isms: {
      ...carefulAnswers.isms,
      ...{ certificateNumber: 'IS 1', certificateBody: 'A body', certificateScope: 'All of it' },
      ...{ 'certificateExpiresOn-day': day, 'certificateExpiresOn-month': month },
      'certificateExpiresOn-year': year,
    },
  });
  const review = await new CasePage(await signIn(ann)).open(reference);
  await review.takes();
  await findsSufficient(review, ['isms']);
  await review.fills('isms', { verdict: 'sufficient' });
  await review.saves('isms');
  await review.refuses('Mark the certificate: covered if this verdict relies on it');
  await review.judges('isms', { verdict: 'sufficient', points: { certificate: 'Covered' } });

  const recommendation = await new RecommendPage(review.page).open(reference);
  await recommendation.says(`It expires on ${formatPlainDate(expiresOn)}`, 'relies on it');
  await recommendation.recommends({ outcome: 'approved', reasons: 'All of it is in order.' });
  const confirm = await new ConfirmPage(await signIn(max)).open(reference);
  await confirm.says('an approval is assured until then at the latest');
  await confirm.press('Confirm decision');

  const tasks = await new TaskList(await signIn(larch.sam)).open(reference);
  const until = `Assured until ${formatPlainDate(expiresOn)}`;
  await tasks.says(`${until} because your ISMS certificate expires then`);
});
