import { shallowRef } from 'vue';

/** Counts the times the live connection came back after a break: what was missed meanwhile must be asked for again. */
export const reconnections = shallowRef(0);
