import {
  scoreOf,
  type SchemaStrength,
  type StrengthResult,
  type Survivor,
} from '../../model/findings/strength';
import { count } from '../../wording/list-words';
import { formatNumber } from '../format-number';
import { paint, type Paint } from '../pretty/paint';
import { countNotChecked } from '../../wording/count-not-checked';
import { visibleText } from '../visible-text';

/** How the report on the strength of schemas looks. */
export interface StrengthReportOptions {
  readonly color: boolean;
  /** Lists every accepted wrong value, and what was not tried. */
  readonly verbose: boolean;
  /** The least score that passes, in percent. */
  readonly minScore: number | undefined;
}

/** The report for people: each schema with its weak places, the weakest schema first, and one line that sums up. */
export function strengthPretty(
  result: StrengthResult,
  { color, verbose, minScore }: StrengthReportOptions,
): string {
  const painter = paint(color);
  const shown = result.schemas.filter(({ weaknesses }) => verbose || weaknesses.length > 0);
  const sections = [
    ...shown.map((schema) => schemaSection(schema, painter, verbose)),
    ...(verbose ? result.notTried : []).map((left) =>
      [
        painter('heading', `not tried: ${countNotChecked(left)}`),
        ...left.items.map((item) => `  ${visibleText(item)}`),
      ].join('\n'),
    ),
    summary(result, painter, minScore),
  ];
  return `${sections.join('\n\n')}\n`;
}

function schemaSection(strength: SchemaStrength, painter: Paint, verbose: boolean): string {
  const { schema, weaknesses, survivors } = strength;
  const share = painter('faint', `${ratio(strength)} rejected, ${count(strength.samples, 'sample')}`);
  const counting = survivors.filter(({ counts }) => counts);
  const others = survivors.filter(({ counts }) => !counts);
  return [
    `${painter('heading', visibleText(schema))}  ${percent(strength)}  ${share}`,
    ...weaknesses.flatMap(({ location, accepts, remedy, file, line, column }) => [
      `  ${painter('warning', location === '' ? '/' : visibleText(location))}  ${visibleText(accepts)}`,
      `      ${remedy}  ${painter('faint', `${visibleText(file)}:${line}:${column}`)}`,
    ]),
    ...(verbose ? list('accepted, but wrong', counting, painter) : []),
    ...(verbose ? list('accepted, may be right', others, painter) : []),
  ].join('\n');
}

function list(title: string, survivors: readonly Survivor[], painter: Paint): readonly string[] {
  return survivors.length === 0
    ? []
    : [
        `  ${painter('faint', `${title}:`)}`,
        ...survivors.map(
          ({ sample, location, change }) => `    ${visibleText(`${sample}#${location} ${change}`)}`,
        ),
      ];
}

function summary(result: StrengthResult, painter: Paint, minScore: number | undefined): string {
  const { schemas, notTried, isCutShort } = result;
  const weak = schemas.flatMap(({ weaknesses }) => weaknesses).length;
  const left = notTried.map(countNotChecked);
  const isTooLow = minScore !== undefined && scoreOf(result) < minScore;
  const line = [
    `samplegate: ${percent(result)} of ${formatNumber(result.tried)} wrong values rejected by ${count(schemas.length, 'schema')}`,
    `, ${weak === 0 ? 'no weak place' : count(weak, 'weak place')}`,
    isTooLow ? `, less than the ${minScore} % of \`--min-score\`` : '',
    left.length === 0 ? '' : ` (not tried: ${left.join(', ')})`,
  ].join('');
  const short = isCutShort
    ? [painter('warning', 'the time limit was reached: raise `--time-limit`, or try less with PATHs')]
    : [];
  return [...short, painter(isTooLow ? 'error' : weak > 0 ? 'warning' : 'good', line)].join('\n');
}

/** Rounded down, so that only a schema that rejects everything has 100 %. */
function percent(tally: SchemaStrength | StrengthResult): string {
  return `${(Math.floor(scoreOf(tally) * 10) / 10).toFixed(1)} %`;
}

function ratio({ refused, tried }: SchemaStrength): string {
  return `${formatNumber(refused)} of ${formatNumber(tried)}`;
}
