import { describe, expect, test } from '@jest/globals';

import { headerServiceType, olderHeaderOf } from '../../../src/model/live/api-version-header';
import { serviceTypeOf } from '../../../src/model/live/service-types';

describe('a service type', () => {
  test.each([
    ['nova', 'compute'],
    ['Glance', 'image'],
    ['ironic', 'baremetal'],
    ['masakari', 'instance-ha'],
    ['placement', 'placement'],
    ['compute', 'compute'],
    ['Made-Up', 'made-up'],
  ])('is found for %s', (name, type) => {
    expect(serviceTypeOf(name)).toBe(type);
  });

  test.each([
    ['cinder', 'volume', undefined],
    ['volumev3', 'volume', undefined],
    ['manila', 'shared-file-system', 'X-OpenStack-Manila-API-Version'],
    ['share', 'shared-file-system', 'X-OpenStack-Manila-API-Version'],
    ['baremetal', 'baremetal', 'X-OpenStack-Ironic-API-Version'],
    ['identity', 'identity', undefined],
    ['magnum', 'container-infra', undefined],
    ['container-infrastructure-management', 'container-infra', undefined],
    ['zun', 'container', undefined],
    ['application-container', 'container', undefined],
    ['watcher', 'infra-optim', undefined],
    ['resource-optimization', 'infra-optim', undefined],
  ])('in the headers for %s is %s', (name, type, older) => {
    expect({ type: headerServiceType(name), older: olderHeaderOf(name) }).toEqual({ type, older });
  });
});
