import type { PoolPlace } from '../../model/live/client';

/**
 * A place for each target that it leaves while it waits, as long as fewer than `most` targets wait outside: each keeps what it has read, and
 * all targets of a large fleet would fill the memory.
 */
export function leaveToWait(places: PoolPlace, most: number): () => PoolPlace {
  let outside = 0;
  return () => {
    let isOutside = false;
    return {
      leave: () => {
        if (outside >= most) return;
        isOutside = true;
        outside += 1;
        places.leave();
      },
      enter: async () => {
        if (!isOutside) return;
        isOutside = false;
        outside -= 1;
        await places.enter();
      },
    };
  };
}
