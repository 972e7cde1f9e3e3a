import type { DeclaredBreak } from '../../model/project/change';
import { suggestName } from '../../wording/suggest-name';
import type { Report, Rule } from '../rule';
import { isAllowedBy } from './about/declared';
import { BASE_RULES } from './base-rules';

/** A line that allows nothing is probably misspelt, or left over. */
export const declaredBreaksUsed: Rule<'change'> = {
  id: 'declared-breaks-used',
  subject: 'change',
  severity: 'warning',
  summary: 'Each line `Samplegate-Allow:` in a commit message is about something that the change breaks.',
  check: function* (change, evidence) {
    const reports = new Map<Rule<'change'>, readonly Report[]>();
    const reportsOf = (rule: Rule<'change'>) => {
      const found = reports.get(rule) ?? [...rule.check(change, evidence)];
      reports.set(rule, found);
      return found;
    };
    for (const declared of change.declared) {
      const problem = problemOf(declared, (rule) =>
        reportsOf(rule).some((report) => isAllowedBy(rule.id, report, declared)),
      );
      if (problem === undefined) continue;
      yield {
        at: { file: change.now.project.manifest.name },
        message: `commit ${declared.commit} has the line \`Samplegate-Allow: ${declared.text}\`, ${problem}`,
      };
    }
  },
};

function problemOf({ allows }: DeclaredBreak, isUsed: (rule: Rule<'change'>) => boolean): string | undefined {
  if (allows === undefined)
    return 'but the form is `RULE SUBJECT: REASON`: it allows nothing without all three';
  const rule = BASE_RULES.find(({ id }) => id === allows.ruleId);
  if (rule === undefined)
    return `but only rules about a change can be allowed to be broken: ${suggestName(
      allows.ruleId,
      BASE_RULES.map(({ id }) => id),
      'name one of these, such as `ids-stay`',
    )}`;
  return isUsed(rule)
    ? undefined
    : `but ${rule.id} reports nothing about \`${allows.subject}\`: remove the line, or fix it`;
}
