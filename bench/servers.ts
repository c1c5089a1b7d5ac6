import * as fs from 'node:fs';
import { join } from 'node:path';
import { runNode, startNode } from '@/bin/children';
import { root } from '@/bin/prepare.mjs';
import { freePort } from '@/db/embedded';
import { wait } from '@/db/embedded-process';
import { linkPackages } from './link-packages';
import { type Client, clientOf } from './load';

const nextOf = (folder: string) => join(folder, 'node_modules', 'next', 'dist', 'bin', 'next');

const LAYOUT = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;
const PAGE = `import { connection } from 'next/server';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL, { max: 20 });

export default async function Page() {
  await connection();
  const [row] = await sql\`select now() as at\`;
  return <main>{row.at.toISOString()}</main>;
}
`;
const CONFIG = `export default {
  poweredByHeader: false,
  serverExternalPackages: ['postgres'],
  turbopack: { root: import.meta.dirname },
};
`;

/** Writes and builds what everything is compared with: a bare dynamic page that makes one query. */
export async function buildBarePage(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(join(folder, 'app'), { recursive: true });
  fs.writeFileSync(join(folder, 'app', 'layout.jsx'), LAYOUT);
  fs.writeFileSync(join(folder, 'app', 'page.jsx'), PAGE);
  fs.writeFileSync(join(folder, 'next.config.mjs'), CONFIG);
  fs.writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const packages = ['next', 'react', 'react-dom', 'postgres'];
  linkPackages(packages, join(root, 'node_modules'), join(folder, 'node_modules'));
  const quiet = { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const;
  const status = await runNode([nextOf(folder), 'build', folder], { env: quiet, quiet: true });
  if (status !== 0) throw new Error('The bare page could not be built.');
}

export type Server = { port: number; pid: number; client: Client };

/** Starts a built Next project in production and waits until a path of it answers. */
export async function startServer(
  folder: string,
  env: NodeJS.ProcessEnv,
  path: string,
): Promise<Server> {
  const port = await freePort();
  const child = startNode(
    [nextOf(folder), 'start', folder, '-H', 'localhost', '-p', String(port)],
    {
      node: ['--dns-result-order=ipv4first'],
      env: { ...env, NODE_ENV: 'production', PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
      drop: /./,
    },
  );
  const client = clientOf(port);
  for (const until = Date.now() + 60_000; Date.now() < until && child.exitCode === null; ) {
    const status = await client(path).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return { port, pid: child.pid ?? 0, client };
    await wait(200);
  }
  throw new Error(`The server in ${folder} does not answer.`);
}
