import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { fromGlobalId, isUuid, newId, toGlobalId } from '../../../server/src/kernel/id.ts';

describe('ids', () => {
  it('are version 7 and sort in the order they were made', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.every((id) => isUuid(id) && id.charAt(14) === '7')).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('go out with a prefix and come back', () => {
    const global = toGlobalId('itm', '0198C5C6-7D1E-7C3A-9F00-0123456789AB');
    expect(global).toBe('itm_0198c5c67d1e7c3a9f000123456789ab');
    expect(fromGlobalId(global)).toEqual({ prefix: 'itm', id: '0198c5c6-7d1e-7c3a-9f00-0123456789ab' });
  });

  it('come back from any uuid', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(fromGlobalId(toGlobalId('po', id))).toEqual({ prefix: 'po', id });
      }),
    );
  });

  it.each(['', 'itm', 'itm_', '_0198c5c67d1e7c3a9f000123456789ab', 'itm_0198c5c6-7d1e-7c3a-9f00-0123456789ab'])(
    'are none in %j',
    (text) => {
      expect(fromGlobalId(text)).toBeNull();
    },
  );

  it('never throw on what a stranger sends', () => {
    fc.assert(fc.property(fc.string(), (text) => fromGlobalId(text) === null));
    expect(fromGlobalId('itm_ffffffffffff0fff0fffffffffffffff')).toBeNull();
  });

  it('refuse to be made of what cannot be read back', () => {
    expect(() => toGlobalId('itm', 'not-a-uuid')).toThrow(TypeError);
    expect(() => toGlobalId('I_', newId())).toThrow(TypeError);
  });
});
