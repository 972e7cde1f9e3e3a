/** How the options of a test name what a message names by an option of the command line. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['manifest FILE', "`{ manifest: 'FILE' }`"],
  ['cert FILE --key FILE', '`live: { cert, key }`'],
  ...['cacert:ca', 'cert', 'key', 'header:headers', 'insecure', 'timeout', 'retries', 'concurrency'].map(
    ofLive,
  ),
  ...['follow', 'max-body:bodySize', 'compare', 'newest', 'negotiate'].map(ofLive),
]);

function ofLive(names: string): readonly [flag: string, words: string] {
  const [flag = '', option = flag] = names.split(':');
  return [flag, `\`live: { ${option} }\``];
}

/** What only says how the command line shows more. */
const MORE = /[:;] --verbose lists them/g;

/** A text of a report in which options are those of a test: there is no command line there. */
export function inOptionWords(text: string): string {
  return text.replaceAll(MORE, '').replaceAll(/`--([^`]+)`/g, (span, flag: string) => {
    const [name = ''] = flag.split(' ');
    return WORDS.get(flag) ?? WORDS.get(name) ?? span;
  });
}
