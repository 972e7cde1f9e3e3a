import { resolve } from 'node:path';

import type { CheckResult, NotChecked } from '../../model/findings/check-result';
import { compareFindings, type Finding } from '../../model/findings/finding';
import type { Project } from '../../model/project/project';
import { fileOf } from '../../model/documents/source';
import { schemaFileName } from '../../model/project/schema-files';
import { displayPath } from '../../project/disk/file-path';
import { listsUnreadFiles } from '../judge/summarize';
import { listsSamples } from '../judge/unjudged-samples';

/** A run shows the names of files relative to its working folder, and the cache has them relative to the manifest's folder. */
export interface PortableNames {
  /** The working folder, relative to the manifest's. */
  readonly folder: string;
  readonly toStored: (name: string) => string;
  readonly toShown: (name: string) => string;
}

export function portableNames({ folders }: Pick<Project, 'folders'>, cwd: string): PortableNames {
  return {
    folder: displayPath(folders.project, cwd),
    toStored: (name) => displayPath(folders.project, resolve(cwd, name)),
    toShown: (name) => displayPath(cwd, resolve(folders.project, name)),
  };
}

/** What the cache stores of a result. */
export type Storable = Pick<CheckResult, 'findings' | 'verdicts' | 'summary'>;

/** A result with the names of its files replaced, and the findings in the order of the new names. */
export function renameFiles(
  { findings, verdicts, summary }: Storable,
  rename: (name: string) => string,
): Storable {
  const renamed = new Map(findings.map((finding) => [finding, renameFinding(finding, rename)]));
  const ordered = (some: readonly Finding[]) =>
    some.flatMap((finding) => renamed.get(finding) ?? []).toSorted(compareFindings);
  // Whether the manifest is above the working folder depends on that folder.
  const { manifest: _manifest, wrongOnPurpose, notChecked, ...others } = summary;
  return {
    findings: ordered(findings),
    verdicts: verdicts.map((verdict) => ({
      ...verdict,
      ...(verdict.file === undefined ? {} : { file: rename(verdict.file) }),
      findings: ordered(verdict.findings),
    })),
    summary: {
      ...others,
      ...(wrongOnPurpose === undefined ? {} : { wrongOnPurpose: wrongOnPurpose.map(rename) }),
      notChecked: notChecked.map((entry) =>
        listsFiles(entry) ? { ...entry, items: entry.items.map(rename) } : entry,
      ),
    },
  };
}

function listsFiles(entry: NotChecked): boolean {
  return listsSamples(entry) || listsUnreadFiles(entry);
}

function renameFinding(finding: Finding, rename: (name: string) => string): Finding {
  return {
    ...finding,
    file: rename(finding.file),
    related: finding.related.map((place) => ({ ...place, file: rename(place.file) })),
  };
}

/** More text is not searched for names. In characters. */
const MOST_TEXT = 200_000;

/**
 * Whether the working folder shows only in the names that `renameFiles` replaces, and in no message. `asked` are the schema files that the
 * run requested.
 */
export function isPortable(
  { findings, summary }: Storable,
  { manifest, samples, factSources, schemas }: Project,
  asked: Iterable<string>,
  { toStored, toShown }: PortableNames,
): boolean {
  const named = [
    ...findings.flatMap(({ file, related }) => [file, ...related.map((place) => place.file)]),
    ...samples.map(({ document }) => document.source.name),
  ];
  if (named.some((name) => toShown(toStored(name)) !== name)) return false;
  const text = textOf(findings, summary);
  if (text === '') return true;
  const files = [
    ...samples.map(({ document }) => fileOf(document.source)),
    ...factSources.map(({ name }) => name),
    ...[...schemas.list(), ...asked].map((file) => schemaFileName(schemas, file)),
  ];
  // A message omits the folder of a file that is in the working folder.
  if (text.length > MOST_TEXT || files.some((file) => !file.includes('/'))) return false;
  const names = new Set([manifest.name, ...files].flatMap(selfAndParents));
  return ![...names].some((name) => hasName(text, name));
}

/** Everything in a result that may have the name of a file in it. */
function textOf(findings: readonly Finding[], { notChecked }: CheckResult['summary']): string {
  return [
    ...findings.flatMap(({ message, groupMessage = '', clients = '', related }) => [
      message,
      groupMessage,
      clients,
      ...related.map((place) => place.message),
    ]),
    ...notChecked.flatMap((entry) => (listsFiles(entry) ? [] : entry.items)),
  ]
    .filter((text) => text !== '')
    .join('\0');
}

/** `a/b/c.json`, `a/b` and `a`. */
function selfAndParents(name: string): readonly string[] {
  const parts = name.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Whether a text has a name that is not a part of a longer word or path. */
function hasName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!/[\w/]/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + name.length))) return true;
  }
  return false;
}
