import { describe, expect, expectTypeOf, it } from 'vitest';
import { defineError, DomainError } from '../../../server/src/kernel/domain-error.ts';

class InsufficientStock extends defineError('INSUFFICIENT_STOCK', {
  en: 'Only {available} {unit} available',
  zh: '仅有 {available} {unit} 可用',
}) {}

class QuoteExpired extends defineError('QUOTE_EXPIRED', { en: 'The quote has expired', zh: '报价已过期' }) {}

describe('a domain error', () => {
  const refusal = new InsufficientStock({ available: 3, unit: 'EA' }, ['lines', '0', 'quantity'], {
    version: 7,
  });

  it('is an error with its own name and stable code', () => {
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toBeInstanceOf(Error);
    expect([refusal.name, refusal.code, InsufficientStock.code]).toEqual([
      'InsufficientStock',
      'INSUFFICIENT_STOCK',
      'INSUFFICIENT_STOCK',
    ]);
  });

  it('speaks English and Chinese', () => {
    expect(refusal.message).toBe('Only 3 EA available');
    expect(refusal.messageIn('en')).toBe('Only 3 EA available');
    expect(refusal.messageIn('zh-CN')).toBe('仅有 3 EA 可用');
  });

  it('points at the input it is about and carries facts for the client', () => {
    expect(refusal.path).toEqual(['lines', '0', 'quantity']);
    expect(refusal.params).toEqual({ available: '3', unit: 'EA' });
    expect(refusal.data).toEqual({ version: 7 });
  });

  it('needs nothing when its sentence names nothing', () => {
    const expired = new QuoteExpired();
    expect([expired.message, expired.path, expired.data]).toEqual(['The quote has expired', [], undefined]);
  });

  it('demands every parameter its sentences name, by type', () => {
    type Demanded = Readonly<Record<'available' | 'unit', string | number>>;
    expectTypeOf<ConstructorParameters<typeof InsufficientStock>[0]>().toEqualTypeOf<Demanded>();
    expectTypeOf<[]>().not.toExtend<ConstructorParameters<typeof InsufficientStock>>();
    expectTypeOf<[]>().toExtend<ConstructorParameters<typeof QuoteExpired>>();
    expectTypeOf<InsufficientStock['code']>().toEqualTypeOf<'INSUFFICIENT_STOCK'>();
  });

  it('prints parameters as they are, even when they look like placeholders', () => {
    const odd = new InsufficientStock({ available: '{unit}', unit: '$&' });
    expect(odd.message).toBe('Only {unit} $& available');
  });
});
