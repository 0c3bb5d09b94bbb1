import vue from '@vitejs/plugin-vue';
import type { UserConfig } from 'vite';
import { scriptBudget } from './script-budget.ts';

const FIRST_LOAD_LIMIT_KILOBYTES = 200;
const devPorts = { supplier: 5171, customer: 5172, admin: 5173 } as const;

export type PortalName = keyof typeof devPorts;

/** Every compile-time switch of vue-i18n that drops code or developer hooks the portals do not use. */
export const compileTimeFlags = {
  __VUE_OPTIONS_API__: 'false',
  __VUE_I18N_FULL_INSTALL__: 'false',
  __VUE_I18N_LEGACY_API__: 'false',
  __INTLIFY_PROD_DEVTOOLS__: 'false',
};

/** One Vite configuration for all portals: only the name, and with it the base path and the dev port, differs. */
export function portalConfig(portal: PortalName, serverPort = '4000'): UserConfig {
  const server = `http://127.0.0.1:${serverPort}`;
  return {
    base: `/${portal}/`,
    plugins: [vue(), scriptBudget(FIRST_LOAD_LIMIT_KILOBYTES)],
    define: compileTimeFlags,
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: ['chrome123', 'firefox120', 'safari17.5'],
      // A data: URL would need a wider content policy.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_500,
      reportCompressedSize: false,
    },
    server: { port: devPorts[portal], strictPort: true, proxy: { '/graphql': { target: server, ws: true } } },
  };
}
