import { LockMode } from '@mikro-orm/core';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { fileStore } from '../../../platform/files/file-store.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { NotInThisState, ProofKindRefused } from '../sales.errors.ts';
import { proofKindOf } from './proof-kind.calc.ts';
import { Shipment } from './shipment.entity.ts';

const MOST_NAME = 120;

export interface ProofFile {
  readonly id: string;
  readonly name: string;
}

/** The paper or picture that proves a delivery: a signature, a photo, a signed note. The last one counts. */
class DeliveryProofs {
  /** @throws NotFound, NotInThisState before it is delivered, ProofKindRefused for anything but a picture or a PDF */
  async attach(work: Work, shipmentId: string, name: string, bytes: Uint8Array): Promise<string> {
    const shipment = await work.em.findOne(
      Shipment,
      { id: shipmentId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    if (!shipment) throw new NotFound({}, ['shipmentId']);
    if (shipment.state !== 'DELIVERED') throw new NotInThisState({ number: shipment.number, state: shipment.state });
    const plain = name.replaceAll(/[/\\\p{Cc}]/gu, '').slice(-MOST_NAME);
    const kind = proofKindOf(bytes);
    if (!kind) throw new ProofKindRefused({ name: plain });
    const id = newId();
    await fileStore().write(id, bytes);
    Object.assign(shipment, { proofFileId: id, proofFileName: plain || `proof.${kind}` });
    await work.em.flush();
    return shipment.proofFileName;
  }

  /** Of a shipment that the reader may see; null for a foreign and an unknown one, and where there is none. */
  async find(work: Work, shipmentId: string): Promise<ProofFile | null> {
    const shipment = await work.em.findOne(Shipment, { id: shipmentId });
    const isForeign = work.actor.audience === 'CUSTOMER' && shipment?.customerId !== work.actor.organisationId;
    if (!shipment?.proofFileId || isForeign) return null;
    return { id: shipment.proofFileId, name: shipment.proofFileName };
  }
}

export const deliveryProofs = new DeliveryProofs();
