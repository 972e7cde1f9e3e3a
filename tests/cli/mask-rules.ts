import { RULES } from '../../src/rules/rule-registry';

const IDS = new Set(RULES.map(({ id }) => id));

/** A transcript without what a new rule would change: how many rules there are, and which of them passed or had nothing to judge. */
export function maskRules(transcript: string): string {
  const lines = transcript
    .replaceAll(/"rules": \d+/g, '"rules": <number>')
    .replaceAll(/(<testsuite.* tests=)"\d+"/g, '$1"<number>"')
    .replaceAll(/(<testsuite.* skipped=)"\d+"/g, '$1"<number>"')
    .replaceAll(/^ *<testcase .*>\n *<skipped .*>\n *<\/testcase>\n/gm, '')
    .split('\n')
    .map((line) => (isListedRule(line) ? '  <rules>' : line))
    .filter((line) => !/^ *<testcase .*\/>$/.test(line));
  return lines.filter((line, index) => line !== '  <rules>' || lines[index - 1] !== line).join('\n');
}

/** A line of the lists that `--verbose` prints. */
function isListedRule(line: string): boolean {
  const [, id = ''] = /^ {2}([\w-]+)(?: {3}no .*)?$/.exec(line) ?? [];
  return IDS.has(id);
}
