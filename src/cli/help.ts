import { padDisplay } from '../reporters/pretty/display-width';
import { wrapText } from '../reporters/pretty/wrap-text';
import type { Command } from './command';
import type { OptionSpec, Section } from './options/option';

/** The columns that every help text fits in. */
const WIDTH = 100;

const SECTIONS: Readonly<Record<Section, string>> = { report: 'Report', service: 'Live services' };

/** The help that lists every command. */
export function overview(commands: Readonly<Record<string, Command>>): string {
  const rows = [
    ...Object.entries(commands).map(
      ([name, { usage, summary }]) => [`${name} ${usage[0]}`, summary] as const,
    ),
    ['help COMMAND', 'show the options of a command'] as const,
    ['--version', 'show the version'] as const,
  ].map(([call, summary]) => [`  samplegate ${call}`.trimEnd(), summary] as const);
  return text([
    ["samplegate checks an API's sample JSON, and its live responses, against their contracts"],
    table(rows),
    ['Each command has an exit code: 0 all right, 1 something found, 2 the run could not start.'],
  ]);
}

/** The help of one command. */
export function commandHelp(name: string, command: Command): string {
  const { usage, description, appendix, exitCodes, examples } = command;
  return text([
    usage.map((operands) => `samplegate ${name} ${operands}`.trimEnd()),
    ...description.map((paragraph) => wrapText(paragraph, WIDTH)),
    optionLines(command, undefined),
    ...(['report', 'service'] as const).map((section) => sectionLines(command, section)),
    appendix === undefined ? [] : [`${appendix.title}:`, ...appendix.lines],
    ['Exit code:', ...table(Object.entries(exitCodes).map(([code, meaning]) => [`  ${code}`, meaning]))],
    examples.length === 0 ? [] : ['Examples:', ...examples.map((line) => `  ${line}`)],
  ]);
}

function text(blocks: readonly (readonly string[])[]): string {
  const filled = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${filled.join('\n\n')}\n`;
}

function sectionLines(command: Command, section: Section): readonly string[] {
  const lines = optionLines(command, section);
  if (lines.length === 0) return [];
  const intro = command.sections?.[section];
  const head = `${SECTIONS[section]}:`;
  return [...wrapText(intro === undefined ? head : `${head} ${intro}`, WIDTH), ...lines];
}

/** The options of a section; the flags of all sections have one width. */
function optionLines({ options }: Command, section: Section | undefined): readonly string[] {
  const width = Math.max(0, ...Object.entries(options).map(([name, spec]) => flagOf(name, spec).length));
  return table(
    Object.entries(options)
      .filter(([, spec]) => spec.section === section)
      .map(([name, spec]) => [flagOf(name, spec), spec.help]),
    width,
  );
}

/** `  -m, --manifest FILE`. */
function flagOf(name: string, spec: OptionSpec): string {
  const short = spec.short === undefined ? '   ' : `-${spec.short},`;
  return `  ${short} --${name}${spec.type === 'string' ? ` ${spec.value}` : ''}`;
}

/** Two columns; the second is wrapped. */
function table(
  rows: readonly (readonly [string, string])[],
  width = Math.max(0, ...rows.map(([left]) => left.length)),
): readonly string[] {
  const gap = width + 2;
  return rows.flatMap(([left, right]) =>
    right
      .split('\n')
      .flatMap((line) => wrapText(line, WIDTH - gap))
      .map((line, index) => padDisplay(index === 0 ? left : '', gap) + line),
  );
}
