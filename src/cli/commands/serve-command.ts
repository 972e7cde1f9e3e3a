import { openProject } from '../../engine/open/open-project';
import { UsageError } from '../../model/usage-error';
import { describeApi } from '../../serve/describe-api';
import { describeFaults } from '../../serve/faults/fault-registry';
import { readFault } from '../../serve/faults/read-fault';
import { serve } from '../../serve/serve';
import type { Command } from '../command';
import { parseOptions, refuseOperands } from '../parse-options';

/** `samplegate serve`: the samples as an API that negotiates, until it is interrupted. */
export const serveCommand: Command = async (args, io) => {
  const { values, positionals } = parseOptions('serve', args, {
    manifest: { type: 'string', short: 'm' },
    port: { type: 'string', short: 'p' },
    prefix: { type: 'string' },
    fault: { type: 'string', multiple: true },
    verbose: { type: 'boolean' },
  });
  refuseOperands('serve', positionals);
  const kinds = values.fault ?? [];
  if (kinds.includes('help')) {
    io.out(`${describeFaults().join('\n')}\n`);
    return 0;
  }
  const faults = kinds.map(readFault);
  const port = readPort(values.port);
  const prefix = readPrefix(values.prefix);
  const project = openProject({
    cwd: io.cwd,
    ...(values.manifest === undefined ? {} : { manifest: values.manifest }),
  });
  const { url, api, close } = await serve(project, {
    port,
    prefix,
    faults,
    ...(values.verbose === true
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
};

function readPort(text = '0'): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError(
      `\`${text}\` is not a port: give a number up to 65535, or leave \`--port\` out for any that is free`,
    );
  return Number(text);
}

function readPrefix(text = ''): string {
  if (text !== '' && !text.startsWith('/'))
    throw new UsageError(`\`${text}\` is not a path: begin \`--prefix\` with a slash, such as \`/compute\``);
  return text;
}
