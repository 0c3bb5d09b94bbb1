import { shallowRef } from 'vue';

export type ToastTone = 'good' | 'info' | 'warning' | 'danger';

export interface Toast {
  readonly id: number;
  readonly tone: ToastTone;
  readonly title: string;
  readonly text?: string;
}

export const toasts = shallowRef<readonly Toast[]>([]);
export const announcement = shallowRef('');
let lastId = 0;

/** Shows a short notice that goes by itself. For what just happened; errors of a form belong to the form. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  toasts.value = [...toasts.value.slice(-2), { ...toast, id: ++lastId }];
}

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

/** Says something to screen readers without showing it: "24 rows shown". */
export function announce(text: string): void {
  // The same words twice would not be read twice without a change.
  announcement.value = announcement.value === text ? `${text}\u00a0` : text;
}
