import { itemsIn } from '../../model/json/json-value';
import { holdsUnread, UNREAD } from '../../model/json/unread';
import type { SchemaFile } from '../../model/project/schema-files';
import type { Keyword } from './keywords';

/** Whether nobody knows what a keyword means, as its value, or an item of it, is not JSON. That is reported where the file is read. */
export function isUnreadKeyword(
  { shape }: Keyword,
  value: unknown,
  { unread }: Pick<SchemaFile, 'unread'>,
): boolean {
  if (unread === undefined) return false;
  switch (shape) {
    case 'schema':
    case 'map':
    case 'patterns':
    case 'definitions':
      return value === UNREAD;
    case 'list':
      return itemsIn(value).includes(UNREAD) || value === UNREAD;
    case 'annotation':
    case 'value':
    case 'pattern':
    case 'format':
    case 'reference':
    case 'discriminator':
      return holdsUnread(value);
  }
}
