import { openProject } from '../../engine/open/open-project';
import { UsageError } from '../../model/usage-error';
import { describeApi } from '../../serve/describe-api';
import { describeFaults, FAULTS } from '../../serve/faults/fault-registry';
import { readFault } from '../../serve/faults/read-fault';
import { serve } from '../../serve/serve';
import type { Command } from '../command';
import { MANIFEST_OPTION } from '../options/manifest-option';
import { assertNoneLeft, type OptionSpecs } from '../options/option';
import { parseOptions, refuseOperands } from '../options/parse-options';

const OPTIONS = {
  ...MANIFEST_OPTION,
  port: { type: 'string', short: 'p', value: 'N', help: 'the port; default: any free one' },
  prefix: { type: 'string', value: 'PATH', help: 'serve below this path, such as /compute' },
  fault: {
    type: 'string',
    multiple: true,
    value: 'KIND',
    values: [...FAULTS.keys(), 'help'],
    help: 'misbehave in one way, on every path; KIND@/v2.1/: only on that path. Can be repeated',
  },
  verbose: { type: 'boolean', help: 'print each request and its status on the standard error' },
} as const satisfies OptionSpecs;

/** `samplegate serve`: the samples as an API that negotiates, until it is interrupted. */
export const serveCommand: Command = {
  usage: [''],
  summary: 'serve the samples as a live API that negotiates microversions',
  description: [
    'Answers the live requests of the manifest with their samples, until it is interrupted. Links in the samples lead to this server, microversions are negotiated, and every other path answers 300 with the versions.',
  ],
  options: OPTIONS,
  appendix: { title: 'Kinds of fault', lines: describeFaults() },
  exitCodes: { 0: 'it was interrupted', 2: 'the run could not start' },
  examples: ['samplegate serve --port 8774', 'samplegate serve --fault newer-newest'],
  run: async (args, io) => {
    const { values, positionals } = parseOptions('serve', args, OPTIONS);
    const { manifest, port, prefix, fault: kinds = [], verbose, ...rest } = values;
    assertNoneLeft(rest);
    refuseOperands('serve', positionals);
    if (kinds.includes('help')) {
      io.out(`${describeFaults().join('\n')}\n`);
      return 0;
    }
    const faults = kinds.map(readFault);
    const settings = { port: readPort(port), prefix: readPrefix(prefix), faults };
    const project = openProject({ cwd: io.cwd, ...(manifest === undefined ? {} : { manifest }) });
    const { url, api, close } = await serve(project, {
      ...settings,
      ...(verbose === true
        ? { onRequest: ({ method, path }, { status }) => io.err(`${method} ${path} ${status}\n`) }
        : {}),
    });
    const lines = [
      `${project.manifest.name} is served at ${url} until interrupted`,
      '',
      ...describeApi(api, faults),
    ];
    io.out(`${lines.join('\n')}\n`);
    await io.interrupted();
    await close();
    return 0;
  },
};

function readPort(text = '0'): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError(
      `\`--port\` expects a number up to 65535, got \`${text}\`: omit it for any free port`,
    );
  return Number(text);
}

function readPrefix(text = ''): string {
  if (text !== '' && !text.startsWith('/'))
    throw new UsageError(
      `\`--prefix\` expects a path that starts with a slash, such as \`/compute\`, got \`${text}\``,
    );
  return text;
}
