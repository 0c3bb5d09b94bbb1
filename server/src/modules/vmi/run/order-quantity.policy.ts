import { sql, type RawBuilder } from 'kysely';

/**
 * How much to order, as columns in order units over a row `r` with needed, numerator, denominator, order_multiple,
 * minimum_quantity, maximum_quantity, rounding_policy, rounding_tolerance:
 *
 *     multiples     needed in order units / order multiple, to twelve digits: 1/3 x 3 is one, not a trifle less
 *     UP            ceil(multiples)
 *     DOWN_TO_MAX   the same, as long as it does not pass what is needed: then floor(multiples)
 *     NEAREST       floor(multiples) when the excess over it is at most the tolerance, else ceil
 *     order         at least the minimum, at most the maximum, both in whole multiples; nothing stays nothing
 *
 * Rounded once, here. A minimum that passes the maximum of the line orders nothing under DOWN_TO_MAX. `offset 0` keeps
 * each step from being written out again wherever it is used.
 */
export const orderQuantity = (r: string): RawBuilder<unknown> => {
  const col = (name: string) => sql.raw(`${r}.${name}`);
  return sql`
    cross join lateral (select round(${col('needed')} * ${col('denominator')} / (${col('numerator')} * ${col('order_multiple')}), 12) as multiples,
      ceil(${col('minimum_quantity')} / ${col('order_multiple')}) as least,
      floor(${col('maximum_quantity')} / ${col('order_multiple')}) as most offset 0) m
    cross join lateral (select case ${col('rounding_policy')}
      when 'UP' then ceil(m.multiples)
      when 'DOWN_TO_MAX' then floor(m.multiples)
      else case when m.multiples - floor(m.multiples) <= ${col('rounding_tolerance')} then floor(m.multiples) else ceil(m.multiples) end
      end as packs offset 0) p
    cross join lateral (select case
      when p.packs <= 0 or (${col('rounding_policy')} = 'DOWN_TO_MAX' and m.least > p.packs) then 0
      else least(greatest(p.packs, m.least), coalesce(m.most, greatest(p.packs, m.least))) * ${col('order_multiple')} end as ordered offset 0) o`;
};
