/** At boot: refuses a login that row-level security would not bind; starts what runs by the clock. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { checkLoginAtBoot } = await import('@/db/boot-check');
  await checkLoginAtBoot();
  const { env } = await import('@/lib/env');
  if (!env().RUN_JOBS) return;
  const { runJobs } = await import('@/lib/jobs/worker');
  void runJobs();
}
