import type { DeclaredBreak } from '../../model/change';
import { gitFields } from './git';

/** The hash, the author and the message of each commit, whatever the user's settings are. */
const LOG = [
  '-c',
  'log.showSignature=false',
  'log',
  '-z',
  '--abbrev=10',
  '--encoding=UTF-8',
  '--format=%h%n%an%n%B',
];

/** A squash merge may make it an item of a list. */
const LINE = /^[ \t]*(?:[*-][ \t]+)?Samplegate-Allow:[ \t]*(.*)$/gim;

/**
 * Reads what the messages of the commits from `base` to HEAD allow. The lines may be anywhere in a message: a squash merge moves them out of the
 * last paragraph, where git would look for trailers.
 */
export function readDeclaredBreaks(folder: string, base: string): readonly DeclaredBreak[] {
  const commits = gitFields(folder, [...LOG, `${base}..HEAD`, '--'], { option: '--base' });
  return commits.flatMap(parseDeclaredBreaks);
}

/** The lines of one commit: its hash, its author and then its message. */
export function parseDeclaredBreaks(text: string): readonly DeclaredBreak[] {
  const [commit = '', author = '', ...message] = text.split('\n');
  return [...message.join('\n').matchAll(LINE)].map(([, line = '']) => ({
    commit,
    author,
    ...readLine(line.trim()),
  }));
}

/** `RULE SUBJECT: REASON`. The name of a contract may have spaces and colons. */
function readLine(text: string): Pick<DeclaredBreak, 'text' | 'allows'> {
  const [, ruleId, subject, reason] = /^(\S+)\s+(.*?\S)\s*:\s+(\S.*)$/.exec(text) ?? [];
  return ruleId === undefined || subject === undefined || reason === undefined
    ? { text }
    : { text, allows: { ruleId, subject, reason } };
}
