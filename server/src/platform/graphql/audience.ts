import { Extensions } from 'type-graphql';
import { AUDIENCES, type Actor, type Audience } from '../access/actor.ts';

/** Who may know that a type or a field exists: PUBLIC is whoever has not signed in. */
export type Reader = Audience | 'PUBLIC';
export const EVERYBODY: readonly Reader[] = ['PUBLIC', ...AUDIENCES];
export const SIGNED_IN: readonly Reader[] = AUDIENCES;
export const STAFF: readonly Reader[] = ['STAFF'];
export const SUPPLY_SIDE: readonly Reader[] = ['STAFF', 'SUPPLIER'];
export const DEMAND_SIDE: readonly Reader[] = ['STAFF', 'CUSTOMER'];

/** Names the audience of a type, or narrows that of a field. A type without one is nobody's: the build refuses it. */
export function For(readers: readonly Reader[]): ClassDecorator & MethodDecorator & PropertyDecorator {
  const decorate = (target: object, property?: string | symbol, descriptor?: PropertyDescriptor): void => {
    // TypeGraphQL lets the extensions of a parent class win, so each generation writes under a name of its own.
    const extend = Extensions({ [`audience${generationOf(target)}`]: readers });
    if (property === undefined) extend(target as never);
    else extend(target, property, descriptor as never);
  };
  return decorate;
}

function generationOf(target: object): number {
  const parent = Object.getPrototypeOf(target) as object | null;
  return parent ? 1 + generationOf(parent) : 0;
}

/** What carries the extensions in which an audience is written. */
export type Extended = { extensions?: Readonly<Record<string, unknown>> | null | undefined };

/** The audience that a type or field names for itself: what its own class says, before any parent's. */
export function audienceOf(thing: Extended): readonly Reader[] | undefined {
  const said = Object.keys(thing.extensions ?? {}).filter((name) => /^audience\d+$/.test(name));
  const youngest = said.sort((a, b) => Number(a.slice(8)) - Number(b.slice(8))).at(-1);
  return youngest === undefined ? undefined : (thing.extensions?.[youngest] as readonly Reader[]);
}

export const readerOf = (actor: Actor): Reader =>
  actor.audience === 'NOBODY' ? 'PUBLIC' : actor.audience === 'SYSTEM' ? 'STAFF' : actor.audience;
