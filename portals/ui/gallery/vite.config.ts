import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { compileTimeFlags } from '../vite/portal-config.ts';

/** The kit on its own, with made-up data and no server. Never shipped. It borrows a portal's base path so that the shell works unchanged. */
export default defineConfig({
  base: '/supplier/',
  plugins: [vue()],
  define: compileTimeFlags,
  build: {
    target: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
  },
  server: { port: 5170, strictPort: true },
});
