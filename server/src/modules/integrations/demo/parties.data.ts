import type { Audience } from '../../../platform/access/actor.ts';
import type { Role } from '../../../platform/access/role.ts';

/** Fictitious companies and people: the demo signs in with passwords that everybody knows. */
export const DEMO_PASSWORD = 'corridor-demo';

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly label: string;
  readonly audience: Audience;
  readonly roles: readonly Role[];
}

const staff = (email: string, name: string, role: Role): DemoAccount => ({
  email: `${email}@demo.corridor`,
  name,
  organisation: 'LIANHUA',
  label: 'Lianhua E-Bikes',
  audience: 'STAFF',
  roles: [role],
});

export const accounts: readonly DemoAccount[] = [
  staff('admin', 'Zhao Min', 'ADMIN'),
  staff('buyer', 'Chen Wei', 'BUYER'),
  staff('planner', 'Wang Fang', 'PLANNER'),
  staff('warehouse', 'Liu Yang', 'WAREHOUSE'),
  staff('sales', 'Sun Lei', 'SALES'),
  {
    email: 'mei@alpine.demo',
    name: 'Mei Keller',
    organisation: 'ALPINE',
    label: 'Alpine Bearings',
    audience: 'SUPPLIER',
    roles: ['SUPPLIER_ADMIN', 'SUPPLIER_PLANNER', 'SUPPLIER_SHIPPING'],
  },
  {
    email: 'li@voltcell.demo',
    name: '李强',
    organisation: 'VOLTCELL',
    label: '伏能电池 Voltcell',
    audience: 'SUPPLIER',
    roles: ['SUPPLIER_PLANNER', 'SUPPLIER_SHIPPING'],
  },
  {
    email: 'anna@velonord.demo',
    name: 'Anna Petersen',
    organisation: 'VELONORD',
    label: 'Velo Nord',
    audience: 'CUSTOMER',
    roles: ['CUSTOMER_BUYER'],
  },
];

const HEADER = 'number,name,locale,time_zone,currency,country,email,phone,address,gs1_company_prefix';

export const partyFiles: Readonly<Record<string, string>> = {
  company: `${HEADER}
LIANHUA,Lianhua E-Bikes 联华电动车,zh-CN,Asia/Shanghai,CNY,CN,hello@demo.corridor,021 5555 0100,上海市嘉定区联华路 88 号,6901234`,
  suppliers: `${HEADER}
ALPINE,Alpine Bearings,en,Europe/Zurich,CNY,CH,orders@alpine.demo,+41 44 555 01 00,"Lagerweg 5, 8400 Winterthur",7612345
VOLTCELL,伏能电池 Voltcell,zh-CN,Asia/Shanghai,CNY,CN,orders@voltcell.demo,0512 5555 0200,苏州市吴江区电池路 12 号,6905678
HELI,合力电机 Heli Motors,zh-CN,Asia/Shanghai,CNY,CN,orders@heli.demo,0571 5555 0300,杭州市萧山区电机路 6 号,6907777
RUIDA,瑞达橡胶 Ruida Rubber,zh-CN,Asia/Shanghai,CNY,CN,orders@ruida.demo,0532 5555 0400,青岛市城阳区橡胶路 3 号,6908888`,
  customers: `${HEADER}
VELONORD,Velo Nord,en,Europe/Berlin,EUR,DE,einkauf@velonord.demo,+49 40 555 0100,"Hafenstr. 14, 20457 Hamburg",
PEDALCO,Pedal & Co,en,America/New_York,USD,US,buying@pedalco.demo,+1 212 555 0100,"88 Spoke Ave, Brooklyn NY",
CHENGQI,城骑连锁 Chengqi,zh-CN,Asia/Shanghai,CNY,CN,caigou@chengqi.demo,020 5555 0500,广州市天河区骑行路 1 号,
RUIDA,瑞达橡胶 Ruida Rubber,zh-CN,Asia/Shanghai,CNY,CN,orders@ruida.demo,0532 5555 0400,青岛市城阳区橡胶路 3 号,6908888`,
  sites: `code,name,time_zone,address
SH,上海工厂 Shanghai plant,Asia/Shanghai,上海市嘉定区联华路 88 号
SZ,苏州仓库 Suzhou warehouse,Asia/Shanghai,苏州市吴中区仓储路 20 号`,
  locations: `site,code,name,kind
SH,A-01,Aisle A 货架 A,STORAGE
SH,B-01,Aisle B 货架 B,STORAGE
SH,LINE-1,Line side 1 线边仓,STORAGE
SZ,S-01,Suzhou hall 1 一号库,STORAGE`,
  units: `code,name_en,name_zh
EA,Each,个
BOX,Box,箱
SET,Set,套
PAL,Pallet,托盘`,
  categories: `code,parent,name_en,name_zh
BIKE,,E-bikes,电动车
PART,,Parts,零部件
DRIVE,PART,Bearings and drive,轴承与传动
POWER,PART,Batteries and chargers,电池与充电器
MOTOR,PART,Motors and control,电机与控制
WHEEL,PART,Wheels and tyres,车轮与轮胎
OTHER,PART,Other parts,其他零件`,
};
