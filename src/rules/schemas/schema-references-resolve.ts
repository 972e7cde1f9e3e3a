import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { Rule } from '../rule';
import { folderMessage } from '../folder-message';
import { isUrl } from '../../schema/dialects/schema-uri';
import { quote } from '../../wording/quote';

export const schemaReferencesResolve: Rule<'schema-problem'> = {
  id: 'schema-references-resolve',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'Each reference leads to a schema under the schema root.',
  check: (problem) => {
    const message = referenceMessage(problem);
    if (message === undefined) return [];
    return [
      {
        at: problem.place,
        message,
        ...(isResolved(problem) ? { severity: 'warning' } : {}),
        ...(problem.kind === 'repeated-name'
          ? { related: [{ at: problem.first, message: 'the first one' }] }
          : {}),
      },
    ];
  },
};

/** Whether the reference leads to a schema all the same. */
function isResolved({ kind }: SchemaProblem): boolean {
  return kind === 'raw-space' || kind === 'circular-reference' || kind === 'repeated-name';
}

function referenceMessage(problem: SchemaProblem): string | undefined {
  switch (problem.kind) {
    case 'dangling-reference': {
      const { reference, nearest, missing, isFolder } = problem;
      if (isFolder === true) return folderMessage(reference);
      if (missing !== undefined) {
        const like = nearest === undefined ? '' : `: did you mean ${nearest}?`;
        return `\`references:\` maps ${quote(reference)} to ${missing}, which does not exist${like}`;
      }
      const remedy =
        nearest === undefined ? 'add that schema, or fix the reference' : `did you mean ${quote(nearest)}?`;
      return `the reference ${quote(reference)} leads nowhere: ${remedy}`;
    }
    case 'remote-reference': {
      const { reference, root, nearest, nearestIn, folders = root, within } = problem;
      if (nearest !== undefined)
        return `the reference ${quote(reference)} leads nowhere: did you mean ${quote(nearest)}, the "$id" of ${nearestIn}?`;
      const own = within === undefined ? 'the schema root' : 'the working folder';
      const what = `the reference ${quote(reference)} leads out of ${folders === '.' ? own : folders}`;
      if (!isUrl(reference) && within !== undefined)
        return within === 'repository'
          ? `the reference ${quote(reference)} leads out of the git repository: copy the schema into it`
          : `${what}: run the check in a folder that contains both files, or copy the schema there`;
      if (!isUrl(reference))
        return `${what}: add the folder of that schema to \`schemas:\`, or copy the schema there`;
      const [, mirrored] = /^https?:\/\/([^?#]*[^/?#])(?:#|$)/.exec(reference) ?? [];
      return mirrored === undefined
        ? `${what}, and schemas are not downloaded: map it to a copy with \`references:\` in ${within === undefined ? 'the' : 'a'} manifest`
        : `${what}, and schemas are not downloaded: copy it to ${root === '.' ? mirrored : `${root}/${mirrored}`}, or map it to a copy with \`references:\`${within === undefined ? '' : ' in a manifest'}`;
    }
    case 'circular-reference':
      return `the reference ${quote(problem.reference)} leads back to its own schema for the same value, so validation would never end: break the cycle`;
    case 'repeated-name':
      return `the ${quote(problem.keyword)} ${quote(problem.name)} also names a different schema, so a reference to it may lead to either: rename one of them`;
    case 'raw-space':
      return `the reference ${quote(problem.reference)} has a space, which a URI cannot have: write ${quote(problem.reference.replaceAll(' ', '%20'))}`;
    default:
      return undefined;
  }
}
