import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The packaged original: /etc/nova's copy can be read by root and the group nova only.
const API_PASTE = '/usr/share/nova-common/api-paste.ini';

/**
 * Writes the configuration of a Compute API that needs no other service into a folder: a database in files there,
 * a message bus that is none, and no token. Its keystone_authtoken names an identity service that is never asked.
 */
export function writeNovaConfig(folder) {
  for (const name of ['state', 'locks']) mkdirSync(join(folder, name));
  copyFileSync(API_PASTE, join(folder, 'api-paste.ini'));
  writeFileSync(
    join(folder, 'nova.conf'),
    `[DEFAULT]
my_ip = 127.0.0.1
state_path = ${join(folder, 'state')}
transport_url = fake://

[api]
auth_strategy = noauth2

[wsgi]
api_paste_config = ${join(folder, 'api-paste.ini')}

[database]
connection = ${databaseUrl(folder, 'cell')}

[api_database]
connection = ${databaseUrl(folder, 'api')}

[oslo_concurrency]
lock_path = ${join(folder, 'locks')}

[keystone_authtoken]
auth_type = password
auth_url = http://127.0.0.1:9/
username = nova
password = nova
project_name = service
user_domain_name = Default
project_domain_name = Default
`,
  );
}

/** Where a database of the service is, as nova spells it: `api`, `cell` or `cell0`. */
export function databaseUrl(folder, name) {
  return `sqlite:///${join(folder, `${name}.sqlite`)}`;
}
