import type { Rule } from '../rule';

export const globExcludesFile: Rule<'idle-glob'> = {
  id: 'glob-excludes-file',
  subject: 'idle-glob',
  severity: 'warning',
  summary: 'Each glob under `ignore:` and `except:` excludes a file.',
  check: ({ property, glob, nearest, place }) => [
    {
      at: place,
      message: `\`${glob}\` under \`${property}:\` matches no file: ${
        nearest === undefined ? 'fix it, or remove it' : `did you mean \`${nearest}\`?`
      }`,
    },
  ],
};
