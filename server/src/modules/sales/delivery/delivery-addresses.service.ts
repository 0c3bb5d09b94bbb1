import { LockMode } from '@mikro-orm/core';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { AddressMissing } from '../sales.errors.ts';
import { DeliveryAddress } from './delivery-address.entity.ts';

export interface DeliveryAddressDraft {
  readonly id: string | null;
  readonly expectedVersion: number | null;
  readonly customerId: string;
  readonly name: string;
  readonly address: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
}

/** The places to which a customer has goods brought. */
class DeliveryAddresses {
  /** @throws AddressMissing, NotFound, StaleObject, NameUsed */
  async save(work: Work, { id, expectedVersion, ...draft }: DeliveryAddressDraft): Promise<string> {
    const said = checked(draft);
    // All of the customer's are held, so that there is one default whoever saves beside us.
    const all = await work.em.find(
      DeliveryAddress,
      { customerId: draft.customerId },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const known = all.find((one) => one.id === id);
    if (id && !known) throw new NotFound({}, ['input', 'id']);
    if (known && known.version !== expectedVersion)
      throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: known.version });
    const place = Object.assign(known ?? new DeliveryAddress(), said);
    const earlier = all.filter((one) => one !== place && one.isDefault && place.isDefault);
    for (const one of earlier) one.isDefault = false;
    if (earlier.length > 0) await work.em.flush();
    work.em.persist(place);
    await work.em.flush();
    return place.id;
  }

  /** Where an order goes that names no place; null where the customer set none. */
  async usual(work: Work, customerId: string): Promise<string | null> {
    return (await work.em.findOne(DeliveryAddress, { customerId, isDefault: true }))?.address ?? null;
  }
}

type Said = Omit<DeliveryAddressDraft, 'id' | 'expectedVersion'>;

function checked(draft: Said): Said {
  const said = { ...draft, name: draft.name.trim(), address: draft.address.trim() };
  if (!said.name) throw new AddressMissing({}, ['input', 'name']);
  if (!said.address) throw new AddressMissing({}, ['input', 'address']);
  return { ...said, isDefault: said.isDefault && said.isActive };
}

export const deliveryAddresses = new DeliveryAddresses();
