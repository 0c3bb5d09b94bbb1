/** One for all: the service roles belong to the server that all tests share, and so does their password. */
export const SECRET = 'tests only: Aq9x7Lm2Vn4Rt8Zb3Kd6';
