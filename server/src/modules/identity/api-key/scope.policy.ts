/** Machines trade; who may come in, and how, is for people to say. */
export const isForKeys = (action: string): boolean => !action.startsWith('identity.');
