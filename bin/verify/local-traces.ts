import { readText } from './files';
import type { Check } from './violation';

const TRACES: readonly { pattern: RegExp; message: string }[] = [
  {
    pattern: /(?:file:\/\/|(?<![\w.@*)}\]$/-]))\/(?:home|root|Users|work|workspaces?)\/[\w.-]/,
    message: "a path of somebody's machine",
  },
  { pattern: /\b[A-Za-z]:\\+Users\\/, message: "a path of somebody's machine" },
  {
    pattern: /\/\/(?!registry\.npmjs\.org\/)(?:[\w.-]*\.)?(?:registry|npm|nexus|artifactory)[.:]/i,
    message: 'the address of a package registry',
  },
  {
    pattern: /\bregistry\s*=\s*http|_auth(?:Token)/,
    message: 'a setting of a package registry',
  },
];

/** Nothing that is true only where somebody worked gets into the project. */
export const localTraces: Check = {
  name: "Nothing of anybody's machine",
  run({ root, files }) {
    return files.flatMap((file) => {
      const text = readText(root, file);
      if (text.includes('\0')) return [];
      return text.split('\n').flatMap((line, index) =>
        TRACES.filter(({ pattern }) => pattern.test(line)).map(({ message }) => ({
          file,
          line: index + 1,
          message,
        })),
      );
    });
  },
};
