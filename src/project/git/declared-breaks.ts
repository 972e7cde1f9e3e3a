import type { DeclaredBreak } from '../../model/project/change';
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

/** A squash merge may make it an item of a list. As in any trailer, spaces may precede the colon. */
const LINE = /^[ \t]*(?:[*-][ \t]+)?Samplegate-Allow[ \t]*:[ \t]*(.*)$/gim;

/** `RULE SUBJECT: REASON`. A subject may have spaces and colons. Only one division of a run of spaces is possible, so that a line of any length is read at once. */
const BREAK = /^(\S+)\s+(\S|\S.*?\S)\s*:\s+(\S.*)$/;

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

function readLine(text: string): Pick<DeclaredBreak, 'text' | 'allows'> {
  const [, ruleId, subject, reason] = BREAK.exec(text) ?? [];
  return ruleId === undefined || subject === undefined || reason === undefined
    ? { text }
    : { text, allows: { ruleId, subject, reason } };
}
