import type { Module } from '../../platform/module.ts';
import { Calendar } from './calendar/calendar.entity.ts';
import { CalendarResolver } from './calendar/calendar.resolver.ts';
import { Category } from './item/category.entity.ts';
import { ItemUnit } from './item/item-unit.entity.ts';
import { Item } from './item/item.entity.ts';
import { ItemResolver } from './item/item.resolver.ts';
import { Location } from './site/location.entity.ts';
import { Site } from './site/site.entity.ts';
import { SiteResolver } from './site/site.resolver.ts';
import { SharingPolicy } from './sharing/sharing-policy.entity.ts';
import { SharingResolver } from './sharing/sharing.resolver.ts';
import { PriceBreak } from './supplier-item/price-break.entity.ts';
import { SupplierItem } from './supplier-item/supplier-item.entity.ts';
import { SupplierItemResolver } from './supplier-item/supplier-item.resolver.ts';
import { Unit } from './unit/unit.entity.ts';
import { UnitResolver } from './unit/unit.resolver.ts';

export const catalog: Module = {
  name: 'catalog',
  entities: [Unit, Calendar, Category, Item, ItemUnit, Site, Location, SupplierItem, PriceBreak, SharingPolicy],
  resolvers: [UnitResolver, ItemResolver, SupplierItemResolver, SiteResolver, CalendarResolver, SharingResolver],
  actions: {
    'catalog.item.save': ['ADMIN', 'PLANNER', 'BUYER'],
    'catalog.supplier_item.save': ['ADMIN', 'BUYER'],
    'catalog.calendar.save': ['ADMIN', 'PLANNER'],
    'catalog.site.open': ['ADMIN'],
    'catalog.sharing.change': ['ADMIN'],
    'catalog.location.add': ['ADMIN', 'PLANNER'],
  },
};
