// Plain Node: it says what is missing before it needs anything that npm installs.
const tsx = await import('tsx/esm/api').catch(() => null);
if (!tsx) {
  console.error('Nothing is installed yet: run npm ci first.');
  process.exit(1);
}
tsx.register();
const { verify } = await import('./verify/run.ts');
process.exitCode = await verify(new URL('..', import.meta.url));
