import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The original from the package: only root and the group nova can read the copy in /etc/nova.
const API_PASTE = '/usr/share/nova-common/api-paste.ini';

/**
 * Writes the configuration of a Compute API that needs no other service into a folder: its databases are files there, its
 * message bus is a fake one, and it requires no token. It never contacts the identity service in `keystone_authtoken`.
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

/** The URL of one of nova's databases: `api`, `cell` or `cell0`. */
export function databaseUrl(folder, name) {
  return `sqlite:///${join(folder, `${name}.sqlite`)}`;
}
