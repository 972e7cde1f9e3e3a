import { DEFAULT_LIMITS } from '../model/project/limits';
import { readStrictJson } from '../text/json/strict-json';

/**
 * The events in the text of an event stream, each as JSON (HTML, 9.2.6). `isJson`: data are JSON, where they can be read as that. As in an example
 * the empty line at the end is often missing, the last event needs none.
 */
export function eventsIn(text: string, isJson: boolean): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const events: string[] = [];
  let fields = new Map<string, string>();
  let data: string[] = [];
  for (const line of [...lines, '']) {
    if (line === '') {
      // Without data, there is no event.
      if (data.length > 0) events.push(eventOf(fields, dataIn(data.join('\n'), isJson)));
      fields = new Map();
      data = [];
      continue;
    }
    const [, name = '', value = ''] = /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
    if (name === 'data') data.push(value);
    else if (name === 'retry' && /^\d+$/.test(value)) fields.set(name, value.replace(/^0+(?=\d)/, ''));
    else if ((name === 'event' && value !== '') || (name === 'id' && !value.includes('\0')))
      fields.set(name, JSON.stringify(value));
  }
  return events;
}

function eventOf(fields: ReadonlyMap<string, string>, data: string): string {
  return `{${[...fields, ['data', data]].map(([name, value]) => `"${name}":${value}`).join(',')}}`;
}

function dataIn(data: string, isJson: boolean): string {
  if (!isJson || readStrictJson(data, DEFAULT_LIMITS.depth).value === undefined) return JSON.stringify(data);
  return data;
}
