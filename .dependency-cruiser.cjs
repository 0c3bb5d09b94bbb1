/**
 * Who may import whom. The picture is in docs/architecture.md; tests/architecture/boundaries.test.ts plants one
 * violation of every rule below and sees it refused.
 */
const rows = [
  ['identity'],
  ['catalog', 'interactions'],
  ['inventory'],
  ['purchasing', 'sales'],
  ['planning'],
  ['vmi', 'promising'],
  ['suppliers', 'crm', 'service'],
  ['marketing'],
  ['analytics', 'notifications', 'integrations'],
];
const publicKinds = 'entity|types|service|events|errors|loaders|port|shape';
const frameworks = 'pg|graphile-worker|fastify|@fastify/[^/]+|@apollo/server|@as-integrations/[^/]+';
const modules = '^server/src/modules/';

/** A module sees its own folder and the rows below it: not its neighbours, not the rows above. */
const oneDirection = rows.flatMap((row, index) =>
  row.map((name) => ({
    name: `rows-below-only-${name}`,
    severity: 'error',
    comment: `${name} stands in row ${index + 1}. To reach up or sideways use a field, an event or a port.`,
    from: { path: `${modules}${name}/` },
    to: { path: modules, pathNot: `${modules}(${[name, ...rows.slice(0, index).flat()].join('|')})/` },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or one of them asks through a port.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file and it imports nothing: it is dead, or it was never joined up.',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^server/src/(main|cli)\\.ts$',
          '^server/bootstrap/',
          '^portals/build/',
          '^portals/[^/]+/src/main\\.ts$',
          '(^|/)[^/]+\\.config\\.(ts|js|mjs|cjs)$',
        ],
      },
      to: {},
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      comment: 'An import that cannot be resolved cannot be judged by the other rules.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'kernel-is-pure',
      severity: 'error',
      comment:
        'The kernel is words and arithmetic: it runs anywhere, so it may not know a framework, a driver or Node.',
      from: { path: '^server/src/kernel/' },
      to: { pathNot: ['^server/src/kernel/', 'node_modules/(decimal\\.js|temporal-polyfill|uuid)/'] },
    },
    {
      name: 'platform-knows-kernel-only',
      severity: 'error',
      comment: 'Platform serves every module, so it may know none of them.',
      from: { path: '^server/src/platform/' },
      to: { path: '^server/src/', pathNot: '^server/src/(platform|kernel)/' },
    },
    ...oneDirection,
    {
      name: 'module-has-a-row',
      severity: 'error',
      comment: 'A new module is given a row in .dependency-cruiser.cjs before its first file.',
      from: { path: modules, pathNot: `${modules}(${rows.flat().join('|')})/` },
      to: {},
    },
    {
      name: 'public-files-only',
      severity: 'error',
      comment: `Other modules see only files named .(${publicKinds}).ts; the rest is how the module does it.`,
      from: { path: `${modules}([^/]+)/` },
      to: { path: modules, pathNot: [`${modules}$1/`, `\\.(${publicKinds})\\.ts$`] },
    },
    {
      name: 'calc-is-pure',
      severity: 'error',
      comment: 'Arithmetic is checked by hand-made examples: it may need nothing but the kernel and other arithmetic.',
      from: { path: '\\.calc\\.ts$' },
      to: { pathNot: ['^server/src/kernel/', '\\.calc\\.ts$'] },
    },
    {
      name: 'app-is-the-top',
      severity: 'error',
      comment: 'app joins everything; only the two programs start it. (Kernel and platform have rules of their own.)',
      from: {
        path: '^server/',
        pathNot: ['^server/src/(app|kernel|platform)/', '^server/src/(main|cli)\\.ts$'],
      },
      to: { path: '^server/src/app/' },
    },
    {
      name: 'programs-are-not-libraries',
      severity: 'error',
      comment: 'main.ts and cli.ts are started, never imported.',
      from: {},
      to: { path: '^server/src/(main|cli)\\.ts$' },
    },
    {
      name: 'frameworks-live-in-platform',
      severity: 'error',
      comment: 'One place talks to the driver, the queue and HTTP, so one place sets rights, limits and time-outs.',
      from: { path: '^(server/src|portals)/', pathNot: '^server/src/platform/' },
      to: { path: `node_modules/(${frameworks})/` },
    },
    {
      name: 'server-stands-alone',
      severity: 'error',
      comment: 'The server is shipped without its tests and knows its portals only through the schema.',
      from: { path: '^server/' },
      to: { path: '^(tests|portals)/', pathNot: 'node_modules/' },
    },
    {
      name: 'portals-share-only-the-kit',
      severity: 'error',
      comment: 'What two portals need goes to portals/ui; what a portal needs from the server goes through GraphQL.',
      from: { path: '^portals/(supplier|customer|admin)/' },
      to: { path: '^(portals|server|tests)/', pathNot: ['^portals/(ui|$1)/', 'node_modules/'] },
    },
    {
      name: 'kit-knows-no-portal',
      severity: 'error',
      comment: 'The kit is used by every portal, so it may know none of them.',
      from: { path: '^portals/ui/' },
      to: { path: '^(portals|server|tests)/', pathNot: ['^portals/ui/', 'node_modules/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?!.*node_modules/).*/(dist|generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
