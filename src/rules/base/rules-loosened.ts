import { placeInCommit } from '../../model/project/change';
import { childPointer } from '../../model/json/json-pointer';
import type { Place } from '../../model/documents/place';
import type { Project } from '../../model/project/project';
import { SEVERITIES, type RuleLevel } from '../../model/severity';
import type { Rule } from '../rule';

/** What a rule reports is easier to turn off than to fix. */
export const rulesLoosened: Rule<'change'> = {
  id: 'rules-loosened',
  subject: 'change',
  severity: 'info',
  summary: 'A change turns no rule down in the manifest.',
  check: function* ({ now, base, defaults }) {
    const ids = new Set([...Object.keys(base.project.rules), ...Object.keys(now.project.rules)]);
    for (const id of ids) {
      const byDefault = defaults.get(id);
      const [before, after] = [base, now].map(({ project }) => project.rules[id] ?? byDefault);
      if (before === undefined || after === undefined || rankOf(after) >= rankOf(before)) continue;
      yield {
        subject: id,
        at: placeOf(now.project, id),
        message: `${id} was turned down from ${before} to ${after}: say why in the review`,
        related: [{ at: placeInCommit(base, placeOf(base.project, id)), message: `${before} in the base` }],
      };
    }
  },
};

function rankOf(level: RuleLevel): number {
  return level === 'off' ? 0 : SEVERITIES.length - SEVERITIES.indexOf(level);
}

/** The level of a rule in a manifest; the whole manifest where it sets none. */
function placeOf({ manifest, rules }: Project, id: string): Place {
  return Object.hasOwn(rules, id)
    ? { file: manifest.name, pointer: childPointer('/rules', id), token: 'value' }
    : { file: manifest.name };
}
