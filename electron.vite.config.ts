import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

// Everything is bundled but the native database driver, so the packaged app ships no node_modules tree of ours.
// Targets are the oldest engine the build must run on (docs/adr/0005-two-runtimes.md).
export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      target: 'node20.18',
      rolldownOptions: {
        input: {
          main: at('electron/main/main.ts'),
          'core-utility': at('electron/core/entry-utility.ts'),
          'core-child': at('electron/core/entry-child.ts'),
          'copy-worker': at('electron/core/features/safekeeping/copy-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    html: { cspNonce: '__NONCE__' },
    plugins: [react()],
    server: { hmr: { protocol: 'ws', host: 'localhost', clientPort: 5173 }, port: 5173, strictPort: true },
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('renderer/index.html'), report: at('renderer/report.html') } },
    },
  },
})
