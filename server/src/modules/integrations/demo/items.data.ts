/** One demo item: who supplies it, how it is packed, what a day uses, and for how many days there is stock. */
export interface DemoItem {
  readonly sku: string;
  readonly en: string;
  readonly zh: string;
  readonly category: string;
  readonly supplier: string | null;
  readonly pack: number;
  readonly price: number;
  readonly daily: number;
  readonly cover: number;
}

// sku | English | Chinese | category | supplier (- is made) | pack | price per piece | used a day | days of stock
const ROWS = `
LH-CITY-1|City e-bike 26"|城市电动车 26 寸|BIKE|-|1|3980|0|0
LH-CITY-2|City e-bike 28"|城市电动车 28 寸|BIKE|-|1|4280|0|0
LH-TREK-1|Trekking e-bike|旅行电动车|BIKE|-|1|5680|0|0
LH-CARGO-1|Cargo e-bike|载货电动车|BIKE|-|1|7980|0|0
FR-ALU-26|Aluminium frame 26"|铝合金车架 26 寸|OTHER|-|1|420|36|12
WH-FRONT-26|Front wheel 26"|前轮 26 寸|WHEEL|-|1|88|36|8
WH-REAR-26|Rear wheel 26"|后轮 26 寸|WHEEL|-|1|96|36|9
BR-6001|Ball bearing 6001|深沟球轴承 6001|DRIVE|ALPINE|100|2.8|144|6
BR-6201|Ball bearing 6201|深沟球轴承 6201|DRIVE|ALPINE|100|3.4|120|16
BR-6203|Ball bearing 6203|深沟球轴承 6203|DRIVE|ALPINE|100|4.2|72|3
BR-HS-44|Headset bearing 44 mm|车头碗轴承 44 毫米|DRIVE|ALPINE|50|11.5|72|0
BB-68|Bottom bracket 68 mm|中轴 68 毫米|DRIVE|ALPINE|20|38|36|45
HUB-F-32|Front hub 32 holes|前花鼓 32 孔|WHEEL|ALPINE|24|46|36|15
HUB-R-32|Rear hub 32 holes|后花鼓 32 孔|WHEEL|ALPINE|24|62|18|9
PEDAL-AL|Aluminium pedals|铝合金脚踏|DRIVE|ALPINE|40|22|36|18
CHAIN-112|Chain 112 links|链条 112 节|DRIVE|ALPINE|50|19|36|21
SPOKE-262|Spoke 262 mm|辐条 262 毫米|WHEEL|ALPINE|1000|0.32|2300|13
BAT-36-10|Battery 36 V 10 Ah|电池 36V 10Ah|POWER|VOLTCELL|8|680|18|7
BAT-36-14|Battery 36 V 14 Ah|电池 36V 14Ah|POWER|VOLTCELL|8|890|12|14
BAT-48-16|Battery 48 V 16 Ah|电池 48V 16Ah|POWER|VOLTCELL|6|1180|6|4
CELL-21700|Cell 21700 5 Ah|电芯 21700 5Ah|POWER|VOLTCELL|200|14.5|480|28
BMS-36|Battery management 36 V|电池管理板 36V|POWER|VOLTCELL|50|48|30|11
CHG-36-2A|Charger 36 V 2 A|充电器 36V 2A|POWER|VOLTCELL|20|76|30|19
CHG-48-3A|Charger 48 V 3 A|充电器 48V 3A|POWER|VOLTCELL|20|118|6|42
MOT-250-R|Rear hub motor 250 W|后轮毂电机 250W|MOTOR|HELI|4|420|24|10
MOT-350-M|Mid motor 350 W|中置电机 350W|MOTOR|HELI|4|980|12|2
CTRL-36|Controller 36 V|控制器 36V|MOTOR|HELI|20|135|30|17
CTRL-48|Controller 48 V|控制器 48V|MOTOR|HELI|20|168|6|0
SENS-TQ|Torque sensor|力矩传感器|MOTOR|HELI|30|92|36|13
DISP-LCD|LCD display|液晶仪表|MOTOR|HELI|25|85|36|33
HARN-M|Main wiring harness|主线束|MOTOR|HELI|25|58|36|20
BRK-DISC-160|Brake disc 160 mm|刹车盘 160 毫米|OTHER|HELI|50|26|72|15
BRK-PAD|Brake pads|刹车片|OTHER|HELI|100|9.5|72|26
TIRE-26-175|Tyre 26 x 1.75|外胎 26x1.75|WHEEL|RUIDA|20|34|48|8
TIRE-27-21|Tyre 27.5 x 2.1|外胎 27.5x2.1|WHEEL|RUIDA|20|42|24|22
TUBE-26|Tube 26"|内胎 26 寸|WHEEL|RUIDA|50|9|48|17
GRIP-PR|Handlebar grips|车把套|OTHER|RUIDA|50|8|36|5
SADDLE-C|Comfort saddle|舒适鞍座|OTHER|RUIDA|12|48|36|14
RIM-26|Rim 26"|车圈 26 寸|WHEEL|RUIDA|10|58|72|12
BOLT-M5-16|Bolt M5 x 16|螺栓 M5x16|OTHER|RUIDA|1000|0.08|900|40
BOLT-M6-20|Bolt M6 x 20|螺栓 M6x20|OTHER|RUIDA|1000|0.11|640|18
CARTON-B|Bicycle carton|整车纸箱|OTHER|RUIDA|25|18|36|11`;

export const demoItems: readonly DemoItem[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [sku = '', en = '', zh = '', category = '', supplier = '', pack, price, daily, cover] = row.split('|');
    return {
      sku,
      en,
      zh,
      category,
      supplier: supplier === '-' ? null : supplier,
      pack: Number(pack),
      price: Number(price),
      daily: Number(daily),
      cover: Number(cover),
    };
  });

/** What is agreed for an item that a supplier keeps: limits in days of use, rounded to whole packs. */
export const limitsOf = ({ daily, pack }: DemoItem): { minimum: number; reorderPoint: number; maximum: number } => {
  const packs = (days: number) => Math.ceil((daily * days) / pack) * pack;
  return { minimum: packs(5), reorderPoint: packs(10), maximum: packs(25) };
};
