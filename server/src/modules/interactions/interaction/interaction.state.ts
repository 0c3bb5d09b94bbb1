export const INTERACTION_CHANNELS = ['VISIT', 'PHONE', 'EMAIL', 'WEB', 'CHAT', 'PARTNER'] as const;
export type InteractionChannel = (typeof INTERACTION_CHANNELS)[number];
export const DIRECTIONS = ['INBOUND', 'OUTBOUND'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const VISIBILITIES = ['INTERNAL', 'SHARED'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
