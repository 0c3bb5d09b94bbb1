/** Our code of their plant. */
export const SITE = 'AW';
/** Our code of their list prices over time. */
export const PRICE_LIST = 'AW-LIST';
