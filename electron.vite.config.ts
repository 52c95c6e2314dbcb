import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

type ChunkingContext = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }

// A package's index imports all there is in it, so it is not followed: the bundler adds what is really taken from it.
const PACKAGE_INDEX = /node_modules\/@(?:mantine\/core|tabler\/icons-react)\/.*\/(?:index|tabler-icons-react)\.mjs$/

/** Every module that is there before an entry runs. What is fetched later, by `import()`, is not among them. */
const neededBy = (entry: string, context: ChunkingContext): ReadonlySet<string> => {
  const found = new Set([entry])
  for (const id of found) {
    if (PACKAGE_INDEX.test(id)) continue
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  }
  return found
}

/**
 * What stands before the first paint comes in two files, one of them shared with the printed report: each request to
 * our own protocol crosses three processes, and left alone the bundler would make two dozen of them.
 */
const firstPaintChunk = (): ((id: string, context: ChunkingContext) => string | null) => {
  let window: ReadonlySet<string> | undefined
  let report: ReadonlySet<string> | undefined
  return (id, context) => {
    window ??= neededBy(at('renderer/app/main.tsx'), context)
    report ??= neededBy(at('renderer/report.tsx'), context)
    if (!window.has(id) || id === at('renderer/app/main.tsx')) return null
    return report.has(id) ? 'base' : 'lock'
  }
}

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
        // The first screen waits until the core is read, and shorter text is read faster. Names stay, for errors that are told.
        output: { minify: { mangle: false } },
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
      rolldownOptions: {
        input: { index: at('renderer/index.html'), report: at('renderer/report.html') },
        output: { codeSplitting: { groups: [{ debugName: 'first paint', name: firstPaintChunk() }] } },
      },
    },
  },
})
