import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname } from 'node:path';

const lengths = {
  superuserPassword: 24,
  ownerPassword: 24,
  appPassword: 24,
  authSecret: 48,
  // Next wants an AES key here: base64 of 32 bytes.
  actionsKey: 32,
};

export type Secrets = Record<keyof typeof lengths, string>;

/** The secrets of this folder, made once and readable by its owner only. */
export function keptSecrets(path: string): Secrets {
  let kept: Partial<Secrets> = {};
  try {
    kept = JSON.parse(fs.readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new Error(`${path} cannot be read: ${(error as Error).message}`);
    }
  }
  const names = Object.keys(lengths) as (keyof Secrets)[];
  if (names.every((name) => kept[name])) return kept as Secrets;
  const made = Object.fromEntries(
    names.map((name) => [name, kept[name] ?? randomBytes(lengths[name]).toString('base64')]),
  ) as Secrets;
  fs.mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  // Written whole or not at all: a half-written file would lock the data away.
  const draft = `${path}.${process.pid}`;
  fs.writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(draft, path);
  return made;
}

/** Text with every one of these secrets blotted out, plain or as written in an address. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= 8)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
}
