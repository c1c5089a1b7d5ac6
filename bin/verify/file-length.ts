import { isCode, isWithin, readText } from './files';
import type { Check } from './violation';

const MOST_LINES = 250;

/** No file grows past what can be read in one sitting; generated migrations may. */
export const fileLength: Check = {
  name: `At most ${MOST_LINES} lines a file`,
  run({ root, files }) {
    return files
      .filter((file) => isCode(file) && !isWithin(file, 'db/migrations'))
      .flatMap((file) => {
        const lines = readText(root, file).replace(/\n$/, '').split('\n').length;
        if (lines <= MOST_LINES) return [];
        return [{ file, line: MOST_LINES + 1, message: `${lines} lines, ${MOST_LINES} at most` }];
      });
  },
};
