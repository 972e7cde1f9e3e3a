/**
 * The service type of each OpenStack project, by the project's name. Source: `primary_service_by_project` of the service-types authority,
 * https://service-types.openstack.org/service-types.json. Projects whose name is their service type are omitted.
 */
const SERVICE_TYPES: ReadonlyMap<string, string> = new Map([
  ['adjutant', 'admin-logic'],
  ['aodh', 'alarm'],
  ['barbican', 'key-manager'],
  ['blazar', 'reservation'],
  ['ceilometer', 'meter'],
  ['cinder', 'block-storage'],
  ['cloudkitty', 'rating'],
  ['congress', 'operator-policy'],
  ['cyborg', 'accelerator'],
  ['designate', 'dns'],
  ['freezer-api', 'backup'],
  ['glance', 'image'],
  ['heat', 'orchestration'],
  ['ironic', 'baremetal'],
  ['ironic-inspector', 'baremetal-introspection'],
  ['karbor', 'data-protection-orchestration'],
  ['keystone', 'identity'],
  ['magnum', 'container-infrastructure-management'],
  ['manila', 'shared-file-system'],
  ['masakari', 'instance-ha'],
  ['mistral', 'workflow'],
  ['monasca-api', 'monitoring'],
  ['monasca-events-api', 'monitoring-events'],
  ['monasca-log-api', 'monitoring-logging'],
  ['murano', 'application-catalog'],
  ['neutron', 'network'],
  ['neutron-lib', 'network'],
  ['nova', 'compute'],
  ['octavia', 'load-balancer'],
  ['panko', 'event'],
  ['qinling', 'function-engine'],
  ['sahara', 'data-processing'],
  ['searchlight', 'search'],
  ['senlin', 'clustering'],
  ['solum', 'application-deployment'],
  ['swift', 'object-store'],
  ['tacker', 'nfv-orchestration'],
  ['tricircle', 'multi-region-network-automation'],
  ['trove', 'database'],
  ['vitrage', 'root-cause-analysis'],
  ['watcher', 'resource-optimization'],
  ['zaqar', 'message'],
  ['zun', 'application-container'],
]);

/** A service type in lower case. People also write the name of the project: `glance` is the service type `image`. */
export function serviceTypeOf(nameOrType: string): string {
  const lower = nameOrType.toLowerCase();
  return SERVICE_TYPES.get(lower) ?? lower;
}
