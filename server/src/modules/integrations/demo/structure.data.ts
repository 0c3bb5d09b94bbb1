/** What the demo's bicycles are made of: `part x quantity`, by what is made. */
const ROWS = `
LH-CITY-1: FR-ALU-26 x 1, WH-FRONT-26 x 1, WH-REAR-26 x 1, BB-68 x 1, BR-HS-44 x 2, PEDAL-AL x 1, CHAIN-112 x 1, BAT-36-10 x 1, CTRL-36 x 1, DISP-LCD x 1, HARN-M x 1, SENS-TQ x 1, BRK-PAD x 2, GRIP-PR x 1, SADDLE-C x 1, CHG-36-2A x 1, BOLT-M6-20 x 12, CARTON-B x 1
LH-CITY-2: FR-ALU-26 x 1, WH-FRONT-26 x 1, WH-REAR-26 x 1, BB-68 x 1, BR-HS-44 x 2, PEDAL-AL x 1, CHAIN-112 x 1, BAT-36-14 x 1, CTRL-36 x 1, DISP-LCD x 1, HARN-M x 1, SENS-TQ x 1, BRK-PAD x 2, GRIP-PR x 1, SADDLE-C x 1, CHG-36-2A x 1, BOLT-M6-20 x 12, CARTON-B x 1
LH-TREK-1: FR-ALU-26 x 1, WH-FRONT-26 x 1, WH-REAR-26 x 1, BB-68 x 1, BR-HS-44 x 2, PEDAL-AL x 1, CHAIN-112 x 1, BAT-36-14 x 1, MOT-350-M x 1, CTRL-36 x 1, DISP-LCD x 1, HARN-M x 1, BRK-PAD x 2, GRIP-PR x 1, SADDLE-C x 1, CHG-36-2A x 1, BOLT-M6-20 x 16, CARTON-B x 1
LH-CARGO-1: FR-ALU-26 x 1, WH-FRONT-26 x 2, WH-REAR-26 x 1, BB-68 x 1, BR-HS-44 x 2, PEDAL-AL x 1, CHAIN-112 x 2, BAT-48-16 x 1, MOT-350-M x 1, CTRL-48 x 1, DISP-LCD x 1, HARN-M x 1, BRK-PAD x 3, GRIP-PR x 1, SADDLE-C x 1, CHG-48-3A x 1, BOLT-M6-20 x 24, CARTON-B x 2
FR-ALU-26: BR-6001 x 2, BOLT-M5-16 x 8
WH-FRONT-26: RIM-26 x 1, HUB-F-32 x 1, SPOKE-262 x 32, TIRE-26-175 x 1, TUBE-26 x 1, BRK-DISC-160 x 1, BR-6201 x 2
WH-REAR-26: RIM-26 x 1, MOT-250-R x 1, SPOKE-262 x 36, TIRE-26-175 x 1, TUBE-26 x 1, BRK-DISC-160 x 1, BR-6203 x 2`;

/** Parts that get lost or spoilt, and how many of a hundred. */
const SCRAP: Readonly<Record<string, string>> = { 'SPOKE-262': '0.02', 'TUBE-26': '0.01', 'BOLT-M6-20': '0.03' };

export const demoBills: readonly (readonly [sku: string, component: string, quantity: number, scrap: string])[] =
  ROWS.trim()
    .split('\n')
    .flatMap((row) => {
      const [sku = '', parts = ''] = row.split(': ');
      return parts.split(', ').map((part) => {
        const [component = '', quantity] = part.split(' x ');
        return [sku, component, Number(quantity), SCRAP[component] ?? '0'] as const;
      });
    });

export const demoWorkCentres = [
  ['FRAME', 'Frame line 车架线', 16, 1],
  ['WHEEL', 'Wheel building 编轮', 24, 0.95],
  ['ASSEMBLY', 'Final assembly 总装', 48, 0.9],
] as const;

/** Which work centre makes what, with the hours of set-up and per piece. */
export const demoOperations = [
  ['FR-ALU-26', 10, 'FRAME', 'Weld and align 焊接校正', 1.5, 0.2],
  ['WH-FRONT-26', 10, 'WHEEL', 'Lace and true 编轮调圈', 0.5, 0.25],
  ['WH-REAR-26', 10, 'WHEEL', 'Lace and true 编轮调圈', 0.5, 0.3],
  ['LH-CITY-1', 10, 'ASSEMBLY', 'Assemble 总装', 1, 0.9],
  ['LH-CITY-1', 20, 'ASSEMBLY', 'Test and pack 检测包装', 0, 0.25],
  ['LH-CITY-2', 10, 'ASSEMBLY', 'Assemble 总装', 1, 0.9],
  ['LH-TREK-1', 10, 'ASSEMBLY', 'Assemble 总装', 1, 1.1],
  ['LH-CARGO-1', 10, 'ASSEMBLY', 'Assemble 总装', 1, 1.6],
] as const;

/** Bicycles sold in a week. */
export const demoWeekly: Readonly<Record<string, number>> = {
  'LH-CITY-1': 90,
  'LH-CITY-2': 60,
  'LH-TREK-1': 42,
  'LH-CARGO-1': 18,
};
