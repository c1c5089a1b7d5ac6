/** At boot: refuses a database login that row-level security would not bind. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { checkLoginAtBoot } = await import('@/db/boot-check');
  await checkLoginAtBoot();
}
