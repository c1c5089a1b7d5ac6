import { requireEnv } from '@/lib/env';
import { loginFaults } from './login-check';

const say = (text: string) => void process.stderr.write(`${text}\n`);

function refuse(text: string): never {
  say(text);
  process.exit(1);
}

/**
 * Ends the server when the environment is wrong, or when the database login is a superuser, has
 * BYPASSRLS or owns tables. A database that is away is asked again until it answers.
 */
export async function checkLoginAtBoot(retrySeconds = 5): Promise<void> {
  let url: string;
  try {
    url = requireEnv('DATABASE_URL');
    requireEnv('AUTH_SECRET');
  } catch (error) {
    refuse((error as Error).message);
  }
  try {
    const { login, faults } = await loginFaults(url);
    if (faults.length === 0) return;
    refuse(
      `The database login '${login}' ${faults.join(' and ')}, so that it would see everybody's rows. ` +
        'Set DATABASE_URL to a plain login; DATABASE_OWNER_URL is for migrations.',
    );
  } catch (error) {
    const { code = 'unknown reason' } = error as { code?: string };
    say(`The database login could not be checked yet (${code}); trying again.`);
    setTimeout(() => void checkLoginAtBoot(retrySeconds), retrySeconds * 1000).unref();
  }
}
