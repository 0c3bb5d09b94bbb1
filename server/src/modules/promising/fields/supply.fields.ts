import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { extendShape, many, type Row } from '../../../platform/read/shape.ts';
import { shipmentNoticeShape } from '../../purchasing/notice/shipment-notice.shape.ts';
import { ShipmentNoticeType } from '../../purchasing/notice/shipment-notice.types.ts';
import { scheduleLineShape } from '../../purchasing/order/schedule-line.shape.ts';
import { ScheduleLineType } from '../../purchasing/order/schedule-line.types.ts';
import { pegShape } from '../pegging/peg.shape.ts';
import { PegType } from '../pegging/peg.types.ts';

const servedBy = (kind: string) =>
  many(
    () => pegShape,
    (row: Row, peg: Row) => `${peg}.source_id = ${row}.id and ${peg}.source_kind = '${kind}'`,
    (peg) => `${peg}.line_id`,
  );
const described = { description: "The customers' lines that wait for it." };

extendShape(shipmentNoticeShape, { pegs: servedBy('NOTICE') });
extendType(ShipmentNoticeType, { pegs: [() => [PegType], described] });
For(STAFF)(ShipmentNoticeType.prototype, 'pegs');

extendShape(scheduleLineShape, { pegs: servedBy('ORDER') });
extendType(ScheduleLineType, { pegs: [() => [PegType], described] });
For(STAFF)(ScheduleLineType.prototype, 'pegs');
